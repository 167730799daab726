"""One dossier as a document: the person, the family, the dated facts and what was recorded, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dossiers.figures.inzage import KERN, domeinen_in, mag_in
from dossiers.figures.verwijzen import verwijzingen
from dossiers.models import (
    Contactmoment,
    Document,
    Doorverwijzing,
    Gezinslid,
    Regie,
    Relatie,
    Signaal,
    Statushouder,
    Taak,
    Vestiging,
)
from dossiers.models.dossierdeel import Dossierdeel, DossierdeelQuerySet
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.inzage import mag_veld
from kern.contract import Gebruiker
from kern.register import register
from toegang.rules import van_gemeente

# Facts that are a field of the person: who may not read the field does not read the fact.
_VELD_VAN_FEIT = {"dossiers.gekoppeld": "coa_koppeldatum"}


def zichtbaar(gebruiker: Gebruiker | None) -> StatushouderQuerySet:
    """Persons that the user may see; without a user everybody who was not merged into another."""
    return Statushouder.objects.zichtbaar_voor(gebruiker) if gebruiker else Statushouder.objects.actueel()


def vind(nummer: str, gebruiker: Gebruiker | None) -> Statushouder | None:
    """The person of this dossier number; of two that became one, who stays. None as well when it is not yours."""
    rijen = zichtbaar(gebruiker)
    return rijen.filter(nummer=nummer).first() or rijen.filter(samengevoegd__nummer=nummer).first()


def dossierdocument(persoon: Statushouder, *, gebruiker: Gebruiker | None, peildatum: date) -> dict[str, Any]:
    """All of it as JSON values, without the BSN, struck-out records, and what the user may not see.

    Facts and spells are those begun on or before the peildatum; an end after it is None. What other
    domains hold comes by their facts. Kinship and spells are for who may read the case itself here.
    """
    kern = mag_in(persoon, gebruiker, KERN)
    return {
        "persoon": _persoon(persoon, gebruiker, peildatum),
        "gezin": _gezin(persoon, gebruiker, peildatum),
        "relaties": _relaties(persoon, gebruiker, peildatum) if kern else [],
        "regie": _regie(persoon, peildatum),
        "vestigingen": _vestigingen(persoon, peildatum) if kern else [],
        "doorverwijzingen": _doorverwijzingen(persoon, gebruiker, peildatum),
        "feiten": _feiten(persoon, gebruiker, peildatum),
        "contactmomenten": _contacten(persoon, gebruiker),
        "taken": _taken(persoon, gebruiker, peildatum),
        "signalen": _signalen(persoon, gebruiker, peildatum),
        "documenten": _documenten(persoon, gebruiker),
        **{
            naam: deel(persoon, gebruiker, peildatum)
            for domein in register
            for naam, deel in domein.dossierdelen.items()
        },
    }


def verwijzing_als_json(rij: Doorverwijzing, peildatum: date) -> dict[str, Any]:
    """A referral as it stood at the end of the peildatum; what came after it is None."""
    beeindigd_op = _dag(rij.beeindigd_op, peildatum)
    afgewezen_op = _dag(rij.afgewezen_op, peildatum)
    return {
        "organisatie": str(rij.organisatie),
        "gezin": rij.gezin_id is not None,
        "domeinen": rij.domeinen,
        "doel": rij.doel,
        "grondslag": rij.grondslag,
        "van": _dag(rij.van),
        "tot_en_met": _dag(rij.tot_en_met),
        "stand": str(rij.stand_op(peildatum)),
        "gevraagd_op": _dag(rij.gevraagd_op),
        "aangenomen_op": _dag(rij.aangenomen_op, peildatum),
        "afgewezen_op": afgewezen_op,
        "beeindigd_op": beeindigd_op,
        "reden": rij.reden if beeindigd_op or afgewezen_op else "",
    }


def _doorverwijzingen(
    persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date
) -> list[dict[str, Any]]:
    rijen = verwijzingen(persoon, gebruiker, peildatum).filter(gevraagd_op__lte=peildatum)
    return [verwijzing_als_json(rij, peildatum) for rij in rijen]


def _contacten(persoon: Statushouder, gebruiker: Gebruiker | None) -> list[dict[str, Any]]:
    rijen = _rijen(Contactmoment.objects.all(), persoon, gebruiker)
    velden = ("soort", "met_tolk", "tekst")
    return [{**_deel(rij), "op": _dag(rij.op), **{v: getattr(rij, v) for v in velden}} for rij in rijen]


def _taken(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> list[dict[str, Any]]:
    return [
        {
            **_deel(rij),
            "wat": rij.wat,
            "eigenaar": str(rij.eigenaar),
            "uiterlijk_op": _dag(rij.uiterlijk_op),
            "eerst_uiterlijk_op": _dag(rij.eerst_uiterlijk_op),
            "reden": rij.uitstel_reden or None,
            "gedaan_op": _dag(rij.gedaan_op, peildatum),
        }
        for rij in _rijen(Taak.objects.select_related("eigenaar"), persoon, gebruiker)
    ]


def _signalen(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> list[dict[str, Any]]:
    return [
        {
            **_deel(rij),
            "wat": rij.wat,
            "melder": rij.melder,
            "gemeld_op": _dag(rij.gemeld_op),
            "eigenaar": str(rij.eigenaar),
            "antwoord_voor": _dag(rij.antwoord_voor),
            "beantwoord_op": _dag(rij.beantwoord_op, peildatum),
        }
        for rij in _rijen(Signaal.objects.select_related("eigenaar"), persoon, gebruiker)
    ]


def _documenten(persoon: Statushouder, gebruiker: Gebruiker | None) -> list[dict[str, Any]]:
    rijen = _rijen(Document.objects.all(), persoon, gebruiker)
    velden = ("naam", "grootte", "sha256")
    return [{**_deel(rij), "op": _dag(rij.op), **{v: getattr(rij, v) for v in velden}} for rij in rijen]


def _dag(dag: date | None, peildatum: date | None = None) -> str | None:
    """A date as the command line writes it; None when it lies after the peildatum."""
    return dag.isoformat() if dag and (peildatum is None or dag <= peildatum) else None


def _persoon(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> dict[str, Any]:
    """What is known of the person; None where this user may not read it."""
    rijen: Any = Statushouder.objects.met_stand(peildatum)  # what it annotates, the type does not know
    stand = rijen.values("stand", "gevestigd_sinds").get(pk=persoon.pk)
    teksten = (
        "achternaam voorvoegsel voornamen geslacht nationaliteit tolktaal vnummer vergunning wijze_van_komst "
        "opvang telefoon email"
    )
    gegevens = {
        "dossier": persoon.nummer,
        **{naam: getattr(persoon, naam) for naam in teksten.split()},
        "geboren_vroegst": _dag(persoon.geboren_vroegst),
        "geboren_laatst": _dag(persoon.geboren_laatst),
        "vergunning_op": _dag(persoon.vergunning_op),
        "coa_koppeldatum": _dag(persoon.coa_koppeldatum),
        "stand": stand["stand"],
        "gevestigd_sinds": _dag(stand["gevestigd_sinds"]),
    }
    return {naam: waarde if mag_veld(gebruiker, naam) else None for naam, waarde in gegevens.items()}


def _gezin(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> dict[str, Any] | None:
    lopend = Gezinslid.objects.lopend_op(peildatum)
    eigen = lopend.filter(statushouder=persoon).select_related("gezin").first()
    if eigen is None:
        return None
    leden = lopend.filter(gezin=eigen.gezin, statushouder__in=zichtbaar(gebruiker))
    rijen = list(leden.select_related("statushouder").hoofd_eerst())
    if len(rijen) == 1 and gebruiker and not van_gemeente(gebruiker):
        return None  # the name of a family of which nobody else was referred says who they are
    return {
        "naam": eigen.gezin.naam,
        "leden": [
            {"dossier": lid.statushouder.nummer, "naam": lid.statushouder.naam, "rol": lid.rol}
            for lid in rijen
        ],
    }


def _relaties(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> list[dict[str, Any]]:
    leesbaar = Relatie.objects.leesbaar_voor(gebruiker).lopend_op(peildatum)
    lopend = leesbaar.filter(persoon=persoon, verwant__in=zichtbaar(gebruiker))
    return [
        {"dossier": rij.verwant.nummer, "naam": rij.verwant.naam, "soort": rij.soort, "van": _dag(rij.van)}
        for rij in lopend.select_related("verwant")
    ]


def _regie(persoon: Statushouder, peildatum: date) -> dict[str, Any] | None:
    rij = Regie.objects.lopend_op(peildatum).filter(statushouder=persoon).select_related("regisseur").first()
    if rij is None:
        return None
    return {"regisseur": str(rij.regisseur) if rij.regisseur else None, "van": _dag(rij.van)}


def _vestigingen(persoon: Statushouder, peildatum: date) -> list[dict[str, Any]]:
    return [
        {
            "gevestigd_op": _dag(rij.van),
            "brp_op": _dag(rij.brp_op, peildatum),
            "vertrokken_op": _dag(rij.tot, peildatum),
            "reden_vertrek": rij.reden_vertrek if _dag(rij.tot, peildatum) else "",
        }
        for rij in Vestiging.objects.filter(statushouder=persoon, van__lte=peildatum).order_by("van")
    ]


def _feiten(persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date) -> list[dict[str, Any]]:
    """The dated facts of all domains that the user may read, the oldest first."""
    leesbaar = domeinen_in([persoon], gebruiker)[persoon.pk]
    gevonden = [
        {"code": feit.code, "domein": domein.code, "label": feit.label, "op": rij["op"].isoformat()}
        for domein in register
        if domein.code in leesbaar
        for feit in domein.feiten
        if mag_veld(gebruiker, _VELD_VAN_FEIT.get(feit.code, ""))
        for rij in feit.rijen().filter(dossier=persoon.pk)
        if rij["op"] <= peildatum
    ]
    return sorted(gevonden, key=lambda feit: (feit["op"], feit["code"]))


def _rijen(rijen: Any, persoon: Statushouder, gebruiker: Gebruiker | None) -> Iterable[Any]:
    """What was recorded of this person and not struck out, as far as the user may read it."""
    mogelijk: DossierdeelQuerySet[Any] = rijen.geldig().filter(statushouder=persoon)
    return mogelijk.zichtbaar_voor(gebruiker) if gebruiker else mogelijk


def _deel(rij: Dossierdeel) -> dict[str, Any]:
    return {"domein": rij.domein, "zichtbaarheid": rij.zichtbaarheid}
