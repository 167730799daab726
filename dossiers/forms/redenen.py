"""Why something is postponed or exempted: a common reason, what was written, or both."""

from __future__ import annotations

from typing import Any

from django import forms

# What most often holds something up; the rest is written.
REDENEN = (
    "Wacht op een plaats",
    "Wacht op antwoord van een ander",
    "De persoon kan nu niet",
    "Wacht op een document",
    "Een afspraak is verzet",
)


class Redenveld(forms.ChoiceField):
    """A common reason; left empty it is another, which is an answer too."""

    leeg_is_keuze = True


class Toelichting(forms.CharField):
    """Words that are needed where no common reason was chosen: its hint says so."""

    leeg_is_keuze = True


def waaromveld() -> Redenveld:
    """The field `waarom` of a form: one of the common reasons."""
    keuzes = [("", "Anders, ik schrijf het op"), *((reden, reden) for reden in REDENEN)]
    return Redenveld(label="Waarom?", required=False, choices=keuzes)


def toelichtingveld() -> Toelichting:
    """The field `reden` of a form, beside `waarom`."""
    return Toelichting(
        label="Toelichting",
        required=False,
        max_length=250,
        help_text="Nodig als u hiervoor Anders koos. De oude datum blijft zichtbaar",
    )


def een_reden(form: forms.BaseForm, gegevens: dict[str, Any]) -> dict[str, Any]:
    """`gegevens` with one `reden`, of what was chosen and what was written; an error at `reden` without either."""
    waarom, toelichting = gegevens.pop("waarom", ""), gegevens.get("reden", "").strip()
    if not waarom and not toelichting and "reden" not in form.errors:
        form.add_error("reden", "Schrijf op waarom.")
    gegevens["reden"] = ": ".join(deel for deel in (waarom, toelichting) if deel)
    return gegevens
