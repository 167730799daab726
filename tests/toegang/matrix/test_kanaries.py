"""Words of others where somebody types, chooses, filters, exports or asks a command: they come out nowhere.

The pages that are opened by their address are looked at by the matrix itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.forms import ModelChoiceField
from django.http import QueryDict
from django.urls import reverse

from dossiers.filters import Dossierfilter
from dossiers.models import Statushouder
from dossiers.rijrechten import dossiersleutels, met_dossier
from kern.klok import vandaag
from kern.namens import namens
from rapportage import figures, weergave
from tests.harnas.paginas import KeurendeClient
from tests.toegang.matrix.kanaries import alles, leesbaar, tekstvelden
from tests.toegang.matrix.objecten import GEEN_PK, UITROLLEN
from tests.toegang.matrix.tabel import ROLLEN, TABEL
from tests.toegang.matrix.vragen import Vrager
from tests.toegang.matrix.wereld import AFGESCHERMD, EIGEN, GEZINNEN, MEI, NIEMAND, VREEMD, ZIET, Wereld
from toegang.models import Rol

pytestmark = pytest.mark.django_db
LEZERS = [Rol.PARTNER, Rol.CONSULENT, Rol.KLANTREGISSEUR, Rol.COORDINATOR]


def lekken(wereld: Wereld, wie: str, teksten: Iterator[tuple[str, str]]) -> list[str]:
    """Where somebody sees a word of another; `teksten` are names of places with what they say."""
    return [
        f"{plek}: {sorted(lek)[:4]}"
        for plek, tekst in teksten
        if (lek := wereld.kanaries.gevonden(tekst, wie))
    ]


def test_elk_tekstveld_van_elke_tabel_draagt_een_woord(wereld: Wereld) -> None:
    """A table of a later domain without a row in this world, or a column without a word, is told here."""
    zonder_dag = {"antwoord", "doorgehaald_reden"}
    verwacht = {
        f"{model.__name__}.{veld.name}"
        for model in met_dossier()
        if not hasattr(model, "pgh_tracked_model") and dossiersleutels(model)
        for veld in tekstvelden(model)
        if veld.name not in zonder_dag
    }
    assert verwacht - wereld.kanaries.velden == set()
    assert len(verwacht) >= 15


def test_wie_mag_vindt_de_woorden_wel(wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The control: the own dossier shows its words, so looking for words finds them."""
    pad = reverse("werkplek:dossier", args=[wereld.gezinnen[EIGEN].persoon.sleutel])
    assert "Qzeigenzq" in vragers[Rol.PARTNER].vraag("GET", pad).tekst
    assert wereld.kanaries.gevonden("<b>Qzafgeschermdzqab</b>", Rol.COORDINATOR) == {"Qzafgeschermdzqab"}
    nummer = wereld.kanaries.nummers[VREEMD]["telefoon"]
    assert wereld.kanaries.gevonden(f"{nummer[:2]} {nummer[2:]}", Rol.PARTNER) == {f"telefoon van {VREEMD}"}


def _te_typen(wereld: Wereld, toestand: str) -> dict[str, str]:
    persoon = wereld.gezinnen[toestand].persoon
    return {
        "achternaam": persoon.achternaam,
        "voornaam": persoon.voornamen,
        "hele naam": str(persoon),
        "deel van de naam": persoon.achternaam[:-2],
        "dossiernummer": persoon.nummer,
        "gezinsnaam": wereld.gezinnen[toestand].gezin.naam,
        **wereld.kanaries.nummers[toestand],
    }


