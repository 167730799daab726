"""Writing in the shared case: one function for each act of a user."""

from dossiers.actions.registreren import (
    NieuwePersoon,
    NieuwGezin,
    neem_nummers,
    registreer_gezinnen,
    vertrek,
    vestig,
    wijzig_persoon,
)

__all__ = [
    "NieuwGezin",
    "NieuwePersoon",
    "neem_nummers",
    "registreer_gezinnen",
    "vertrek",
    "vestig",
    "wijzig_persoon",
]
