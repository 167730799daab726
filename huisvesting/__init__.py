"""Homes, placements and the taakstelling."""
