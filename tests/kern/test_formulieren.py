"""The base form: what it carries, and that a refused save loses nothing that was typed."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.views.generic import FormView

from dossiers.models import Statushouder
from financien.models import Inkomstenpost
from kern.forms import (
    BasisForm,
    BedragVeld,
    BewaarMixin,
    DatumVeld,
    InvoerForm,
    weiger,
    weigering_in,
)
from kern.foutwoorden import KIES
from kern.models import Bronverschil, VersieModel
from tests.dossiers.factories import StatushouderFactory
from tests.kern.formulierproef import OrganisatieForm, PersoonForm, invoer
from tests.toegang.factories import OrganisatieFactory
from toegang.models import Gebruiker, Organisatie, Rol


class PostForm(BasisForm[Inkomstenpost]):
    class Meta:
        model = Inkomstenpost
        fields = ["bedrag"]


class BronverschilForm(BasisForm[Bronverschil]):
    class Meta:
        model = Bronverschil
        fields = ["onderwerp"]


def bewaar(organisatie: Organisatie, *, versie: int, naam: str, rol: str) -> Organisatie:
    """An action as the product has them, in small."""
    rij = Organisatie.vergrendeld(organisatie.pk, versie)
    rij.naam, rij.rol = naam, rol
    rij.bewaar_volgende()
    return rij


class TestVelden:
    def test_data_en_bedragen_krijgen_vanzelf_de_nederlandse_velden(self):
        assert isinstance(PersoonForm().fields["coa_koppeldatum"], DatumVeld)
        assert isinstance(PostForm().fields["bedrag"], BedragVeld)

    def test_een_eigen_maker_van_velden_gaat_voor(self):
        class Eigen(BasisForm[Statushouder]):
            class Meta:
                model = Statushouder
                fields = ["coa_koppeldatum"]
                formfield_callback = staticmethod(lambda veld, **rest: forms.CharField(label="eigen"))

        assert Eigen().fields["coa_koppeldatum"].label == "eigen"

    def test_onze_woorden(self):
        assert OrganisatieForm({}).errors["naam"] == ["Vul dit veld in."]


@pytest.mark.django_db
class TestVersie:
    def test_alleen_een_opgeslagen_rij_draagt_haar_versie(self):
        assert "versie" not in OrganisatieForm().fields
        rij = OrganisatieFactory(versie=7)
        assert '<input type="hidden" name="versie" value="7"' in str(OrganisatieForm(instance=rij))

    def test_een_rij_zonder_versie_heeft_er_geen_nodig(self):
        assert not issubclass(Bronverschil, VersieModel)
        rij = Bronverschil.objects.create(code="a", onderwerp="A", waarden=[], verklaring="B")
        assert "versie" not in BronverschilForm(instance=rij).fields

    def test_de_versie_van_het_formulier_niet_die_van_de_rij_telt(self):
        form = OrganisatieForm(invoer(naam="Nieuw", rol="x", versie=3), instance=OrganisatieFactory(versie=7))
        assert form.is_valid()
        assert form.cleaned_data["versie"] == 3

    @pytest.mark.parametrize("versie", ["", "0", "-1", "een"])
    def test_een_gemiste_of_verknoeide_versie_staat_in_de_samenvatting(self, versie):
        form = OrganisatieForm(invoer(naam="Nieuw", rol="x", versie=versie), instance=OrganisatieFactory())
        assert form.non_field_errors() == ["Deze pagina is niet volledig verstuurd. Open de pagina opnieuw."]
        assert "versie" not in form.errors

    def test_een_eigen_veld_begint_met_wat_de_rij_heeft(self):
        html = str(PersoonForm(instance=StatushouderFactory())["geboren"])
        assert 'value="17-5-1980"' in html
        anders = PersoonForm(instance=StatushouderFactory(), initial={"geboren": "1990"})
        assert 'value="1990"' in str(anders["geboren"])


class TestWeiger:
    class Formulier(forms.Form):
        woning = forms.CharField()
        van = forms.CharField()

    def form(self):
        form = self.Formulier({"woning": "a", "van": "b"})
        assert form.is_valid()
        return form

    @pytest.mark.parametrize(
        ("fout", "fouten"),
        [
            (ValidationError("Kan niet."), {"__all__": ["Kan niet."]}),
            (ValidationError(["Een.", "Twee."]), {"__all__": ["Een.", "Twee."]}),
            (ValidationError({"woning": "Vol."}), {"woning": ["Vol."]}),
            (
                ValidationError({"woning": "Vol.", "van": ["A.", "B."]}),
                {"woning": ["Vol."], "van": ["A.", "B."]},
            ),
            (ValidationError({"onbekend": "Elders mis."}), {"__all__": ["Elders mis."]}),
            (
                ValidationError(
                    {"woning": ValidationError("Vol vanaf %(van)s.", "vol", {"van": "1-5-2017"})}
                ),
                {"woning": ["Vol vanaf 1-5-2017."]},
            ),
        ],
    )
    def test_bij_het_veld_of_in_de_samenvatting(self, fout, fouten):
        form = self.form()
        weiger(form, fout)
        assert form.errors == fouten

    def test_wat_geen_weigering_is_blijft_een_fout(self):
        with pytest.raises(KeyError), weigering_in(self.form()):
            raise KeyError("kapot")


class TestBewaarMixin:
    class Weergave(BewaarMixin, FormView):
        form_class = TestWeiger.Formulier
        success_url = "/klaar/"
        weigering: ValidationError | None = None

        def bewaar(self, form):
            if self.weigering:
                raise self.weigering
            return form.cleaned_data["woning"]

        def render_to_response(self, context, **_rest):
            return context["form"]

    def vraag(self, **aanvulling):
        verzoek = RequestFactory().post("/", {"woning": "a", "van": "b"})
        return self.Weergave.as_view(**aanvulling)(verzoek)

    def test_gelukt_gaat_verder(self):
        antwoord = self.vraag()
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/klaar/")

    def test_geweigerd_komt_terug_met_de_invoer(self):
        form = self.vraag(weigering=ValidationError({"woning": "Vol."}))
        assert form.errors == {"woning": ["Vol."]}
        assert form["van"].value() == "b"

    def test_zonder_bewaar_is_het_geen_weergave(self):
        class Vergeten(BewaarMixin, FormView):
            form_class = TestWeiger.Formulier
            success_url = "/klaar/"

        with pytest.raises(NotImplementedError):
            Vergeten.as_view()(RequestFactory().post("/", {"woning": "a", "van": "b"}))


class TestLegeKeuze:
    """An empty choice has words, whichever way the field was made."""

    def test_van_een_model(self):
        class Rolform(BasisForm[Gebruiker]):
            class Meta:
                model = Gebruiker
                fields = ["rol", "organisatie"]

        velden = Rolform().fields
        assert [str(next(iter(velden[naam].choices))[1]) for naam in ("rol", "organisatie")] == [KIES, KIES]
        assert len(velden["rol"].choices) == len(Rol.choices) + 1

    def test_eigen_woorden_blijven(self):
        class Eigen(InvoerForm):
            wie = forms.ModelChoiceField(Organisatie.objects.none(), empty_label="Kies een organisatie")
            wat = forms.ChoiceField(choices=[("", "Alles"), ("a", "Iets")])

        velden = Eigen().fields
        assert (velden["wie"].empty_label, velden["wat"].choices[0][1]) == ("Kies een organisatie", "Alles")
