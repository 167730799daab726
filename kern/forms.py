"""What every form stands on: Dutch words, and a save that loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.generic.edit import FormMixin

from kern.foutwoorden import gebruik_onze_woorden
from kern.invoer import BedragInvoer, BedragVeld, DatumInvoer, DatumVeld, GeboortedatumVeld, TijdVeld
from kern.models import VersieModel
from kern.weigering import Verouderd

__all__ = [
    "BasisForm",
    "BedragInvoer",
    "BedragVeld",
    "BewaarMixin",
    "DatumInvoer",
    "DatumVeld",
    "GeboortedatumVeld",
    "InvoerForm",
    "Verschil",
    "met_terugweg",
    "terugweg",
    "weiger",
    "weigering_in",
]

M = TypeVar("M", bound=models.Model)
F = TypeVar("F", bound=forms.BaseForm)
NIETS = "(niets ingevuld)"
TERUG = "terug"
GELIJK = (
    "Iemand anders heeft dit intussen ook opgeslagen. Wat u ziet is gelijk gebleven; sla op als het klopt."
)


@dataclass(frozen=True)
class Verschil:
    """One field of which the typed value is not the stored one, both as the screen writes them."""

    veld: str
    label: str
    getypt: str
    opgeslagen: str


def veld_voor(db_field: models.Field[Any, Any], **rest: Any) -> forms.Field | None:
    """The form field for a model field: dates and amounts of two decimals in the Dutch way."""
    if isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
        rest.setdefault("form_class", DatumVeld)
    if isinstance(db_field, models.TimeField):
        rest.setdefault("form_class", TijdVeld)
    if isinstance(db_field, models.DecimalField) and db_field.decimal_places == 2:
        rest.setdefault("form_class", BedragVeld)
    return db_field.formfield(**rest)


class InvoerForm(forms.Form):
    """Base of every form without a row of its own: our words, and nothing to compare."""

    verschillen: tuple[Verschil, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            gebruik_onze_woorden(veld)


class BasisForm(forms.ModelForm[M]):
    """Base of every form on a model. It checks what was typed; an action decides and saves.

    On a stored VersieModel it carries the hidden `versie` with which it was opened: hand
    `form.cleaned_data["versie"]` to the action. Include `onderdelen/vergelijk.html` in the page.
    """

    versie = forms.IntegerField(
        min_value=1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"),
            "Deze pagina is niet volledig verstuurd. Open de pagina opnieuw.",
        ),
    )
    verschillen: tuple[Verschil, ...] = ()
    verschilkop = "U typte"
    verschiluitleg = (
        "Wat u typte, staat nog in het formulier. Slaat u het op, dan komt uw invoer in de plaats van wat er nu "
        "is opgeslagen."
    )

    def __init_subclass__(cls, **rest: Any) -> None:
        """Fields are made by `veld_voor`, unless the form's Meta names a callback of its own."""
        super().__init_subclass__(**rest)
        meta = vars(cls).get("Meta")
        if meta is not None and getattr(meta, "formfield_callback", None) is None:
            meta.formfield_callback = staticmethod(veld_voor)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.instance, VersieModel) and self.instance.pk is not None:
            self.initial["versie"] = self.instance.versie
        else:
            del self.fields["versie"]
        if self.instance.pk is not None:
            self.initial = {**self._eigen_waarden(self.instance), **self.initial}
        for veld in self.fields.values():
            gebruik_onze_woorden(veld)

    def waarden_van(self, rij: M) -> dict[str, Any]:
        """The values of this row for the fields of this form, as a field's `initial` has them.

        A field that the model does not have is read from an attribute of that name (a property);
        override this where neither is so.
        """
        return {**model_to_dict(rij, fields=list(self.fields)), **self._eigen_waarden(rij)}

    def verouderd(self, actueel: M) -> None:
        """Somebody else saved `actueel` since this form was opened: show both values of what differs.

        All that was typed stays. The hidden version becomes the current one, so that saving again
        is a choice made with both values in sight.
        """
        opgeslagen = self.waarden_van(actueel)
        self.verschillen = tuple(
            Verschil(
                naam,
                str(self[naam].label),
                in_woorden(self.fields[naam], self.cleaned_data.get(naam, self[naam].data)),
                in_woorden(self.fields[naam], getattr(actueel, naam, opgeslagen[naam])),
            )
            for naam in self.fields
            if naam in opgeslagen and self.fields[naam].has_changed(opgeslagen[naam], self[naam].data)
        )
        data: Any = self.data
        self.data = data.copy()  # a request's data cannot be changed
        self.data[self.add_prefix("versie")] = str(actueel.versie)  # type: ignore[attr-defined,index]

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's; a fault in the hidden version goes to the summary, where it can be seen."""
        super().add_error(None if field == "versie" else field, error)

    def _eigen_waarden(self, rij: M) -> dict[str, Any]:
        van_model = {veld.name for veld in (*rij._meta.get_fields(),) if hasattr(veld, "name")}
        eigen = [naam for naam in self.fields if naam not in van_model and hasattr(rij, naam)]
        return {naam: getattr(rij, naam) for naam in eigen}


