"""The monthly report and the recommendations on paper."""
