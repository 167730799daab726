"""How forms and pages say what was recorded."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models

from dossiers import figures
from dossiers.models import Contactmoment, Document, Dossierdeel, Signaal, Taak
from dossiers.rules import bestanden
from kern import schrijfwijze
from kern.models import VersieModel
from kern.opmaak.datum import schrijf_datum

Feiten = list[tuple[str, str]]
V = TypeVar("V", bound=VersieModel)


def feiten(deel: Dossierdeel) -> Feiten:
    """All that people typed of this row, as the screen writes it, and what became of it."""
    return [
        *_eigen(deel),
        ("Onderwerp", figures.onderwerp(deel.domein)),
        ("Wie mag dit lezen?", deel.get_zichtbaarheid_display()),
        *([("Doorgehaald", deel.doorgehaald_reden)] if deel.doorgehaald else []),
    ]


def titel(deel: Dossierdeel) -> str:
    """What this row is called at the top of its page."""
    if isinstance(deel, Contactmoment):
        return f"{deel.get_soort_display()} van {schrijf_datum(deel.op)}"
    if isinstance(deel, Signaal):
        return f"Signaal van {deel.melder}"
    return str(deel)


def stand(deel: Dossierdeel, dag: date) -> tuple[str, str] | None:
    """The badge of this row on `dag`: kind and word. On its last day a task or answer is still on time."""
    if deel.doorgehaald:
        return ("neutraal", "Doorgehaald")
    if isinstance(deel, Contactmoment):
        return ("wacht", "Afspraak") if deel.op > dag else None
    if isinstance(deel, Taak):
        return _open_of_klaar("Gedaan", deel.gedaan_op, deel.uiterlijk_op, dag)
    if isinstance(deel, Signaal):
        return _open_of_klaar("Beantwoord", deel.beantwoord_op, deel.antwoord_voor, dag)
    return None


def _open_of_klaar(klaar: str, klaar_op: date | None, uiterlijk: date, dag: date) -> tuple[str, str]:
    if klaar_op:
        return ("goed", klaar)
    return ("slecht", "Te laat") if uiterlijk < dag else ("wacht", "Open")


def versie_van(rij: V, versie: int) -> V | None:
    """This row as it was in an earlier version, from its history; None where that is not kept."""
    toen: models.Model | None = rij.events.filter(versie=versie).order_by("-pgh_id").first()  # type: ignore[attr-defined]
    if toen is None:
        return None
    velden = [veld.attname for veld in rij._meta.concrete_fields if hasattr(toen, veld.attname)]
    return type(rij)(**{naam: getattr(toen, naam) for naam in velden})


def _eigen(deel: Dossierdeel) -> Feiten:
    if isinstance(deel, Contactmoment):
        return _contact(deel)
    if isinstance(deel, Taak):
        return _taak(deel)
    if isinstance(deel, Document):
        return _document(deel)
    return _signaal(deel) if isinstance(deel, Signaal) else []


def _contact(deel: Contactmoment) -> Feiten:
    dag = schrijf_datum(deel.op)
    return [
        ("Soort", deel.get_soort_display()),
        ("Datum", f"{dag}, {schrijfwijze.tijd(deel.tijd)}" if deel.tijd else dag),
        ("Met tolk", "Ja" if deel.met_tolk else "Nee"),
        ("Tekst", deel.tekst),
    ]


def _taak(deel: Taak) -> Feiten:
    gedaan = f"Ja, op {schrijf_datum(deel.gedaan_op)} door {deel.gedaan_door}" if deel.gedaan_op else "Nee"
    return [
        ("Wat moet er gebeuren?", deel.wat),
        ("Uiterlijk op", schrijf_datum(deel.uiterlijk_op)),
        *(
            [("Uitgesteld", _uitstel(deel.eerst_uiterlijk_op, deel.uitstel_reden))]
            if deel.eerst_uiterlijk_op
            else []
        ),
        ("Wie doet het?", str(deel.eigenaar)),
        ("Gedaan", gedaan),
    ]


def _uitstel(was: date, reden: str) -> str:
    return f"Was uiterlijk op {schrijf_datum(was)}. {reden}"


def _document(deel: Document) -> Feiten:
    soort = bestanden.soort_van(deel.inhoudstype)
    return [
        ("Naam", deel.naam),
        ("Datum", schrijf_datum(deel.op)),
        ("Soort bestand", soort.naam if soort else deel.inhoudstype),
        ("Grootte", bestanden.in_megabytes(deel.grootte)),
    ]


def _signaal(deel: Signaal) -> Feiten:
    rijen = [
        ("Wat is opgevallen?", deel.wat),
        ("Gemeld op", schrijf_datum(deel.gemeld_op)),
        ("Wie meldt dit?", f"{deel.melder}, {deel.organisatie}" if deel.organisatie else deel.melder),
        ("Wie antwoordt?", str(deel.eigenaar)),
        ("Antwoord uiterlijk op", schrijf_datum(deel.antwoord_voor)),
    ]
    if deel.beantwoord_op:
        rijen.append(("Antwoord", deel.antwoord))
        rijen.append(("Beantwoord op", f"{schrijf_datum(deel.beantwoord_op)} door {deel.beantwoord_door}"))
    return rijen
