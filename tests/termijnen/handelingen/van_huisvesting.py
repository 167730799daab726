"""The actions of housing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from huisvesting import actions as huisvesting
from huisvesting.models import (
    MogelijkeWoning,
    Plaatsing,
    Prestatieafspraak,
    Stuurgetal,
    Toezichtstap,
    Uitruil,
)
from huisvesting.rules import Stap
from huisvesting.rules.amv import Invoer, gevolgen
from tests.huisvesting.factories import OpgaveFactory, ToezichtstapFactory, WoningFactory
from tests.termijnen.handelingen.wereld import APRIL, MEI, Doe, Wereld, geval

JUNI = date(2017, 6, 1)


@geval("huisvesting.plaats", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: huisvesting.plaats([w.sami], woning=w.woning, van=APRIL)


@geval("huisvesting.beeindig")
def _(w: Wereld) -> Doe:
    huisvesting.plaats([w.sami], woning=w.woning, van=APRIL)
    rij = Plaatsing.objects.get()
    return lambda: huisvesting.beeindig(rij, versie=rij.versie, tot=MEI)


# who is too young for a home of their own: a place in a shared one meets no term
@geval("huisvesting.bied_aan")
def _(w: Wereld) -> Doe:
    wat = {"woning": WoningFactory(amv_woning=True), "personen": 1, "aangeboden_op": APRIL}
    return lambda: huisvesting.bied_aan(huurder=w.tariq, **wat, vandaag=MEI)


@geval("huisvesting.zet_stap", raakt=True)
def _(w: Wereld) -> Doe:
    rij = w.aanbod()
    huisvesting.teken(rij, versie=rij.versie, op=APRIL, vandaag=MEI, personen=[w.sami])
    rij = w.vers(rij)
    return lambda: huisvesting.zet_stap(rij, stap=Stap.SLEUTEL, versie=rij.versie, op=MEI, vandaag=MEI)


@geval("huisvesting.teken", raakt=True)
def _(w: Wereld) -> Doe:
    rij = w.aanbod()
    return lambda: huisvesting.teken(rij, versie=rij.versie, op=APRIL, vandaag=MEI, personen=[w.sami])


@geval("huisvesting.neem_stap_terug", raakt=True)
def _(w: Wereld) -> Doe:
    rij = w.aanbod()
    huisvesting.teken(rij, versie=rij.versie, op=APRIL, vandaag=MEI, personen=[w.sami])
    rij = w.vers(rij)
    return lambda: huisvesting.neem_stap_terug(rij, versie=rij.versie, vandaag=MEI)


@geval("huisvesting.bewaar_uitkomst")
def _(w: Wereld) -> Doe:
    invoer = Invoer(instroom=4, verblijf=18, plekken=4, woningen=Decimal(1), maanden=12, tarief=Decimal(300))
    wat = gevolgen(invoer, [], woningen=[2] * 7, peildatum=MEI)
    return lambda: huisvesting.bewaar_uitkomst(
        naam="Proef", invoer=invoer, gevolgen=wat, peildatum=MEI, door=w.hanneke, op=MEI
    )


def _mogelijk() -> Any:
    return MogelijkeWoning.objects.create(omschrijving="Kerkstraat 12", herkomst="gemeente")


@geval("huisvesting.bewaar_mogelijke_woning")
def _(_w: Wereld) -> Doe:
    rij = _mogelijk()
    return lambda: huisvesting.bewaar_mogelijke_woning(rij, versie=1, gegevens={"omschrijving": "Anders"})


@geval("huisvesting.maak_woning")
def _(_w: Wereld) -> Doe:
    rij, adres = _mogelijk(), {"straat": "Kerkstraat", "huisnummer": 12, "postcode": "2242AA"}
    return lambda: huisvesting.maak_woning(rij, versie=1, gegevens=adres)


@geval("huisvesting.bewaar_afspraak", raakt=True)
def _(w: Wereld) -> Doe:
    gegevens = {"verhuurder": w.partner, "van": APRIL, "tot_en_met": JUNI, "woningen": 3, "bron": "Brief"}
    return lambda: huisvesting.bewaar_afspraak(Prestatieafspraak(), gegevens=gegevens)


@geval("huisvesting.leg_opgave_vast", raakt=True)
def _(_w: Wereld) -> Doe:
    gegevens = {"aantal": 16, "bekend_op": MEI, "bron": "Staatscourant"}
    return lambda: huisvesting.leg_opgave_vast(periode="2017-H2", gegevens=gegevens)


@geval("huisvesting.wijzig_opgave")
def _(w: Wereld) -> Doe:
    rij = OpgaveFactory(periode=w.periode)
    return lambda: huisvesting.wijzig_opgave(rij, versie=1, gegevens={"aantal": 21})


@geval("huisvesting.bewaar_uitruil")
def _(w: Wereld) -> Doe:
    OpgaveFactory(periode=w.periode)
    gegevens = {"gemeente": "Leiden", "aantal": -3, "besloten_op": MEI, "bron": "Besluit"}
    return lambda: huisvesting.bewaar_uitruil(Uitruil(periode=w.periode), gegevens=gegevens)


@geval("huisvesting.bewaar_stuurgetal")
def _(_w: Wereld) -> Doe:
    gegevens = {"code": "opgave_later", "waarde": Decimal(12), "vanaf": MEI, "bron": "Proef"}
    return lambda: huisvesting.bewaar_stuurgetal(Stuurgetal(), gegevens=gegevens)


@geval("huisvesting.bewaar_toezichtstap")
def _(w: Wereld) -> Doe:
    gegevens = {"periode": w.periode, "trede": "signaleren", "op": APRIL}
    return lambda: huisvesting.bewaar_toezichtstap(Toezichtstap(), gegevens=gegevens)


@geval("huisvesting.haal_toezichtstap_door")
def _(w: Wereld) -> Doe:
    rij = ToezichtstapFactory(periode=w.periode)
    return lambda: huisvesting.haal_toezichtstap_door(rij, versie=rij.versie, reden="Fout")


@geval("huisvesting.hertel")
def _(w: Wereld) -> Doe:
    return lambda: huisvesting.hertel(w.iedereen())


@geval("huisvesting.hertel_alles")
def _(_w: Wereld) -> Doe:
    return huisvesting.hertel_alles


def _gaat_over(w: Wereld) -> Any:
    huisvesting.plaats([w.tariq], woning=w.woning, van=APRIL)
    return lambda: huisvesting.meld_overname(w.vers(w.tariq), gemeente="Leiden", gemeld_op=MEI, vandaag=MEI)


@geval("huisvesting.meld_overname")
def _(w: Wereld) -> Doe:
    return _gaat_over(w)


@geval("huisvesting.haal_overname_weg")
def _(w: Wereld) -> Doe:
    rij = _gaat_over(w)()
    return lambda: huisvesting.haal_overname_weg(rij, versie=rij.versie)


@geval("huisvesting.leg_verwachting_vast")
def _(w: Wereld) -> Doe:
    return lambda: huisvesting.leg_verwachting_vast(w.sami, verwacht_op=JUNI, bron="Brief")


@geval("huisvesting.bewaar_woning", raakt=True)
def _(w: Wereld) -> Doe:
    huisvesting.plaats([w.tariq], woning=w.woning, van=APRIL)
    return lambda: huisvesting.bewaar_woning(w.woning, versie=1, gegevens={"amv_woning": True})
