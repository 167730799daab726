"""How the forecast is said: one sentence, what is missing in it, and its arithmetic for one half-year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from huisvesting import rules
from huisvesting.domain.stand import Oordeel, waarschuwt
from huisvesting.figures import INSTROOM, Drempels, Prognose
from huisvesting.models import Stuurcode
from huisvesting.rules import Halfjaar, Lijn, Uitkomst, Vooruitzicht
from kern import schrijfwijze
from kern.opmaak.scherm import ONBEKEND, getal
from kern.rekensom import Rekenstap

LIJNUITLEG = {
    Lijn.LAAG: "weinig mensen komen",
    Lijn.VERWACHT: "zoals we verwachten",
    Lijn.HOOG: "veel mensen komen",
}


@dataclass(frozen=True)
class Ontbreekt:
    """What the forecast lacks, with the number that would mend it, or the list of whom it is about."""

    zin: str
    code: Stuurcode | None = None
    lijst: Literal["", "eerder", "amv", "zonder"] = ""


def saldo_in_woorden(saldo: int | None) -> str:
    """ "6 te weinig", "3 voorsprong", "Precies gehaald", or a dash."""
    if saldo is None:
        return ONBEKEND
    if saldo > 0:
        return f"{getal(saldo)} te weinig"
    return f"{getal(-saldo)} voorsprong" if saldo else "Precies gehaald"


def oordeel(saldo: int | None, drempels: Drempels) -> Oordeel:
    """The badge of an outcome: a warning from the threshold on."""
    if saldo is None:
        return Oordeel("neutraal", "Niet te berekenen")
    return Oordeel("goed" if saldo <= 0 else waarschuwt(saldo, drempels.prognose), saldo_in_woorden(saldo))


def in_een_zin(prognose: Prognose) -> str:
    """How the running half-year ends and how it stands three years on, for page and report."""
    nu, straks = prognose.vooruit[0], prognose.vooruit[-1]
    eerste = nu.uitkomsten[Lijn.VERWACHT]
    zin = f"Op {schrijfwijze.dag(nu.halfjaar.tot_en_met)} verwachten we {_personen(eerste.aan_eind)}"
    if eerste.te_realiseren is None or eerste.saldo is None:
        return f"{zin}. Een opgave is niet bekend."
    zin = f"{zin} van de {getal(eerste.te_realiseren)}: {saldo_in_woorden(eerste.saldo).lower()}."
    laatste = {lijn: straks.uitkomsten[lijn].saldo for lijn in Lijn}
    if laatste[Lijn.VERWACHT] is None:
        return zin
    eind = schrijfwijze.dag(straks.halfjaar.tot_en_met)
    delen = f"{zin} Op {eind} is het {saldo_in_woorden(laatste[Lijn.VERWACHT]).lower()}"
    if laatste[Lijn.LAAG] is None or laatste[Lijn.HOOG] is None:
        return f"{delen}."
    laag, hoog = (saldo_in_woorden(laatste[lijn]).lower() for lijn in (Lijn.LAAG, Lijn.HOOG))
    return f"{delen}; met lage instroom {laag}, met hoge {hoog}."


def _personen(aantal: int | None) -> str:
    return "1 persoon" if aantal == 1 else f"{getal(aantal)} personen"


def ontbreekt(prognose: Prognose) -> list[Ontbreekt]:
    """What the reader must know before believing the forecast, in whole sentences."""
    straks = [vooruit.halfjaar for vooruit in prognose.vooruit[1:]]
    return [
        *_zonder_instroom(straks, prognose),
        *_zonder_opgave(straks),
        *_verkeerde_volgorde(straks),
        *_buiten_beeld(prognose),
    ]


def _zonder_instroom(straks: list[Halfjaar], prognose: Prognose) -> list[Ontbreekt]:
    gevonden = []
    for lijn, code in INSTROOM.items():
        leeg = next((deel for deel in straks if deel.instroom[lijn] is None), None)
        if leeg:
            zin = f"Hoeveel personen er per half jaar bij komen ({lijn.value}) is niet ingevuld voor"
            zin = f"{zin} {rules.periodenaam(leeg.code)}. Vanaf dan is deze lijn niet te berekenen."
            gevonden.append(Ontbreekt(zin, code))
    if any(deel.amv_instroom is None for deel in straks):
        zin = "Hoeveel AMV er per jaar komen is niet ingevuld. Wij tellen alleen AMV die we bij naam kennen."
        gevonden.append(Ontbreekt(zin, Stuurcode.AMV_INSTROOM))
    return gevonden


def _zonder_opgave(straks: list[Halfjaar]) -> list[Ontbreekt]:
    leeg = next((deel for deel in straks if deel.opgave is None), None)
    if leeg is None:
        return []
    zin = f"Voor {rules.periodenaam(leeg.code)} is geen opgave bekend en geen schatting ingevuld."
    return [Ontbreekt(f"{zin} Vanaf dan is geen tekort te berekenen.", Stuurcode.OPGAVE_LATER)]


def _verkeerde_volgorde(straks: list[Halfjaar]) -> list[Ontbreekt]:
    for deel in straks:
        reeks = [deel.instroom[lijn] for lijn in Lijn]
        bekend = [aantal for aantal in reeks if aantal is not None]
        if bekend != sorted(bekend):
            zin = "De instroom klopt niet: laag, verwacht en hoog lopen niet op. Kijk de drie getallen na."
            return [Ontbreekt(zin, Stuurcode.INSTROOM_LAAG)]
    return []


def _buiten_beeld(prognose: Prognose) -> list[Ontbreekt]:
    gevonden = []
    if not prognose.begin_bekend:
        zin = "Wat er van eerdere periodes meegaat is niet bekend. Wij rekenen vanaf 0."
        gevonden.append(Ontbreekt(zin))
    if prognose.te_laat:
        n = prognose.te_laat
        wie = "1 persoon werd" if n == 1 else f"{n} personen werden"
        telt = "telt" if n == 1 else "tellen"
        dag = schrijfwijze.dag(prognose.peildatum)
        zin = f"{wie} al voor {dag} verwacht en {telt} nog niet mee. Geef een nieuwe datum."
        gevonden.append(Ontbreekt(zin, lijst="eerder"))
    if prognose.amv_zonder_dag:
        n = prognose.amv_zonder_dag
        wie, heeft = ("1 AMV wordt", "heeft") if n == 1 else (f"{n} AMV worden", "hebben")
        zin = f"{wie} in deze periode 18 en {heeft} nog geen verwachte datum voor een woning."
        gevonden.append(Ontbreekt(zin, lijst="amv"))
    if prognose.gekoppeld_zonder_dag:
        n = prognose.gekoppeld_zonder_dag
        wie, heeft = ("1 persoon is", "heeft") if n == 1 else (f"{n} personen zijn", "hebben")
        zin = f"{wie} gekoppeld en {heeft} nog geen verwachte datum voor een woning."
        gevonden.append(Ontbreekt(zin, lijst="zonder"))
    return gevonden


def rekensom(prognose: Prognose, nummer: int) -> list[Rekenstap]:
    """The arithmetic of the half-year with this place in the forecast, by the expected line."""
    vooruit = prognose.vooruit[nummer]
    deel, uitkomst = vooruit.halfjaar, vooruit.uitkomsten[Lijn.VERWACHT]
    return [
        Rekenstap("Wat is de opgave?", _opgave(prognose, deel), getal(deel.opgave)),
        Rekenstap("Wat gaat er mee van ervoor?", _meegenomen(prognose, nummer), getal(uitkomst.meegenomen)),
        Rekenstap(
            "Hoeveel is te realiseren?",
            _som([deel.opgave, uitkomst.meegenomen]),
            getal(uitkomst.te_realiseren),
        ),
        *(
            [Rekenstap("Wie telt al mee?", "Tot en met de peildatum", getal(deel.gerealiseerd))]
            if deel.loopt
            else []
        ),
        Rekenstap("Wie verwachten we, van wie we de naam kennen?", _met_naam(deel), getal(deel.met_naam)),
        Rekenstap("Wie komt er nog bij?", _zonder_naam(deel), getal(uitkomst.zonder_naam)),
        Rekenstap(
            "Op hoeveel komen we uit?",
            _som([*([deel.gerealiseerd] if deel.loopt else []), deel.met_naam, uitkomst.zonder_naam]),
            getal(uitkomst.aan_eind),
        ),
        Rekenstap("Is dat genoeg?", _genoeg(vooruit), saldo_in_woorden(uitkomst.saldo)),
    ]


def _som(delen: list[int | None]) -> str:
    """ "20 + 10", a lead as "15 − 3"; empty where a part is not known."""
    if None in delen:
        return "Niet te berekenen"
    eerste, *rest = [deel for deel in delen if deel is not None]
    return getal(eerste) + "".join(f" {'−' if deel < 0 else '+'} {getal(abs(deel))}" for deel in rest)


def _opgave(prognose: Prognose, deel: Halfjaar) -> str:
    stand = prognose.standen.get(deel.code)
    if stand:
        return f"Bekend. Bron: {stand.bron}"
    rij = prognose.getallen.op(Stuurcode.OPGAVE_LATER, deel.van)
    if rij is None:
        return "Niet bekend, en er is geen schatting ingevuld"
    return f"{'Afgesproken' if rij.vast else 'Een schatting'}, omdat er nog geen bekend is. Bron: {rij.bron}"


def _meegenomen(prognose: Prognose, nummer: int) -> str:
    if nummer == 0:
        stand = prognose.standen.get(prognose.vooruit[0].halfjaar.code)
        if stand or prognose.begin_bekend:
            return "Het saldo van de periode die is afgesloten"
        return "Niet bekend: wij rekenen vanaf 0"
    vorige = prognose.vooruit[nummer - 1]
    return f"Hoe {rules.periodenaam(vorige.halfjaar.code)} naar verwachting eindigt"


def _met_naam(deel: Halfjaar) -> str:
    delen = [
        (deel.nareizigers, "nareizigers"),
        (deel.gekoppeld, "gekoppeld of anders"),
        (deel.amv, "AMV met een datum"),
        (deel.amv_18, "AMV die 18 worden"),
    ]
    return " + ".join(f"{aantal} {naam}" for aantal, naam in delen if aantal) or "Niemand"


def _zonder_naam(deel: Halfjaar) -> str:
    if deel.loopt:
        return "Niemand. Wie nog niet gekoppeld is, krijgt een woning na dit half jaar"
    instroom = deel.instroom[Lijn.VERWACHT]
    if instroom is None:
        return "Niet ingevuld"
    mensen = deel.gekoppeld + deel.nareizigers
    zin = _rest(instroom, mensen, "komen er")
    if deel.amv_instroom:
        zin += f". {_rest(deel.amv_instroom, deel.amv, 'AMV komen er')}"
    return zin


def _rest(totaal: int, bekend: int, wat: str) -> str:
    if not bekend:
        return f"{getal(totaal)} {wat}, van wie we nog geen namen kennen"
    return f"{getal(totaal)} {wat}, van wie we er al {getal(bekend)} bij naam kennen"


def _genoeg(vooruit: Vooruitzicht) -> str:
    uitkomst: Uitkomst = vooruit.uitkomsten[Lijn.VERWACHT]
    if uitkomst.te_realiseren is None or uitkomst.aan_eind is None:
        return "Niet te berekenen"
    som = f"{getal(uitkomst.te_realiseren)} − {getal(uitkomst.aan_eind)}"
    if vooruit.halfjaar.loopt:
        return som
    laag, hoog = (saldo_in_woorden(vooruit.uitkomsten[lijn].saldo).lower() for lijn in (Lijn.LAAG, Lijn.HOOG))
    return f"{som}. Met lage instroom: {laag}. Met hoge instroom: {hoog}"
