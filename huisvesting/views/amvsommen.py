"""The arithmetic of one half-year of the AMV homes in words: who, homes, months, euros, quota."""

from __future__ import annotations

from collections.abc import Sequence

from huisvesting.forms.amv import als_getypt
from huisvesting.rules.amv import Invoer, Stap, verdeling
from kern import schrijfwijze
from kern.opmaak.scherm import euro

NAMEN = 4  # more than these are too many for a sentence
Som = tuple[str, str, str]


def sommen(stap: Stap, invoer: Invoer, namen: Sequence[str]) -> list[Som]:
    """The five steps of a half-year: (question, arithmetic, outcome)."""
    jongeren = in_jongeren(stap.worden_18)
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
        ("Wat kost dat?", f"{in_maanden(stap.maanden)} × {euro(invoer.tarief)} euro", euro(stap.euro)),
        ("Wat doet het met de taakstelling?", _taakstelling(stap), erbij(stap.taakstelling)),
    ]


def _wie_wordt_18(stap: Stap, invoer: Invoer, namen: Sequence[str]) -> str:
    zinnen = []
    if stap.bewoners:
        bij_naam = len(namen) == stap.bewoners <= NAMEN
        zinnen.append(f"{in_bewoners(stap.bewoners)}{f': {opsomming(namen)}' if bij_naam else ''}.")
    for code, aantal in stap.komen_uit:
        zinnen.append(
            f"{'En de' if zinnen else 'De'} {aantal} die in de {halfjaar_in_zin(code)} "
            f"{'instroomt' if aantal == 1 else 'instromen'}: {in_maanden(invoer.verblijf)} later."
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
    zin = f"Gemiddeld wordt iemand halverwege 18. Dan telt dit half jaar {in_maanden(eerste)}"
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
    if stap.telt_bij_15:
        een = stap.telt_bij_15 == 1
        zinnen.append(
            f"{stap.telt_bij_15} {'wordt' if een else 'worden'} 15 en {'telt' if een else 'tellen'} vanaf dan: "
            f"{erbij(stap.telt_bij_15)}."
        )
    if stap.telt_bij_18:
        een = stap.telt_bij_18 == 1
        zinnen.append(
            f"Van wie 18 {'wordt, telt' if een else 'worden, tellen'} er {stap.telt_bij_18} pas met een eigen "
            f"woning: {erbij(stap.telt_bij_18)}."
        )
    if stap.telden_al:
        een = stap.telden_al == 1
        zinnen.append(f"De {stap.telden_al} die 18 {'wordt, telde' if een else 'worden, telden'} al: 0.")
    if stap.telt_nooit:
        een = stap.telt_nooit == 1
        zinnen.append(f"Van wie 18 wordt, {'telt' if een else 'tellen'} er {stap.telt_nooit} niet mee: 0.")
    return " ".join(zinnen) or "Niemand stroomt in en niemand wordt 18: 0."


def halfjaar_in_zin(code: str) -> str:
    """ "tweede helft van 2017", within a sentence."""
    jaar, _, helft = code.partition("-H")
    return f"{'eerste' if helft == '1' else 'tweede'} helft van {jaar}"


def erbij(aantal: int) -> str:
    """A count with its sign: +3, 0, −1."""
    return f"+{aantal}" if aantal > 0 else str(aantal)


def opsomming(delen: Sequence[str]) -> str:
    """ "a, b en c"."""
    return " en ".join(filter(None, [", ".join(delen[:-1]), delen[-1]])) if delen else ""


def in_bewoners(aantal: int) -> str:
    """ "1 bewoner", "6 bewoners"."""
    return "1 bewoner" if aantal == 1 else f"{schrijfwijze.getal(aantal)} bewoners"


def in_jongeren(aantal: int) -> str:
    """ "1 jongere", "4 jongeren"."""
    return "1 jongere" if aantal == 1 else f"{schrijfwijze.getal(aantal)} jongeren"


def in_maanden(aantal: int) -> str:
    """ "1 maand", "24 maanden"."""
    return "1 maand" if aantal == 1 else f"{schrijfwijze.getal(aantal)} maanden"
