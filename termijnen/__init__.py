"""Deadlines: rules go in, rows come out."""
