"""What Blitar gives to Simulasi kebijakan."""
