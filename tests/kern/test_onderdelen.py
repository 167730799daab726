"""The components: each is drawn from its tag alone, with no variable left out, and escapes what it is given."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template

from kern.register import register

SJABLONEN = Path(settings.BASIS) / "templates"
VOORBEELDEN = {
    "aantal": "{% aantal -9 %}",
    "badge": '{% badge "let" "Deze week" %}',
    "bedrag": "{% bedrag waarde %}",
    "bevestiging": '{% bevestiging "Stoppen?" "Dan is het weg." %}{% knop "Stop" %}{% endbevestiging %}',
    "bladeren": '{% bladeren "Regel 1 tot en met 2." volgende="/x" precies="/y" %}',
    "bron": '{% bron "Het plan spreekt zichzelf tegen" %}<li>51 of 66</li>{% endbron %}',
    "cel": '{% cel "Kerkehout" kop="Wijk" url="/x" bij="onder" %}',
    "cijfer": '{% cijfer "Gehuisvest" 20 van="van 30" url="/x" bij="67%" %}{% badge "goed" "Goed" %}{% endcijfer %}',
    "dag": "{% dag niets %}",
    "etiket": '{% etiket "Tolk: Arabisch" %}',
    "feiten": "{% feiten rijen %}{% feiten rijen soort='duo' %}{% feiten rijen soort='bedrag' %}",
    "grafiek": '{% grafiek src="/a.svg" smal="/b.svg" alt="20 van 30" breedte=1627 hoogte=340 %}Noot{% endgrafiek %}',
    "icoon": '{% icoon "plus" %}',
    "kaart": '{% kaart "Verloop" "verloop-kop" breedte=8 %}Inhoud{% endkaart %}',
    "knop": '{% knop "Opslaan" soort="primary" icoon="plus" %}{% knop "Terug" "/x" klein=True bij="naar de lijst" %}',
    "kolomkop": '{% kolomkop "Opgave" getal=True %}{% kolomkop "Actie" verborgen=True %}',
    "koppeling": '{% koppeling "Lees meer" "/x" icoon="info" bij="over het plan" %}',
    "kruimelpad": '{% kruimelpad "Dossiers" "/dossiers/" "Gezin registreren" %}',
    "leeg": '{% leeg "Niets te doen" "Geen termijn is te laat." %}{% endleeg %}',
    "melding": '{% melding "ok" rol="status" %}<p>Opgeslagen</p>{% endmelding %}',
    "meter": "{% meter 66.7 66 %}{% meter 120 %}",
    "paginas": '{% paginas "Over woningen" "start" "Begin" "privacy" "Privacy" hier="start" vraag="?dag=1" %}',
    "rijkop": '{% rijkop "Haddad, Rima" "/x" onder="D-17-0042" %}',
    "tabel": (
        '{% tabel "Bedragen" kop_id="kop" soort="schuif" %}<tbody></tbody>{% endtabel %}'
        '{% tabel "Lijst" soort="vast" %}{% endtabel %}'
    ),
    "teller": '{% teller 1250 "1.250 personen" laat=True %}',
    "voortgang": '{% voortgang 2 3 "Voortgang van het rapport" %}',
}


def teken(bron: str, **context: object) -> str:
    return Template("{% load formulier onderdelen %}" + bron).render(Context(context))


@pytest.mark.parametrize("naam", sorted(VOORBEELDEN))
def test_elk_onderdeel_tekent_zichzelf(naam):
    html = teken(VOORBEELDEN[naam], waarde=Decimal("-33225"), niets=None, rijen=[("Sinds", "2017")])
    assert html.strip()
    assert "&lt;" not in html  # what a component draws is never escaped by the one around it
    assert not re.search(r"\s(style|on\w+)=", html)


def test_elk_onderdeel_heeft_een_sjabloon_en_een_voorbeeld():
    delen = {
        "filterveld",
        "foutsamenvatting",
        "knop_inhoud",
        "vergelijk",
    }  # parts, and those of forms
    sjablonen = {pad.stem for pad in (SJABLONEN / "onderdelen").glob("*.html")}
    zonder_eigen_sjabloon = {"aantal", "bedrag", "cel", "dag", "rijkop"}  # kern.cellen writes these
    assert sjablonen - delen == set(VOORBEELDEN) - zonder_eigen_sjabloon


def test_wat_een_mens_typt_wordt_onschadelijk():
    for bron in (
        "{% badge 'goed' x %}",
        "{% cel x %}",
        "{% rijkop x %}",
        "{% knop x %}",
        "{% kaart x 'k' %}{% endkaart %}",
    ):
        html = teken(bron, x="<script>alert(1)</script>")
        assert "<script" not in html
        assert "&lt;script" in html


def test_bedragen_als_onderdeel():
    assert teken("{% bedrag x %}", x=Decimal("-33225")) == '<span class="wi-min">−33.225,00</span>'
    assert teken("{% bedrag x %}", x=None) == '<span class="wi-stil">—</span>'
    assert teken("{% bedrag x %}", x=Decimal(0)) == "0,00"
    assert teken("{{ x|euro }}", x=Decimal("344926")) == "344.926,00"


def test_een_meter_blijft_binnen_de_lijnen_en_schrijft_een_punt():
    assert 'width="66.7"' in teken("{% meter 66.7 %}")
    assert 'width="100.0"' in teken("{% meter 120 %}")
    assert 'width="0.0"' in teken("{% meter x %}", x=Decimal("-3"))


def test_een_maat_in_html_heeft_geen_punt_voor_duizend():
    assert 'width="1627"' in teken(VOORBEELDEN["grafiek"])


def test_een_onbekende_stand_of_knop_is_een_fout_van_wie_de_pagina_maakt():
    with pytest.raises(KeyError):
        teken('{% badge "danger" "x" %}')
    with pytest.raises(ValueError, match="groot"):
        teken('{% knop "x" soort="groot" %}')


def test_alle_iconen_bestaan():
    """A name that is not in the sprite draws nothing, and nobody is told."""
    bekend = set(json.loads((Path(settings.BASIS) / "static/iconen.json").read_text()))
    html = "\n".join(pad.read_text() for pad in SJABLONEN.rglob("*.html"))
    gebruikt = set(re.findall(r"""\bicoon(?: |=)["']([\w-]+)["']""", html))
    gebruikt |= {punt.icoon for domein in register for punt in (*domein.menu, *domein.gezinsacties)}
    assert len(gebruikt) > 10
    assert gebruikt <= bekend


class Persoon(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals in het paspoort")
    wijk = forms.ChoiceField(label="Wijk", required=False, choices=[("", "Kies een wijk"), ("c", "Centrum")])
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)
    tolk = forms.ChoiceField(
        label="Tolk nodig", choices=[("j", "Ja"), ("n", "Nee")], widget=forms.RadioSelect
    )
    klaar = forms.BooleanField(label="Klaar", required=False)
    bsn = forms.CharField(label="BSN", required=False, max_length=9)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


PersonenSet = forms.formset_factory(Persoon, extra=0)
GOED = {"naam": "Haddad", "tolk": "j"}


def test_een_veld_zegt_wat_het_vraagt_en_wat_er_niet_klopt():
    form = Persoon({"tolk": "j"})
    html = teken("{% veld form.naam breedte=3 %}", form=form)
    label, hint, fout, invoer = (
        html.index(deel) for deel in (">Naam<", "paspoort", "id_naam_error", "<input")
    )
    assert label < hint < fout < invoer
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert "utrecht-textbox--invalid" in html
    assert "wi-v3" in html
    assert "niet verplicht" not in html


def test_niet_verplicht_staat_erbij_maar_niet_bij_een_vinkje():
    assert "(niet verplicht)" in teken("{% veld form.wijk %}", form=Persoon())
    assert "(niet verplicht)" not in teken("{% veld form.klaar %}", form=Persoon())


def test_keuzes_zijn_een_groep_met_een_legenda():
    html = teken("{% veld form.tolk %}", form=Persoon({"naam": "x"}))
    assert html.count("<legend") == 1
    assert html.count('type="radio"') == 2
    assert 'aria-describedby="id_tolk_error"' in html


@pytest.mark.parametrize(
    "bron",
    [
        "{{ form }}",
        "{% load crispy_forms_tags %}{{ form|crispy }}",
        "{% load crispy_forms_tags %}{% crispy form %}",
        "{% for v in form.visible_fields %}{% veld v %}{% endfor %}",
        "{% for v in form.visible_fields %}{{ v.as_field_group }}{% endfor %}",
    ],
)
def test_elk_formulier_ziet_er_hetzelfde_uit(bron):
    html = teken(bron, form=Persoon({"tolk": "j", "naam": ""}))
    for klasse in (
        "utrecht-textbox--html-input",
        "utrecht-select--html-select",
        "utrecht-textarea--html-textarea",
    ):
        assert klasse in html
    assert html.count("utrecht-form-field-error-message") == 1
    assert "errorlist" not in html
    assert "textinput" not in html


def test_een_klasse_van_het_veld_zelf_blijft():
    class Bedrag(forms.Form):
        bedrag = forms.CharField(widget=forms.TextInput(attrs={"class": "wi-bedragveld"}))

    assert 'class="utrecht-textbox utrecht-textbox--html-input wi-bedragveld"' in teken(
        "{{ f.bedrag }}", f=Bedrag()
    )


def test_samenvatting_noemt_elke_fout_een_keer_met_een_link():
    html = teken("{% foutsamenvatting form %}", form=Persoon({"bsn": "1234567890"}))
    assert "Er zijn 3 dingen die niet kloppen" in html
    assert re.findall(r'href="#([\w-]+)"', html) == ["id_naam", "id_tolk_0", "id_bsn"]
    assert 'role="alert"' in html
    assert 'tabindex="-1"' in html
    assert "BSN: " in html


def test_samenvatting_noemt_de_rij_van_een_formset():
    data = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-naam": "A",
        "form-0-tolk": "j",
        "form-1-tolk": "j",
    }
    html = teken(
        '{% foutsamenvatting form rijen niets namen="Persoon" %}',
        form=Persoon(GOED),
        rijen=PersonenSet(data),
        niets=None,
    )
    assert "Er is 1 ding dat niet klopt" in html
    assert "Persoon 2, naam: " in html
    assert 'href="#id_form-1-naam"' in html


