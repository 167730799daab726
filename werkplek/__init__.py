"""For the caseworker."""
