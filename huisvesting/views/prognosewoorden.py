"""How the page of the forecast shows its rows, its heads and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from huisvesting import rules
from huisvesting.domain import prognose as woorden
from huisvesting.domain.prognosegrafiek import NAMEN
from huisvesting.domain.stand import Oordeel, oordeel
from huisvesting.figures import Drempels, Prognose
from huisvesting.models import Stuurcode
from huisvesting.rules import Halfjaar, Lijn, Vooruitzicht
from kern.opmaak.scherm import ONBEKEND, getal


def rijen(prognose: Prognose, drempels: Drempels, vraag: str) -> list[dict[str, Any]]:
    """Each half-year with the addresses of what stands behind its numbers."""
    rijen_ = [_rij(prognose, vooruit, drempels, vraag) for vooruit in prognose.vooruit]
    ervoor = f"{reverse('huisvesting:taakstelling')}{vraag}#tabel"
    for rij, vorige in zip(rijen_, [ervoor, *(rij["zo"] for rij in rijen_)], strict=False):
        rij["meegenomen_url"] = vorige
    return rijen_


def _rij(prognose: Prognose, vooruit: Vooruitzicht, drempels: Drempels, vraag: str) -> dict[str, Any]:
    deel = vooruit.halfjaar
    bekend = deel.code in prognose.standen
    zo = f"{_met(vraag, halfjaar=deel.code)}#zo"
    getallen = reverse("huisvesting:stuurgetallen") + vraag
    return {
        "halfjaar": deel,
        "naam": rules.periodenaam(deel.code),
        "zo": zo,
        "opgave": deel.opgave,
        "opgave_url": (reverse("huisvesting:opgave", args=[deel.code]) + vraag) if bekend else getallen,
        "opgave_bij": "" if bekend else _hoe_zeker(prognose, deel),
        "meegenomen": vooruit.uitkomsten[Lijn.VERWACHT].meegenomen,
        "gerealiseerd_url": (reverse("huisvesting:gehuisvest", args=[deel.code]) + vraag)
        if deel.loopt and bekend
        else "",
        "urls": {
            groep: reverse("huisvesting:prognose-personen", args=[deel.code]) + _met(vraag, groep=groep)
            for groep in ("gekoppeld", "nareizigers", "amv")
        },
        "amv_18_url": reverse("huisvesting:prognose-amv", args=[deel.code]) + vraag,
        "erbij": _erbij(vooruit),
        "erbij_url": zo if deel.loopt else getallen,
        "aan_eind": vooruit.uitkomsten[Lijn.VERWACHT].aan_eind,
        "oordeel": woorden.oordeel(vooruit.uitkomsten[Lijn.VERWACHT].saldo, drempels),
        "laag_hoog": "" if deel.loopt else _laag_hoog(vooruit),
    }


def _met(vraag: str, **velden: str) -> str:
    """The question part of an address with these besides."""
    return f"{vraag}{'&' if vraag else '?'}{urlencode(velden)}"


def _hoe_zeker(prognose: Prognose, deel: Halfjaar) -> str:
    rij = prognose.getallen.op(Stuurcode.OPGAVE_LATER, deel.van)
    return "" if rij is None else "afgesproken" if rij.vast else "schatting"


def _erbij(vooruit: Vooruitzicht) -> str:
    """Low, expected and high: "4 / 6 / 9", one number where they are equal."""
    aantallen = [vooruit.uitkomsten[lijn].zonder_naam for lijn in Lijn]
    if len(set(aantallen)) == 1:
        return getal(aantallen[0])
    return " / ".join(getal(aantal) for aantal in aantallen)


def _laag_hoog(vooruit: Vooruitzicht) -> str:
    """ "lage instroom: 4 te weinig, hoge instroom: 2 voorsprong"; empty where neither is known."""
    if all(vooruit.uitkomsten[lijn].saldo is None for lijn in (Lijn.LAAG, Lijn.HOOG)):
        return ""
    return ", ".join(
        f"{NAMEN[lijn].lower()}: {woorden.saldo_in_woorden(vooruit.uitkomsten[lijn].saldo).lower()}"
        for lijn in (Lijn.LAAG, Lijn.HOOG)
    )


def kop(prognose: Prognose, drempels: Drempels) -> dict[str, Any]:
    """The figures at the top: how the running half-year ends, its pace, and three years on."""
    nu, straks = prognose.vooruit[0], prognose.vooruit[-1]
    eerste = nu.uitkomsten[Lijn.VERWACHT]
    stand = prognose.standen.get(nu.halfjaar.code)
    return {
        "eind": nu.halfjaar.tot_en_met,
        "aan_eind": eerste.aan_eind,
        "te_realiseren": eerste.te_realiseren,
        "oordeel": woorden.oordeel(eerste.saldo, drempels),
        "stand": stand,
        "tempo": f"{stand.tempo:.1f}".replace(".", ",") if stand else ONBEKEND,
        "tempo_som": _tempo_som(prognose) if stand else "",
        "tempo_oordeel": oordeel(stand, drempels) if stand else Oordeel("neutraal", "Geen opgave bekend"),
        "straks": straks.halfjaar.tot_en_met,
        "straks_oordeel": woorden.oordeel(straks.uitkomsten[Lijn.VERWACHT].saldo, drempels),
        "straks_bij": _laag_hoog(straks),
        "straks_saldo": straks.uitkomsten[Lijn.VERWACHT].saldo,
    }


def _tempo_som(prognose: Prognose) -> str:
    """ "30 × 121 ÷ 181 dagen": what an even pace would have by now."""
    stand = prognose.standen[prognose.lopend.halfjaar.code]
    dagen = (stand.periode.tot_en_met - stand.periode.van).days + 1
    voorbij = (prognose.peildatum - stand.periode.van).days + 1
    return (
        f"{getal(stand.te_realiseren)} × {voorbij} ÷ {dagen} dagen. Gehuisvest: {getal(stand.gerealiseerd)}"
    )


def ontbreekt(prognose: Prognose, vraag: str, *, mag_sturen: bool) -> list[dict[str, str]]:
    """What is missing with the page where it can be mended, for who may."""
    lijsten = {
        "eerder": reverse("huisvesting:prognose-personen", args=["eerder"]) + vraag,
        "zonder": reverse("huisvesting:prognose-personen", args=["zonder-datum"]) + vraag,
        "amv": reverse("huisvesting:prognose-amv", args=[prognose.lopend.halfjaar.code]) + vraag,
    }
    regels = []
    for deel in woorden.ontbreekt(prognose):
        url, tekst = lijsten.get(deel.lijst, ""), "Toon wie dat zijn"
        if deel.code and mag_sturen:
            url = f"{reverse('huisvesting:stuurgetal-nieuw')}?code={deel.code}"
            tekst = "Vul dit getal in"
        regels.append({"zin": deel.zin, "url": url, "tekst": tekst})
    return regels


def keuzes(codes: Sequence[str], gekozen: int, peildatum: date | None) -> list[dict[str, Any]]:
    """The half-years of which the arithmetic can be shown."""
    vast = {"peildatum": peildatum.isoformat()} if peildatum else {}
    return [
        {
            "naam": rules.periodenaam(code),
            "url": f"?{urlencode({**vast, 'halfjaar': code})}#zo",
            "gekozen": nummer == gekozen,
        }
        for nummer, code in enumerate(codes)
    ]
