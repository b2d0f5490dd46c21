"""What changes the fund but for loans: money that is handed on, capital by decree, months that are closed."""
