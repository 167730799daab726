"""The six residents and the numbers of the example of the design."""

from datetime import date
from decimal import Decimal

from dossiers.models import Opvang, WijzeVanKomst
from huisvesting.models import Stuurcode, Stuurgetal
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory, WoningFactory

GETALLEN = {
    Stuurcode.AMV_INSTROOM: ("4", "Schatting van Nidos (april 2017)", False),
    Stuurcode.AMV_VERBLIJF: ("18", "Ervaring", True),
    Stuurcode.AMV_PLEKKEN: ("4", "Afspraak", True),
    Stuurcode.AMV_WONINGEN: ("1", "Plan", True),
    Stuurcode.AMV_MAANDEN: ("12", "Plan", True),
    Stuurcode.AMV_TARIEF: ("300", "Offerte van Jeugdformaat", False),
}
# Name, born, since when here; the first came before 2016 and does not count yet.
BEWONERS = [
    ("Yonas", "Tesfay", date(1999, 9, 19), date(2015, 10, 1)),
    ("Filmon", "Araya", date(2000, 2, 14), date(2016, 8, 1)),
    ("Abel", "Teklu", date(2000, 5, 3), date(2016, 8, 1)),
    ("Merhawi", "Gebru", date(2000, 11, 21), date(2016, 9, 1)),
    ("Robel", "Asmelash", date(2001, 1, 9), date(2016, 9, 1)),
    ("Hamid", "Safi", date(2001, 6, 30), date(2016, 10, 1)),
]


def bewoner(
    woning, voornamen="Filmon", achternaam="Araya", geboren=date(2000, 2, 14), sinds=date(2016, 8, 1)
):
    persoon = StatushouderFactory(
        voornamen=voornamen,
        achternaam=achternaam,
        geboren_vroegst=geboren,
        geboren_laatst=geboren,
        wijze_van_komst=WijzeVanKomst.AMV,
        opvang=Opvang.KSO,
    )
    plaatsing = PlaatsingFactory(statushouder=persoon, woning=woning, van=sinds)
    if sinds >= date(2016, 1, 1):
        TellingFactory(statushouder=persoon, plaatsing=plaatsing, telt_op=sinds)
    return persoon


def zet_getallen():
    for code, (waarde, bron, vast) in GETALLEN.items():
        Stuurgetal.objects.create(
            code=code, waarde=Decimal(waarde), vanaf=date(2017, 1, 1), bron=bron, vast=vast
        )


def zes_bewoners():
    """In two homes with four places."""
    huizen = WoningFactory.create_batch(2, amv_woning=True, capaciteit=4)
    return [bewoner(huizen[nummer % 2], *wie) for nummer, wie in enumerate(BEWONERS)]


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())
