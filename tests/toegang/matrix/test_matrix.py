"""Every address, asked by everybody, for every object, by every method; and no answer shows another's words.

Generated from the URL configuration: a new address without a line in the table fails with its name.
"""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import reverse

from kern.register import register
from tests.toegang.matrix.adressen import adressen
from tests.toegang.matrix.kanaries import alles
from tests.toegang.matrix.objecten import INROLLEN, SOORTEN, UITROLLEN, Geval
from tests.toegang.matrix.tabel import (
    ELKE_METHODE,
    IEDEREEN,
    NEEMT_DELETE,
    NIET_IN_RECHTEN,
    OOK,
    ROLLEN,
    TABEL,
    VOOR_NIEMAND,
    Adres,
)
from tests.toegang.matrix.vragen import METHODEN, Antwoord, Vrager, inlogadres
from tests.toegang.matrix.wereld import NIEMAND, WIE, Wereld
from toegang.rules import mag

pytestmark = pytest.mark.django_db
NAMEN = sorted(adressen())
# How many questions the matrix holds at least: less means that something fell out of it.
TEN_MINSTE = 12_000


@pytest.mark.parametrize("naam", NAMEN)
def test_adres(naam: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """What everybody gets of this address, and that what is not theirs cannot be told from what is not there."""
    assert naam in TABEL, f"{naam} staat niet in de tabel van tests/toegang/matrix/tabel.py"
    fout = [zin for wie in WIE for zin in _van(naam, wie, wereld, vragers[wie])]
    assert not fout, f"{len(fout)} afwijkingen:\n" + "\n".join(fout[:40])


def _van(naam: str, wie: str, wereld: Wereld, vrager: Vrager) -> list[str]:
    adres, fout = TABEL[naam], []
    gevallen = list(SOORTEN[adres.soort](wereld, wie))
    for methode in METHODEN:
        geweigerd: dict[str, Antwoord] = {}
        for geval in te_vragen(methode, gevallen, mag_dit=wie in ROLLEN[adres.recht]):
            antwoord = vrager.vraag(methode, reverse(naam, kwargs=geval.kwargs))
            hier = f"{wie} {methode} {geval.toestand}: {antwoord.status} {antwoord.fout}"
            if lek := wereld.kanaries.gevonden(alles(antwoord), wie):
                fout.append(f"{hier}, laat zien: {sorted(lek)[:5]}")
            if wie in ROLLEN[adres.recht] and geval.ziet:
                verwacht = toegelaten(naam, adres, wie, methode)
                if antwoord.status not in verwacht:
                    fout.append(f"{hier}, verwacht {sorted(verwacht)}")
                continue
            if not is_geweigerd(adres, wie, methode, antwoord):
                fout.append(f"{hier}, verwacht geweigerd")
            geweigerd[geval.toestand] = antwoord
        fout += _verschillen(wie, methode, geweigerd)
    return fout


def te_vragen(methode: str, gevallen: list[Geval], *, mag_dit: bool) -> list[Geval]:
    """Which objects are asked for by this method.

    By GET all that is not theirs, and of what is theirs the first two and the last. By POST all that is not
    theirs, and one that is: what happens then is no matter of access. Who lacks the right never comes as far
    as the object, and the other methods no page takes: one of either shows it.
    """
    wel = [geval for geval in gevallen if geval.ziet and mag_dit]
    niet = [geval for geval in gevallen if not (geval.ziet and mag_dit)]
    if methode == "GET":
        return (wel if len(wel) < 4 else [*wel[:2], wel[-1]]) + niet
    uitersten = niet if len(niet) < 3 else [niet[0], niet[-1]]
    if methode == "POST":
        return wel[:1] + (niet if mag_dit else uitersten)
    if methode == "HEAD":
        return wel[:1] + uitersten[-1:]
    return (wel or niet)[:1]


def toegelaten(naam: str, adres: Adres, wie: str, methode: str) -> set[int]:
    """The statuses for who may, of an object that is theirs to see."""
    get, post = VOOR_NIEMAND.get(naam, (adres.get, adres.post)) if wie == NIEMAND else (adres.get, adres.post)
    ook = OOK.get(naam, frozenset())
    if naam in ELKE_METHODE:
        return {get, post, 405} if methode in {"PUT", "PATCH", "DELETE"} else {get, post, 200}
    return {
        "GET": {get} | ook,
        "HEAD": {get} | ook,
        "POST": {post} | ook,
        "PUT": {post, 405} | ook,
        "OPTIONS": {200, 405},
        "PATCH": {405},
        "DELETE": {post} if naam in NEEMT_DELETE else {405},
    }[methode]


def is_geweigerd(adres: Adres, wie: str, methode: str, antwoord: Antwoord) -> bool:
    """The page of what does not exist; who has not signed in is asked to. A method that no object takes says so."""
    if wie == NIEMAND and adres.recht != IEDEREEN:
        return antwoord.status == 302 and dict(antwoord.koppen)["Location"].startswith(reverse(inlogadres()))
    if antwoord.status == 404:
        return True
    niet_gevraagd = (
        methode not in {"GET", "HEAD", "POST"}
        or (methode == "POST" and adres.post == 405)
        or (methode in {"GET", "HEAD"} and adres.get == 405)
    )
    return niet_gevraagd and antwoord.status in ({200, 405} if methode == "OPTIONS" else {405})


def _verschillen(wie: str, methode: str, geweigerd: dict[str, Antwoord]) -> list[str]:
    """Refused objects that can be told apart from the last one, which does not exist."""
    if not geweigerd:
        return []
    *_rest, (laatste, ontbreekt) = geweigerd.items()
    return [
        f"{wie} {methode}: {toestand} ziet er anders uit dan {laatste}: {_eerste(antwoord, ontbreekt)}"
        for toestand, antwoord in geweigerd.items()
        if antwoord.gezien != ontbreekt.gezien
    ]


def _eerste(een: Antwoord, ander: Antwoord) -> str:
    """Where two answers first differ."""
    if een.status != ander.status or een.koppen != ander.koppen:
        return f"{een.status} {set(een.koppen) ^ set(ander.koppen)}"
    paren = zip(een.tekst.splitlines(), ander.tekst.splitlines(), strict=False)
    return next((f"{a.strip()[:80]} / {b.strip()[:80]}" for a, b in paren if a != b), "andere lengte")


def test_de_tabel_heeft_niets_dat_er_niet_is() -> None:
    """A line of an address that went away goes too."""
    assert set(TABEL) <= set(NAMEN)


def test_elk_soort_bestand_doet_mee() -> None:
    """A table that goes out or a kind of file that comes in, which the matrix does not ask for, is told here."""
    assert {tabel.soort for _domein, tabel in register.exporten()} == set(UITROLLEN)
    assert {soort.soort for _domein, soort in register.importen()} == set(INROLLEN)


def test_de_rollen_zijn_die_van_de_rechten(wereld: Wereld) -> None:
    """The table of the tests and `toegang.rules` say the same, for everybody and each right."""
    for naam, rollen in ROLLEN.items():
        if naam in NIET_IN_RECHTEN:
            continue
        domein, recht = naam.split(".")
        mogen = {wie for wie, gebruiker in wereld.gebruikers.items() if mag(gebruiker, domein, recht)}
        assert mogen == rollen, naam


def test_hoeveel_de_matrix_vraagt(wereld: Wereld) -> None:
    """The number of questions, with its parts; `pytest -s` shows them."""
    per_wie: Counter[str] = Counter()
    for naam in set(NAMEN) & set(TABEL):
        for wie in WIE:
            adres = TABEL[naam]
            gevallen = list(SOORTEN[adres.soort](wereld, wie))
            per_wie[wie] += sum(
                len(te_vragen(methode, gevallen, mag_dit=wie in ROLLEN[adres.recht])) for methode in METHODEN
            )
    # the count itself is what people ask for
    print(f"\n{per_wie.total()} vragen: {len(NAMEN)} adressen, {len(WIE)} soorten gebruikers")  # noqa: T201
    print("\n".join(f"  {wie}: {aantal}" for wie, aantal in per_wie.items()))  # noqa: T201
    assert per_wie.total() >= TEN_MINSTE


def test_een_onbekend_geval_is_anders(wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The comparison sees a difference where there is one: the own dossier beside one that is not there."""
    gevallen: dict[str, Geval] = {g.toestand: g for g in SOORTEN["persoon"](wereld, "partner")}
    antwoorden = {
        toestand: vragers["partner"].vraag(
            "GET", reverse("werkplek:dossier", kwargs=gevallen[toestand].kwargs)
        )
        for toestand in ("eigen", "ontbreekt")
    }
    assert _verschillen("partner", "GET", antwoorden)
