"""A stale form: both versions on the page and nothing lost, on every form with a version that is of this subject."""

from datetime import date, timedelta

import pytest
from django.forms import ModelForm

from dossiers import forms
from dossiers.forms import handelingen
from dossiers.models import Regie, Relatie, Relatiesoort, Waarneming
from kern.forms import BasisForm
from tests.dossiers.factories import StatushouderFactory
from tests.dossiers.vastleggen.factories import ContactFactory, DocumentFactory, SignaalFactory, TaakFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]
VANDAAG = date(2017, 5, 1)
DEEL = {"domein": "dossiers", "zichtbaarheid": "betrokken"}
# With a version, and of another subject: their tests are elsewhere.
ELDERS = {"BewaardfilterForm", "PersoonWijzigForm", "VestigingForm"}


def deel(fabriek, pad: str, anders: dict, invoer: dict):
    """A recorded row, its page, what a colleague changes meanwhile, and what we typed."""

    def maak(_ik):
        rij = fabriek()
        collega = anders(rij) if callable(anders) else anders
        typen = invoer(rij) if callable(invoer) else invoer
        return rij, f"/dossiers/{rij.soortnaam}/{rij.pk}/{pad}/", collega, typen

    return maak


def regie(_ik):
    rij = Regie.objects.get(statushouder=StatushouderFactory())
    adres = f"/dossiers/{rij.statushouder.sleutel}/overdragen/"
    wie = GebruikerFactory(naam="Bert")
    typen = {"regisseur": wie.pk, "van": "1-5-2017", "toewijzing": rij.pk}
    return rij, adres, {"regisseur": GebruikerFactory(naam="Anna")}, typen


def relatie(_ik):
    een, ander = StatushouderFactory.create_batch(2)
    rij = Relatie.objects.create(persoon=een, verwant=ander, soort=Relatiesoort.VOOGD, van=date(2017, 1, 1))
    adres = f"/dossiers/{een.sleutel}/relaties/{rij.pk}/"
    return rij, adres, {"tot": date(2017, 3, 1)}, {"tot": "1-4-2017"}


def waarneming(pad: str, invoer: dict):
    def maak(ik):
        wie = GebruikerFactory(naam="Bert")
        rij = Waarneming.objects.create(
            afwezige=ik, waarnemer=wie, van=VANDAAG + timedelta(days=7), tot=VANDAAG + timedelta(days=9)
        )
        typen = {naam: waarde or wie.pk for naam, waarde in invoer.items()}
        anders = {"waarnemer": GebruikerFactory(naam="Anna"), "tot": VANDAAG + timedelta(days=20)}
        return rij, f"/dossiers/waarneming/{rij.pk}/{pad}", anders, typen

    return maak


