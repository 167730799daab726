"""Stored rows with their page, and what two people make of one field: for test_verouderde_formulieren.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
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
from tests.begeleiding.factories import StapFactory, StappenlijstFactory, TrajectFactory, eerste_maand, stap
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.financien.factories import MerkFactory, PeriodeafsluitingFactory, PlanFactory, VerplichtingFactory
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
from toegang.models import Gebruiker, Rol

DAG = date(2017, 4, 3)


@dataclass
class Geval:
    """A stored row, its page, and what two people make of one field: we type, a colleague saves first.

    Without `veld` the form holds nothing of the row, and `opgeslagen` is a field that the page tells of.
    """

    rij: Any
    args: list[Any]
    opgeslagen: dict[str, Any]
    veld: str = ""
    getypt: str = ""
    rest: dict[str, str] = field(default_factory=dict)


def ik() -> Gebruiker:
    return Gebruiker.objects.get(naam="Ik")


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


def _handeling(rij: Any, opgeslagen: dict[str, Any], **rest: str) -> Geval:
    return Geval(rij, [rij.pk], opgeslagen, rest=rest)


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


def _gewoon(rij: Any, veld: str, opgeslagen: str, getypt: str) -> Geval:
    return Geval(rij, [rij.pk], {veld: opgeslagen}, veld, getypt)


def _merk() -> Geval:
    rij = MerkFactory()
    op = {"toelichting": "Twee keer besteld"}
    return Geval(rij, [rij.pk], op, "toelichting", "Eén keer besteld", {"besluit": "terecht"})


def _verplichting() -> Geval:
    PlanFactory()
    rij = VerplichtingFactory()
    return Geval(rij, [rij.pk], {"relatie": "Jeugdhulp"}, "relatie", "Jeugdformaat BV")


def _heropenen() -> Geval:
    rij = PeriodeafsluitingFactory()
    op = {"heropend_op": date(2017, 4, 20), "heropend_door": ik(), "reden": "Nota vergeten"}
    return Geval(rij, [rij.pk], op, "reden", "Nota kwam te laat")


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
    return _gewoon(rij, "bron", "Besluit", "Contract")


def _stapstand(**rest: str) -> Geval:
    """A step of the first month: the page tells how it stands, and the form holds nothing of that."""
    rij = stap(eerste_maand(op=date(2017, 3, 1)), "telefoon")
    return Geval(rij, [rij.pk], {"gedaan_op": DAG}, rest=rest)


def _afgevinkt() -> Geval:
    geval = _stapstand()
    type(geval.rij).objects.filter(pk=geval.rij.pk).update(gedaan_op=DAG)
    return Geval(geval.rij, geval.args, {"opmerking": "Prepaid"})


def _lijststap() -> Any:
    return StapFactory(lijst=StappenlijstFactory(geldig_vanaf=date(2090, 1, 1)))


# By the name of the page. A page that two kinds of users see with another form stands here twice.
GEVALLEN: dict[str, Callable[[], Geval]] = {
    "dossiers:wijzigen": _persoon,
    "dossiers:vestiging": _vestiging,
    "dossiers:overdragen": _overdragen,
    "dossiers:relatie-einde": _relatie,
    "dossiers:filter_hernoemen": _filter,
    "dossiers:contact-wijzigen": lambda: _gewoon(_contact(), "tekst", "Gebeld, geen gehoor.", "Teruggebeld."),
    "dossiers:contact-doorhalen": lambda: _handeling(
        _contact(), {"tekst": "Anders."}, doorgehaald_reden="Fout"
    ),
    "dossiers:taak-wijzigen": lambda: _gewoon(_taak(), "wat", "Schrijf", "Mail"),
    "dossiers:taak-overdragen": _taak_overdragen,
    "dossiers:taak-gedaan": lambda: _handeling(_taak(), {"wat": "Schrijf"}),
    "dossiers:taak-heropenen": lambda: _handeling(_taak(gedaan_op=DAG, gedaan_door=ik()), {"wat": "Schrijf"}),
    "dossiers:taak-doorhalen": lambda: _handeling(_taak(), {"wat": "Schrijf"}, doorgehaald_reden="Fout"),
    "dossiers:document-wijzigen": lambda: _gewoon(_document(), "naam", "Akte", "Pas"),
    "dossiers:document-doorhalen": lambda: _handeling(
        _document(), {"naam": "Akte"}, doorgehaald_reden="Fout"
    ),
    "dossiers:signaal-wijzigen": lambda: _gewoon(_signaal(), "melder", "Sportclub", "Huisarts"),
    "dossiers:signaal-antwoord": lambda: _handeling(
        _signaal(), {"melder": "Sportclub"}, antwoord="Gebeld.", beantwoord_op="3-4-2017"
    ),
    "dossiers:signaal-doorhalen": lambda: _handeling(
        _signaal(), {"melder": "Sportclub"}, doorgehaald_reden="Fout"
    ),
    "dossiers:waarneming-wijzigen": lambda: Geval(
        rij := _waarneming(), [rij.pk], {"van": date(2017, 5, 9)}, "van", "10-5-2017"
    ),
    "dossiers:waarneming-intrekken": lambda: _handeling(_waarneming(), {"van": date(2017, 5, 9)}),
    "huisvesting:woning": lambda: _gewoon(WoningFactory(), "wijk", "Centrum", "Oostdorp"),
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
    "financien:merk": _merk,
    "financien:verplichting-wijzigen": _verplichting,
    "financien:verplichting-beeindigen": lambda: Geval(
        rij := VerplichtingFactory(), [rij.pk], {"beeindigd_op": date(2017, 4, 1)}, "beeindigd_op", "3-4-2017"
    ),
    "financien:maand-heropenen": _heropenen,
    "huisvesting:stuurgetal": lambda: _gewoon(StuurgetalFactory(), "bron", "COA", "Wethouder"),
    "huisvesting:toezichtstap": lambda: _gewoon(ToezichtstapFactory(), "toelichting", "Brief 1", "Brief 2"),
    "huisvesting:toezichtstap-doorhalen": lambda: _handeling(
        ToezichtstapFactory(), {"toelichting": "Brief 1"}, doorgehaald_reden="Fout"
    ),
    "begeleiding:stap-gedaan": lambda: _stapstand(gedaan_op="10-4-2017"),
    "begeleiding:stap-niet": lambda: _stapstand(reden="Had er een"),
    "begeleiding:stap-terug": _afgevinkt,
    "begeleiding:versie": lambda: _gewoon(
        StappenlijstFactory(geldig_vanaf=date(2090, 1, 1)), "toelichting", "Afspraak", "Besluit"
    ),
    "begeleiding:lijststap": lambda: _gewoon(_lijststap(), "stap", "Bank geregeld", "Rekening geopend"),
    "begeleiding:lijststap-weg": lambda: _handeling(_lijststap(), {"stap": "Bank geregeld"}),
    "begeleiding:traject": lambda: _gewoon(TrajectFactory(), "vrijwilliger", "Bram", "Yvonne"),
    "gebruiker": lambda: _gewoon(GebruikerFactory(), "naam", "Anders", "Nieuw"),
    "organisatie": lambda: _gewoon(OrganisatieFactory(), "naam", "Anders", "Nieuw"),
}
_VAN_FINANCIEN = [naam for naam in GEVALLEN if naam.startswith("financien:")]
ROLLEN = {
    "gebruiker": Rol.BEHEERDER,
    "organisatie": Rol.BEHEERDER,
    **dict.fromkeys(_VAN_FINANCIEN, Rol.FINANCIEN),
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
