"""What a user decides of a file that was set ready: save it, or stop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kern.contract import Verwerker
from uitwisseling.actions.keuren import keur
from uitwisseling.inlezen import Werk, schrijven
from uitwisseling.inlezen.geschiedenis import onder
from uitwisseling.models import Inlezing, Status

_GEBOTST = "Terwijl wij opsloegen, veranderde iemand anders dezelfde gegevens. Er is niets opgeslagen."


def vraag_opslaan(
    inlezing: Inlezing, *, goede_rijen: bool = False, besluiten: Mapping[int, int] | None = None
) -> Inlezing:
    """Ask for saving by a task: the row keeps what was decided. See `sla_op`."""
    with transaction.atomic():
        rij = _vergrendeld(inlezing, Status.KLAARGEZET)
        _besluit(rij, goede_rijen, besluiten)
        rij.status = Status.OPSLAAN
        rij.save(update_fields=["status", "goede_rijen", "besluiten"])
    return rij


def sla_op(
    inlezing: Inlezing,
    *,
    op: date,
    goede_rijen: bool = False,
    besluiten: Mapping[int, int] | None = None,
) -> Inlezing:
    """Save what was set ready, all in one transaction; with `goede_rijen` without the faulty rows.

    `besluiten` says of rows set aside, by row number, the primary key of what they are, or 0 for
    somebody else; a row that is left out is decided later. Everything is looked at anew, against
    the case as it is now. ValidationError, and nothing saved: there are faults (code `fouten`), it
    was saved or stopped already, or somebody changed the same data meanwhile.
    """
    with transaction.atomic():
        rij = _vergrendeld(inlezing, Status.KLAARGEZET, Status.OPSLAAN)
        if rij.status == Status.KLAARGEZET:
            _besluit(rij, goede_rijen, besluiten)
        _schrijf(rij, op)
    return rij


def stop(inlezing: Inlezing) -> Inlezing:
    """Save nothing of a file that was set ready; the file stays, its rows go."""
    with transaction.atomic():
        rij = _vergrendeld(inlezing, Status.KLAARGEZET)
        rij.status = Status.GESTOPT
        rij.save(update_fields=["status"])
        _ruim_op(rij)
    return rij


def _besluit(rij: Inlezing, goede_rijen: bool, besluiten: Mapping[int, int] | None) -> None:
    rij.goede_rijen = goede_rijen
    rij.besluiten = {str(nummer): pk for nummer, pk in (besluiten or {}).items()}


def _vergrendeld(inlezing: Inlezing, *standen: Status) -> Inlezing:
    """The row, locked, if it still stands where the page showed it."""
    rij = Inlezing.objects.select_for_update().get(pk=inlezing.pk)
    if rij.status not in standen:
        raise ValidationError(
            f"Dit bestand staat al op '{Status(rij.status).label}'. Vernieuw de bladzijde.", code="verouderd"
        )
    return rij


def _schrijf(rij: Inlezing, op: date) -> None:
    werk, verwerker = keur(rij, opslaan=True)
    if rij.met_fout and not rij.goede_rijen:
        raise ValidationError(
            f"{rij.met_fout} van de {rij.gelezen} rijen hebben een fout. Er is niets opgeslagen.",
            code="fouten",
        )
    schrijf(werk, verwerker, op=op)


def schrijf(werk: Werk, verwerker: Verwerker, *, op: date) -> None:
    """Write the good rows that were just looked at, in the same transaction; the row then says so.

    ValidationError when somebody changed the same data at the same moment.
    """
    rij = werk.inlezing
    try:
        with transaction.atomic(), onder(inlezing=rij.pk, user=rij.gebruiker_id):
            schrijf_wijzigingen(werk)
            verwerker.schrijf(werk)
    except IntegrityError as fout:
        raise ValidationError(_GEBOTST, code="gebotst") from fout
    rij.status, rij.opgeslagen_op = Status.OPGESLAGEN, op
    rij.save()
    _ruim_op(rij)


def schrijf_wijzigingen(werk: Werk) -> None:
    """Write all changes that were found, in their order, a table at a time."""
    plan = (
        werk.inlezing.verschillen.exclude(model="")
        .order_by("stap", "model")
        .values_list("stap", "model")
        .distinct()
    )
    for stap, label in list(plan):
        schrijven.pas_toe(werk, apps.get_model(label), stap=stap)


def _ruim_op(rij: Inlezing) -> None:
    """The staged rows hold persons and have done their work; the file itself stays, encrypted."""
    rij.rijen.all().delete()
