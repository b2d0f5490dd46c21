"""The Monday digest of a Fasilitator."""
