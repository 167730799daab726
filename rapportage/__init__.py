"""For the council."""
