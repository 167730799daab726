"""Parts of forms, and of the skeleton of a page: `{% load formulier %}`.

Fields are drawn by the crispy pack templates/wassenaar.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from kern.forms import terugweg
from kern.onderdeel import teken

register = template.Library()
Formulier = BaseForm | BaseFormSet[Any]


@register.simple_block_tag
def vang(content: str) -> SafeString:
    """What stands inside, without the space around it; for `as`, so that a block can be used twice."""
    return mark_safe(content.strip())  # noqa: S308


@register.simple_tag(takes_context=True)
def annuleren(context: Context, terug: str) -> str:
    """Where Annuleren goes: to the list that the user came from, or else to `terug`."""
    request = context.get("request")
    return (terugweg(request) if request else "") or terug


@register.simple_tag
def stijlen() -> SafeString:
    """The style sheets, the same on every page; drawn once."""
    return _stijlen()


@cache
def _stijlen() -> SafeString:
    return mark_safe(get_template("stijlen.html").render())  # noqa: S308


@register.simple_tag
def veld(field: BoundField, *, breedte: int = 0, klasse: str = "") -> SafeString:
    """One field with label, hint, error and control; `breedte` is 2, 3 or 4 of 6 in `div.wi-velden`."""
    klassen = f"wi-v{breedte} {klasse}".strip() if breedte else klasse
    return _veld("field", field=field, wrapper_class=klassen)


@register.simple_tag
def filterveld(field: BoundField, *, breed: bool = False) -> SafeString:
    """One field in `form.wi-filterbalk`: label and control, and between them what is wrong with what was typed."""
    return teken("filterveld", field=field, breed=breed)


@register.simple_tag
def foutsamenvatting(*formulieren: Formulier | None, namen: str = "") -> SafeString:
    """What is wrong in these forms and formsets, each with a link to its field; nothing when all is well.

    `namen` is how a row of a formset is called ("Persoon" gives "Persoon 2, geboortedatum: …"); without it
    the rows' faults bear the field's name only.
    """
    fouten = [
        regel for formulier in formulieren if formulier is not None for regel in _fouten(formulier, namen)
    ]
    return teken("foutsamenvatting", fouten=fouten) if fouten else mark_safe("")


@register.simple_tag(takes_context=True)
def titelfout(context: template.Context, *formulieren: Formulier | None) -> str:
    """`Fout:` before the page's title after a failed save, so that it is the first thing heard.

    Without arguments it looks at `form` and `formset` of the page.
    """
    gekozen = formulieren or tuple(context.get(naam) for naam in ("form", "formset"))
    return "Fout:" if any(formulier is not None and _heeft_fout(formulier) for formulier in gekozen) else ""


def _heeft_fout(formulier: Formulier) -> bool:
    if isinstance(formulier, BaseFormSet):
        return formulier.is_bound and formulier.total_error_count() > 0
    return formulier.is_bound and bool(formulier.errors)


def _fouten(formulier: Formulier, naam: str) -> Iterator[tuple[str, str]]:
    """(id of the field or nothing, sentence) for each fault, in the order of the page."""
    if not isinstance(formulier, BaseFormSet):
        yield from _formulierfouten(formulier, "")
        return
    for tekst in formulier.non_form_errors() if formulier.is_bound else ():
        yield "", str(tekst)
    for nummer, rij in enumerate(formulier.forms, start=1):
        yield from _formulierfouten(rij, f"{naam} {nummer}" if naam else "")


def _formulierfouten(formulier: BaseForm, voor: str) -> Iterator[tuple[str, str]]:
    if not formulier.is_bound:
        return
    for tekst in formulier.non_field_errors():
        yield "", _samen(voor, str(tekst)) if voor else str(tekst)
    for field in formulier:
        label = f"{voor}, {_klein(str(field.label))}" if voor else str(field.label)
        doel = "" if field.is_hidden else str(getattr(field, "doel", field.auto_id))
        for tekst in field.errors:
            yield doel, _samen(label, str(tekst))


def _samen(label: str, zin: str) -> str:
    """What a fault is about, and the fault: "Naam: vul dit veld in."; after a question "Waarom? Vul dit in."."""
    return f"{label} {zin}" if label.endswith("?") else f"{label}: {_klein(zin)}"


def _klein(zin: str) -> str:
    """The sentence to go on after a colon: a small first letter, but not of an abbreviation (BSN, V-nummer)."""
    return zin[:1].lower() + zin[1:] if zin[1:2].islower() or zin[1:2] == " " else zin


def _veld(sjabloon: str, **context: Any) -> SafeString:
    vast = {"form_show_labels": True, "form_show_errors": True}
    return mark_safe(get_template(f"wassenaar/{sjabloon}.html").render({**vast, **context}))  # noqa: S308
