"""How supervision is said: why a period stands so, and what the province may do next."""

from __future__ import annotations

from huisvesting import rules
from huisvesting.figures import Periodetoezicht, Toezicht
from huisvesting.models import Trede
from huisvesting.rules import OP_RIJ, Beoordeling
from kern import schrijfwijze
from kern.opmaak.scherm import getal


def uitleg(deel: Periodetoezicht) -> str:
    """Why a period stands so, with its arithmetic."""
    stand = deel.stand
    if stand is None:
        return "Van deze periode is geen opgave bekend. Zij telt niet als gemist."
    if deel.beoordeling == Beoordeling.ONBEKEND:
        return "Van deze periode is niet bekend hoeveel personen er meetellen. Zij telt niet als gemist."
    som = f"{getal(stand.te_realiseren)} te realiseren − {getal(stand.gerealiseerd)} gerealiseerd = "
    som += f"{getal(stand.saldo)}."
    if deel.beoordeling == Beoordeling.GEHAALD:
        return som
    return f"{som} {_over_koppeling(deel)}"


def _over_koppeling(deel: Periodetoezicht) -> str:
    koppeling, dag = deel.koppeling, schrijfwijze.dag(deel.koppeldag)
    if koppeling is None:
        return f"Op {dag} telt of COA genoeg mensen heeft gekoppeld."
    delen = f"{getal(koppeling.met_woning)} die in deze periode meetellen"
    som = f"Op {dag} waren {getal(koppeling.zeker)} personen gekoppeld ({delen}, {getal(koppeling.wachtend)} "
    som += f"die nog wachten); nodig waren er {getal(koppeling.nodig)}."
    if koppeling.genoeg:
        return f"{som} Dat is genoeg."
    if koppeling.genoeg is None:
        return (
            f"{som} Van {getal(koppeling.zonder_naam)} personen kennen we de naam niet, dus of het er te weinig "
            "waren is niet te zeggen."
        )
    tekort = koppeling.nodig - koppeling.zeker - koppeling.zonder_naam
    mist = koppeling.nodig - koppeling.zeker
    som = f"{som} Dat {'is er 1' if mist == 1 else f'zijn er {getal(mist)}'} te weinig"
    if koppeling.zonder_naam:
        naamloos = f"de {getal(koppeling.zonder_naam)} van wie we de naam niet kennen"
        som = f"{som}; ook met {naamloos} erbij nog {getal(tekort)}"
    wat = "een tekort is" if deel.beoordeling == Beoordeling.LOOPT else "het tekort is"
    return f"{som}: {wat} verschoonbaar."


def mag(toezicht: Toezicht) -> str:
    """What the province may do next; the sentence for the page and the report."""
    laatste, reeks = toezicht.laatste, toezicht.reeks
    if laatste is None or laatste.beoordeling == Beoordeling.ONBEKEND:
        return "Niet te zeggen: van de laatste periode is niet bekend hoeveel personen meetellen."
    naam = rules.periodenaam(laatste.code)
    if laatste.beoordeling == Beoordeling.GEHAALD:
        return f"Niets: {naam} is gehaald."
    if laatste.beoordeling == Beoordeling.VERSCHOONBAAR:
        return f"Niet handhaven: het tekort van {naam} is verschoonbaar."
    trede = volgende_trede(toezicht)
    stap = f"De volgende stap is: {trede.label.lower()}." if trede else "Alle stappen zijn gezet."
    if reeks.telt >= OP_RIJ:
        return f"{stap} Er zijn {reeks.telt} halve jaren op rij gemist: de provincie kan ingrijpen."
    rest = OP_RIJ - reeks.telt
    nog = "nog 1 gemist half jaar" if rest == 1 else f"nog {rest} gemiste halve jaren"
    return f"{stap} Ingrijpen kan na {nog} op rij."


def volgende_trede(toezicht: Toezicht) -> Trede | None:
    """The step after those taken in the row of missed periods."""
    return rules.volgende_trede(
        [
            Trede(s.trede)
            for s in toezicht.stappen
            if not s.doorgehaald_reden and s.periode.code in toezicht.in_reeks
        ]
    )