DOORHALEN = {"doorgehaald_reden": "Mijn reden"}
GEDAAN = {"gedaan_op": VANDAAG}
SIGNAAL = {"wat": "Van mij", "melder": "M", "gemeld_op": "28-4-2017", "antwoord_voor": "12-5-2017", **DEEL}
FORMULIEREN = {
    "ContactForm": deel(
        ContactFactory,
        "wijzigen",
        {"tekst": "Van een collega"},
        {"soort": "brief", "op": "1-5-2017", "tekst": "Van mij", **DEEL},
    ),
    "TaakForm": deel(
        TaakFactory,
        "wijzigen",
        {"wat": "Van een collega"},
        lambda rij: {"wat": "Van mij", "uiterlijk_op": "1-5-2017", "eigenaar": rij.eigenaar_id, **DEEL},
    ),
    "DocumentWijzigForm": deel(
        DocumentFactory, "wijzigen", {"naam": "collega.pdf"}, {"naam": "mij.pdf", "op": "1-5-2017", **DEEL}
    ),
    "SignaalForm": deel(
        SignaalFactory,
        "wijzigen",
        {"wat": "Van een collega"},
        lambda rij: {"eigenaar": rij.eigenaar_id, **SIGNAAL},
    ),
    "OverdraagForm": deel(
        TaakFactory,
        "overdragen",
        lambda _rij: {"eigenaar": GebruikerFactory(naam="Anna")},
        lambda _rij: {"eigenaar": GebruikerFactory(naam="Bert").pk},
    ),
    "UitstelForm": deel(
        TaakFactory,
        "uitstellen",
        {"wat": "Van een collega"},
        {"nieuwe_datum": "15-5-2017", "waarom": "", "reden": "Van mij"},
    ),
    "TaakHandelingForm": deel(TaakFactory, "gedaan", {"wat": "Van een collega"}, {}),
    "AntwoordForm": deel(
        SignaalFactory,
        "antwoord",
        {"wat": "Van een collega"},
        {"antwoord": "Van mij", "beantwoord_op": "1-5-2017"},
    ),
    "ContactmomentDoorhaalForm": deel(ContactFactory, "doorhalen", {"tekst": "Van een collega"}, DOORHALEN),
    "TaakDoorhaalForm": deel(TaakFactory, "doorhalen", GEDAAN, DOORHALEN),
    "DocumentDoorhaalForm": deel(DocumentFactory, "doorhalen", {"naam": "collega.pdf"}, DOORHALEN),
    "SignaalDoorhaalForm": deel(SignaalFactory, "doorhalen", {"wat": "Van een collega"}, DOORHALEN),
    "RegieForm": regie,
    "RelatieBeeindigForm": relatie,
    "WaarnemingForm": waarneming("", {"waarnemer": 0, "van": "8-5-2017", "tot_en_met": "9-5-2017"}),
    "WaarnemingIntrekkenForm": waarneming("intrekken/", {}),
}


def collega_slaat_op(rij, anders: dict) -> None:
    for naam, waarde in anders.items():
        setattr(rij, naam, waarde)
    rij.bewaar_volgende()


@pytest.mark.parametrize("naam", FORMULIEREN)
class TestVerouderd:
    def test_beide_versies_op_de_bladzijde_en_niets_overschreven(self, client, ik, naam):
        rij, adres, anders, invoer = FORMULIEREN[naam](ik)
        collega_slaat_op(rij, anders)
        antwoord = client.post(adres, {**invoer, "versie": "1"})
        form = antwoord.context["form"]
        assert type(form).__name__ == naam
        assert form.verschillen
        tekst = antwoord.content.decode()
        assert '<th scope="col">Nu opgeslagen</th>' in tekst
        for verschil in form.verschillen:
            assert f"<td>{verschil.getypt}</td>" in tekst
            assert f"<td>{verschil.opgeslagen}</td>" in tekst
            assert verschil.getypt != verschil.opgeslagen
        for veld in invoer:
            assert str(form[veld].value()) == str(invoer[veld])
        rij.refresh_from_db()
        assert rij.versie == 2
        assert {naam: getattr(rij, naam) for naam in anders} == anders

    def test_met_beide_in_zicht_is_nog_eens_opslaan_een_keuze(self, client, ik, naam):
        rij, adres, anders, invoer = FORMULIEREN[naam](ik)
        collega_slaat_op(rij, anders)
        nieuw = client.post(adres, {**invoer, "versie": "1"}).context["form"]["versie"].data
        antwoord = client.post(adres, {**invoer, "versie": nieuw})
        assert antwoord.status_code == 302, antwoord.context["form"].errors


def alle_formulieren(klasse: type = BasisForm) -> set[type[ModelForm]]:
    onder = {sub for sub in klasse.__subclasses__() if sub.__module__.startswith("dossiers.")}
    return onder.union(*(alle_formulieren(sub) for sub in onder))


def test_de_lijst_is_volledig():
    met_model = {vorm.__name__ for vorm in alle_formulieren() if getattr(vorm._meta, "model", None)}
    for rij in (ContactFactory, TaakFactory, DocumentFactory, SignaalFactory):
        met_model.add(forms.doorhaalform(rij._meta.get_model_class()).__name__)
    nieuw_alleen = {"DocumentForm"}  # a new row has no version
    assert met_model - nieuw_alleen - ELDERS == set(FORMULIEREN)
    assert handelingen.DoorhaalForm.verschilkop == "U zag"