def test_na_een_vraag_staat_geen_dubbele_punt():
    class Vraag(forms.Form):
        reden = forms.CharField(label="Waarom?", error_messages={"required": "Vul in waarom."})

    html = teken("{% foutsamenvatting form %}", form=Vraag({}))
    assert "Waarom? Vul in waarom." in html


def test_een_fout_van_het_hele_formulier_heeft_geen_link():
    form = Persoon(GOED)
    form.add_error(None, "Deze twee horen niet bij elkaar.")
    html = teken("{% foutsamenvatting form %}", form=form)
    assert "Deze twee horen niet bij elkaar." in html
    assert "<a " not in html


@pytest.mark.parametrize("form", [Persoon(), Persoon(GOED)])
def test_zonder_fout_geen_samenvatting_en_geen_fout_in_de_titel(form):
    assert teken("{% foutsamenvatting form %}", form=form) == ""
    assert teken("{% titelfout %}", form=form) == ""


def test_de_titel_begint_met_fout():
    rijen = PersonenSet({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-tolk": "j"})
    assert teken("{% titelfout %}", form=Persoon({})) == "Fout:"
    assert teken("{% titelfout form rijen %}", form=Persoon(GOED), rijen=rijen) == "Fout:"
    assert teken("{% titelfout %}") == ""
