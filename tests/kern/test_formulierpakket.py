"""The crispy pack: what a helper's layout can say, and what it does with a formset."""

import re

import pytest
from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.template import Context, Template


class Woning(forms.Form):
    adres = forms.CharField(label="Adres")
    plekken = forms.IntegerField(label="Plekken", help_text="Hoeveel mensen er kunnen wonen")
    soort = forms.CharField(widget=forms.HiddenInput, required=False)


Woningen = forms.formset_factory(Woning, extra=2)


def teken(form, layout=None, **eigen):
    form.helper = FormHelper()
    form.helper.layout = layout
    for naam, waarde in eigen.items():
        setattr(form.helper, naam, waarde)
    context = Context({"form": form, "csrf_token": "kenmerk"})
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(context)


def test_een_heel_formulier_heeft_een_kenmerk_en_geen_controle_door_de_browser():
    html = teken(Woning())
    assert re.search(r'<form[^>]*method="post"[^>]*novalidate', html)
    assert html.count("csrfmiddlewaretoken") == 1
    assert html.count("wi-velden") == 1
    assert 'type="hidden" name="soort"' in html


def test_zonder_eigen_form_element_ook_geen_tweede_kenmerk():
    html = teken(Woning(), form_tag=False, disable_csrf=True)
    assert "<form" not in html
    assert "csrfmiddlewaretoken" not in html


def test_breedtes_in_een_rij():
    html = teken(
        Woning(), Layout(Row(Field("adres", wrapper_class="wi-v4"), Field("plekken", wrapper_class="wi-v2")))
    )
    assert re.search(r'class="wi-velden".*wi-v4.*name="adres".*wi-v2.*name="plekken"', html, re.DOTALL)


def test_een_groep_heeft_een_legenda():
    html = teken(Woning(), Layout(Fieldset("De woning", "adres", "plekken")))
    assert re.search(r'<legend class="wi-legenda">De woning</legend>', html)


def test_een_blok_met_een_eigen_klasse():
    assert 'class="wi-smal"' in teken(Woning(), Layout(Div("adres", css_class="wi-smal")))


@pytest.mark.parametrize("houder", [ButtonHolder, FormActions])
def test_knoppen_staan_in_de_bewaarbalk(houder):
    html = teken(Woning(), Layout("adres", houder(Submit("bewaar", "Woning opslaan"))))
    assert re.search(r'wi-bewaarbalk.*<button class="nl-button nl-button--primary"', html, re.DOTALL)
    assert '<span class="nl-button__label">Woning opslaan</span>' in html


def test_knoppen_van_de_helper_zelf():
    form = Woning()
    form.helper = FormHelper()
    form.helper.add_input(Submit("bewaar", "Woning opslaan"))
    html = Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))
    assert html.count("wi-bewaarbalk") == 1


@pytest.mark.parametrize("layout", [None, Layout("adres", "plekken")])
def test_de_fouten_staan_er_een_keer_boven_en_een_keer_bij_het_veld(layout):
    html = teken(Woning({"adres": "Duinweg 1"}), layout)
    assert html.count("wi-foutsamenvatting") == 1
    assert html.count("utrecht-form-field-error-message") == 1
    assert "Duinweg 1" in html


@pytest.mark.parametrize("layout", [None, Layout("adres", "plekken", "soort")])
def test_een_formset_heeft_zijn_beheer_en_elke_rij(layout):
    rijen = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-adres": "Duinweg 1",
        "form-0-plekken": "x",
    }
    html = teken(Woningen(rijen), layout)
    assert html.count('name="form-TOTAL_FORMS"') == 1
    assert html.count('type="text"') == 2
    assert html.count("wi-foutsamenvatting") == 1


def test_een_formset_als_filter():
    html = Template("{% load crispy_forms_tags %}{{ rijen|crispy }}").render(Context({"rijen": Woningen()}))
    assert html.count('<fieldset class="wi-groepkader">') == 2
    assert "wi-foutsamenvatting" not in html
