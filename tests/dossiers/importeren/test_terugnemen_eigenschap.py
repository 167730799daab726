"""Import, random edits by others, taking back: equal to the edits alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dossiers.actions import noteer, vertrek, wijzig_persoon
from dossiers.models import Contactmoment, Gezin, Gezinslid, Regie, Statushouder, Vestiging
from tests.dossiers.importeren.conftest import OP, csv, persoon
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

pytestmark = pytest.mark.django_db
# Each example is a whole import: made smaller by hand when one fails.
INSTELLINGEN: dict[str, Any] = {
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
    "phases": (Phase.explicit, Phase.generate),
}
BEKENDEN, IEDEREEN = range(4), range(8)
BEGIN = {"gezin": "A", "gevestigd_op": "28-03-2017", "geboortedatum": "00-00-1981"}
OPVANG = st.sampled_from(["azc", "kso", "kwv", "gastgezin", "geen"])
DAGEN = st.dates(date(2017, 1, 1), date(2017, 4, 30))

rijen = st.lists(
    st.fixed_dictionaries(
        {"nummer": st.sampled_from(IEDEREEN)},
        optional={
            "opvang": OPVANG,
            "coa_koppeldatum": DAGEN.map(lambda dag: f"{dag:%d-%m-%Y}"),
            "geboortedatum": st.sampled_from(["00-00-1981", "00-02-1981", "14-02-1981"]),
            "bsn": st.sampled_from(["123456782", "111222333"]),
            "voornamen": st.sampled_from(["Rima", "Nour"]),
            "brp_op": st.just("30-03-2017"),
            "gevestigd_op": st.sampled_from(["28-03-2017", "01-04-2017"]),
            "gezin": st.sampled_from(["A", "B"]),
        },
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda rij: rij["nummer"],
)
wijzigingen = st.lists(
    st.one_of(
        st.tuples(st.just("orm"), st.sampled_from(IEDEREEN), OPVANG),
        st.tuples(st.just("actie"), st.sampled_from(IEDEREEN), st.sampled_from(["Nour", "Lina"])),
        st.tuples(st.just("geboren"), st.sampled_from(IEDEREEN), DAGEN),
        st.tuples(st.just("notitie"), st.sampled_from(IEDEREEN), st.just("")),
        st.tuples(st.just("vertrek"), st.sampled_from(BEKENDEN), st.just(date(2017, 4, 30))),
    ),
    max_size=6,
)


def voer_uit(soort: str, nummer: int, waarde: Any, door: Any) -> None:
    """One edit of a colleague; nothing for somebody who is not there."""
    wie = Statushouder.objects.filter(vnummer=persoon(nummer)["vnummer"]).first()
    if wie is None:
        return
    if soort == "orm":
        Statushouder.objects.filter(pk=wie.pk).update(opvang=waarde)
    elif soort == "actie":
        wijzig_persoon(wie, versie=wie.versie, gegevens={"voornamen": waarde})
    elif soort == "geboren":
        wijzig_persoon(wie, versie=wie.versie, gegevens={"geboren_vroegst": waarde, "geboren_laatst": waarde})
    elif soort == "notitie":
        noteer(wie, tekst="Gebeld.", op=OP, auteur=door)
    elif Vestiging.objects.filter(statushouder=wie, tot=None).exists():
        vertrek(wie, op=waarde, reden="Verhuisd")


def staat_er_al(edit: tuple[str, int, Any], rijen: list[dict[str, Any]]) -> bool:
    """Does the file put there what this edit types? Then nobody changed it after the file."""
    soort, nummer, waarde = edit
    kolom = {"orm": "opvang", "actie": "voornamen"}.get(soort)
    return any(rij["nummer"] == nummer and rij.get(kolom) == waarde for rij in rijen if kolom)


def wereld() -> dict[str, list[Any]]:
    """All that is stored, without versions and keys."""
    zonder = {"versie", "id", "sleutel", "bsn", "nummer", "vastgelegd_op"}
    van = {wie.pk: wie.vnummer for wie in Statushouder.objects.all()}
    gezinnen = {
        lid.gezin_id: sorted(van[een.statushouder_id] for een in lid.gezin.leden.all())
        for lid in Gezinslid.objects.all()
    }
    uit: dict[str, list[Any]] = {"leeg": [gezin.naam for gezin in Gezin.objects.filter(leden=None)]}

    def woord(veld: str, waarde: Any) -> Any:
        namen = {"statushouder_id": van, "gezin_id": gezinnen}.get(veld)
        return waarde if namen is None else namen[waarde]

    for model in (Statushouder, Vestiging, Regie, Gezinslid, Contactmoment):
        uit[model.__name__] = sorted(
            str({veld: woord(veld, waarde) for veld, waarde in rij.items() if veld not in zonder})
            for rij in model.objects.values()
        )
    return uit


def importeer(gegevens: list[dict[str, Any]]) -> Any:
    rijen_ = [persoon(**rij) for rij in gegevens]
    return actions.importeer("personen", csv(*rijen_), gebruiker=None, op=OP, goede_rijen=True)


@settings(max_examples=15, **INSTELLINGEN)
@given(rijen=rijen, wijzigingen=wijzigingen)
def test_importeren_wijzigen_en_terugnemen_is_alleen_de_wijzigingen(rijen, wijzigingen):
    with transaction.atomic():
        door = GebruikerFactory()
        importeer([{**BEGIN, "nummer": nummer} for nummer in BEKENDEN])
        # Who is new and touched stays, so that the comparison is made for who was there, or was not touched.
        nieuw = {rij["nummer"] for rij in rijen} - set(BEKENDEN)
        edits = [een for een in wijzigingen if een[1] not in nieuw and not staat_er_al(een, rijen)]
        with transaction.atomic():
            uitslag = importeer(rijen)
            for edit in edits:
                voer_uit(*edit, door)
            if uitslag.opgeslagen:
                actions.maak_ongedaan(uitslag.inlezing, gebruiker=door, op=OP)
            na_terugnemen = wereld()
            transaction.set_rollback(True)
        for edit in edits:
            voer_uit(*edit, door)
        assert na_terugnemen == wereld()
        transaction.set_rollback(True)


@settings(max_examples=10, **INSTELLINGEN)
@given(rijen=rijen, wijzigingen=wijzigingen)
def test_wie_nieuw_was_en_aangeraakt_blijft_en_wordt_genoemd(rijen, wijzigingen):
    with transaction.atomic():
        door = GebruikerFactory()
        uitslag = importeer(rijen)
        if uitslag.opgeslagen:
            er_was = set(Statushouder.objects.values_list("vnummer", flat=True))
            voor = {
                wie.vnummer: (wie.opvang, wie.voornamen, wie.geboren) for wie in Statushouder.objects.all()
            }
            for edit in wijzigingen:
                voer_uit(*edit, door)
            na = {wie.vnummer: (wie.opvang, wie.voornamen, wie.geboren) for wie in Statushouder.objects.all()}
            genoteerd = set(Contactmoment.objects.values_list("statushouder__vnummer", flat=True))
            vertrokken = set(
                Vestiging.objects.exclude(tot=None).values_list("statushouder__vnummer", flat=True)
            )
            geraakt = {wie for wie in er_was if na[wie] != voor[wie]} | genoteerd | vertrokken
            uitkomst = actions.maak_ongedaan(uitslag.inlezing, gebruiker=door, op=OP)
            over = Statushouder.objects.all()
            assert geraakt <= {wie.vnummer for wie in over}
            assert {een.dossier for een in uitkomst.behouden if een.dossier} == {wie.nummer for wie in over}
            assert {wie.vnummer: (wie.opvang, wie.voornamen, wie.geboren) for wie in over} == {
                wie: na[wie] for wie in na if wie in {een.vnummer for een in over}
            }
            assert Regie.objects.count() == Gezinslid.objects.count() == over.count()
            assert not Gezin.objects.filter(leden=None).exists()
        transaction.set_rollback(True)
