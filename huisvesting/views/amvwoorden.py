"""How the page of the AMV homes says what its figures mean: the arithmetic in words, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from huisvesting import rules
from huisvesting.figures.amv import INVOER, Bewoner, Budget
from huisvesting.figures.sturing import Stuurgetallen
from huisvesting.forms.amv import AmvForm, als_getypt
from huisvesting.rules.amv import Gevolgen, Invoer, Stap
from huisvesting.rules.telling import AMV_KSO_VANAF
from huisvesting.views.amvsommen import (
    NAMEN,
    erbij,
    halfjaar_in_zin,
    in_bewoners,
    in_maanden,
    opsomming,
)
from kern import schrijfwijze
from kern.leeftijd import MEERDERJARIG
from kern.opmaak.scherm import euro


def kop(code: str) -> str:
    """ "eerste helft 2019", behind a colon."""
    return halfjaar_in_zin(code).replace(" van ", " ")


# What a row of the table and its sum need, of an outcome as it is computed and of one that was kept.
SOMVELDEN = ("worden_18", "woningen", "maanden", "euro", "taakstelling")
TABELVELDEN = ("code", "bezet", "plekken", *SOMVELDEN)


def somrij(getallen: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of SOMVELDEN as the table shows them; euros may come as text."""
    return {
        **{naam: getallen[naam] for naam in SOMVELDEN},
        "euro": Decimal(getallen["euro"]),
        "taakstelling": erbij(getallen["taakstelling"]),
    }


