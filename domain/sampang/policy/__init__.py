"""What a different rule would mean for the fund: money under a draft, and questions that are asked first."""
