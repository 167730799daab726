"""Commitments and entries of the demonstration."""

from financien.demo.boekingen import maak_boekingen

__all__ = ["maak_boekingen"]
