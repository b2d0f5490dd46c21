"""The binaan as a caseload: indicators and progress, stages, attention, moving up."""
