"""Commands of rapportage."""
