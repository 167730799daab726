"""Management of rapportage."""
