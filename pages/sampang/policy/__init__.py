"""What Sampang gives to Simulasi kebijakan."""
