"""The demo of Sampang: applications, meetings, loans and payments."""
