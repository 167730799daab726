"""For whoever may not know of a shielded family all is the same as without it: figures, counts, pages, files."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse

from dossiers.models import Statushouder
from dossiers.rijrechten import dossiersleutels, met_dossier
from huisvesting.models import Woning
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.toegang.matrix.objecten import UITROLLEN
from tests.toegang.matrix.vragen import Vrager
from tests.toegang.matrix.wereld import AFGESCHERMD, EIGEN, GENOEMD, Wereld
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ERBIJ = 60  # more than two pages of the list
LEZERS = [Rol.PARTNER, Rol.CONSULENT, Rol.COORDINATOR]
BLADZIJDEN = [
    "dossiers:lijst",
    "dossiers:dubbelen",
    "dossiers:waarneming",
    "huisvesting:taakstelling",
    "huisvesting:amv",
    "huisvesting:coa",
    "huisvesting:telt-niet-mee",
    "huisvesting:amv-bewoners",
    "huisvesting:verloop",
    "huisvesting:verwacht",
    "huisvesting:woningen",
    "huisvesting:tekort",
    "huisvesting:wachtenden",
    "huisvesting:aanbodlijst",
    "huisvesting:mogelijk",
    "huisvesting:verhuurders",
    "financien:aansluiting",
    "rapportage:rapporten",
    "partners:verwijzingen",
]


@pytest.fixture(scope="module")
def _anderen(wereld: Wereld) -> None:
    """Enough people for three pages, with the shielded ones among them by every order; two are doubles of them."""
    eigen, afgeschermd = wereld.gezinnen[EIGEN], wereld.gezinnen[AFGESCHERMD].persoon
    for plek in range(ERBIJ):
        mens = StatushouderFactory(
            achternaam=f"{'AQZ'[plek % 3]}anders{plek}",
            voornamen="Rima",
            coa_koppeldatum=date(2017, 1, 1 + plek % 28),
        )
        VestigingFactory(statushouder=mens, van=date(2017, 1, 1 + plek % 28))
        GezinslidFactory(gezin=eigen.gezin, statushouder=mens, rol="overig")
    for _ in range(2):  # as alike as can be: they would be proposed as doubles of the shielded person
        StatushouderFactory(
            achternaam=afgeschermd.achternaam,
            voornamen=afgeschermd.voornamen,
            geboren_vroegst=afgeschermd.geboren_vroegst,
            geboren_laatst=afgeschermd.geboren_laatst,
        )


def zonder_hen(wereld: Wereld) -> None:
    """As if both shielded families had never been: all their rows and homes go, and no trigger or key looks."""
    gezinnen = [wereld.gezinnen[toestand] for toestand in (AFGESCHERMD, GENOEMD)]
    personen = [persoon.pk for gezin in gezinnen for persoon in (gezin.persoon, gezin.ander)]
    opgegaan = Statushouder.objects.filter(samengevoegd_met__in=personen).values_list("pk", flat=True)
    personen += list(opgegaan)
    hun = Q(plaatsingen__statushouder__in=personen) | Q(aanbod__statushouder__in=personen)
    woningen = list(Woning.objects.filter(hun).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM huisvesting_woning WHERE id = ANY (%s)", [woningen])
        for model in met_dossier():
            for kolom in dossiersleutels(model):
                tabel = model._meta.db_table
                cursor.execute(f'DELETE FROM "{tabel}" WHERE "{kolom}" = ANY (%s)', [personen])
        for gezin in gezinnen:
            cursor.execute("DELETE FROM dossiers_doorverwijzing WHERE gezin_id = %s", [gezin.gezin.pk])
            cursor.execute("DELETE FROM dossiers_gezin WHERE id = %s", [gezin.gezin.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert not Statushouder.objects.filter(afgeschermd=True).exists()


def beide(wereld: Wereld, vraag: Callable[[], str]) -> tuple[str, str]:
    """What is answered with them, and without them."""
    met = vraag()
    with transaction.atomic():
        zonder_hen(wereld)
        zonder = vraag()
        transaction.set_rollback(True)
    return met, zonder


@pytest.mark.parametrize("naam", BLADZIJDEN)
@pytest.mark.parametrize("wie", LEZERS)
@pytest.mark.usefixtures("_anderen")
def test_bladzijde_is_gelijk(naam: str, wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The page as it opens, byte for byte."""
    met, zonder = beide(wereld, lambda: vragers[wie].vraag("GET", reverse(naam)).tekst)
    assert met == zonder


