"""The first month for the tests: a list of three steps, and a family that settled."""

from __future__ import annotations

from datetime import date

import factory
from factory.django import DjangoModelFactory

from begeleiding.actions import volg_vestigingen
from begeleiding.models import EersteMaand, EersteMaandStap, Stappenlijst
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)

MAART = date(2017, 3, 28)


class StappenlijstFactory(DjangoModelFactory):
    class Meta:
        model = "begeleiding.Stappenlijst"

    geldig_vanaf = None


class StapFactory(DjangoModelFactory):
    class Meta:
        model = "begeleiding.EersteMaandStap"

    code = factory.Sequence(lambda n: f"stap{n}")
    stap = factory.LazyAttribute(lambda rij: f"Klaar met {rij.code}")
    volgorde = factory.Sequence(lambda n: n + 1)


class TrajectFactory(DjangoModelFactory):
    class Meta:
        model = "begeleiding.Begeleidingstraject"

    statushouder = factory.SubFactory(StatushouderFactory)
    organisatie = factory.SubFactory("tests.toegang.factories.OrganisatieFactory")
    van = date(2017, 4, 1)


def planlijst() -> Stappenlijst:
    """A list with a step of each kind, as the plan would have it; the same one when there is one."""
    lijst = Stappenlijst.objects.filter(geldig_vanaf=None).first()
    if lijst is None:
        lijst = StappenlijstFactory()
        StapFactory(lijst=lijst, code="registratie", stap="Ingeschreven bij de gemeente", feit="dossiers.brp")
        StapFactory(lijst=lijst, code="woning", stap="Woning bezichtigd", mag_eerder=True)
        StapFactory(lijst=lijst, code="telefoon", stap="Telefoon geregeld", uitleg="Met een abonnement.")
        StapFactory(
            lijst=lijst,
            code="onderwijs",
            stap="Kinderen ingeschreven bij onderwijs",
            alleen_met_kinderen=True,
        )
    return lijst


def gezin(*leden, op: date | None = MAART, naam: str = "Haddad"):
    """A family of these persons (by default one adult), the first its head, settled on `op`."""
    leden = leden or (StatushouderFactory(),)
    rij = GezinFactory(naam=naam)
    for plaats, lid in enumerate(leden):
        GezinslidFactory(
            gezin=rij, statushouder=lid, rol="overig" if plaats else "hoofd", van=date(2016, 1, 1)
        )
        if op:
            VestigingFactory(statushouder=lid, van=op)
    return rij


def eerste_maand(*leden, op: date = MAART, naam: str = "Haddad") -> EersteMaand:
    """The list of such a family."""
    planlijst()
    rij = gezin(*leden, op=op, naam=naam)
    volg_vestigingen([lid.statushouder for lid in rij.leden.all()])
    return rij.eerste_maanden.get()


def stap(lijst: EersteMaand, code: str):
    """The row of a step, as it stands in the database now."""
    return lijst.stappen.get(stap__code=code)


def stapcodes(lijst: EersteMaandStap) -> list[str]:
    """The codes of a version, in order."""
    return list(lijst.stappen.values_list("code", flat=True))