def in_woorden(veld: forms.Field, waarde: Any) -> str:
    """A value as the screen writes it: labels of choices, Ja or Nee, dates and amounts in Dutch."""
    if isinstance(waarde, models.Manager):
        waarde = waarde.all()
    if isinstance(waarde, (list, tuple, set, models.QuerySet)):
        return ", ".join(in_woorden(veld, deel) for deel in waarde) or NIETS
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, models.Model):
        return str(veld.label_from_instance(waarde) if isinstance(veld, forms.ModelChoiceField) else waarde)
    if isinstance(veld, forms.ChoiceField) and not isinstance(veld, forms.ModelChoiceField):
        return str(_keuzes(veld).get(str(waarde), waarde)) if waarde not in (None, "") else NIETS
    geschreven = veld.widget.format_value(veld.prepare_value(waarde)) if waarde is not None else None
    return str(geschreven) if geschreven else NIETS


def _keuzes(veld: forms.ChoiceField) -> dict[str, Any]:
    """Labels by value; groups are opened."""
    plat: dict[str, Any] = {}
    keuzes: Any = veld.choices
    for waarde, label in keuzes:
        paren = label if isinstance(label, (list, tuple)) else [(waarde, label)]
        plat.update({str(sleutel): naam for sleutel, naam in paren})
    return plat


def weiger(form: forms.BaseForm, fout: ValidationError) -> None:
    """Show a refusal of an action in the form: at the field that it names, else in the summary.

    Verouderd on the form's own row brings both values side by side (`BasisForm.verouderd`).
    """
    if isinstance(fout, Verouderd):
        eigen = isinstance(form, BasisForm) and isinstance(fout.actueel, type(form.instance))
        if eigen and fout.actueel.pk == form.instance.pk:  # type: ignore[attr-defined]
            form.verouderd(fout.actueel)  # type: ignore[attr-defined]
            form.add_error(None, fout if form.verschillen else GELIJK)  # type: ignore[attr-defined]
        else:
            form.add_error(None, fout)
        return
    per_veld = fout.error_dict if hasattr(fout, "error_dict") else {NON_FIELD_ERRORS: fout.error_list}
    for naam, fouten in per_veld.items():
        form.add_error(naam if naam in form.fields else None, ValidationError(fouten))


@contextmanager
def weigering_in(form: forms.BaseForm) -> Iterator[None]:
    """Run an action; its refusal becomes errors of the form, and the block is left.

    Return the answer of success from inside the block; what follows it is the refusal's.
    """
    try:
        yield
    except ValidationError as fout:
        weiger(form, fout)


def terugweg(request: HttpRequest) -> str:
    """The page of ours that the address names to go back to; empty for none, and for one of another."""
    weg = request.GET.get(TERUG, "")
    return weg if weg.startswith("/") and url_has_allowed_host_and_scheme(weg, allowed_hosts=None) else ""


def met_terugweg(adres: str, request: HttpRequest, *, bij: str = "") -> str:
    """This address of ours, which goes back to where the request does; alone where it names nothing.

    `bij` is the id of the row that is there again after it, as the list names its rows: it comes back there.
    """
    weg = terugweg(request)
    if weg and bij:
        weg = f"{weg.partition('#')[0]}#{bij}"
    return f"{adres}?{urlencode({TERUG: weg})}" if weg else adres


class BewaarMixin(FormMixin[F], Generic[F]):
    """For form views: `bewaar` calls the action, its refusal comes back in the form.

    Success sends the user to `get_success_url`, with `self.bewaard` holding what the action gave, or back to
    the list that the user came from, where the address names it (`terugweg`). Where the request carries
    `herstelde_invoer` (typed before the user was signed out), the form opens with that.
    """

    request: HttpRequest
    bewaard: Any = None
    herstelt_invoer = True

    def get_form_kwargs(self) -> dict[str, Any]:
        """Bound to what was typed before, where there is such: shown and judged, never saved by itself."""
        kwargs: dict[str, Any] = super().get_form_kwargs()
        hersteld = getattr(self.request, "herstelde_invoer", None)
        return kwargs if hersteld is None else {**kwargs, "data": hersteld}

    def bewaar(self, form: F) -> Any:
        """Call the action with the cleaned data; ValidationError is shown in the form."""
        raise NotImplementedError

    def form_valid(self, form: F) -> HttpResponse:
        """Save and go on, or show the form again with all that was typed."""
        with weigering_in(form):
            self.bewaard = self.bewaar(form)
            doel = self.get_success_url()  # may say what was saved
            return HttpResponseRedirect(terugweg(self.request) or doel)
        return self.form_invalid(form)
