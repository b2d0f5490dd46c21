"""The office that both programmes share: its people, its settings and settled readings, its boundaries."""
