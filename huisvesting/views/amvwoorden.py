"""How the page of the AMV homes says what its figures mean: the arithmetic in words, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from huisvesting.figures.amv import INVOER, Bewoner, Budget
from huisvesting.figures.sturing import Stuurgetallen
from huisvesting.forms.amv import AmvForm, als_getypt
from huisvesting.rules.amv import Gevolgen, Invoer, Stap, verdeling
from huisvesting.rules.telling import AMV_KSO_VANAF
from kern import schrijfwijze
from kern.leeftijd import MEERDERJARIG
from kern.opmaak.scherm import euro

_NAMEN = 4  # more than these are too many for a sentence
Som = tuple[str, str, str]


def halfjaar_in_zin(code: str) -> str:
    """ "tweede helft van 2017", within a sentence."""
    jaar, _, helft = code.partition("-H")
    return f"{'eerste' if helft == '1' else 'tweede'} helft van {jaar}"


def kop(code: str) -> str:
    """ "eerste helft 2019", behind a colon."""
    return halfjaar_in_zin(code).replace(" van ", " ")


def erbij(aantal: int) -> str:
    """A count with its sign: +3, 0, −1."""
    return f"+{aantal}" if aantal > 0 else str(aantal)


def wie(stap: Stap, namen: Sequence[str]) -> str:
    """Of whom a half-year is: the one resident by name where that may be said, else how many."""
    if stap.bewoners == 1 and not stap.komen and namen:
        return namen[0]
    delen = [_bewoners(stap.bewoners)] if stap.bewoners else []
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
    return f"{jaren} jaar" + (f" en {_in_maanden(rest)}" if rest else "")


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
    met_18 = sum(stap.telt_bij_18 for stap in gevolgen.stappen)
    namen = [bewoner.persoon.naam for bewoner in bewoners if bewoner.telt_nog]
    wie = namen[0] if len(namen) == met_18 == 1 else f"{met_18} met een eigen woning"
    dit_jaar = sum(stap.taakstelling for stap in gevolgen.stappen if stap.van.year == jaar)
    return {
        "worden_18": f"{gevolgen.bewoners} wonen er al, {gevolgen.komen} komen nog",
        "woningen": per_jongere,
        "maanden": f"samen {euro(gevolgen.euro)} euro",
        "taakstelling": opsomming([f"{instroom} die instromen", *([wie] if met_18 else [])]),
        "som_taakstelling": erbij(gevolgen.taakstelling),
        "dit_jaar": f"{dit_jaar} in {jaar}",
    }


def sommen(stap: Stap, invoer: Invoer, namen: Sequence[str]) -> list[Som]:
    """The five steps of a half-year: (question, arithmetic, outcome)."""
    jongeren = _jongeren(stap.worden_18)
    woning = f"{als_getypt('woningen', invoer.woningen)} woning"
    rond = (
        ""
        if invoer.woningen == invoer.woningen.to_integral_value()
        else (". We ronden naar boven af, over alle halve jaren samen")
    )
    return [
        ("Wie wordt 18?", _wie_wordt_18(stap, invoer, namen), str(stap.worden_18)),
        ("Hoeveel woningen?", f"{jongeren} × {woning}{rond}", str(stap.woningen)),
        ("Hoeveel maanden begeleiding?", _maanden(stap, invoer), str(stap.maanden)),
        ("Wat kost dat?", f"{_in_maanden(stap.maanden)} × {euro(invoer.tarief)} euro", euro(stap.euro)),
        ("Wat doet het met de taakstelling?", _taakstelling(stap), erbij(stap.taakstelling)),
    ]


def _wie_wordt_18(stap: Stap, invoer: Invoer, namen: Sequence[str]) -> str:
    zinnen = []
    if stap.bewoners:
        bij_naam = len(namen) == stap.bewoners <= _NAMEN
        zinnen.append(f"{_bewoners(stap.bewoners)}{f': {opsomming(namen)}' if bij_naam else ''}.")
    for code, aantal in stap.komen_uit:
        zinnen.append(
            f"{'En de' if zinnen else 'De'} {aantal} die in de {halfjaar_in_zin(code)} "
            f"{'instroomt' if aantal == 1 else 'instromen'}: {_in_maanden(invoer.verblijf)} later."
        )
    delen = [*([stap.bewoners] if stap.bewoners else []), *(aantal for _code, aantal in stap.komen_uit)]
    if len(delen) > 1:
        zinnen.append(f"{' + '.join(map(str, delen))} = {stap.worden_18}")
    return " ".join(zinnen) or "Niemand van de bewoners, en van wie instroomt nog niemand."


def _maanden(stap: Stap, invoer: Invoer) -> str:
    delen = verdeling(invoer.maanden)
    if not delen:
        return "Er is geen begeleiding na 18 jaar."
    eerste, *later = delen
    zin = f"Gemiddeld wordt iemand halverwege 18. Dan telt dit half jaar {_in_maanden(eerste)}"
    if len(later) == 1:
        zin += f" en het volgende {later[0]}"
    elif len(later) == 2:
        zin += f", het volgende {later[0]} en daarna weer {later[1]}"
    elif later:
        zin += f", en de halve jaren daarna {opsomming([str(deel) for deel in later])}"
    som = " + ".join(f"{aantal} × {maanden}" for aantal, maanden in stap.begeleiding) or "0"
    return f"{zin}. {som} = {stap.maanden}"


def _taakstelling(stap: Stap) -> str:
    zinnen = []
    if stap.telt_bij_instroom:
        een = stap.telt_bij_instroom == 1
        zinnen.append(
            f"De {stap.telt_bij_instroom} die {'instroomt, is' if een else 'instromen, zijn'} 15 jaar of ouder. "
            f"{'Die telt' if een else 'Zij tellen'} meteen: {erbij(stap.telt_bij_instroom)}."
        )
    if stap.telt_bij_18:
        een = stap.telt_bij_18 == 1
        zinnen.append(
            f"Van wie 18 {'wordt, telt' if een else 'worden, tellen'} er {stap.telt_bij_18} pas met een eigen "
            f"woning: {erbij(stap.telt_bij_18)}."
        )
    al_geteld = stap.worden_18 - stap.telt_bij_18
    if al_geteld:
        een = al_geteld == 1
        zinnen.append(
            f"De {al_geteld} die 18 {'wordt, telde' if een else 'worden, telden'} al bij instroom: 0."
        )
    return " ".join(zinnen) or "Niemand stroomt in en niemand wordt 18: 0."


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
            f"{_in_maanden(gevolgen.doorloop)} begeleiding door{_sluitsom(gevolgen, invoer)}."
        )
    if gevolgen.onbekend:
        zinnen.append(
            f"Van {_bewoners(gevolgen.onbekend)} kennen we de geboortedatum niet. Die "
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
    regels += [
        (bewoner.persoon.naam, f"{_waarom_niet(bewoner)} Telt pas met een eigen woning.")
        for bewoner in bewoners
        if bewoner.telt_nog
    ]
    return regels


def _waarom_niet(bewoner: Bewoner) -> str:
    if bewoner.sinds < AMV_KSO_VANAF:
        return f"kwam in {bewoner.sinds.year}."
    return "telde niet mee bij de instroom."


def _getallen_in_woorden(invoer: Invoer) -> Mapping[str, str]:
    return {
        "tarief": f"{euro(invoer.tarief)} per maand",
        "instroom": f"{invoer.instroom} per jaar",
        "verblijf": f"{_in_maanden(invoer.verblijf)} verblijf",
        "plekken": f"{invoer.plekken} plekken per woning",
        "woningen": f"{als_getypt('woningen', invoer.woningen)} woning per jongere",
        "maanden": f"{_in_maanden(invoer.maanden)} begeleiding",
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
    if bewoner.heeft_aanbod:
        return {"te_laat": "", "tekst": "woning aangeboden"}
    if dagen:
        telt = "1 dag te laat" if dagen == 1 else f"{schrijfwijze.getal(dagen)} dagen te laat"
        return {"te_laat": telt, "tekst": f"uiterlijk {dag_in(vanaf, jaar)}"}
    return {"te_laat": "", "tekst": f"begint {schrijfwijze.dag(vanaf)}"}


def wordt_18(bewoner: Bewoner) -> str:
    """The day, "vanaf" before it where only the month or the year of birth is known (A2)."""
    if bewoner.wordt_18_op is None:
        return "onbekend"
    vanaf = "" if bewoner.persoon.geboren.is_volledig else "vanaf "
    dag = bewoner.wordt_18_op
    return f"{vanaf}{dag.day}-{dag.month}-{dag.year}"


def opsomming(delen: Sequence[str]) -> str:
    """ "a, b en c"."""
    return " en ".join(filter(None, [", ".join(delen[:-1]), delen[-1]])) if delen else ""


def _bewoners(aantal: int) -> str:
    return "1 bewoner" if aantal == 1 else f"{schrijfwijze.getal(aantal)} bewoners"


def _jongeren(aantal: int) -> str:
    return "1 jongere" if aantal == 1 else f"{schrijfwijze.getal(aantal)} jongeren"


def _in_maanden(aantal: int) -> str:
    return "1 maand" if aantal == 1 else f"{schrijfwijze.getal(aantal)} maanden"
