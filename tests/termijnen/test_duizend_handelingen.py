"""After a thousand acts of chance every term stands there as a fresh computation says."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from begeleiding.actions import maak_versie, neem_terug, vink_af, zet_niet_van_toepassing
from begeleiding.models import Stapstand
from dossiers.actions import (
    draag_al_het_werk_over,
    laat_verlopen,
    neem_aan,
    trek_verwijzing_in,
    vertrek,
    verwijs,
    vestig,
    wijs_af,
    wijs_toe,
    wijzig_persoon,
    wijzig_vestiging,
)
from dossiers.actions.samenvoegen import voeg_samen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.models import (
    Doorverwijzing,
    Gezinslid,
    Opvang,
    Samenvoeging,
    Statushouder,
    Vergunning,
    Vestiging,
    WijzeVanKomst,
)
from huisvesting.actions import beeindig, bied_aan, neem_stap_terug, plaats, teken, zet_stap
from huisvesting.models import Aanbod, Plaatsing, Woning
from huisvesting.rules import Stap
from kern.register import register
from kern.weigering import Verouderd
from partners.actions import beantwoord_vraag, vraag_gemeente
from partners.models import Vraag
from termijnen import motor
from termijnen.actions import besluit, draai_terug, herbereken
from termijnen.figures import regels
from termijnen.models import Termijn, Uitzondering
from tests.begeleiding.factories import planlijst
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import PeriodeFactory, WoningFactory
from tests.termijnen.zonder_dossier import ZonderDossier, begin_begroting
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
BEGIN, MEI = date(2016, 1, 1), date(2017, 5, 1)
WERELDEN, GELUKT = 4, 250  # together a thousand acts that were saved
# what leaves fewer persons to act on, and what is about all of them at once
ZELDEN = {"leg_opgave_vast": 0.2, "bewaar_afspraak": 0.3, "sluit_maand": 0.3, "heropen_maand": 0.2}
ZELDEN |= {"voeg_samen": 0.2, "maak_ongedaan": 0.5, "draag_over": 0.2, "maak_versie": 0.2}
GEWEIGERD = (ValidationError, Verouderd, LookupError)


class Wereld(ZonderDossier):
    """Twelve persons in four families and alone; each act takes what chance gives, and may be refused."""

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)
        self.collegas = GebruikerFactory.create_batch(2, rol=Rol.KLANTREGISSEUR)
        self.partners = OrganisatieFactory.create_batch(3, van_plan=True)
        self.els = GebruikerFactory(rol=Rol.PARTNER, organisatie=self.partners[0])
        planlijst()
        PeriodeFactory(code="2017-H1", van=date(2017, 1, 1), tot_en_met=date(2017, 6, 30))
        gezinnen = [GezinFactory() for _ in range(4)]
        for nummer in range(12):
            wie = self._persoon()
            if nummer < 9:
                rol = "hoofd" if nummer < 4 else "overig"
                GezinslidFactory(gezin=gezinnen[nummer % 4], statushouder=wie, rol=rol, van=date(2015, 1, 1))
        WoningFactory.create_batch(3, capaciteit=20)
        begin_begroting(self, BEGIN)
        herbereken()

    def _persoon(self) -> Statushouder:
        geboren = self.kans.choice([date(1999, 9, 19), date(2000, 2, 29), date(1980, 5, 17)])
        jaar = self.kans.random() < 0.2
        return StatushouderFactory(
            wijze_van_komst=self.kans.choice([WijzeVanKomst.KOPPELING, WijzeVanKomst.AMV]),
            opvang=Opvang.KSO,
            vergunning=Vergunning.ASIEL,
            geboren_vroegst=date(geboren.year, 1, 1) if jaar else geboren,
            geboren_laatst=date(geboren.year, 12, 31) if jaar else geboren,
            regie__regisseur=self.collegas[0],
        )

    def dag(self) -> date:
        return BEGIN + timedelta(days=self.kans.randrange((MEI - BEGIN).days + 1))

    def een(self, rijen: Any) -> Any:
        """One of these rows; LookupError where there is none."""
        gevonden = list(rijen.order_by("pk"))
        if not gevonden:
            raise LookupError
        return self.kans.choice(gevonden)

    def persoon(self) -> Statushouder:
        return self.een(Statushouder.objects.actueel())

    def gezin(self) -> list[Statushouder]:
        wie = self.persoon()
        leden = Gezinslid.objects.filter(statushouder=wie, tot=None).values("gezin")
        samen = Statushouder.objects.filter(lidmaatschappen__gezin__in=leden, lidmaatschappen__tot=None)
        return list(samen.order_by("pk")) or [wie]

    def vestig(self) -> None:
        personen = self.gezin()
        vestig(personen, van=self.dag())
        register.werk_bij(personen)

    def vertrek(self) -> None:
        vertrek(self.persoon(), op=self.dag(), reden="Verhuisd")

    def wijzig_vestiging(self) -> None:
        rij = self.een(Vestiging.objects.all())
        gegevens = {"van": self.dag(), "tot": None, "brp_op": self.kans.choice([None, self.dag()])}
        wijzig_vestiging(rij, versie=rij.versie, gegevens={**gegevens, "reden_vertrek": ""})

    def wijzig_persoon(self) -> None:
        wie = self.persoon()
        gegevens = {
            "coa_koppeldatum": self.kans.choice([None, self.dag()]),
            "vergunning_op": self.kans.choice([None, self.dag()]),
        }
        wijzig_persoon(wie, versie=wie.versie, gegevens=gegevens)

    def plaats(self) -> None:
        plaats(self.gezin(), woning=self.een(Woning.objects.all()), van=self.dag())

    def beeindig(self) -> None:
        rij = self.een(Plaatsing.objects.filter(tot=None))
        beeindig(rij, versie=rij.versie, tot=rij.van + timedelta(days=self.kans.randrange(1, 90)))

    def bied_aan(self) -> None:
        bied_aan(
            huurder=self.persoon(),
            woning=self.een(Woning.objects.all()),
            personen=1,
            aangeboden_op=self.dag(),
            vandaag=MEI,
        )

    def zet_stap(self) -> None:
        rij = self.een(Aanbod.objects.all())
        stap = self.kans.choice([stap for stap in Stap if stap is not Stap.CONTRACT])
        op = rij.aangeboden_op + timedelta(days=self.kans.randrange(30))
        zet_stap(rij, stap=stap, versie=rij.versie, op=op, vandaag=MEI, reden="Te klein")

    def teken(self) -> None:
        rij = self.een(Aanbod.objects.filter(contract_op=None, geaccepteerd_op__isnull=False))
        op = rij.geaccepteerd_op + timedelta(days=self.kans.randrange(10))
        teken(rij, versie=rij.versie, op=op, vandaag=MEI, personen=[rij.statushouder])

    def neem_stap_terug(self) -> None:
        rij = self.een(Aanbod.objects.all())
        neem_stap_terug(rij, versie=rij.versie, vandaag=MEI)

    def vink_af(self) -> None:
        rij = self.een(Stapstand.objects.all())
        vink_af(rij, versie=rij.versie, op=self.dag(), vandaag=MEI, door=self.collegas[0])

    def zet_niet_van_toepassing(self) -> None:
        rij = self.een(Stapstand.objects.all())
        zet_niet_van_toepassing(
            rij, versie=rij.versie, reden="Heeft er een", vandaag=MEI, door=self.collegas[0]
        )

    def neem_terug(self) -> None:
        rij = self.een(Stapstand.objects.all())
        neem_terug(rij, versie=rij.versie)

    def besluit(self) -> None:
        rij = self.een(Termijn.objects.all())
        besluit(
            rij,
            regel=regels()[rij.code].regel,
            soort=self.kans.choice(["uitstel", "vrijstelling"]),
            nieuwe_datum=self.kans.choice([None, MEI + timedelta(days=400)]),
            reden="Wacht",
            op=MEI,
            door=self.collegas[0],
        )

    def draai_terug(self) -> None:
        draai_terug(self.een(Uitzondering.objects.all()), op=MEI)

    def wijs_toe(self) -> None:
        wijs_toe(self.gezin(), regisseur=self.kans.choice(self.collegas), van=self.dag())

    def draag_over(self) -> None:
        van, aan = self.kans.sample(self.collegas, 2)
        draag_al_het_werk_over(van=van, aan=aan, op=MEI, door=van)

    def voeg_samen(self) -> None:
        een, ander = self.persoon(), self.persoon()
        if een.pk == ander.pk:
            raise LookupError
        versies = (een.versie, ander.versie)
        voeg_samen(een, ander, versies=versies, keuzes={}, reden="naam", op=MEI, door=None)

    def maak_ongedaan(self) -> None:
        maak_ongedaan(self.een(Samenvoeging.objects.geldig()), op=MEI, door=None)

    def verwijs(self) -> None:
        gegevens = {
            "organisatie": self.kans.choice(self.partners),
            "domeinen": self.kans.choice([["dossiers"], ["dossiers", "begeleiding"], ["huisvesting"]]),
            "doel": "Begeleiding",
            "tot_en_met": date(2018, 12, 31),
        }
        verwijs(
            self.persoon(),
            gegevens=gegevens,
            heel_gezin=self.kans.random() < 0.5,
            op=self.dag(),
            door=self.collegas[0],
        )

    def antwoord(self) -> None:
        rij = self.een(Doorverwijzing.objects.onbeantwoord())
        op = rij.gevraagd_op + timedelta(days=self.kans.randrange(20))
        self.kans.choice(
            [
                lambda: neem_aan(rij, op=op, door=self.els),
                lambda: wijs_af(rij, reden="Geen plaats", op=op, door=self.els),
                lambda: trek_verwijzing_in(rij, reden="Verhuisd", op=op, door=self.collegas[0]),
            ]
        )()

    def laat_verlopen(self) -> None:
        if not laat_verlopen(op=self.dag()):
            raise LookupError

    def vraag_gemeente(self) -> None:
        rij = self.een(Doorverwijzing.objects.filter(afgewezen_op=None, beeindigd_op=None))
        vraag_gemeente(rij, soort="vraag", tekst="Mag dit?", op=rij.gevraagd_op, door=self.els)

    def beantwoord_vraag(self) -> None:
        beantwoord_vraag(self.een(Vraag.objects.open()), antwoord="Ja.", op=MEI, door=self.collegas[0])

    def maak_versie(self) -> None:
        maak_versie(geldig_vanaf=self.dag(), toelichting="Afspraak", vandaag=BEGIN - timedelta(days=1))

    def handelingen(self) -> list[str]:
        eigen = {"dag", "een", "persoon", "gezin", "handelingen"}
        return [naam for naam in vars(Wereld) | vars(ZonderDossier) if naam[0] != "_" and naam not in eigen]


def _loop(zaad: int, gelukt: Counter[str], gezien: set[str]) -> None:
    """GELUKT acts that were saved in a new world; compared is all of it, in one question for all rules."""
    wereld, tot = Wereld(zaad), gelukt.total() + GELUKT
    namen = {naam: ZELDEN.get(naam, 1) for naam in wereld.handelingen()}
    for _poging in range(GELUKT * 20):
        [naam] = wereld.kans.choices(list(namen), weights=list(namen.values()))
        with suppress(*GEWEIGERD), transaction.atomic():
            getattr(wereld, naam)()
            gelukt[naam] += 1
            if gelukt.total() % 25 == 0:
                assert motor.onvers() == [], naam
                gezien |= set(Termijn.objects.values_list("code", flat=True))
        if gelukt.total() == tot:
            break
    assert motor.onvers() == []
    assert herbereken() == (0, 0, 0)


def test_na_duizend_handelingen_staat_alles_er_zoals_zijn_regel_zegt():
    gelukt, gezien = Counter[str](), set[str]()
    for zaad in range(WERELDEN):
        punt = transaction.savepoint()
        _loop(zaad, gelukt, gezien)
        transaction.savepoint_rollback(punt)
    assert gelukt.total() == 1000
    # else chance would have proven nothing: each act was done, and each rule had terms
    assert set(gelukt) == set(Wereld(0).handelingen())
    assert gezien == set(regels())


def test_wie_het_register_vergeet_wordt_gezien(monkeypatch):
    """The control: without the call the same walk leaves stale rows behind."""
    wereld = Wereld(0)
    monkeypatch.setattr(register, "_bijwerker", lambda _dossiers: None)
    for _ in range(40):
        with suppress(*GEWEIGERD):
            wereld.kans.choice([wereld.wijzig_persoon, wereld.vestig])()
    assert motor.onvers()
