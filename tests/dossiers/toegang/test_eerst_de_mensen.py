"""What an act on a person locks or writes first: that person, with the family. Else two could wait for one another."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers import actions
from dossiers.models import Relatie, Relatiesoort, Taak
from huisvesting.actions import (
    bewaar_woning,
    haal_overname_weg,
    leg_verwachting_vast,
    meld_overname,
    plaats,
)
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.huisvesting.tellen import amv
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI, NU = date(2017, 5, 1), date(2018, 7, 4)
_HOUDT_VAST = re.compile(r"wi_vergrendel|FOR (NO KEY )?UPDATE|^(INSERT|UPDATE|DELETE)")


def eerst(doe) -> str:
    """The first statement of this act that locks or writes something."""
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        doe()
    return next(vraag["sql"] for vraag in vragen if _HOUDT_VAST.search(vraag["sql"]))


def een_vertrek():
    vestiging = VestigingFactory(van=date(2016, 1, 1))
    return lambda: actions.vertrek(vestiging.statushouder, op=MEI, reden="Verhuisd")


def een_andere_vestiging():
    vestiging = VestigingFactory(van=date(2016, 1, 1))
    return lambda: actions.wijzig_vestiging(vestiging, versie=1, gegevens={"tot": MEI})


def een_relatie():
    persoon, verwant = StatushouderFactory.create_batch(2)
    return lambda: actions.leg_relatie_vast(
        persoon=persoon, verwant=verwant, soort=Relatiesoort.VOOGD, van=MEI
    )


def een_einde_van_een_relatie():
    een_relatie()()
    relatie = Relatie.objects.get()
    return lambda: actions.beeindig_relatie(relatie, versie=1, tot=NU)


def een_geteld_kind():
    persoon = amv()
    plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 2, 1))
    return persoon


def meld(persoon, **anders):
    return meld_overname(persoon, gemeente="Leiden", gemeld_op=NU, vandaag=NU, **anders)


def een_overname():
    persoon = een_geteld_kind()
    return lambda: meld(persoon)


def een_verbeterde_overname():
    persoon = een_geteld_kind()
    meld(persoon)
    return lambda: meld(persoon, versie=1)


def een_overname_die_weggaat():
    overname = meld(een_geteld_kind())
    return lambda: haal_overname_weg(overname, versie=1)


def een_verwachting():
    persoon = StatushouderFactory()
    return lambda: leg_verwachting_vast(persoon, verwacht_op=MEI, bron="Brief")


def een_andere_verwachting():
    persoon = VerwachtingFactory().statushouder
    return lambda: leg_verwachting_vast(persoon, verwacht_op=MEI, bron="Brief", versie=1)


def een_bewoonde_woning():
    woning = PlaatsingFactory().woning
    return lambda: bewaar_woning(woning, versie=1, gegevens={"plaats": "Leiden"})


def een_taak():
    wie, ik = StatushouderFactory(), GebruikerFactory()
    taak = Taak.objects.create(statushouder=wie, wat="Bel terug", uiterlijk_op=MEI, eigenaar=ik)
    return lambda: actions.wijzig_taak(taak, versie=1, gegevens={"wat": "Schrijf"}, op=MEI)


def een_nieuw_gezinslid():
    gezin = GezinslidFactory(gezin=GezinFactory()).gezin
    persoon = actions.NieuwePersoon(voornamen="Rima", achternaam="Haddad")
    return lambda: actions.registreer_gezinnen([actions.NieuwGezin(gezin=gezin, personen=[persoon])], op=MEI)


@pytest.mark.parametrize(
    "handeling",
    [
        een_vertrek,
        een_andere_vestiging,
        een_relatie,
        een_einde_van_een_relatie,
        een_overname,
        een_verbeterde_overname,
        een_overname_die_weggaat,
        een_verwachting,
        een_andere_verwachting,
        een_bewoonde_woning,
        een_taak,
        een_nieuw_gezinslid,
    ],
)
def test_eerst_de_mensen(handeling):
    assert "wi_vergrendel" in eerst(handeling())


def test_een_verwijzing_houdt_alleen_zichzelf_vast():
    """Negative control: nobody counts by its answer, and a partner may lock no persons."""
    verwijzing = DoorverwijzingFactory(aangenomen_op=None)
    sql = eerst(lambda: actions.wijs_af(verwijzing, reden="Vol", op=verwijzing.gevraagd_op, door=None))
    assert "FOR UPDATE" in sql
    assert "dossiers_doorverwijzing" in sql
