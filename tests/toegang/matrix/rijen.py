"""What belongs to each user or to nobody, made before the first question, so that each finds the same rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile

from dossiers.models import Bewaardfilter, Waarneming, Werkoverdracht
from financien.figures import bereken
from financien.models import Activiteit, Periodeafsluiting, Rekening, Verplichting
from huisvesting.actions import bewaar_uitkomst
from huisvesting.figures import amv as amvcijfers
from huisvesting.models import (
    AmvUitkomst,
    MogelijkeWoning,
    Opgave,
    Periode,
    Prestatieafspraak,
    Stuurgetal,
    Toezichtstap,
    Uitruil,
)
from huisvesting.rules.amv import Invoer, gevolgen
from kern.namens import namens
from kern.register import register
from rapportage.models import Rapport
from tests.financien.factories import (
    BoekingFactory,
    MerkFactory,
    PeriodeafsluitingFactory,
    RekeningFactory,
    VerplichtingFactory,
)
from tests.harnas.paginas import als_web
from tests.toegang.factories import OrganisatieFactory
from tests.toegang.matrix.wereld import EIGEN, MEI, PARTNERBEHEER, Wereld
from toegang.models import Leesregel, Organisatie, Rol, Uitnodiging
from uitwisseling import actions
from uitwisseling.models import Inlezing

PERIODE = "2017-H1"
MAG_PERSONEN_INLEZEN = frozenset({Rol.KLANTREGISSEUR, Rol.COORDINATOR})
# By month how far the report of it is.
RAPPORTEN = {date(2017, 4, 1): "gepubliceerd", date(2017, 3, 1): "gemaakt"}


def filter_(wereld: Wereld, wie: str) -> Bewaardfilter:
    """A kept filter of this user."""
    return Bewaardfilter.objects.get_or_create(
        gebruiker=wereld.gebruikers[wie], naam="Proef", defaults={"parameters": {"stand": "gevestigd"}}
    )[0]


def inlezing(wereld: Wereld, wie: str) -> Inlezing:
    """A file of this user, read and not saved."""
    bestand = SimpleUploadedFile(
        "personen.csv", b"achternaam;voornamen;geboortedatum\r\nProef;Piet;17-05-1980\r\n"
    )
    gebruiker = wereld.gebruikers[wie]
    if eerder := Inlezing.objects.filter(gebruiker=gebruiker).first():
        return eerder
    rij = actions.ontvang("personen", bestand, gebruiker=gebruiker, op=MEI)
    if wie not in MAG_PERSONEN_INLEZEN:
        return rij
    with als_web(), namens(gebruiker, op=MEI):  # so that the work table is of the role that goes on with it
        return actions.lees(rij)


def authenticator(wereld: Wereld, wie: str) -> Authenticator:
    """A key of this user."""
    return Authenticator.objects.get_or_create(
        user=wereld.gebruikers[wie],
        type=Authenticator.Type.WEBAUTHN,
        defaults={"data": {"name": "Sleutel", "credential": {}}},
    )[0]


def maak_losse_rijen(wereld: Wereld) -> None:
    """All of them."""
    for wie in wereld.gebruikers:
        filter_(wereld, wie)
        inlezing(wereld, wie)
        authenticator(wereld, wie)
    waarneming(wereld)
    werkoverdracht(wereld)
    # before an entry: after it no line of the budget comes any more
    verplichting(wereld)
    uitruil(wereld)
    mogelijke_woning(wereld)
    afspraak(wereld)
    stuurgetal(wereld)
    toezichtstap(wereld)
    amv_getallen(wereld)
    amv_uitkomst(wereld)
    van_plan()
    leesregel(wereld)
    _rapporten()


def leesregel(_wereld: Wereld) -> UUID:
    """The key of a row of the read log."""
    rij = Leesregel.objects.filter(wat="Proef").first()
    rij = rij or Leesregel.objects.create(wat="Proef", handeling="inzien", uitkomst="gezien")
    rij.refresh_from_db()
    return rij.sleutel


def waarneming(wereld: Wereld) -> int:
    """Somebody is away."""
    wie = {
        "afwezige": wereld.gebruikers[Rol.KLANTREGISSEUR],
        "waarnemer": wereld.gebruikers[Rol.COORDINATOR],
    }
    return Waarneming.objects.get_or_create(**wie, van=MEI, tot=date(2017, 6, 1))[0].pk


def werkoverdracht(wereld: Wereld) -> int:
    """Somebody left, and this was taken back already."""
    van, aan = wereld.gebruikers[Rol.KLANTREGISSEUR], wereld.gebruikers[Rol.COORDINATOR]
    wie = {"van": van, "aan": aan, "door": van, "op": MEI, "teruggedraaid_op": MEI}
    wat = {"waarnemingen": [waarneming(wereld)]}
    return Werkoverdracht.objects.get_or_create(**wie, defaults=wat)[0].pk


def woning(wereld: Wereld) -> int:
    """A home."""
    return int(wereld.gezinnen[EIGEN].plaatsing.woning_id)


def mogelijke_woning(_wereld: Wereld) -> int:
    """A home that may come."""
    return MogelijkeWoning.objects.get_or_create(omschrijving="Proef", herkomst="gemeente")[0].pk


def afspraak(_wereld: Wereld) -> int:
    """What a landlord promised."""
    verhuurder = Organisatie.objects.order_by("pk").first()
    wat = {"verhuurder": verhuurder, "van": MEI, "tot_en_met": date(2017, 12, 31)}
    return Prestatieafspraak.objects.get_or_create(**wat, defaults={"woningen": 3, "bron": "Proef"})[0].pk


def opgave(_wereld: Wereld) -> int:
    """The number of the plan for a period."""
    return Opgave.objects.filter(periode__code=PERIODE).first().pk


def uitruil(_wereld: Wereld) -> int:
    """An exchange with another municipality."""
    periode = Periode.objects.get(code=PERIODE)
    wat = {"gemeente": "Voorschoten", "aantal": 1, "besloten_op": date(2017, 1, 1), "bron": "Besluit"}
    return Uitruil.objects.get_or_create(periode=periode, **wat)[0].pk


def stuurgetal(_wereld: Wereld) -> int:
    """A number to steer by."""
    wat = {"code": "opgave_later", "wijk": "", "vanaf": date(2017, 1, 1)}
    return Stuurgetal.objects.get_or_create(**wat, defaults={"waarde": 12, "bron": "Proef"})[0].pk


def toezichtstap(_wereld: Wereld) -> int:
    """What the province did."""
    periode = Periode.objects.get(code=PERIODE)
    return Toezichtstap.objects.get_or_create(
        periode=periode, trede="signaleren", defaults={"op": date(2017, 4, 3)}
    )[0].pk


def amv_getallen(_wereld: Wereld) -> None:
    """All numbers that the page of the AMV homes reckons with."""
    for code in amvcijfers.INVOER.values():
        wat = {"code": code, "wijk": "", "vanaf": date(2017, 1, 1)}
        Stuurgetal.objects.get_or_create(**wat, defaults={"waarde": 12, "bron": "Proef"})


def amv_uitkomst(wereld: Wereld) -> int:
    """An outcome of that page that was kept."""
    if eerder := AmvUitkomst.objects.filter(naam="Proef").first():
        return int(eerder.pk)
    invoer = Invoer(instroom=4, verblijf=18, plekken=4, woningen=Decimal(1), maanden=12, tarief=Decimal(300))
    return int(
        bewaar_uitkomst(
            naam="Proef",
            invoer=invoer,
            gevolgen=gevolgen(invoer, [], woningen=[2] * 7, peildatum=MEI),
            peildatum=MEI,
            door=wereld.gebruikers[Rol.COORDINATOR],
            op=MEI,
        ).pk
    )


def begrotingsregel(_wereld: Wereld) -> str:
    """A line of the budget that counts persons whom we know."""
    cijfers = {cijfer.code for cijfer in register.kerncijfers() if cijfer.dossier_via}
    with namens(None, op=MEI):
        regels = [rij for rij in bereken(MEI).personen if rij.grondslag and rij.geteld is not None]
    return str(next(rij.regel.code for rij in regels if rij.grondslag.kerncijfer in cijfers))


def boeking(_wereld: Wereld) -> int:
    """An entry of the ledger without a line."""
    return int(BoekingFactory().pk)


def boekingsmerk(_wereld: Wereld) -> int:
    """A mark on an entry."""
    return int(MerkFactory().pk)


def verplichting(_wereld: Wereld) -> int:
    """A commitment."""
    return int((Verplichting.objects.first() or VerplichtingFactory()).pk)


def rekening(_wereld: Wereld) -> int:
    """A rule which account belongs to which line."""
    regel = Activiteit.objects.first()  # of the plan: none is made any more after an entry
    rij = Rekening.objects.filter(kostenplaats="67199").first()
    return int((rij or RekeningFactory(kostenplaats="67199", activiteit=regel)).pk)


def maandafsluiting(_wereld: Wereld) -> int:
    """A month that is closed."""
    return int((Periodeafsluiting.objects.first() or PeriodeafsluitingFactory(maand=date(2017, 2, 1))).pk)


def uitnodiging(wereld: Wereld, organisatie: Organisatie) -> int:
    """Somebody whom this organisation invited."""
    beheer = wereld.gebruikers[PARTNERBEHEER]
    velden = {"naam": "Genodigde", "gevraagd_door": beheer}
    rij, _nieuw = Uitnodiging.objects.get_or_create(
        organisatie=organisatie, email="genodigde@proef.example", defaults=velden
    )
    return int(rij.pk)


def van_plan() -> int:
    """An organisation of the plan."""
    naam = "Organisatie van het plan"
    gevonden = Organisatie.objects.filter(naam=naam).first()
    return int((gevonden or OrganisatieFactory(naam=naam, van_plan=True)).pk)


def _rapporten() -> None:
    for maand, status in RAPPORTEN.items():
        Rapport.objects.create(
            soort="voortgang",
            maand=maand,
            versie=1,
            status=status,
            gevraagd_op=MEI,
            gemaakt_op=MEI,
            gegevens="{}",
            sha256="0" * 64,
            pdf=b"%PDF-1.7",
        )
