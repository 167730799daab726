"""The part of housing on the page of a person."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from dossiers.models import Statushouder, WijzeVanKomst
from huisvesting import rules
from huisvesting.domain.telling import telzin
from huisvesting.domain.tijdlijn import vooraf
from huisvesting.models import Aanbod, Plaatsing, Verwachting
from kern.contract import Gebruiker, Paneel
from kern.opmaak.datum import schrijf_datum
from toegang.rules import WIJZIGEN, mag, van_gemeente


def paneel(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> Paneel:
    """Where somebody lives or is expected to, and whether they count."""
    vooraf([persoon])
    plaatsingen = list(persoon.plaatsingen.all())
    nu = [rij for rij in plaatsingen if rij.tot is None or rij.tot > peildatum]
    verwachting = next(
        (rij for rij in persoon.verwachtingen.all() if _komt_nog(rij, plaatsingen, peildatum)), None
    )
    aanbod = next((rij for rij in reversed(persoon.aanbod.all()) if not _afgerond(rij)), None)
    norm = _norm_van(persoon, peildatum) if van_gemeente(gebruiker) and not plaatsingen else None
    # the quota is the municipality's own affair
    telling = telzin(persoon, peildatum) if van_gemeente(gebruiker) else None
    return Paneel(
        kop="Huisvesting",
        icoon="huisvesting",
        stand=_stand(nu, norm, peildatum),
        feiten=[
            *(_plaatsing(rij) for rij in plaatsingen[-3:]),
            *([("Verwacht", schrijf_datum(verwachting.verwacht_op))] if verwachting else []),
            *([("Aanbod", _aanbod(aanbod))] if aanbod else []),
            *([("Woning zoeken", _norm(norm))] if norm else []),
            *([("Taakstelling", telling.samen)] if telling else []),
        ],
        leeg="Er is nog geen woning.",
        acties=_acties(persoon, nu, aanbod) if mag(gebruiker, "huisvesting", WIJZIGEN) else [],
    )


def _komt_nog(rij: Verwachting, plaatsingen: list[Plaatsing], peildatum: date) -> bool:
    """Of who has a home only a day that is still to come, for another home than the last one."""
    return not plaatsingen or (rij.verwacht_op >= peildatum and rij.verwacht_op > plaatsingen[-1].van)


def _norm_van(persoon: Statushouder, peildatum: date) -> rules.Normdeel | None:
    """The ten weeks for a home of somebody who was linked, as long as they run (H11)."""
    if persoon.wijze_van_komst != WijzeVanKomst.KOPPELING:
        return None
    deel = rules.delen(rules.Normdagen(gekoppeld_op=persoon.coa_koppeldatum), peildatum)[1]
    return deel if deel.loopt else None


def _stand(nu: list[Plaatsing], norm: rules.Normdeel | None, peildatum: date) -> tuple[str, str] | None:
    if any(rij.van <= peildatum for rij in nu):
        return ("goed", "Woont in een woning")
    return ("slecht", "Te laat") if norm and norm.te_laat else None


def _norm(deel: rules.Normdeel) -> str:
    """Until when the norm runs, and how late it is."""
    uiterlijk = f"uiterlijk {schrijf_datum(deel.uiterlijk)}" if deel.uiterlijk else ""
    if not deel.te_laat or deel.over is None:
        return f"{uiterlijk} (norm)"
    return f"{deel.over} {'dag' if deel.over == 1 else 'dagen'} te laat, {uiterlijk} (norm)"


def _plaatsing(rij: Plaatsing) -> tuple[str, str]:
    tot = f" tot {schrijf_datum(rij.tot)}" if rij.tot else ""
    return ("Woning", f"{rij.woning}, vanaf {schrijf_datum(rij.van)}{tot}")


def _afgerond(rij: Aanbod) -> bool:
    """Declined, withdrawn, or the key was given."""
    return bool(rij.geweigerd_op or rij.ingetrokken_op or rij.sleutel_op)


def _aanbod(rij: Aanbod) -> str:
    """The home with the last step of its offer."""
    stappen = (
        ("huur gaat in op", rij.contract_op),
        ("geaccepteerd op", rij.geaccepteerd_op),
        ("bezichtigd op", rij.bezichtigd_op),
        ("aangeboden op", rij.aangeboden_op),
    )
    woord, dag = next((woord, dag) for woord, dag in stappen if dag)
    return f"{rij.woning}, {woord} {schrijf_datum(dag)}"


def _acties(persoon: Statushouder, nu: list[Plaatsing], aanbod: Aanbod | None) -> list[tuple[str, str, str]]:
    """At most three: the offer that runs or a new one, the report that an AMV counts elsewhere, the end of the
    placement, and the expected day of a home, also of a bigger one or the own one of who lives here.
    """
    acties = []
    if aanbod:
        adres = reverse("huisvesting:aanbod", args=[aanbod.pk])
        acties.append(("Aanbod openen", adres, f"van {aanbod.woning}"))
    elif not nu:
        adres = reverse("huisvesting:aanbieden", args=[persoon.sleutel])
        acties.append(("Woning aanbieden", adres, f"aan {persoon.naam}"))
    if any(rij.regel == "H7" for rij in persoon.tellingen.all()):
        adres = reverse("huisvesting:overname", args=[persoon.sleutel])
        acties.append(("Andere gemeente heeft gemeld", adres, f"dat {persoon.naam} daar woont"))
    acties += [
        ("Plaatsing beëindigen", reverse("huisvesting:beeindigen", args=[rij.pk]), f"in {rij.woning}")
        for rij in nu
        if rij.tot is None
    ]
    adres = reverse("huisvesting:verwachting", args=[persoon.sleutel])
    acties.append(("Verwachte datum", adres, "van een andere woning" if nu else "van een woning"))
    return acties[:3]
