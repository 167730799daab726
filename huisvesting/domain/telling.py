"""How the count of one person is said, on the dossier and in lists: always with reason, rule and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossiers.models import Statushouder
from huisvesting.figures.telling import oordelen
from huisvesting.models import Telling
from huisvesting.rules import Oordeel, Persoonsfeiten, beoordeel
from kern.opmaak.datum import schrijf_datum


@dataclass(frozen=True)
class Telzin:
    """What is said of somebody's count: does it, why, and by which rule and source."""

    stand: str
    reden: str
    regel: str
    bron: str

    @property
    def samen(self) -> str:
        """In one line."""
        return f"{self.stand}. {self.reden} Regel {self.regel}, {self.bron}."


def onthoud_oordelen(personen: Sequence[Statushouder]) -> None:
    """Judge at once who of these has a home and no count, for `telzin`; four queries, or none."""
    vragen = [
        persoon
        for persoon in personen
        if persoon.plaatsingen.all()
        and not any(rij.waarde == 1 for rij in persoon.tellingen.all())
        and not hasattr(persoon, "teloordeel")
    ]
    if not vragen:
        return
    gevonden = oordelen([persoon.pk for persoon in vragen])
    for persoon in vragen:
        vars(persoon)["teloordeel"] = gevonden.get(persoon.pk)


def telzin(persoon: Statushouder, peildatum: date) -> Telzin | None:
    """What to say of this person's count at the end of the peildatum; None where there is nothing to say yet.

    Needs `plaatsingen` and `tellingen` read before. Without a home it is said of who never counts.
    """
    rijen = {rij.waarde: rij for rij in persoon.tellingen.all()}
    af = rijen.get(-1)
    if af and af.telt_op <= peildatum:
        return _zin(f"Telt niet meer mee vanaf {schrijf_datum(af.telt_op)}", af)
    if 1 in rijen:
        woord = "Telt op" if rijen[1].telt_op <= peildatum else "Telt vanaf"
        return _zin(f"{woord} {schrijf_datum(rijen[1].telt_op)}", rijen[1])
    oordeel: Oordeel | None = vars(persoon).get("teloordeel")
    if oordeel is None and not persoon.plaatsingen.all():
        oordeel = beoordeel(_feiten(persoon), [])
        if oordeel.regel != "H6" or "vergunning" not in oordeel.reden:
            return None
    return _zin("Telt niet mee", oordeel) if oordeel else None


def _zin(stand: str, bron: Telling | Oordeel) -> Telzin:
    return Telzin(stand, bron.reden, bron.regel, bron.bron)


def _feiten(persoon: Statushouder) -> Persoonsfeiten:
    return Persoonsfeiten(
        vergunning=persoon.vergunning,
        vergunning_op=persoon.vergunning_op,
        wijze_van_komst=persoon.wijze_van_komst,
        opvang=persoon.opvang,
        geboren=persoon.geboren,
    )
