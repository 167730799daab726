"""Civic integration."""
