"""The loans that the demo's office had before the program: taken over, and repaid through the bank since."""
