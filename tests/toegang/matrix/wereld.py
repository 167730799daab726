"""One small world: a family in each state of access, and what every kind of address needs of it.

A family that is the user's own, one of somebody else, one of which the referral has ended or was
withdrawn, one that is shielded, and one that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from begeleiding.actions import volg_vestigingen
from dossiers.models import (
    Contactmoment,
    Document,
    Doorverwijzing,
    Dossierdeel,
    Dubbelbesluit,
    Inzagerecht,
    Relatie,
    Samenvoeging,
    Signaal,
    Statushouder,
    Taak,
    Vestiging,
    Zichtbaarheid,
)
from huisvesting.models import Plaatsing
from partners.models import Plaatsen, Vraag
from tests.begeleiding.factories import TrajectFactory, planlijst
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import (
    AanbodFactory,
    CoaRegelFactory,
    OvernameFactory,
    PlaatsingFactory,
    TellingFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.termijnen.factories import TermijnFactory, UitzonderingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Organisatie, Rol

MEI = date(2017, 5, 1)
GISTEREN = MEI - timedelta(days=1)

EIGEN, VREEMD, VERLOPEN = "eigen", "vreemd", "verlopen"
INGETROKKEN, AFGESCHERMD, ONTBREEKT = "ingetrokken", "afgeschermd", "ontbreekt"
GEVRAAGD = "gevraagd"  # referred, and not answered yet
GENOEMD = "genoemd"  # shielded, and the caseworker is named for it
# In the own dossier: for the municipality only, and about a domain that was not referred.
INTERN, ANDER_DOMEIN = "intern", "ander_domein"
VERWIJZING = "verwijzing"  # what was asked of the partner's organisation, also where it is over
GEZINNEN = (EIGEN, VREEMD, VERLOPEN, INGETROKKEN, GEVRAAGD, GENOEMD, AFGESCHERMD)
TOESTANDEN = (*GEZINNEN, ONTBREEKT)

PARTNERBEHEER, NIEMAND = "partnerbeheer", "niemand"
# The eight roles, a partner who keeps the users of the own organisation, and who has not signed in.
WIE = (*Rol.values, PARTNERBEHEER, NIEMAND)

# Whose family each role may know of. The family of somebody else has children only in it.
_OPEN = frozenset({EIGEN, VREEMD, VERLOPEN, INGETROKKEN, GEVRAAGD, VERWIJZING})
ZIET: dict[str, frozenset[str]] = {
    Rol.KLANTREGISSEUR: _OPEN | {GENOEMD, INTERN, ANDER_DOMEIN},
    Rol.COORDINATOR: _OPEN | {INTERN, ANDER_DOMEIN},
    Rol.CONSULENT: _OPEN - {VREEMD} | {INTERN},
    Rol.PARTNER: frozenset({EIGEN, VERWIJZING}),
    PARTNERBEHEER: frozenset({EIGEN, VERWIJZING}),
}

DELEN: dict[str, type[Dossierdeel]] = {
    "contact": Contactmoment,
    "taak": Taak,
    "document": Document,
    "signaal": Signaal,
}


@dataclass
class Gezin:
    """The rows of one family."""

    gezin: Any
    persoon: Statushouder
    ander: Statushouder
    delen: dict[str, Dossierdeel]
    vestiging: Vestiging
    relatie: Relatie
    samenvoeging: Samenvoeging
    plaatsing: Any
    verwijzing: Doorverwijzing
    inzagerecht: Inzagerecht
    termijn: Any
    besluit: Any


@dataclass
class Wereld:
    """All rows that addresses can be made of."""

    organisatie: Organisatie
    vreemde_organisatie: Organisatie
    gebruikers: dict[str, Gebruiker]
    vreemde_partner: Gebruiker
    gezinnen: dict[str, Gezin] = field(default_factory=dict)
    besloten: dict[str, dict[str, Dossierdeel]] = field(default_factory=dict)
    kanaries: Any = None  # `Kanaries`, once they are planted

    def gebruiker(self, wie: str) -> Gebruiker | None:
        """Who asks; None has not signed in."""
        return self.gebruikers.get(wie)


def maak_wereld() -> Wereld:
    """Make all of it, about 1 May 2017."""
    organisatie = OrganisatieFactory(naam="VluchtelingenWerk Proef")
    vreemde = OrganisatieFactory(naam="Jeugdformaat Proef")
    gebruikers = {
        rol: GebruikerFactory(
            rol=rol, naam=f"Proef {rol}", organisatie=organisatie if rol == Rol.PARTNER else None
        )
        for rol in Rol.values
    }
    gebruikers[PARTNERBEHEER] = GebruikerFactory(
        rol=Rol.PARTNER, organisatie=organisatie, beheert_organisatie=True, naam="Proef beheer"
    )
    wereld = Wereld(
        organisatie=organisatie,
        vreemde_organisatie=vreemde,
        gebruikers=gebruikers,
        vreemde_partner=GebruikerFactory(rol=Rol.PARTNER, organisatie=vreemde, naam="Ander Huis"),
    )
    planlijst()
    for plek in (organisatie, vreemde):
        Plaatsen.objects.create(organisatie=plek, vanaf=GISTEREN, aantal=10)
    for toestand in GEZINNEN:
        wereld.gezinnen[toestand] = maak_gezin(wereld, toestand)
    eigen = wereld.gezinnen[EIGEN].persoon
    schrijver = gebruikers[Rol.COORDINATOR]
    wereld.besloten = {
        INTERN: _delen(eigen, schrijver, zichtbaarheid=Zichtbaarheid.GEMEENTE),
        ANDER_DOMEIN: _delen(eigen, schrijver, zichtbaarheid=Zichtbaarheid.BETROKKEN, domein="huisvesting"),
    }
    return wereld


def maak_gezin(wereld: Wereld, toestand: str) -> Gezin:
    """Two persons, with a row in each table that has a key of a dossier."""
    geboren = date(2010, 1, 1) if toestand == VREEMD else date(1980, 5, 17)
    velden = {
        "geboren_vroegst": geboren,
        "geboren_laatst": geboren,
        "coa_koppeldatum": date(2017, 1, 2),
    }
    persoon, ander, opgegaan = (StatushouderFactory(**velden) for _ in range(3))
    gezin = GezinFactory(naam=f"Gezin {toestand}")
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    GezinslidFactory(gezin=gezin, statushouder=ander, rol="partner")
    regisseur = wereld.gebruikers[Rol.KLANTREGISSEUR]
    persoon.regie.update(regisseur=regisseur)
    samenvoeging = Samenvoeging.objects.create(
        blijft=persoon, vervalt=opgegaan, op=GISTEREN, door=regisseur, reden="gevraagd"
    )
    Statushouder.objects.filter(pk=opgegaan.pk).update(samengevoegd_met=persoon)
    eerste, tweede = sorted((persoon.pk, ander.pk))
    Dubbelbesluit.objects.create(eerste_id=eerste, tweede_id=tweede, op=GISTEREN, door=regisseur)
    plaatsing = _wonen(persoon, ander)
    termijn = TermijnFactory(statushouder=persoon)
    besluit = UitzonderingFactory(statushouder=persoon, besloten_op=GISTEREN, door=regisseur)
    vestiging = VestigingFactory(statushouder=persoon)
    volg_vestigingen([persoon])
    TrajectFactory(statushouder=ander, organisatie=wereld.organisatie)
    verwijzing = _verwijzing(wereld, gezin, toestand)
    Vraag.objects.create(
        doorverwijzing=verwijzing, soort="vraag", tekst="Mag dit?", gesteld_op=GISTEREN, antwoord_voor=MEI
    )
    inzagerecht = _inzagerecht(wereld, toestand, [persoon, ander, opgegaan])
    return Gezin(
        gezin=gezin,
        persoon=persoon,
        ander=ander,
        delen=_delen(persoon, regisseur, zichtbaarheid=Zichtbaarheid.BETROKKEN),
        vestiging=vestiging,
        relatie=Relatie.objects.create(persoon=persoon, verwant=ander, soort="ouder", van=GISTEREN),
        samenvoeging=samenvoeging,
        plaatsing=plaatsing,
        verwijzing=verwijzing,
        inzagerecht=inzagerecht,
        termijn=termijn,
        besluit=besluit,
    )


def _wonen(persoon: Statushouder, ander: Statushouder) -> Plaatsing:
    """Where they live, and what counts, is expected, offered, listed and taken over of them."""
    woning = WoningFactory(amv_woning=True)
    plaatsing: Plaatsing = PlaatsingFactory(statushouder=persoon, woning=woning, van=date(2017, 3, 28))
    TellingFactory(statushouder=persoon, plaatsing=plaatsing)
    VerwachtingFactory(statushouder=ander)
    AanbodFactory(statushouder=ander)
    CoaRegelFactory(statushouder=persoon)
    OvernameFactory(statushouder=ander)
    return plaatsing


def _verwijzing(wereld: Wereld, gezin: Any, toestand: str) -> Doorverwijzing:
    """Of the whole family: to the partner's organisation, or to the other one for who is not theirs."""
    velden: dict[str, Any] = {
        "statushouder": None,
        "gezin": gezin,
        "organisatie": wereld.organisatie,
        "domeinen": ["dossiers", "begeleiding"],
    }
    if toestand == VREEMD:
        velden["organisatie"] = wereld.vreemde_organisatie
    if toestand == VERLOPEN:
        velden["tot_en_met"] = GISTEREN
    if toestand == INGETROKKEN:
        velden |= {"beeindigd_op": MEI, "einde": Doorverwijzing.INGETROKKEN}
    if toestand == GEVRAAGD:
        velden["aangenomen_op"] = None
    verwijzing: Doorverwijzing = DoorverwijzingFactory(**velden)
    return verwijzing


