"""The actions of guidance, the partners, the terms themselves, and of files."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.core.files import File

from begeleiding import actions as begeleiding
from begeleiding.models import EersteMaandStap, Intensiteit
from dossiers.actions import wijzig_vestiging
from dossiers.models import Statushouder, Vestiging
from partners import actions as partners
from termijnen import actions as termijnen
from termijnen.figures import regels
from tests.begeleiding.factories import TrajectFactory
from tests.termijnen.handelingen.wereld import APRIL, MEI, Doe, Wereld, geval
from uitwisseling import actions as uitwisseling

JUNI = date(2017, 6, 1)


@geval("begeleiding.vink_af", raakt=True)
def _(w: Wereld) -> Doe:
    for code in ("registratie", "woning", "onderwijs"):
        rij = w.stap(code)
        begeleiding.vink_af(rij, versie=rij.versie, op=APRIL, vandaag=MEI, door=w.els)
    rij = w.stap()
    return lambda: begeleiding.vink_af(rij, versie=rij.versie, op=APRIL, vandaag=MEI, door=w.els)


@geval("begeleiding.zet_niet_van_toepassing", raakt=True)
def _(w: Wereld) -> Doe:
    for code in ("registratie", "woning", "onderwijs"):
        rij = w.stap(code)
        begeleiding.vink_af(rij, versie=rij.versie, op=APRIL, vandaag=MEI, door=w.els)
    rij = w.stap()
    return lambda: begeleiding.zet_niet_van_toepassing(
        rij, versie=rij.versie, reden="Heeft er een", vandaag=MEI, door=w.els
    )


@geval("begeleiding.neem_terug", raakt=True)
def _(w: Wereld) -> Doe:
    for code in ("registratie", "woning", "onderwijs", "telefoon"):
        rij = w.stap(code)
        begeleiding.vink_af(rij, versie=rij.versie, op=APRIL, vandaag=MEI, door=w.els)
    rij = w.stap()
    return lambda: begeleiding.neem_terug(rij, versie=rij.versie)


@geval("begeleiding.begin_begeleiding")
def _(w: Wereld) -> Doe:
    wat = {"organisatie": w.partner, "van": APRIL, "intensiteit": Intensiteit.GEWOON}
    return lambda: begeleiding.begin_begeleiding([w.sami], **wat)


@geval("begeleiding.wijzig_begeleiding")
def _(w: Wereld) -> Doe:
    rij = TrajectFactory(statushouder=w.sami, organisatie=w.partner)
    gegevens = {"tot_en_met": JUNI, "begeleider": None, "vrijwilliger": "Anna", "intensiteit": "licht"}
    return lambda: begeleiding.wijzig_begeleiding(rij, versie=1, gegevens=gegevens)


def _versie(vanaf: date = JUNI) -> Any:
    return begeleiding.maak_versie(geldig_vanaf=vanaf, toelichting="Afspraak", vandaag=date(2017, 3, 1))


_STAP = {"code": "bank", "stap": "Bank", "uitleg": "", "feit": "", "volgorde": None}
VROEG = date(2017, 3, 1)


def _alleen_de_brp(w: Wereld, vanaf: date = date(2017, 3, 20)) -> Any:
    """A version with one step, which the registration of Rima fills in: a list of it is done."""
    rij = Vestiging.objects.get(statushouder=w.rima)
    wijzig_vestiging(rij, versie=rij.versie, gegevens={"brp_op": APRIL})
    versie = _versie(vanaf)
    for stap in versie.stappen.exclude(code="registratie"):
        begeleiding.haal_stap_weg(stap, versie=stap.versie, vandaag=VROEG)
    return versie


def _met_bank(versie: Any) -> Any:
    return begeleiding.bewaar_stap(EersteMaandStap(lijst=versie), gegevens=_STAP, vandaag=VROEG)


@geval("begeleiding.maak_versie")
def _(_w: Wereld) -> Doe:
    return lambda: _versie(date(2017, 3, 20))


@geval("begeleiding.wijzig_versie", raakt=True)
def _(w: Wereld) -> Doe:
    rij = _alleen_de_brp(w, JUNI)
    return lambda: begeleiding.wijzig_versie(
        rij, versie=1, geldig_vanaf=date(2017, 3, 20), toelichting="", vandaag=VROEG
    )


@geval("begeleiding.bewaar_stap", raakt=True)
def _(w: Wereld) -> Doe:
    versie = _alleen_de_brp(w)
    return lambda: _met_bank(versie)


@geval("begeleiding.haal_stap_weg", raakt=True)
def _(w: Wereld) -> Doe:
    stap = _met_bank(_alleen_de_brp(w))
    return lambda: begeleiding.haal_stap_weg(stap, versie=stap.versie, vandaag=VROEG)


@geval("begeleiding.verwijder_versie")
def _(w: Wereld) -> Doe:
    versie = _versie(date(2090, 1, 1))
    return lambda: begeleiding.verwijder_versie(versie, versie=versie.versie, vandaag=VROEG)


@geval("begeleiding.volg_vestigingen")
def _(w: Wereld) -> Doe:
    return lambda: begeleiding.volg_vestigingen(w.iedereen())


@geval("begeleiding.volg_alles")
def _(_w: Wereld) -> Doe:
    return begeleiding.volg_alles


@geval("begeleiding.vernieuw_lijsten", raakt=True)
def _(w: Wereld) -> Doe:
    EersteMaandStap.objects.create(lijst=_alleen_de_brp(w), code="bank", stap="Bank", volgorde=9)
    return lambda: begeleiding.vernieuw_lijsten(date(2017, 3, 1))


def _vraag(w: Wereld) -> Any:
    return partners.vraag_gemeente(w.open, soort="vraag", tekst="Mag dit?", op=APRIL, door=w.els)


@geval("partners.vraag_gemeente", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: _vraag(w)


@geval("partners.beantwoord_vraag", raakt=True)
def _(w: Wereld) -> Doe:
    rij = _vraag(w)
    return lambda: partners.beantwoord_vraag(rij, antwoord="Ja.", op=APRIL, door=w.marieke)


@geval("partners.zet_plaatsen")
def _(w: Wereld) -> Doe:
    return lambda: partners.zet_plaatsen(w.partner, aantal=3, vanaf=MEI, door=w.els)


@geval("partners.bewaak_verwijzingen", raakt=True)
def _(_w: Wereld) -> Doe:
    return lambda: partners.bewaak_verwijzingen(op=date(2017, 7, 1))


def _uitstel(w: Wereld) -> Any:
    rij = w.termijn()
    return termijnen.besluit(
        rij,
        regel=regels()[rij.code].regel,
        soort="uitstel",
        nieuwe_datum=JUNI,
        reden="Wacht",
        op=MEI,
        door=w.marieke,
    )


@geval("termijnen.besluit")
def _(w: Wereld) -> Doe:
    return lambda: _uitstel(w)


@geval("termijnen.draai_terug")
def _(w: Wereld) -> Doe:
    rij = _uitstel(w)
    return lambda: termijnen.draai_terug(rij, op=MEI)


@geval("termijnen.werk_bij")
def _(w: Wereld) -> Doe:
    Statushouder.objects.filter(pk=w.sami.pk).update(coa_koppeldatum=APRIL)
    return lambda: termijnen.werk_bij([w.sami])


@geval("termijnen.herbereken")
def _(w: Wereld) -> Doe:
    Statushouder.objects.filter(pk=w.sami.pk).update(coa_koppeldatum=APRIL)
    return termijnen.herbereken


def _bestand() -> File[Any]:
    regels_ = "vnummer;achternaam;voornamen;wijze_van_komst;coa_koppeldatum"
    tekst = f"{regels_}\n2741603318;Aziz;Rima;koppeling;3-4-2017"
    return File(io.BytesIO(tekst.encode()), name="personen.csv")


@geval("uitwisseling.importeer", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: uitwisseling.importeer("personen", _bestand(), gebruiker=w.marieke, op=MEI)


@geval("uitwisseling.sla_op", raakt=True)
def _(w: Wereld) -> Doe:
    rij = uitwisseling.lees_in("personen", _bestand(), gebruiker=w.marieke, op=MEI)
    return lambda: uitwisseling.sla_op(rij, op=MEI)


@geval("uitwisseling.lees_in")
def _(w: Wereld) -> Doe:
    return lambda: uitwisseling.lees_in("personen", _bestand(), gebruiker=w.marieke, op=MEI)


@geval("uitwisseling.stop")
def _(w: Wereld) -> Doe:
    rij = uitwisseling.lees_in("personen", _bestand(), gebruiker=w.marieke, op=MEI)
    return lambda: uitwisseling.stop(rij)


@geval("uitwisseling.maak_ongedaan")
def _(w: Wereld) -> Doe:
    """The dossiers that go take their terms along."""
    uitslag = uitwisseling.importeer("personen", _bestand(), gebruiker=w.marieke, op=MEI)
    return lambda: uitwisseling.maak_ongedaan(uitslag.inlezing, gebruiker=w.marieke, op=MEI)
