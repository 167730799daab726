"""That two dossiers became one, or two again, on the time line of both."""

from __future__ import annotations

from collections.abc import Iterator

from dossiers.figures.samenvoegen import samenvoegingen_bij
from dossiers.models import Statushouder
from kern.contract import Gebeurtenis


def samengevoegd(persoon: Statushouder) -> Iterator[Gebeurtenis]:
    """An event for each merge and each undoing in which this dossier took part."""
    for rij in samenvoegingen_bij(persoon):
        ander = rij.vervalt if rij.blijft_id == persoon.pk else rij.blijft
        yield Gebeurtenis(
            op=rij.op,
            soort="domein",
            icoon="dossiers",
            titel=f"Samengevoegd met {ander.nummer}",
            tekst=rij.toelichting or rij.get_reden_display(),
            door=str(rij.door or ""),
        )
        if rij.ongedaan_op:
            yield Gebeurtenis(
                op=rij.ongedaan_op,
                soort="domein",
                icoon="dossiers",
                titel=f"Samenvoeging met {ander.nummer} ongedaan gemaakt",
                door=str(rij.ongedaan_door or ""),
            )
