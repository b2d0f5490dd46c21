"""The mentoring programme in the store: selection, staff, their areas and plans, binaan, handovers."""