def tabelrij(getallen: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of TABELVELDEN as a row of the table, which leads nowhere and names nobody."""
    te_vol = max(getallen["bezet"] - getallen["plekken"], 0)
    return somrij(getallen) | {
        "naam": rules.periodenaam(getallen["code"]),
        "bezet": f"{getallen['bezet']} van {getallen['plekken']}",
        "te_vol": f"{te_vol} te veel" if te_vol else "",
        "wie": "",
        "gekozen": False,
        "adres": "",
        "bewoners": "",
    }


def wie(stap: Stap, namen: Sequence[str]) -> str:
    """Of whom a half-year is: the one resident by name where that may be said, else how many."""
    if stap.bewoners == 1 and not stap.komen and namen:
        return namen[0]
    delen = [in_bewoners(stap.bewoners)] if stap.bewoners else []
    if stap.komen:
        delen.append(f"{stap.komen} {'komt' if stap.komen == 1 else 'komen'} nog")
    return ", ".join(delen) or "niemand"


def piek(stap: Stap | None) -> str:
    """When most turn 18: "Piek begin 2019"."""
    if stap is None:
        return ""
    return f"Piek {'begin' if stap.van.month == 1 else 'eind'} {stap.van.year}"


def zoeken_begint(maanden_vooraf: int) -> str:
    """At which age: "17 jaar en 6 maanden"."""
    jaren, rest = divmod(12 * MEERDERJARIG - maanden_vooraf, 12)
    return f"{jaren} jaar" + (f" en {in_maanden(rest)}" if rest else "")


def dag_in(dag: date, jaar: int) -> str:
    """A day in words, without its year where that is `jaar`: 19 september, 30 december 2018."""
    lang = schrijfwijze.dag(dag)
    return lang.removesuffix(f" {jaar}")


def cijfers(
    gevolgen: Gevolgen, invoer: Invoer, *, eerste: date | None, bewoners: Sequence[Bewoner], jaar: int
) -> dict[str, str]:
    """The lines below the four figures; `eerste` is the first 18th birthday, `bewoners` who may be named."""
    per_jongere = f"{als_getypt('woningen', invoer.woningen)} per jongere"
    if eerste and gevolgen.bewoners:
        per_jongere += f", eerste op {dag_in(eerste, jaar)}"
    instroom = sum(stap.telt_bij_instroom for stap in gevolgen.stappen)
    met_15 = sum(stap.telt_bij_15 for stap in gevolgen.stappen)
    met_18 = sum(stap.telt_bij_18 for stap in gevolgen.stappen)
    namen = [bewoner.persoon.naam for bewoner in bewoners if bewoner.telt_nog]
    wie = namen[0] if len(namen) == met_18 == 1 else f"{met_18} met een eigen woning"
    dit_jaar = sum(stap.taakstelling for stap in gevolgen.stappen if stap.van.year == jaar)
    return {
        "worden_18": f"{gevolgen.bewoners} wonen er al, {gevolgen.komen} komen nog",
        "woningen": per_jongere,
        "maanden": f"samen {euro(gevolgen.euro)} euro",
        "taakstelling": opsomming(
            [
                f"{instroom} die instromen",
                *([f"{met_15} die 15 {'wordt' if met_15 == 1 else 'worden'}"] if met_15 else []),
                *([wie] if met_18 else []),
            ]
        ),
        "som_taakstelling": erbij(gevolgen.taakstelling),
        "dit_jaar": f"{dit_jaar} in {jaar}",
    }


def voetnoot(gevolgen: Gevolgen, invoer: Invoer, peildatum: date) -> list[str]:
    """What the table does not hold."""
    eerste, laatste = gevolgen.stappen[0], gevolgen.stappen[-1]
    zinnen = []
    if eerste.van > peildatum:
        einde = date(peildatum.year, 6 if peildatum.month <= 6 else 12, 1)
        zinnen.append(f"Tot en met {schrijfwijze.maand(einde)} wordt niemand 18.")
    if gevolgen.doorloop:
        zinnen.append(
            f"Na {schrijfwijze.maand(laatste.tot_en_met)} {'loopt' if gevolgen.doorloop == 1 else 'lopen'} nog "
            f"{in_maanden(gevolgen.doorloop)} begeleiding door{_sluitsom(gevolgen, invoer)}."
        )
    if gevolgen.onbekend:
        zinnen.append(
            f"Van {in_bewoners(gevolgen.onbekend)} kennen we de geboortedatum niet. Die "
            f"{'staat' if gevolgen.onbekend == 1 else 'staan'} niet in de tabel."
        )
    return zinnen


def _sluitsom(gevolgen: Gevolgen, invoer: Invoer) -> str:
    """12 × 12 = 144, min 120; only where nobody's guidance began before the table."""
    totaal = gevolgen.worden_18 * invoer.maanden
    if totaal - gevolgen.maanden != gevolgen.doorloop:
        return ""
    return f": {gevolgen.worden_18} × {invoer.maanden} = {totaal}, min {gevolgen.maanden}"


def twijfels(
    invoer: Invoer, getallen: Stuurgetallen, dag: date, bewoners: Sequence[Bewoner]
) -> list[tuple[str, str]]:
    """(what, how sure): each number that was not established or was typed here, and who does not count yet."""
    regels = []
    for veld, naam in _getallen_in_woorden(invoer).items():
        rij = getallen.op(INVOER[veld], dag)
        if rij is None or rij.waarde != getattr(invoer, veld):
            gezet = f" Ingesteld is {als_getypt(veld, rij.waarde)}." if rij else ""
            regels.append((naam, f"is hier ingevuld.{gezet}"))
        elif not rij.vast:
            regels.append((naam, f"is nog niet vastgesteld. Bron: {rij.bron.rstrip('.')}."))
    telt_nog = [bewoner for bewoner in bewoners if bewoner.telt_nog]
    regels += [
        (bewoner.persoon.naam, f"{_waarom_niet(bewoner)} Telt pas met een eigen woning.")
        for bewoner in telt_nog[:NAMEN]
    ]
    if len(telt_nog) > NAMEN:
        rest = len(telt_nog) - NAMEN
        regels.append(
            (f"Nog {in_bewoners(rest)}", f"{'telt' if rest == 1 else 'tellen'} pas met een eigen woning.")
        )
    return regels


def _waarom_niet(bewoner: Bewoner) -> str:
    if bewoner.sinds < AMV_KSO_VANAF:
        return f"kwam in {bewoner.sinds.year}."
    return "telde niet mee bij de instroom."


def _getallen_in_woorden(invoer: Invoer) -> Mapping[str, str]:
    return {
        "tarief": f"{euro(invoer.tarief)} per maand",
        "instroom": f"{invoer.instroom} per jaar",
        "verblijf": f"{in_maanden(invoer.verblijf)} verblijf",
        "plekken": f"{invoer.plekken} plekken per woning",
        "woningen": f"{als_getypt('woningen', invoer.woningen)} woning per jongere",
        "maanden": f"{in_maanden(invoer.maanden)} begeleiding",
    }


def aannames(invoer: Invoer) -> str:
    """What else is reckoned with, in one sentence."""
    woorden = _getallen_in_woorden(invoer)
    return (
        f"We rekenen ook met {woorden['woningen']}, {woorden['maanden']} na 18 jaar en {euro(invoer.tarief)} euro "
        "per maand."
    )


def getallen(invoer: Invoer) -> list[tuple[str, str]]:
    """The six numbers with their names, as the form calls them."""
    return [
        (str(veld.label), als_getypt(naam, Decimal(getattr(invoer, naam))))
        for naam, veld in AmvForm.base_fields.items()
    ]


def past_het(budget: Budget, gevolgen: Gevolgen) -> dict[str, Any]:
    """What is needed in the plan's years beside what the budget still has; `tekort` is what AMV homes lack."""
    nodig = gevolgen.in_jaren(budget.jaren)
    jaren = opsomming([str(jaar) for jaar in budget.jaren])
    return {
        "rijen": [
            (f"Nodig in {jaren}", euro(nodig)),
            *((f"{naam}, nog vrij", euro(vrij)) for naam, vrij in budget.regels),
            ("Niet toegewezen", euro(budget.niet_toegewezen)),
        ],
        "tekort": max(nodig - max(budget.amv_vrij, Decimal("0.00")), Decimal("0.00")),
        "adres": budget.adres,
    }


def zoeken(bewoner: Bewoner, jaar: int) -> dict[str, Any]:
    """When the search for a home begins or should have begun; `te_laat` is said apart, for it is red."""
    vanaf, dagen = bewoner.zoeken_vanaf, bewoner.dagen_te_laat
    if vanaf is None:
        return {"te_laat": "", "tekst": "geboortedatum onbekend"}
    if bewoner.in_zicht:
        return {"te_laat": "", "tekst": "woning in zicht"}
    if dagen:
        telt = "1 dag te laat" if dagen == 1 else f"{schrijfwijze.getal(dagen)} dagen te laat"
        return {"te_laat": telt, "tekst": f"uiterlijk {dag_in(vanaf, jaar)}"}
    return {"te_laat": "", "tekst": f"begint {schrijfwijze.dag(vanaf)}"}


def telt(bewoner: Bewoner) -> str:
    """Whether somebody counts for the quota, or from when; "Nee" for who never does."""
    if bewoner.geteld:
        return "Ja"
    if bewoner.telt_op:
        return f"Vanaf {schrijfwijze.dag(bewoner.telt_op)}"
    return "Pas met een eigen woning" if bewoner.telt_nog else "Nee"


def wordt_18(bewoner: Bewoner) -> str:
    """The day, "vanaf" before it where only the month or the year of birth is known (A2)."""
    if bewoner.wordt_18_op is None:
        return "onbekend"
    vanaf = "" if bewoner.persoon.geboren.is_volledig else "vanaf "
    dag = bewoner.wordt_18_op
    return f"{vanaf}{dag.day}-{dag.month}-{dag.year}"
