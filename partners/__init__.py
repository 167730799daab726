"""For the partner organisations."""
