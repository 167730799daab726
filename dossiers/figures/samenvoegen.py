"""Two dossiers beside each other: what is known of both persons, what would move, and which pairs are open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, F, IntegerField, QuerySet, Value

from dossiers.figures.dubbelen import Paar, dubbelen_in_bestand
from dossiers.figures.eenmaal import eenmaal
from dossiers.models import Dubbelbesluit, Regie, Samenvoeging, Statushouder, Vestiging
from dossiers.rules.gelijkenis import Gelijkenis, Kandidaat, vergelijk, vergelijk_velden
from dossiers.rules.samenvoegen import Verbinding, botsend, verbindingen
from dossiers.rules.samenvoegvelden import Keuzeveld, keuzevelden
from kern.contract import Gebruiker


@dataclass(frozen=True)
class Naast:
    """A choice with how both sides compare; `woorden` say more where the rule of likeness has them."""

    veld: Keuzeveld
    soort: str
    woorden: str


@dataclass(frozen=True)
class Meegaan:
    """Rows of one kind: of the dossier that stays, of the other, and how many of those stay behind.

    `voorrang` and `aaneen` say why: which of two has the person, in words, or two spells become one.
    """

    namen: str
    blijft: int
    vervalt: int
    achter: int
    voorrang: str = ""
    aaneen: bool = False

    @property
    def samen(self) -> int:
        """What the dossier has afterwards."""
        return self.blijft + self.vervalt - self.achter


def velden_naast_elkaar(blijft: Kandidaat, vervalt: Kandidaat, *personen: Statushouder) -> list[Naast]:
    """All choices with their verdict, as the rules of likeness give it for the fields that they know."""
    oordelen = {oordeel.veld: oordeel for oordeel in vergelijk_velden(blijft, vervalt)}
    naast = []
    for veld in keuzevelden():
        soort, oordeel = veld.soort(*personen), oordelen.get(veld.code)
        gelijkend = oordeel is not None and soort not in {"gelijk", "een_keer", "onbekend"}
        naast.append(
            Naast(veld, oordeel.soort, oordeel.woorden) if oordeel and gelijkend else Naast(veld, soort, "")
        )
    return naast


def gelijkenis(een: Kandidaat, ander: Kandidaat) -> Gelijkenis | None:
    """How much two persons are alike; None where the rule says that they are two people."""
    return vergelijk(een, ander)


def gaat_mee(blijft: Statushouder, vervalt: Statushouder) -> list[Meegaan]:
    """What both dossiers hold by kind, and what of it would move; two queries, whatever is in them.

    Kinds of which neither has anything are left out, and so is who went up in them before.
    """
    delen = [deel for deel in verbindingen() if deel.model is not Statushouder]
    aantallen = _tel([deel.rijen(blijft, vervalt) for deel in delen], delen)
    achter = _tel([botsend(deel, van=vervalt, naar=blijft) for deel in delen], delen)
    per_model: dict[type[models.Model], list[int]] = {}
    for nummer, deel in enumerate(delen):
        stand = per_model.setdefault(deel.model, [0, 0, 0])
        stand[0] += aantallen[nummer, blijft.pk]
        stand[1] += aantallen[nummer, vervalt.pk]
        stand[2] += achter[nummer, vervalt.pk]
    return [
        Meegaan(
            str(model._meta.verbose_name_plural),
            blijft=stand[0],
            vervalt=stand[1],
            achter=stand[2],
            voorrang=getattr(model, "voorrangszin", ""),
            aaneen=model is Vestiging,
        )
        for model, stand in per_model.items()
        if stand[0] or stand[1]
    ]


def _tel(vragen: list[QuerySet[models.Model]], delen: list[Verbinding]) -> Counter[tuple[int, int]]:
    """Numbers of rows by (place of the question, person), in one query."""
    tellingen = [
        vraag.order_by()
        .annotate(soort_nummer=Value(nummer, output_field=IntegerField()), kant_nummer=F(f"{deel.veld}_id"))
        .values("soort_nummer", "kant_nummer")
        .annotate(hoeveel=Count("pk"))
        .values_list("soort_nummer", "kant_nummer", "hoeveel")
        for nummer, (vraag, deel) in enumerate(zip(vragen, delen, strict=True))
    ]
    eerste, *rest = tellingen
    return Counter({(nummer, kant): hoeveel for nummer, kant, hoeveel in eerste.union(*rest, all=True)})


def regie_van(*personen: Statushouder) -> dict[int, Regie]:
    """The running assignment by person; one query."""
    lopend = Regie.objects.filter(statushouder__in=personen, tot=None).select_related("regisseur")
    return {regie.statushouder_id: regie for regie in lopend}


def samenvoegingen_bij(persoon: Statushouder) -> list[Samenvoeging]:
    """All merges in which this dossier took part, undone ones too, the newest first; read once for each object.

    No query where the page knows that there is none (`met_samenvoeging`), which is almost always.
    """
    if not getattr(persoon, "ooit_samengevoegd", True):
        return []
    rijen = Samenvoeging.objects.bij(persoon)
    rijen = rijen.prefetch_related("blijft", "vervalt", "door", "ongedaan_door")
    return eenmaal(persoon, "samenvoegingen", lees=lambda: list(rijen))


def opgegaan_in(persoon: Statushouder) -> list[Samenvoeging]:
    """The dossiers that went up in this one and are still in it, the newest first."""
    return [rij for rij in samenvoegingen_bij(persoon) if rij.blijft_id == persoon.pk and not rij.ongedaan_op]


def open_paren(gebruiker: Gebruiker) -> list[Paar]:
    """Pairs of persons whom this user may see who may be one, the most alike first; decided ones are left out."""
    besloten = set(Dubbelbesluit.objects.paren())
    paren = dubbelen_in_bestand(Statushouder.objects.zichtbaar_voor(gebruiker))
    return [paar for paar in paren if (paar.een, paar.ander) not in besloten]
