"""The papers of a selection: announcement, minutes, announcement of the result, report (Pasal 6 to 8)."""
