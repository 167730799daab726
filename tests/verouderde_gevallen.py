"""Stored rows with their page, and what two people make of one field: for test_verouderde_formulieren.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile

from dossiers.models import (
    Bewaardfilter,
    Contactmoment,
    Document,
    Regie,
    Relatie,
    Signaal,
    Taak,
    Waarneming,
)
from huisvesting.models import MogelijkeWoning, Prestatieafspraak, Uitruil
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import (
    AanbodFactory,
    OpgaveFactory,
    OvernameFactory,
    PlaatsingFactory,
    StuurgetalFactory,
    ToezichtstapFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from tests.verouderd_geval import DAG, Geval, gewoon, handeling, ik
from tests.verouderde_begeleiding import VAN_BEGELEIDING
from tests.verouderde_financien import VAN_FINANCIEN
from toegang.models import Rol


def _persoon() -> Geval:
    rij = StatushouderFactory()
    return Geval(rij, [rij.sleutel], {"voornamen": "Reem"}, "voornamen", "Rim")


def _vestiging() -> Geval:
    rij = VestigingFactory(van=date(2017, 1, 2))
    return Geval(rij, [rij.statushouder.sleutel, rij.pk], {"brp_op": date(2017, 1, 3)}, "brp_op", "4-1-2017")


def _contact() -> Contactmoment:
    return Contactmoment.objects.create(
        statushouder=StatushouderFactory(), op=DAG, tekst="Gebeld.", auteur=ik()
    )


def _taak(**velden: Any) -> Taak:
    return Taak.objects.create(
        statushouder=StatushouderFactory(), wat="Bel", uiterlijk_op=DAG, eigenaar=ik(), auteur=ik(), **velden
    )


def _signaal() -> Signaal:
    return Signaal.objects.create(
        statushouder=StatushouderFactory(),
        wat="Vaak te laat",
        melder="School",
        gemeld_op=DAG,
        antwoord_voor=DAG + timedelta(days=14),
        eigenaar=ik(),
        auteur=ik(),
    )


def _document() -> Document:
    rij = Document(statushouder=StatushouderFactory(), naam="Brief", op=DAG, grootte=3, auteur=ik())
    rij.bestand.save("brief", ContentFile(b"abc"))
    return rij


def _overdragen() -> Geval:
    rij: Regie = StatushouderFactory().regie.get()
    een, ander = GebruikerFactory(naam="Een"), GebruikerFactory(naam="Ander")
    return Geval(rij, [rij.statushouder.sleutel], {"regisseur": ander}, "regisseur", str(een.pk))


def _taak_overdragen() -> Geval:
    rij, een, ander = _taak(), GebruikerFactory(naam="Een"), GebruikerFactory(naam="Ander")
    return Geval(rij, [rij.pk], {"eigenaar": ander}, "eigenaar", str(een.pk))


def _waarneming() -> Waarneming:
    van, tot = date(2017, 5, 8), date(2017, 5, 15)
    return Waarneming.objects.create(afwezige=ik(), waarnemer=GebruikerFactory(naam="Een"), van=van, tot=tot)


def _relatie() -> Geval:
    kind, ouder = StatushouderFactory(), StatushouderFactory()
    rij = Relatie.objects.create(persoon=kind, verwant=ouder, soort="voogd", van=date(2017, 1, 1))
    return Geval(rij, [kind.sleutel, rij.pk], {"tot": date(2017, 4, 1)}, "tot", "3-4-2017")


def _plaatsing() -> Geval:
    rij = PlaatsingFactory(statushouder=VestigingFactory(van=date(2016, 1, 1)).statushouder)
    return Geval(rij, [rij.pk], {"tot": date(2017, 4, 1)}, "tot", "3-4-2017")


def _opgave() -> Geval:
    rij = OpgaveFactory(bekend_op=DAG)
    return Geval(rij, [rij.periode.code, rij.pk], {"bron": "Brief"}, "bron", "Staatscourant")


def _uitruil() -> Geval:
    rij = Uitruil.objects.create(
        periode=OpgaveFactory().periode, gemeente="Leiden", aantal=-3, besloten_op=DAG, bron="Besluit"
    )
    return Geval(rij, [rij.periode.code, rij.pk], {"gemeente": "Delft"}, "gemeente", "Voorschoten")


def _verwachting() -> Geval:
    rij = VerwachtingFactory()
    return Geval(rij, [rij.statushouder.sleutel], {"bron": "COA"}, "bron", "Nidos")


def _overname() -> Geval:
    rij = OvernameFactory()
    return Geval(rij, [rij.statushouder.sleutel], {"gemeente": "Leiden"}, "gemeente", "Voorschoten")


def _filter() -> Geval:
    rij = Bewaardfilter.objects.create(gebruiker=ik(), naam="Mijn", parameters={})
    return Geval(rij, [rij.pk], {"naam": "Ons"}, "naam", "Jullie")


def _aanbod(*args: str, opgeslagen: dict[str, Any], rest: dict[str, Any], **velden: Any) -> Geval:
    rij = AanbodFactory(**velden)
    return Geval(rij, [rij.pk, *args], opgeslagen, rest=rest)


def _mogelijk(veld: str, opgeslagen: str, getypt: str, **rest: str) -> Geval:
    rij = MogelijkeWoning.objects.create(omschrijving="Oude school", herkomst="gemeente", wijk="Zuid")
    return Geval(rij, [rij.pk], {veld: opgeslagen}, veld, getypt, rest)


def _afspraak() -> Geval:
    rij = Prestatieafspraak.objects.create(
        verhuurder=OrganisatieFactory(), van=DAG, tot_en_met=date(2017, 12, 31), woningen=3, bron="Brief"
    )
    return gewoon(rij, "bron", "Besluit", "Contract")


# By the name of the page. A page that two kinds of users see with another form stands here twice.
GEVALLEN: dict[str, Callable[[], Geval]] = {
    "dossiers:wijzigen": _persoon,
    "dossiers:vestiging": _vestiging,
    "dossiers:overdragen": _overdragen,
    "dossiers:relatie-einde": _relatie,
    "dossiers:filter_hernoemen": _filter,
    "dossiers:contact-wijzigen": lambda: gewoon(_contact(), "tekst", "Gebeld, geen gehoor.", "Teruggebeld."),
    "dossiers:contact-doorhalen": lambda: handeling(
        _contact(), {"tekst": "Anders."}, doorgehaald_reden="Fout"
    ),
    "dossiers:taak-wijzigen": lambda: gewoon(_taak(), "wat", "Schrijf", "Mail"),
    "dossiers:taak-overdragen": _taak_overdragen,
    "dossiers:taak-uitstellen": lambda: handeling(
        _taak(), {"wat": "Schrijf"}, nieuwe_datum="8-5-2017", reden="Ziek"
    ),
    "dossiers:taak-uitstel-terug": lambda: handeling(
        _taak(eerst_uiterlijk_op=DAG - timedelta(days=7), uitstel_reden="Ziek"), {"wat": "Schrijf"}
    ),
    "dossiers:taak-gedaan": lambda: handeling(_taak(), {"wat": "Schrijf"}),
    "dossiers:taak-heropenen": lambda: handeling(_taak(gedaan_op=DAG, gedaan_door=ik()), {"wat": "Schrijf"}),
    "dossiers:taak-doorhalen": lambda: handeling(_taak(), {"wat": "Schrijf"}, doorgehaald_reden="Fout"),
    "dossiers:document-wijzigen": lambda: gewoon(_document(), "naam", "Akte", "Pas"),
    "dossiers:document-doorhalen": lambda: handeling(_document(), {"naam": "Akte"}, doorgehaald_reden="Fout"),
    "dossiers:signaal-wijzigen": lambda: gewoon(_signaal(), "melder", "Sportclub", "Huisarts"),
    "dossiers:signaal-antwoord": lambda: handeling(
        _signaal(), {"melder": "Sportclub"}, antwoord="Gebeld.", beantwoord_op="3-4-2017"
    ),
    "dossiers:signaal-doorhalen": lambda: handeling(
        _signaal(), {"melder": "Sportclub"}, doorgehaald_reden="Fout"
    ),
    "dossiers:waarneming-wijzigen": lambda: Geval(
        rij := _waarneming(), [rij.pk], {"van": date(2017, 5, 9)}, "van", "10-5-2017"
    ),
    "dossiers:waarneming-intrekken": lambda: handeling(_waarneming(), {"van": date(2017, 5, 9)}),
    "huisvesting:woning": lambda: gewoon(WoningFactory(), "wijk", "Centrum", "Oostdorp"),
    "huisvesting:aanbod-stap": lambda: _aanbod(
        "bezichtigd", opgeslagen={"personen": 3}, rest={"bezichtigd_op": "3-4-2017"}
    ),
    "huisvesting:aanbod-contract": lambda: _aanbod(
        opgeslagen={"personen": 3}, rest={"contract_op": "4-4-2017"}, geaccepteerd_op=DAG
    ),
    "huisvesting:aanbod-terug": lambda: _aanbod(opgeslagen={"personen": 3}, rest={}, geaccepteerd_op=DAG),
    "huisvesting:mogelijk-wijzigen": lambda: _mogelijk("wijk", "Centrum", "Oostdorp"),
    "huisvesting:wordt-woning": lambda: _mogelijk(
        "wijk",
        "Centrum",
        "Oostdorp",
        straat="Kerkstraat",
        huisnummer="12",
        postcode="2242 AA",
        plaats="Wassenaar",
        soort="gewoon",
        koppelgemeente="Wassenaar",
    ),
    "huisvesting:afspraak-wijzigen": _afspraak,
    "huisvesting:beeindigen": _plaatsing,
    "huisvesting:verwachting": _verwachting,
    "huisvesting:overname": _overname,
    "huisvesting:opgave-wijzigen": _opgave,
    "huisvesting:uitruil-wijzigen": _uitruil,
    "huisvesting:stuurgetal": lambda: gewoon(StuurgetalFactory(), "bron", "COA", "Wethouder"),
    "huisvesting:toezichtstap": lambda: gewoon(ToezichtstapFactory(), "toelichting", "Brief 1", "Brief 2"),
    "huisvesting:toezichtstap-doorhalen": lambda: handeling(
        ToezichtstapFactory(), {"toelichting": "Brief 1"}, doorgehaald_reden="Fout"
    ),
    **VAN_FINANCIEN,
    **VAN_BEGELEIDING,
    "gebruiker": lambda: gewoon(GebruikerFactory(), "naam", "Anders", "Nieuw"),
    "organisatie": lambda: gewoon(OrganisatieFactory(), "naam", "Anders", "Nieuw"),
}
ROLLEN = {
    "gebruiker": Rol.BEHEERDER,
    "organisatie": Rol.BEHEERDER,
    **dict.fromkeys(VAN_FINANCIEN, Rol.FINANCIEN),
}
# Pages whose form makes a new row, so that nothing can be stale.
NIEUW = {
    "dossiers:filter_bewaren",
    "dossiers:waarneming-nieuw",
    "dossiers:contact-nieuw",
    "dossiers:taak-nieuw",
    "dossiers:document-nieuw",
    "dossiers:signaal-nieuw",
    "huisvesting:woning-toevoegen",
    "huisvesting:mogelijk-toevoegen",
    "huisvesting:afspraak-toevoegen",
    "huisvesting:amv-bewaren",
    "huisvesting:opgave-nieuw",
    "huisvesting:uitruil-nieuw",
    "huisvesting:stuurgetal-nieuw",
    "huisvesting:toezichtstap-nieuw",
    "begeleiding:versie-nieuw",
    "begeleiding:lijststap-nieuw",
    "financien:verplichting-nieuw",
    "gebruiker-toevoegen",
    "organisatie-toevoegen",
}
