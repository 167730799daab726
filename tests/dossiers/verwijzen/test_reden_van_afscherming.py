"""Why a colleague may no longer know of a dossier or everybody may again: kept, for who was named to read."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers import actions
from dossiers.models import Inzagerecht
from tests.dossiers.factories import InzagerechtFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.verwijzen.conftest import DAG
from werkplek.figures.geschiedenis import Moment, geschiedenis

pytestmark = pytest.mark.django_db
WEG = {"reden": "Niet meer nodig"}


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


class TestRedenVanHetEinde:
    """Why somebody may no longer know of it, or everybody may again."""

    @pytest.mark.parametrize("reden", ["", "  "])
    def test_is_verplicht(self, familie, reden):
        recht = Inzagerecht.objects.filter(statushouder=familie[0]).get()
        for doe in (
            lambda: actions.beeindig_inzage(recht, versie=1, op=DAG, reden=reden),
            lambda: actions.hef_afscherming_op(familie, op=DAG, reden=reden),
        ):
            with pytest.raises(ValidationError) as weigering:
                doe()
            assert list(weigering.value.message_dict) == ["reden"]
        assert not Inzagerecht.objects.exclude(reden_einde="").exists()

    def test_blijft_bij_de_rij(self, familie, marieke):
        actions.hef_afscherming_op(familie, op=DAG, **WEG)
        assert {rij.reden_einde for rij in Inzagerecht.objects.all()} == {"Niet meer nodig"}

    def test_en_in_de_geschiedenis_van_wie_er_nog_geen_dag_was(self, familie, joost):
        [recht] = actions.noem_collega(familie[:1], collega=joost, reden="Vergissing", op=DAG)
        actions.beeindig_inzage(recht, versie=1, op=DAG, reden="Verkeerde collega")
        laatste = Inzagerecht.pgh_event_model.objects.filter(pgh_obj_id=recht.pk).latest("pgh_id")
        assert (laatste.pgh_label, laatste.reden_einde) == ("weg", "Verkeerde collega")

    def test_staat_bij_wat_er_veranderde(self, client, ik, familie):
        actions.hef_afscherming_op(familie, op=DAG, **WEG)
        woorden = tekst(client.get(reverse("werkplek:geschiedenis", args=[familie[0].sleutel])))
        assert "Niet meer nodig" in woorden

    @pytest.mark.parametrize(
        ("wie", "leest"), [("nooit genoemd", False), ("voor een ander", False), ("ooit", True)]
    )
    def test_maar_alleen_voor_wie_ooit_was_genoemd(self, client, familie, joost, wie, leest):
        """The form promised so, and lifting the shield does not take that back."""
        rima, lina = familie
        if wie != "nooit genoemd":
            genoemd_voor = [rima if wie == "ooit" else lina]
            [recht] = actions.noem_collega(genoemd_voor, collega=joost, reden="Neemt over", op=DAG)
            actions.beeindig_inzage(recht, versie=1, op=DAG, reden="Toch niet")
        actions.hef_afscherming_op(familie, op=DAG, **WEG)
        client.force_login(joost)
        woorden = tekst(client.get(reverse("werkplek:geschiedenis", args=[rima.sleutel])))
        assert "Inzage in een afgeschermd dossier toegevoegd" in woorden
        assert [zin in woorden for zin in ("Wordt bedreigd", "Niet meer nodig")] == [leest, leest]

    @pytest.mark.parametrize("aantal", [1, 25])
    def test_dat_kost_een_vraag(self, client, django_assert_num_queries, familie, joost, aantal):
        rima = familie[0]
        actions.hef_afscherming_op(familie, op=DAG, **WEG)
        InzagerechtFactory.create_batch(aantal, statushouder=rima)
        # those that went up in it, the keys, five kinds of rows, three kinds that they refer to, and who was named
        with django_assert_num_queries(11):
            geschiedenis(rima, joost, Moment())