def _inzagerecht(wereld: Wereld, toestand: str, personen: list[Statushouder]) -> Inzagerecht:
    """Somebody is named for each of them, and then they are shielded where the state says so."""
    genoemd = wereld.gebruikers[Rol.KLANTREGISSEUR] if toestand == GENOEMD else wereld.vreemde_partner
    rechten = [
        Inzagerecht.objects.create(statushouder=wie, gebruiker=genoemd, van=GISTEREN, reden="behandelaar")
        for wie in personen
    ]
    if toestand in {AFGESCHERMD, GENOEMD}:
        Statushouder.objects.filter(pk__in=[wie.pk for wie in personen]).update(afgeschermd=True)
        for wie in personen:
            wie.afgeschermd = True
    return rechten[0]


def _delen(
    persoon: Statushouder, van: Gebruiker, *, zichtbaarheid: str, domein: str = "dossiers"
) -> dict[str, Dossierdeel]:
    basis = {"statushouder": persoon, "auteur": van, "zichtbaarheid": zichtbaarheid, "domein": domein}
    return {
        "contact": Contactmoment.objects.create(**basis, op=GISTEREN, tekst="Gesprek"),
        "taak": Taak.objects.create(
            **basis,
            wat="Bellen",
            uiterlijk_op=MEI,
            eerst_uiterlijk_op=GISTEREN,
            uitstel_reden="Wacht op antwoord",
            eigenaar=van,
        ),
        "document": Document.objects.create(
            **basis,
            naam="brief.txt",
            op=GISTEREN,
            bestand="documenten/zz/is-er-niet",
            inhoudstype="text/plain",
            grootte=4,
            sha256="0" * 64,
        ),
        "signaal": Signaal.objects.create(
            **basis, wat="Niet gezien", gemeld_op=GISTEREN, melder="School", eigenaar=van, antwoord_voor=MEI
        ),
    }
