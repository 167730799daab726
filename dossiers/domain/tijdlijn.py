"""The events of the case itself on the time line of a person: what was recorded, and dated facts.

A task stands on the day on which it was done, or else has to be done. When a row was typed in is no fact
about the person; the history says that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse

from dossiers.domain.samengevoegd import samengevoegd
from dossiers.domain.verwezen import verwezen
from dossiers.figures import mensen, vastleggen
from dossiers.figures.inzage import KERN, domeinen_in, mag_in
from dossiers.models import (
    Contactmoment,
    Contactsoort,
    Document,
    Dossierdeel,
    Regie,
    Relatie,
    Signaal,
    Statushouder,
    Taak,
    Vestiging,
)
from dossiers.rules.inzage import mag_veld
from kern import schrijfwijze
from kern.contract import Gebeurtenis, Gebruiker, Terugblik
from kern.opmaak.datum import schrijf_datum
from toegang.rules import WIJZIGEN, mag, van_gemeente

D = TypeVar("D", bound=Dossierdeel)
CONTACT, DOCUMENT, DOMEIN = "contact", "document", "domein"
_CONTACTEN = {
    Contactsoort.NOTITIE: ("notitie", "Notitie"),
    Contactsoort.TELEFOON: ("telefoon", "Gebeld"),
    Contactsoort.BEZOEK: ("huisvesting", "Huisbezoek"),
    Contactsoort.GESPREK: ("gebruiker", "Gesprek op kantoor"),
    Contactsoort.BERICHT: ("bericht", "E-mail of app"),
    Contactsoort.BRIEF: ("rapport", "Brief"),
}


def vooraf(personen: Sequence[Statushouder]) -> None:
    """Read the assignments and the spells of all these persons, where that was not done yet; two queries."""
    regie = Prefetch("regie", mensen.met_vervangers(Regie.objects.order_by("van", "pk")))
    vestigingen = Prefetch("vestigingen", Vestiging.objects.order_by("van", "pk"))
    prefetch_related_objects(personen, regie, vestigingen)


def tijdlijn(persoon: Statushouder, gebruiker: Gebruiker, terugblik: Terugblik) -> Iterator[Gebeurtenis]:
    """The events of this person, who was found through `zichtbaar_voor`, that this user may see.

    One query for each kind of row.
    """
    vooraf([persoon])
    contacten, documenten, werk = [], [], vastleggen.Werk((), ())
    waarvan = persoon, gebruiker, domeinen_in([persoon], gebruiker)[persoon.pk]
    if terugblik.wil(CONTACT):
        contacten = list(
            terugblik.nieuwste(mensen.met_mensen(Contactmoment.objects.in_dossier(*waarvan)), "op")
        )
    if terugblik.wil(DOCUMENT):
        documenten = list(terugblik.nieuwste(mensen.met_mensen(Document.objects.in_dossier(*waarvan)), "op"))
    if terugblik.wil(DOMEIN):
        werk = vastleggen.werk(persoon, gebruiker)
    yield from (_contact(rij) for rij in contacten)
    yield from (_document(rij) for rij in documenten)
    if terugblik.wil(DOMEIN):
        yield from (_taak(rij) for rij in _nieuwste_eerst(werk.taken))
        yield from _signalen(_nieuwste_eerst(werk.signalen))
        if mag_in(persoon, gebruiker, KERN):
            yield from _van_de_zaak(persoon, gebruiker)


def _van_de_zaak(persoon: Statushouder, gebruiker: Gebruiker) -> Iterator[Gebeurtenis]:
    """What the case itself knows; for who may read it here. That two were one is for the municipality."""
    yield from _relaties(persoon, mensen.relaties(persoon, gebruiker))
    yield from _regie(persoon.regie.all())
    yield from _vestigingen(persoon, gebruiker)
    if van_gemeente(gebruiker):
        yield from verwezen(persoon, gebruiker)
        yield from samengevoegd(persoon)
    if persoon.coa_koppeldatum and mag_veld(gebruiker, "coa_koppeldatum"):
        yield _feit(persoon.coa_koppeldatum, "gebruiker", "Gekoppeld door COA")


def _nieuwste_eerst(rijen: Iterable[D]) -> list[D]:
    """Of rows with the same day the one that was recorded last stands first."""
    return sorted(rijen, key=attrgetter("pk"), reverse=True)


def _deel(rij: Dossierdeel, **velden: Any) -> Gebeurtenis:
    """An event of a recorded row, which is struck out where the row is."""
    return Gebeurtenis(
        door=str(rij.auteur or ""),
        adres=rij.get_absolute_url(),
        doorgehaald=rij.doorgehaald_reden,
        **velden,
    )


def _contact(rij: Contactmoment) -> Gebeurtenis:
    icoon, titel = _CONTACTEN[Contactsoort(rij.soort)]
    tijd = f" om {schrijfwijze.tijd(rij.tijd)}" if rij.tijd else ""
    tolk = ", met tolk" if rij.met_tolk else ""
    over = "" if rij.domein == "dossiers" else f" over {vastleggen.onderwerp(rij.domein).lower()}"
    return _deel(
        rij, op=rij.op, soort=CONTACT, icoon=icoon, titel=f"{titel}{over}{tijd}{tolk}", tekst=rij.tekst
    )


def _document(rij: Document) -> Gebeurtenis:
    return _deel(rij, op=rij.op, soort=DOCUMENT, icoon="document", titel=rij.naam)


def _taak(rij: Taak) -> Gebeurtenis:
    """A task on the day on which it was done, or else on which it is due."""
    if rij.gedaan_op is None:
        titel, icoon, tekst = f"Uiterlijk te doen: {rij.wat}", "open", f"Voor {rij.eigenaar}."
        if rij.eerst_uiterlijk_op:
            was = schrijf_datum(rij.eerst_uiterlijk_op)
            tekst = f"{tekst} Uitgesteld, was uiterlijk op {was}: {rij.uitstel_reden}"
    else:
        titel, icoon, tekst = f"Gedaan: {rij.wat}", "vink", f"Gedaan door {rij.gedaan_door or 'onbekend'}."
    return Gebeurtenis(
        op=rij.gedaan_op or rij.uiterlijk_op,
        soort=DOMEIN,
        icoon=icoon,
        titel=titel,
        tekst=tekst,
        adres=rij.get_absolute_url(),
        doorgehaald=rij.doorgehaald_reden,
    )


def _signalen(rijen: Sequence[Signaal]) -> Iterator[Gebeurtenis]:
    """Signals on the day of the report, and their answers on that of the answer."""
    for rij in rijen:
        bij = f", {rij.organisatie}" if rij.organisatie else ""
        yield _deel(
            rij,
            op=rij.gemeld_op,
            soort=DOMEIN,
            icoon="vlag",
            titel=f"Signaal van {rij.melder}{bij}",
            tekst=rij.wat,
        )
    for rij in rijen:
        if rij.beantwoord_op:
            yield Gebeurtenis(
                op=rij.beantwoord_op,
                soort=DOMEIN,
                icoon="vlag",
                titel="Signaal beantwoord",
                tekst=rij.antwoord,
                door=str(rij.beantwoord_door or ""),
                adres=rij.get_absolute_url(),
                doorgehaald=rij.doorgehaald_reden,
            )


def _relaties(persoon: Statushouder, relaties: Iterable[Relatie]) -> Iterator[Gebeurtenis]:
    """Kinship and guardianship from the side of this person: when it began, and when it ended."""
    for rij in relaties:
        wat = rij.get_soort_display().lower()
        if rij.persoon_id == persoon.pk:
            begin, einde = f"{rij.verwant.naam} is {wat}", f"{rij.verwant.naam} is niet meer {wat}"
        else:
            begin, einde = f"Is {wat} van {rij.persoon.naam}", f"Is niet meer {wat} van {rij.persoon.naam}"
        yield _feit(rij.van, "dossiers", begin)
        if rij.tot:
            yield _feit(rij.tot, "dossiers", einde)


def _regie(rijen: Iterable[Regie]) -> Iterator[Gebeurtenis]:
    """Whose case it became; a row that was replaced on its first day says nothing."""
    geldig = [rij for rij in rijen if rij.tot is None or rij.tot > rij.van]
    for nummer, rij in enumerate(geldig):
        if rij.regisseur is None:
            titel = "Naar de werkvoorraad" if nummer else "Dossier geregistreerd, nog niet toegewezen"
        else:
            titel = f"{'Overgedragen' if nummer else 'Toegewezen'} aan {rij.regisseur}"
        yield _feit(rij.van, "overdragen", titel)


def _vestigingen(persoon: Statushouder, gebruiker: Gebruiker) -> Iterator[Gebeurtenis]:
    """Spells, each with the page where it is corrected for who may."""
    mag_wijzigen = mag(gebruiker, "dossiers", WIJZIGEN)
    for rij in persoon.vestigingen.all():
        adres = reverse("dossiers:vestiging", args=[persoon.sleutel, rij.pk]) if mag_wijzigen else ""
        brp = f"Ingeschreven in de BRP op {schrijfwijze.dag(rij.brp_op)}." if rij.brp_op else ""
        yield _feit(rij.van, "plaats", "Gevestigd in Wassenaar", brp, adres)
        if rij.tot:
            yield _feit(rij.tot, "plaats", "Vertrokken uit Wassenaar", rij.reden_vertrek, adres)


def _feit(op: Any, icoon: str, titel: str, tekst: str = "", adres: str = "") -> Gebeurtenis:
    return Gebeurtenis(op=op, soort=DOMEIN, icoon=icoon, titel=titel, tekst=tekst, adres=adres)