@pytest.mark.parametrize("wie", LEZERS)
def test_zoeken_vindt_niemand_van_een_ander(wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """Whatever is typed of another, nothing but that comes back; `test_afgeschermd` holds the pages equal."""
    zoeken, fout = reverse("dossiers:zoeken"), []
    for toestand in set(GEZINNEN) - ZIET[wie]:
        for soort, getypt in _te_typen(wereld, toestand).items():
            antwoord = vragers[wie].vraag("POST", zoeken, {"q": getypt})
            tekst = alles(antwoord).replace(getypt, "")
            gezin = wereld.gezinnen[toestand]
            sleutels = [str(mens.sleutel) for mens in (gezin.persoon, gezin.ander)]
            if wereld.kanaries.gevonden(tekst, wie) or any(sleutel in tekst for sleutel in sleutels):
                fout.append(f"{toestand}, {soort}: {antwoord.status}")
    assert fout == []


def test_wie_mag_vindt_iemand_wel(wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The control of searching: the same words find the own dossier."""
    for soort, getypt in _te_typen(wereld, EIGEN).items():
        antwoord = vragers[Rol.COORDINATOR].vraag("POST", reverse("dossiers:zoeken"), {"q": getypt})
        sleutel = str(wereld.gezinnen[EIGEN].persoon.sleutel)
        gevonden = sleutel in antwoord.tekst or sleutel in dict(antwoord.koppen).get("Location", "")
        assert gevonden or soort == "gezinsnaam", soort


@pytest.mark.parametrize("wie", LEZERS)
def test_lijst_filters_en_bestanden(wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The list by each filter and order, and as a file in each form."""
    with namens(wereld.gebruikers[wie], op=MEI):
        filter_ = Dossierfilter(
            QueryDict(), queryset=Statushouder.objects.all(), peildatum=MEI, regisseurs={}
        )
        keuzes = {
            naam: [str(waarde) for waarde, _woord in getattr(veld.field, "choices", [])]
            for naam, veld in filter_.filters.items()
        }
    vragen = [""] + [f"?{naam}={waarde}" for naam, waarden in keuzes.items() for waarde in waarden[:12]]
    vragen += [f"?volgorde={volgorde}" for volgorde in ("naam", "-naam", "leeftijd", "sinds", "-sinds")]
    adressen = [reverse("dossiers:lijst") + vraag for vraag in vragen]
    adressen += [
        reverse("dossiers:exporteren", args=[vorm]) + vraag
        for vorm in ("csv", "xlsx")
        for vraag in vragen[:8]
    ]
    antwoorden = ((adres, alles(vragers[wie].vraag("GET", adres))) for adres in adressen)
    assert lekken(wereld, wie, antwoorden) == []
    assert len(vragen) > 15


@pytest.mark.parametrize("wie", LEZERS)
def test_tijdlijn_in_alle_keuzes(wie: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The time line of the own dossier by kind and further back; the history by page."""
    dossier = reverse("werkplek:dossier", args=[wereld.gezinnen[EIGEN].persoon.sleutel])
    vragen = [
        f"?tijdlijn={soort}&tot={tot}"
        for soort in ("", "contact", "document", "domein")
        for tot in ("", "2018-01-01")
    ]
    antwoorden = ((vraag, alles(vragers[wie].vraag("GET", dossier + vraag))) for vraag in vragen)
    assert lekken(wereld, wie, antwoorden) == []


@pytest.mark.parametrize("wie", LEZERS)
def test_wat_van_een_ander_wordt_gekozen_is_een_keuze_die_er_niet_is(wie: str, wereld: Wereld) -> None:
    """A key of another in each choice of each form: the same answer as for a key that does not exist."""
    client = KeurendeClient()
    client.force_login(wereld.gebruikers[wie])
    sleutel, ander = wereld.gezinnen[EIGEN].persoon.sleutel, wereld.gezinnen[AFGESCHERMD]
    gedaan, fout = 0, []
    for naam, adres in TABEL.items():
        if adres.soort != "persoon" or adres.post == 405 or wie not in ROLLEN[adres.recht]:
            continue
        pad = reverse(naam, args=[sleutel])
        for veld in _keuzevelden(client.get(pad)):
            antwoorden = []
            for pk in (ander.persoon.pk, GEEN_PK):
                antwoord = client.post(pad, {veld: pk})
                # both keys from both answers: a small one may be that of an organisation elsewhere in the form too
                antwoorden.append(_zonder(antwoord.text, ander.persoon.pk, GEEN_PK))
                lek = wereld.kanaries.gevonden(antwoord.text, wie)
                fout += [f"{naam} {veld}: {sorted(lek)[:3]}"] if lek else []
            gedaan += 1
            if antwoorden[0] != antwoorden[1]:
                fout.append(f"{naam} {veld}: anders dan een sleutel die er niet is: {_verschil(*antwoorden)}")
    assert fout == []
    assert gedaan or wie in {Rol.PARTNER, Rol.CONSULENT}


def _keuzevelden(antwoord: Any) -> list[str]:
    """Fields in which a person or a family is chosen."""
    form = (antwoord.context or {}).get("form")
    return [
        form.add_prefix(naam)
        for naam, veld in (form.fields.items() if form else ())
        if isinstance(veld, ModelChoiceField) and veld.queryset.model in met_dossier()
    ]


def _verschil(een: str, ander: str) -> str:
    paren = zip(een.splitlines(), ander.splitlines(), strict=False)
    return next((f"{a.strip()} / {b.strip()}" for a, b in paren if a != b), "andere lengte")


def _zonder(tekst: str, *sleutels: int) -> str:
    wisselt = ("csrf", "nonce", "data-langst")
    regels = [regel for regel in tekst.splitlines() if not any(woord in regel for woord in wisselt)]
    return re.sub(rf"\b({'|'.join(map(str, sleutels))})\b", "", "\n".join(regels))


@pytest.mark.parametrize("wie", [Rol.KLANTREGISSEUR, Rol.COORDINATOR])
@pytest.mark.parametrize("veld", ["bsn", "vnummer"])
def test_een_nummer_dat_er_al_is_noemt_niemand(
    wie: str, veld: str, wereld: Wereld, vragers: dict[str, Vrager]
) -> None:
    """Who enters the number of a shielded person reads no name, dossier number or other word of them."""
    afgeschermd = wereld.gezinnen[AFGESCHERMD].persoon
    eigen = wereld.gezinnen[EIGEN].persoon
    pad = reverse("dossiers:wijzigen", args=[eigen.sleutel])
    client = KeurendeClient()
    client.force_login(wereld.gebruikers[wie])
    form = client.get(pad).context["form"]
    gegevens = {naam: form[naam].value() for naam in form.fields if form[naam].value() is not None}
    nummer = wereld.kanaries.nummers[AFGESCHERMD]["vnummer"]
    antwoord = client.post(pad, {**gegevens, "vnummer": nummer})
    assert "vnummer" in form.fields
    assert antwoord.status_code == 200
    tekst = antwoord.text.replace(nummer, "")
    assert wereld.kanaries.gevonden(tekst, wie) == set()
    assert afgeschermd.nummer not in tekst


OPDRACHTEN = [
    ["kerncijfers"],
    ["kerncijfers", "--dossiers"],
    ["taakstelling"],
    ["termijnen"],
    ["aansluiting"],
    *(["zoek", woord] for woord in ("Qzafgeschermdzq", "Qzvreemdzq", "D-76-4100")),
    *(["dossier", f"D-7{plek}-4100"] for plek in range(len(GEZINNEN))),
]


@pytest.mark.parametrize("wie", [*Rol.values])
def test_opdrachten_als_iemand(wie: str, wereld: Wereld) -> None:
    """Every command that answers as somebody, in words and as JSON."""
    als = f"--als={wereld.gebruikers[wie].email}"

    def teksten() -> Iterator[tuple[str, str]]:
        for opdracht in OPDRACHTEN:
            for vorm in ([], ["--json"]):
                uit = io.StringIO()
                try:
                    call_command(*opdracht, als, *vorm, stdout=uit, stderr=uit)
                except CommandError as geweigerd:
                    uit.write(str(geweigerd))
                yield " ".join([*opdracht, *vorm]), uit.getvalue().replace(opdracht[-1], "")

    assert lekken(wereld, wie, teksten()) == []


@pytest.mark.parametrize("soort", sorted(UITROLLEN))
@pytest.mark.parametrize("wie", LEZERS)
def test_exporteer_als_iemand(wie: str, soort: str, wereld: Wereld, tmp_path: Any) -> None:
    """The tables that go out by command, in each format."""
    als = f"--als={wereld.gebruikers[wie].email}"

    def teksten() -> Iterator[tuple[str, str]]:
        for vorm in ("csv", "xlsx"):
            pad = tmp_path / f"{soort}.{vorm}"
            try:
                call_command("exporteer", soort, str(pad), als, stdout=io.StringIO())
            except CommandError:
                continue
            yield pad.name, leesbaar(pad.read_bytes())

    assert lekken(wereld, wie, teksten()) == []


@pytest.mark.parametrize("soort", ["voortgang", "budget"])
def test_in_een_rapport_staat_niemand(soort: str, wereld: Wereld) -> None:
    """The figures of a report, its pages, and what a PDF carries along: of nobody a word, the own ones neither."""
    with namens(None, op=vandaag()):
        inhoud = figures.bevries(soort, date(2017, 4, 1), 1)
    with pikepdf.open(io.BytesIO(weergave.pdf(inhoud))) as pdf:
        mee = f"{dict(pdf.docinfo)} {list(pdf.attachments)}"
    for tekst in (f"{inhoud}", weergave.html(inhoud), mee):
        assert wereld.kanaries.gevonden(tekst, NIEMAND) == set()
