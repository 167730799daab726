"""The budget in words, the same on page and in report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from django.urls import reverse

from financien import rules
from financien.figures import Aansluiting, Afwijking, Overheveling, Personen, Regelstand
from financien.models import Soort
from kern import schrijfwijze
from kern.opmaak.scherm import euro
from kern.register import register
from kern.rekensom import Rekenstap


def adres(naam: str, *args: str, dag: date | None = None, **vraag: object) -> str:
    """The page `financien:naam`, for the same day where one was asked for."""
    delen = {**vraag, **({"peildatum": dag.isoformat()} if dag else {})}
    return reverse(f"financien:{naam}", args=args) + (f"?{urlencode(delen)}" if delen else "")


def jaren_in_woorden(jaren: Sequence[int]) -> str:
    """ "2017 en 2018"."""
    *eerder, laatste = map(str, jaren)
    return f"{', '.join(eerder)} en {laatste}" if eerder else laatste


def keer(regel: Regelstand) -> str:
    """ "22 × 2.370,00", or nothing where the plan names only an amount."""
    if regel.aantal is None or regel.tarief is None:
        return ""
    return f"{schrijfwijze.getal(regel.aantal)} × {schrijfwijze.bedrag(regel.tarief)}"


def bij(regel: Regelstand, stand: Aansluiting) -> str:
    """What stands beside the amount of a line: persons × rate, its counter entry, or that it is open."""
    tegenpost = stand.regel(regel.tegenpost)
    if tegenpost:
        return f"tegenpost in {tegenpost.jaar}"
    return "nog niet bekend" if is_open(regel) else keer(regel)


def is_open(regel: Regelstand) -> bool:
    """The plan leaves a carry-over empty until the year before it has ended, and somebody decided."""
    return regel.soort == Soort.OVERHEVELING and not regel.budget


def soortnaam(regel: Regelstand) -> str:
    """The kind of income, or the domain that an activity is about."""
    if regel.soort is not None:
        return str(Soort(regel.soort).label)
    code = regel.hoofdstuk or ""
    return register[code].label if code in register else code


def wie(rij: Personen) -> str:
    """Who is counted for a line, or why nobody can be counted yet."""
    if rij.grondslag is None:
        return "Telt niemand"
    if not rij.bekend:
        return f"{rij.grondslag.wie}: nog niet geregistreerd"
    if rij.geteld is None:
        return f"Begint {schrijfwijze.dag(rij.van)}"
    return rij.grondslag.wie


def rekensom(regel: Regelstand, stand: Aansluiting, dag: date | None = None) -> list[Rekenstap]:
    """How the amount of a line comes about, step by step; `dag` goes along to the rows."""
    if is_open(regel):
        return [Rekenstap("Hoeveel gaat mee?", "Dat weten we pas als het jaar ervoor is afgesloten.", "0,00")]
    stappen = []
    if regel.aantal is not None and regel.tarief is not None:
        som = f"{schrijfwijze.getal(regel.aantal)} personen × {euro(regel.tarief)} euro"
        stappen.append(Rekenstap("Hoeveel begroot het plan?", som, euro(regel.begroot)))
    else:
        stappen.append(
            Rekenstap("Hoeveel begroot het plan?", "Het plan noemt alleen het bedrag.", euro(regel.begroot))
        )
    tegenpost = stand.regel(regel.tegenpost)
    if tegenpost:
        som = (
            f"Tegenover deze post staat {tegenpost.omschrijving} in {tegenpost.jaar}. "
            f"{euro(regel.begroot)} + {euro(tegenpost.begroot)}"
        )
        stappen.append(
            Rekenstap("Wat is het samen met de tegenpost?", som, euro(regel.begroot + tegenpost.begroot))
        )
    if regel.gewijzigd:
        stappen += _wijzigingsom(regel, dag)
    return stappen


def _wijzigingsom(regel: Regelstand, dag: date | None) -> list[Rekenstap]:
    """What the decisions changed, which opens them, and the budget that it leads to."""
    return [
        Rekenstap(
            "Hoeveel is er gewijzigd?",
            "De besluiten tot en met de peildatum.",
            euro(regel.gewijzigd),
            adres("wijzigingen", dag=dag, regel=regel.code),
        ),
        Rekenstap(
            "Hoeveel is het na de begrotingswijzigingen?",
            f"{euro(regel.begroot)} + {euro(regel.gewijzigd)}",
            euro(regel.budget),
        ),
    ]


def personensom(rij: Personen) -> list[Rekenstap]:
    """The budgeted persons against those counted, and what that means in euros."""
    if rij.geteld is None or rij.verschil is None or rij.verschil_euro is None:
        return []
    verschil = euro(rij.verschil_euro)
    teken = "minder" if rij.verschil < 0 else "meer"
    return [
        Rekenstap("Hoeveel personen begroot het plan?", "Zo staat het in de begroting.", str(rij.begroot)),
        Rekenstap(
            "Hoeveel tellen we?",
            f"{wie(rij)}, van {schrijfwijze.dag(rij.van)} tot en met de peildatum.",
            str(rij.geteld),
        ),
        Rekenstap(
            "Wat scheelt dat?",
            f"{_aantal(abs(rij.verschil), 'persoon', 'personen')} {teken} × {euro(rij.tarief)} euro",
            verschil,
        ),
    ]


def stand(regel: Regelstand) -> tuple[Literal["goed", "let", "slecht", "neutraal"], str]:
    """How the money of an activity stands, as a badge: kind and words."""
    if regel.vrij < 0:
        return "slecht", "Boven budget"
    if regel.prognose is not None and regel.prognose > regel.budget:
        return "slecht", "Dreigt te kort"
    if not regel.gebruikt:
        return "neutraal", "Nog niet gebruikt"
    if regel.prognose is not None and regel.prognose < rules.LOOPT_ACHTER * regel.budget:
        return "let", "Loopt achter"
    return "goed", "Binnen budget"


def opmerking(afwijking: Afwijking | None) -> str:
    """What somebody wrote of how much a line is off, or that it must still be written; empty where neither is so."""
    if afwijking is None:
        return ""
    if afwijking.nodig:
        return "Nog niet verklaard"
    return afwijking.verklaring.tekst if afwijking.verklaring and afwijking.verklaard else ""


def prognosesom(regel: Regelstand, dag: date | None = None) -> list[Rekenstap]:
    """How the forecast of an activity comes about, step by step; nothing where there is none."""
    verloop = regel.verloop
    if verloop is None:
        return []
    stappen = [
        Rekenstap(
            "Wat is er besteed?",
            "De boekingen op deze activiteit.",
            euro(verloop.geboekt),
            adres("regelboekingen", regel.code, dag=dag),
        ),
        Rekenstap(
            "Wat ligt er vast?",
            "Wat nog over is van de lopende verplichtingen.",
            euro(verloop.verplicht),
            adres("verplichtingen", dag=dag, regel=regel.code),
        ),
        Rekenstap("Wat komt er zonder verplichting nog bij?", _nog_los(verloop), euro(verloop.nog_los)),
    ]
    som = f"{euro(verloop.geboekt)} + {euro(verloop.verplicht)} + {euro(verloop.nog_los)}"
    verschil = verloop.prognose - regel.budget
    woord = "meer" if verschil > 0 else "minder"
    oordeel = (
        f"Dat is {euro(abs(verschil))} euro {woord} dan het budget."
        if verschil
        else "Dat is precies het budget."
    )
    return [
        *stappen,
        Rekenstap("Hoeveel kost het tot het eind van het plan?", f"{som}. {oordeel}", euro(verloop.prognose)),
    ]


def _nog_los(verloop: rules.Verloop) -> str:
    if not verloop.voorbij:
        return "Er is nog geen hele maand voorbij, dus het tempo is niet bekend."
    zin = (
        f"In {_aantal(verloop.voorbij, 'maand', 'maanden')} is {euro(verloop.los_tot)} euro besteed zonder "
        f"verplichting: {euro(verloop.per_maand)} per maand. "
        f"Nog {_aantal(verloop.te_gaan, 'maand', 'maanden')} in hetzelfde tempo"
    )
    return f"{zin}, min {euro(verloop.los_na)} van deze maand." if verloop.los_na else f"{zin}."


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{schrijfwijze.getal(hoeveel)} {een if hoeveel == 1 else meer}"


def overhevelsom(gaat: Overheveling, dag: date | None = None) -> list[Rekenstap]:
    """How the proposal to carry over comes about; each amount with the address of its rows."""
    van = gaat.van
    som = f"{euro(gaat.ontvangen)} − {euro(gaat.besteed)} − {euro(gaat.verplicht)}"
    return [
        Rekenstap(
            f"Wat is er van {van} ontvangen?",
            f"Alle boekingen op de inkomsten van {van}, ook die in een later boekjaar.",
            euro(gaat.ontvangen),
            adres("ontvangen", dag=dag, jaar=van),
        ),
        Rekenstap(
            f"Wat is er in {van} besteed?",
            f"De boekingen in boekjaar {van} op alle activiteiten.",
            euro(gaat.besteed),
            adres("besteed", dag=dag, jaar=van),
        ),
        Rekenstap(
            f"Wat ligt er in {van} nog vast?",
            f"Wat over is van verplichtingen ten laste van {van}.",
            euro(gaat.verplicht),
            adres("verplichtingen", dag=dag, jaar=van),
        ),
        Rekenstap(f"Wat blijft er over voor {gaat.naar}?", som, euro(gaat.voorstel)),
    ]
