"""Somebody else saved first: both values side by side, and nothing that was typed is lost."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.template.loader import render_to_string

from dossiers.models import Statushouder
from kern.forms import (
    GELIJK,
    NIETS,
    BedragVeld,
    DatumVeld,
    Verschil,
    in_woorden,
    weiger,
    weigering_in,
)
from kern.weigering import Verouderd
from tests.dossiers.factories import StatushouderFactory
from tests.kern.formulierproef import VEROUDERD, OrganisatieForm, PersoonForm, invoer
from tests.toegang.factories import OrganisatieFactory
from toegang.models import Organisatie


def bewaar(organisatie: Organisatie, *, versie: int, naam: str, rol: str) -> Organisatie:
    """An action as the product has them, in small."""
    rij = Organisatie.vergrendeld(organisatie.pk, versie)
    rij.naam, rij.rol = naam, rol
    rij.bewaar_volgende()
    return rij


@pytest.mark.django_db
class TestVerouderd:
    @pytest.fixture
    def botsing(self):
        """Two people open the same row; a colleague saves first, then our form is refused."""
        mijn = OrganisatieFactory(naam="VluchtelingenWerk", rol="partner")
        form = OrganisatieForm(invoer(naam="Vluchtelingenwerk ZH", rol="partner", versie=1), instance=mijn)
        assert form.is_valid()
        bewaar(Organisatie.objects.get(), versie=1, naam="VWN", rol="partner")
        with weigering_in(form):
            bewaar(mijn, versie=1, naam=form.cleaned_data["naam"], rol=form.cleaned_data["rol"])
        return form

    def test_beide_waarden_staan_naast_elkaar_en_alleen_van_wat_verschilt(self, botsing):
        assert botsing.verschillen == (Verschil("naam", "Naam", "Vluchtelingenwerk ZH", "VWN"),)
        assert botsing.non_field_errors() == [VEROUDERD]

    def test_wat_getypt_is_blijft_en_de_ander_verliest_niets(self, botsing):
        assert 'value="Vluchtelingenwerk ZH"' in str(botsing["naam"])
        assert Organisatie.objects.get().naam == "VWN"

    def test_nog_eens_opslaan_is_een_keuze(self, botsing):
        assert 'name="versie" value="2"' in str(botsing["versie"])
        again = OrganisatieForm(botsing.data, instance=Organisatie.objects.get())
        assert again.is_valid()
        rij = bewaar(
            again.instance, versie=again.cleaned_data["versie"], naam=again.cleaned_data["naam"], rol=""
        )
        assert (rij.naam, rij.versie) == ("Vluchtelingenwerk ZH", 3)

    def test_en_wie_intussen_weer_te_laat_is_ziet_het_weer(self, botsing):
        bewaar(Organisatie.objects.get(), versie=2, naam="Derde", rol="partner")
        again = OrganisatieForm(botsing.data, instance=Organisatie.objects.get())
        assert again.is_valid()
        with weigering_in(again):
            bewaar(again.instance, versie=int(again["versie"].data), naam="x", rol="x")
        assert [verschil.opgeslagen for verschil in again.verschillen] == ["Derde"]

    def test_de_bladzijde_toont_het(self, botsing):
        html = render_to_string("onderdelen/vergelijk.html", {"form": botsing})
        cellen = ("Naam</th>", "<td>Vluchtelingenwerk ZH</td>", "<td>VWN</td>")
        assert all(cel in html for cel in cellen)
        assert '<th scope="col">U typte</th>' in html
        assert '<th scope="col">Nu opgeslagen</th>' in html

    def test_wat_getypt_is_wordt_op_de_bladzijde_geen_opmaak(self):
        form = OrganisatieForm(invoer(naam="<b>", rol="r", versie=1), instance=OrganisatieFactory(versie=2))
        assert form.is_valid()
        with weigering_in(form):
            Organisatie.vergrendeld(form.instance.pk, 1)
        assert "<td>&lt;b&gt;</td>" in render_to_string("onderdelen/vergelijk.html", {"form": form})

    def test_zonder_botsing_toont_de_bladzijde_niets(self):
        form = OrganisatieForm(instance=OrganisatieFactory())
        assert not render_to_string("onderdelen/vergelijk.html", {"form": form}).strip()

    def test_wie_hetzelfde_opsloeg_hoeft_niets_te_vergelijken(self):
        rij = OrganisatieFactory(versie=2)
        form = OrganisatieForm(invoer(naam=rij.naam, rol=rij.rol, versie=1), instance=rij)
        with weigering_in(form):
            bewaar(rij, versie=1, naam=rij.naam, rol=rij.rol)
        assert form.verschillen == ()
        assert form.non_field_errors() == [GELIJK]
        assert form["versie"].data == "2"

    def test_elk_soort_veld_in_de_woorden_van_het_scherm(self):
        persoon = StatushouderFactory(geslacht="V", coa_koppeldatum=date(2017, 3, 6))
        getypt = invoer(
            achternaam="Haddad",
            geslacht="M",
            coa_koppeldatum="",
            geboren="00-03-1981",
            tolk_nodig="on",
            versie=1,
        )
        form = PersoonForm(getypt, instance=Statushouder.objects.get())
        assert form.is_valid()
        Statushouder.objects.update(versie=2)
        with weigering_in(form):
            Statushouder.vergrendeld(persoon.pk, 1)
        assert {(deel.label, deel.getypt, deel.opgeslagen) for deel in form.verschillen} == {
            ("Achternaam", "Haddad", persoon.achternaam),
            ("Geslacht", "Man", "Vrouw"),
            ("Datum koppeling", NIETS, "6-3-2017"),
            ("Geboortedatum", "3-1981", "17-5-1980"),
        }

    def test_met_een_voorvoegsel(self):
        rij = OrganisatieFactory(versie=2)
        data = invoer(**{"o-naam": "Anders", "o-rol": rij.rol, "o-versie": 1})
        form = OrganisatieForm(data, instance=rij, prefix="o")
        assert form.is_valid()
        with weigering_in(form):
            Organisatie.vergrendeld(rij.pk, 1)
        assert form["versie"].data == "2"

    def test_een_andere_rij_is_alleen_een_zin(self):
        form = OrganisatieForm(invoer(naam="x", rol="x", versie=1), instance=OrganisatieFactory())
        assert form.is_valid()
        weiger(form, Verouderd(OrganisatieFactory()))
        assert (form.verschillen, form.non_field_errors()) == ((), [VEROUDERD])


@pytest.mark.parametrize(
    ("veld", "waarde", "woorden"),
    [
        (forms.CharField(), "Tekst", "Tekst"),
        (forms.CharField(), "", NIETS),
        (forms.CharField(), None, NIETS),
        (forms.BooleanField(), True, "Ja"),
        (forms.BooleanField(), False, "Nee"),
        (forms.IntegerField(), 0, "0"),
        (forms.ChoiceField(choices=[("a", "Arabisch")]), "a", "Arabisch"),
        (forms.ChoiceField(choices=[("a", "Arabisch")]), "weg", "weg"),
        (forms.ChoiceField(choices=[("a", "Arabisch")]), "", NIETS),
        (forms.ChoiceField(choices=[("Groep", [("t", "Tigrinya")])]), "t", "Tigrinya"),
        (forms.TypedChoiceField(choices=[(1, "Een")], coerce=int), 1, "Een"),
        (forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")]), ["a", "b"], "A, B"),
        (forms.MultipleChoiceField(choices=[]), [], NIETS),
        (DatumVeld(), date(2017, 3, 6), "6-3-2017"),
        (BedragVeld(), Decimal("1234.5"), "1.234,50"),
        (BedragVeld(), Decimal("0.00"), "0,00"),
    ],
)
def test_in_woorden(veld, waarde, woorden):
    assert in_woorden(veld, waarde) == woorden


@pytest.mark.django_db
def test_in_woorden_van_rijen():
    een, ander = OrganisatieFactory(naam="Een"), OrganisatieFactory(naam="Ander")
    alle = Organisatie.objects.all()
    assert in_woorden(forms.ModelChoiceField(alle), een) == "Een"
    assert in_woorden(forms.ModelMultipleChoiceField(alle), alle) == "Ander, Een"
    assert in_woorden(forms.ModelMultipleChoiceField(alle), [een, ander]) == "Een, Ander"
