"""On whose behalf the database is asked: its role, and what its row rules need to know of the user.

The web and the worker log in as a role that owns nothing and may read nothing of persons. Inside
`namens` they are `staf`, `mandaat` or `partner`: the row-level security of PostgreSQL then holds what
`zichtbaar_voor` holds, also where a view forgets it. After it there is no role any more, so that a
streaming answer or `on_commit` gets "permission denied" instead of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.db import connection, transaction

from kern.contract import Gebruiker

STAF, MANDAAT, PARTNER = "staf", "mandaat", "partner"
# the roles of users that have a role of their own in the database; everybody else is staff there
_ROLLEN = {"partner": PARTNER, "consulent": MANDAAT}
_NAMEN = ("role", "app.gebruiker", "app.rol", "app.organisatie", "app.dag")
# for whom the database remembers what was referred, within a transaction: empty when the user changes
_ONTHOUDEN = "app.verwezen"
_LEES = "SELECT " + ", ".join(f"current_setting('{naam}', true)" for naam in _NAMEN)
# the third argument: only for this transaction
_ZET = "SELECT " + ", ".join(f"set_config('{naam}', %s, %s)" for naam in (*_NAMEN, _ONTHOUDEN))
# what `app.rol` holds where nobody asks but the municipality itself: commands and tasks without a user
GEMEENTE = "gemeente"
_rol: ContextVar[str] = ContextVar("rol", default="")


def als_partner() -> bool:
    """Is the database asked as a partner here?"""
    return _rol.get() == PARTNER


def in_een_rol() -> bool:
    """Is the database asked on somebody's behalf here, whoever it is?"""
    return bool(_rol.get())


@contextmanager
def namens(gebruiker: Gebruiker | None, *, op: date) -> Iterator[None]:
    """Ask as this user, or with None as the municipality, with the referrals that hold on `op`.

    In one transaction. Where there is one around it already, the former role and settings come back
    by hand: a savepoint that is released would keep them for the rest of it.
    """
    binnen = connection.in_atomic_block
    instellingen = _instellingen(gebruiker, op)
    with _in_rol(instellingen[0]), transaction.atomic():
        vorige = _gelezen() if binnen else []
        _zet(instellingen, alleen_hier=True)
        yield
        if binnen and not connection.needs_rollback:  # a rollback brings them back by itself
            _zet(vorige, alleen_hier=True)


@contextmanager
def als_gemeente() -> Iterator[None]:
    """As the municipality itself, on the day that is asked already: for what follows from the facts of everybody.

    A count that is derived must not depend on how much the user sees who happened to touch it.
    """
    with _in_rol(STAF), transaction.atomic():
        vorige = _gelezen()
        _zet([STAF, "", GEMEENTE, "", vorige[-1]], alleen_hier=True)
        yield
        if not connection.needs_rollback:
            _zet(vorige, alleen_hier=True)


@contextmanager
def buiten_de_rol() -> Iterator[None]:
    """As who logged in, in the transaction that runs: for the outbox, which no role of a page reads or writes."""
    with _in_rol(""), transaction.atomic():
        vorige = _gelezen()
        _zet(["none", "", "", "", ""], alleen_hier=True)
        yield
        if not connection.needs_rollback:
            _zet(vorige, alleen_hier=True)


@contextmanager
def namens_doorlopend(gebruiker: Gebruiker | None, *, op: date) -> Iterator[None]:
    """As `namens`, for commands and tasks, which save in transactions of their own inside it.

    The role stays on the connection until the end of the block, also when it fails.
    """
    vorige = _gelezen()
    instellingen = _instellingen(gebruiker, op)
    _zet(instellingen, alleen_hier=False)
    try:
        with _in_rol(instellingen[0]):
            yield
    finally:
        # a transaction around it that failed takes the settings back with it; a lost connection has none
        if not connection.needs_rollback and connection.is_usable():
            _zet(vorige, alleen_hier=False)


@contextmanager
def _in_rol(rol: str) -> Iterator[None]:
    vorige = _rol.set(rol)
    try:
        yield
    finally:
        _rol.reset(vorige)


def _gelezen() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_LEES)
        rol, *rest = cursor.fetchone()
    return [rol or "none", *(waarde or "" for waarde in rest)]


def _zet(waarden: list[str], *, alleen_hier: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ZET, [deel for waarde in (*waarden, "") for deel in (waarde, alleen_hier)])


def _instellingen(gebruiker: Gebruiker | None, op: date) -> list[str]:
    if gebruiker is None:
        return [STAF, "", GEMEENTE, "", op.isoformat()]
    organisatie = gebruiker.organisatie_id if gebruiker.rol == PARTNER else None
    return [
        _ROLLEN.get(gebruiker.rol, STAF),
        str(gebruiker.pk),
        gebruiker.rol,
        str(organisatie or ""),
        op.isoformat(),
    ]
