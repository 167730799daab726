"""Deadlines: what a domain says is due, by when, and where the work is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

from kern.contract.cijfers import Gebruiker
from kern.kalender import Soort

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, kw_only=True)
class Termijnregel:
    """A deadline for persons, as a question to the database that never depends on today.

    `rijen` gives a queryset of dictionaries with `dossier` (primary key of the person), `gezin` (that of the
    family whose term it is, on the dossier of its head; None where it is of the person alone), `gelegenheid`
    (what it is about, as text: one row for each dossier and gelegenheid; empty where there can be only one),
    `begint_op`, `vervalt_op` (the last day on which it is in time) and `voldaan_op` (None while it is not done);
    and where it ends by leaving `gestopt_op`, from which day on it is asked no more.

    `soort` says who set it: only `wet` is called too late by law, and only that is extended over weekends (T4).
    `keten` draws terms together that belong to one event, such as the 18th birthday. `actie` gives for a person,
    a gelegenheid and a user the act that settles it and the address where it is done, and asks the database
    nothing; None for who may not do it, or where only another can. `voortgang` gives for some gelegenheden how far
    each is at the end of a day, in words that go after the label; one query for all of them. `rol` is who does it
    where that is not the caseworker of the dossier: it then stands in the work of everybody with that role and of
    nobody else. With `vanaf_begin` it is in no list of work before `begint_op`, for until then it is somebody
    else's turn.

    A rule with `namen` is of no dossier but of another subject (a month, an agreement): `namen` gives by key of a
    subject what it is called, in one query for all of them. Its `rijen` give `onderwerp` (that key, as text) in
    place of `dossier` and `gezin`, or are that question as SQL without parameters where no queryset can say it;
    `actie` gets the key in place of a person; and it has a `rol`, since there is no caseworker. Its rows are kept
    by `register.werk_onderwerpen_bij`, which each act that touches them calls.
    """

    code: str
    label: str
    soort: Soort
    bron: str
    rijen: Callable[[], QuerySet[Any, Any] | str]
    actie: Callable[[Any, str, Gebruiker], tuple[str, str] | None] = (
        lambda _persoon, _gelegenheid, _gebruiker: None
    )
    voortgang: Callable[[Collection[str], date], Mapping[str, str]] | None = None
    keten: str = ""
    rol: str = ""
    vanaf_begin: bool = False
    namen: Callable[[Collection[str]], Mapping[str, str]] | None = None

    def __post_init__(self) -> None:
        """A term without a dossier is nobody's unless a role has it."""
        if self.namen and not self.rol:
            raise ImproperlyConfigured(f"Termijnregel {self.code} is zonder dossier en zonder rol.")

    @property
    def zonder_dossier(self) -> bool:
        """Of a subject that is no person."""
        return self.namen is not None
