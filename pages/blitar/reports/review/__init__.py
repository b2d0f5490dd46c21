"""The Kepala Dinas's review of a Fasilitator."""