@pytest.mark.parametrize("wie", LEZERS)
@pytest.mark.usefixtures("_anderen")
def test_alle_bladen_van_de_lijst_zijn_gelijk(wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """From the first page to the last by the link to the next, in three orders: keys, counts and rows."""

    def bladen() -> str:
        lijst, teksten = reverse("dossiers:lijst"), []
        adressen = [lijst + vraag for vraag in ("", "?volgorde=sinds", "?stand=gevestigd")]
        while adressen:
            teksten.append(tekst := vragers[wie].vraag("GET", adressen.pop()).tekst)
            volgende = re.search(r'<a[^>]*href="([^"]+)"[^>]*>(?:(?!</a>).)*Volgende', tekst, re.DOTALL)
            if volgende:
                adressen.append(lijst + html.unescape(volgende[1])[volgende[1].index("?") :])
        assert len(teksten) > 3
        return "\n".join(teksten)

    met, zonder = beide(wereld, bladen)
    assert met == zonder


@pytest.mark.parametrize("wie", LEZERS)
@pytest.mark.usefixtures("_anderen")
def test_zoeken_is_gelijk(wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """Whatever of the shielded person is typed."""
    persoon = wereld.gezinnen[AFGESCHERMD].persoon
    typen = [persoon.achternaam, str(persoon), persoon.achternaam[:-2], persoon.nummer, "anders1", "Rima"]
    typen += wereld.kanaries.nummers[AFGESCHERMD].values()

    def zoek() -> str:
        pad = reverse("dossiers:zoeken")
        return "\n".join(f"{vragers[wie].vraag('POST', pad, {'q': getypt}).gezien}" for getypt in typen)

    met, zonder = beide(wereld, zoek)
    assert met == zonder


@pytest.mark.parametrize("soort", sorted(UITROLLEN))
@pytest.mark.parametrize("wie", LEZERS)
@pytest.mark.usefixtures("_anderen")
def test_bestand_is_gelijk(wie: str, soort: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The tables and the list as CSV."""
    adressen = [
        reverse("uitwisseling:export", args=[soort, "csv"]),
        reverse("dossiers:exporteren", args=["csv"]),
    ]
    met, zonder = beide(
        wereld, lambda: "\n".join(vragers[wie].vraag("GET", adres).tekst for adres in adressen)
    )
    assert met == zonder


@pytest.mark.parametrize("opdracht", ["kerncijfers", "taakstelling", "aansluiting"])
@pytest.mark.parametrize("wie", [*LEZERS, Rol.FINANCIEN])
@pytest.mark.usefixtures("_anderen")
def test_cijfers_van_een_opdracht_zijn_gelijk(wie: str, opdracht: str, wereld: Wereld) -> None:
    """`--als`: the figures of somebody who may not know; a refusal is the same too."""

    def vraag() -> str:
        uit = io.StringIO()
        try:
            call_command(opdracht, f"--als={wereld.gebruikers[wie].email}", "--json", stdout=uit)
        except Exception as fout:  # noqa: BLE001
            return f"{type(fout).__name__}: {fout}"
        return uit.getvalue()

    met, zonder = beide(wereld, vraag)
    assert met == zonder


@pytest.mark.usefixtures("_anderen")
def test_voor_wie_is_genoemd_is_het_anders(wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The control: who is named for a shielded family sees that it is gone, and so does the municipality."""
    lijst = reverse("dossiers:lijst")
    met, zonder = beide(wereld, lambda: vragers[Rol.KLANTREGISSEUR].vraag("GET", lijst).tekst)
    assert met != zonder

    def personen() -> str:
        uit = io.StringIO()
        call_command("kerncijfers", "--json", stdout=uit)
        return json.dumps(json.loads(uit.getvalue())["cijfers"])

    met, zonder = beide(wereld, personen)
    assert met != zonder
