"""The same file once more: with other columns, or against the case as it is by now."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from uitwisseling.actions.keuren import keur, soort_van
from uitwisseling.actions.lezen import lees
from uitwisseling.inlezen import bestand, koppen, opslag
from uitwisseling.models import Inlezing, Status
from uitwisseling.rules.cellen import schoon
from uitwisseling.rules.grenzen import Weigering


def lees_kop(inlezing: Inlezing) -> list[str]:
    """The headers of the kept file, in their order; empty when it is no spreadsheet that is read here."""
    try:
        with opslag.open_klaar(inlezing) as klaar:
            kop = next(bestand.rijen(klaar), [])
    except Weigering:
        return []
    return [naam for cel in kop if (naam := schoon(cel))]


def past(inlezing: Inlezing, kop: list[str], kolommen: Mapping[str, str]) -> str:
    """Empty when the file can be read with these columns, else the sentence that says why not."""
    try:
        koppen.koppel(soort_van(inlezing.soort), kop, kolommen)
    except Weigering as fout:
        return str(fout)
    return ""


def koppel_anders(inlezing: Inlezing, kolommen: Mapping[str, str], *, later: bool = False) -> Inlezing:
    """Read a kept file that was not saved once more, with these columns (ours to theirs).

    `later`: only ask for it, a task reads it. ValidationError when it was saved or stopped
    meanwhile, or is refused as a whole.
    """
    with transaction.atomic():
        rij = Inlezing.objects.select_for_update().get(pk=inlezing.pk)
        if rij.status not in {Status.KLAARGEZET, Status.GEWEIGERD}:
            raise ValidationError(
                f"Dit bestand staat al op '{Status(rij.status).label}'. Vernieuw de bladzijde.",
                code="verouderd",
            )
        rij.status, rij.reden, rij.gedaan, rij.kolommen = Status.ONTVANGEN, "", 0, dict(kolommen)
        rij.save(update_fields=["status", "reden", "gedaan", "kolommen"])
    return rij if later else lees(rij)


def kijk_opnieuw(inlezing: Inlezing) -> Inlezing:
    """Look once more at a file that was set ready, because the case changed since."""
    with transaction.atomic():
        rij = Inlezing.objects.select_for_update().get(pk=inlezing.pk)
        if rij.status == Status.KLAARGEZET:
            keur(rij)
            rij.save()
    return rij


def zet_terug(inlezing: Inlezing, weigering: ValidationError) -> None:
    """Saving by a task was refused: back to where the user decides, with the reason, looked at anew."""
    with transaction.atomic():
        rij = Inlezing.objects.select_for_update().get(pk=inlezing.pk)
        if rij.status != Status.OPSLAAN:
            return
        keur(rij)
        rij.status, rij.reden = Status.KLAARGEZET, " ".join(weigering.messages)
        rij.save()


def gooi_weg(inlezing: Inlezing) -> None:
    """Keep nothing of a file that cannot be read: neither its row nor the file itself."""
    with transaction.atomic():
        inlezing.delete()
    opslag.weg(inlezing)
