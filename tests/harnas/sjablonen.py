"""An unknown variable in a template fails, also where Django lets it pass as empty.

Django writes nothing for it, and takes it for false in `if` and for empty in `for`: a misspelt name
is then a page with a hole in it.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.template import base, context
from django.views.debug import DEBUG_ENGINE

# What a template may name although it need not be there, and why.
UITGEZONDERD: dict[tuple[str, str], str] = {
    ("wassenaar/field.html", "wrapper_class"): "crispy gives it only with a Field of a layout",
    ("wassenaar/display_form.html", "form.form_html"): "crispy sets it only on a form with a layout",
}


class OnbekendeVariabele(AssertionError):
    """The template names a variable that its context does not have."""


@contextmanager
def strenge_sjablonen() -> Iterator[None]:
    """While this runs, every lookup that fails raises OnbekendeVariabele with its name and template.

    A compound `if` swallows every exception of its parts, so what was missed is remembered, and
    raised when the template that holds it is done.
    """
    gemist = threading.local()
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(base.Variable, "resolve", _streng(base.Variable.resolve, gemist))
        lap.setattr(base.Template, "render", _achteraf(base.Template.render, gemist))
        yield


def _streng(origineel: Any, gemist: threading.local) -> Any:
    @functools.wraps(origineel)
    def resolve(self: base.Variable, omgeving: context.Context) -> Any:
        try:
            return origineel(self, omgeving)
        except base.VariableDoesNotExist as fout:
            naam = _sjabloon(omgeving)
            # Django's own report of an error counts on unknown variables
            if (naam, str(self.var)) in UITGEZONDERD or _motor(omgeving) is DEBUG_ENGINE:
                raise
            gemist.fout = OnbekendeVariabele(f"{naam}: de variabele {self.var} bestaat niet.")
            raise gemist.fout from fout

    return resolve


def _achteraf(origineel: Any, gemist: threading.local) -> Any:
    @functools.wraps(origineel)
    def render(self: base.Template, omgeving: context.Context) -> Any:
        gemist.fout = None
        antwoord = origineel(self, omgeving)
        if gemist.fout:
            raise gemist.fout
        return antwoord

    return render


def _motor(omgeving: Any) -> Any:
    return getattr(getattr(omgeving, "template", None), "engine", None)


def _sjabloon(omgeving: Any) -> str:
    """Name of the template that is drawn now: an included one, else the page's."""
    weergave = getattr(omgeving, "render_context", None)
    sjabloon = getattr(weergave, "template", None) or getattr(omgeving, "template", None)
    return getattr(sjabloon, "name", None) or "(sjabloon zonder naam)"
