"""What is made of the visits: the monthly report, recommendations, the Fasilitator's own review."""
