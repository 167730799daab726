"""Files that the shared case reads: persons with their families."""

from dossiers.imports.kolommen import PERSONEN

__all__ = ["PERSONEN"]
