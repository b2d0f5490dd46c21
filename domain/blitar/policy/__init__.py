"""What a different rule would mean for the mentoring: questions that are asked first."""
