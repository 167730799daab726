"""The quick select is Django's own, drawn another way."""

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual

from kern.keuzelijst import Keuzelijst

KEUZES = [("", "Alle"), ("a", "Eén & <twee>"), ("b", "B"), (3, "Drie")]


@pytest.mark.parametrize("waarde", [None, "", "a", "b", 3, "3", "bestaat niet"])
@pytest.mark.parametrize("verplicht", [True, False])
def test_gelijk_aan_die_van_django(waarde, verplicht):
    kenmerken = {"id": "id_x", "class": "een twee", "aria-invalid": "true", "required": verplicht}
    ons, hun = (soort(choices=KEUZES).render("x", waarde, kenmerken) for soort in (Keuzelijst, forms.Select))
    assertHTMLEqual(ons, hun)


def test_in_een_formulier_met_een_fout():
    class Formulier(forms.Form):
        x = forms.ChoiceField(choices=KEUZES, widget=Keuzelijst)

    html = str(Formulier({"x": "onzin"})["x"])
    assert "utrecht-select--invalid" in html
    assert 'name="x"' in html
    assert "&lt;twee&gt;" in html
