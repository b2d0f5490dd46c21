"""What the store of Malang keeps."""
