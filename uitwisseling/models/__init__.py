"""Files that came in: what was read, what was wrong, what changes, and what was written."""

from uitwisseling.models.inlezing import Inlezing, Kolomkoppeling, Status
from uitwisseling.models.rijen import (
    KOP,
    Inleesfout,
    Inleesopzij,
    Inleesrij,
    Inleesspoor,
    Inleesverschil,
    Uitkomst,
)

__all__ = [
    "KOP",
    "Inleesfout",
    "Inleesopzij",
    "Inleesrij",
    "Inleesspoor",
    "Inleesverschil",
    "Inlezing",
    "Kolomkoppeling",
    "Status",
    "Uitkomst",
]
