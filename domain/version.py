"""The version of this program, as papers and receipts name it."""

VERSION = "0.1.0"
