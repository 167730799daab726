"""What moves is found by itself, and what cannot move is read from the constraints of the models."""

import pytest
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from pghistory.models import Event

from dossiers.models import Bewaardfilter, Gezinslid, Regie, Samenvoeging, Statushouder
from dossiers.rules import samenvoegen
from dossiers.rules.samenvoegen import botsend, verbindingen
from dossiers.rules.samenvoegvelden import keuzevelden
from huisvesting.models import Plaatsing, Telling
from termijnen.models import Termijn
from tests.dossiers.factories import StatushouderFactory


def naar_personen():
    """The other way round: from the person's own relations."""
    return {
        (relatie.related_model, relatie.field.name)
        for relatie in Statushouder._meta.get_fields(include_hidden=True)
        if relatie.auto_created and not relatie.concrete
    }


def test_elke_tabel_die_naar_een_persoon_wijst_gaat_mee():
    gaan_mee = {(deel.model, deel.veld) for deel in verbindingen()}
    rest = {model for model, veld in naar_personen() - gaan_mee}
    eigen = set(samenvoegen.NIET_MEE) - {samenvoegen.Samenvoegregel}
    # the count and the terms are worked out anew of both
    assert {model for model in rest if not issubclass(model, Event)} == eigen | {Telling, Termijn}
    assert {(Plaatsing, "statushouder"), (Regie, "statushouder")} <= gaan_mee


@pytest.mark.django_db
def test_elke_regel_van_elke_tabel_is_hier_te_lezen():
    een, ander = StatushouderFactory(), StatushouderFactory()
    for deel in verbindingen():
        assert botsend(deel, van=een, naar=ander).count() == (deel.model is Regie)


@pytest.mark.parametrize("model", sorted({deel.model for deel in verbindingen()}, key=lambda m: m.__name__))
def test_elke_soort_heeft_een_naam_in_gewone_woorden(model):
    """The page says "3 contacten"; Django's own guess would be "contactmoments"."""
    assert {"verbose_name", "verbose_name_plural"} <= set(model._meta.original_attrs) or model is Statushouder


@pytest.mark.parametrize(
    "regel",
    [
        models.UniqueConstraint(Lower("statushouder"), name="x"),
        ExclusionConstraint(name="x", expressions=[("statushouder", RangeOperators.NOT_EQUAL)]),
        ExclusionConstraint(name="x", expressions=[(Lower("rol"), RangeOperators.EQUAL)]),
    ],
)
def test_een_regel_die_niet_te_lezen_is_wordt_geweigerd(monkeypatch, regel):
    monkeypatch.setattr(Gezinslid._meta, "constraints", [regel])
    with pytest.raises(ImproperlyConfigured):
        samenvoegen._eenmaligheid(Gezinslid)


@pytest.mark.parametrize(
    ("regel", "gelezen"),
    [
        (models.UniqueConstraint(F("rol"), Lower("van"), name="x"), ({"rol", "van"}, set())),
        (models.UniqueConstraint(fields=["statushouder", "rol"], name="x"), ({"statushouder", "rol"}, set())),
    ],
)
def test_een_regel_die_wel_te_lezen_is(monkeypatch, regel, gelezen):
    monkeypatch.setattr(Gezinslid._meta, "constraints", [regel])
    ((velden, overlap, _voorwaarde),) = samenvoegen._eenmaligheid(Gezinslid)
    assert (velden, overlap) == gelezen


def test_wat_mensen_invullen_van_een_persoon_is_te_kiezen():
    te_kiezen = {naam for veld in keuzevelden() for naam in veld.velden}
    invulbaar = {veld.attname for veld in Statushouder._meta.local_fields if veld.editable}
    assert invulbaar - {"id"} <= te_kiezen
    assert not te_kiezen & {"nummer", "sleutel", "versie", "samengevoegd_met_id", "sorteernaam"}


def test_een_eigen_filter_is_geen_deel_van_een_dossier():
    assert Bewaardfilter not in {deel.model for deel in verbindingen()}
    assert Samenvoeging in apps.get_models()
