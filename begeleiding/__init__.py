"""Social guidance."""
