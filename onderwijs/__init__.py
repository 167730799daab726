"""Schooling."""
