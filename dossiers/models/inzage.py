"""Who sees whom, and what of them: the conditions behind every `zichtbaar_voor`, from the table of rights.

The day is that of `kern.namens`: outside it there is none, and nobody is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.lookups import IsNull

from dossiers.models.vaste_vraag import VasteVraag, Vraag
from kern.contract import Gebruiker
from kern.register import register
from toegang.rules import INZIEN, VERWEZEN, Bereik, bereik, domeinen_met, mag

if TYPE_CHECKING:
    from dossiers.models.afscherming import Inzagerecht
    from dossiers.models.doorverwijzing import Doorverwijzing
    from dossiers.models.gezin import Gezinslid

# in a subquery: asked once, not for each row
DAG = Func(function="wi_dag", template="(SELECT %(function)s())", output_field=models.DateField())
VOLWASSEN_VOOR = Func(function="wi_volwassen_voor", output_field=models.DateField())
BIJ_SLEUTEL = Func(
    F("pk"),
    template="%(expressions)s = ANY ((SELECT wi_sleutels())::bigint[])",
    output_field=models.BooleanField(),
)


def zichtbaar(gebruiker: Gebruiker) -> Q:
    """Persons whom this user may see, by the reach of the role; of shielded ones who is named for it."""
    hoever = bereik(gebruiker)
    if hoever == Bereik.GEEN:
        return Q(pk__in=[])
    binnen = {
        Bereik.VOLWASSENEN: lambda: Q(geboren_laatst__lte=VOLWASSEN_VOOR),
        Bereik.VERWEZEN: lambda: _gevraagd(_verwezen_naar, gebruiker.organisatie_id),
    }.get(hoever, Q)()
    genoemd = _gevraagd(_genoemd, gebruiker.pk)
    return Q(Q(afgeschermd=False) | genoemd, binnen, samengevoegd_met=None)


def bij_sleutel(gebruiker: Gebruiker) -> Q:
    """Narrows nothing of what this user sees, but makes a count go by the keys of who was referred.

    The planner takes the rule of the database for a toss of a coin, and reads everybody to count a thousand.
    """
    return Q(BIJ_SLEUTEL) if bereik(gebruiker) == Bereik.VERWEZEN else Q()


def leesbaar(gebruiker: Gebruiker, domein: str) -> Q:
    """Persons of whose dossier this user may read this domain, of those whom they may see."""
    if bereik(gebruiker) == Bereik.VERWEZEN:
        return Q(pk__in=_verwezen(gebruiker, domein)) if mag(gebruiker, domein, VERWEZEN) else Q(pk__in=[])
    return Q() if mag(gebruiker, domein, INZIEN) else Q(pk__in=[])


def deel_leesbaar(gebruiker: Gebruiker) -> Q:
    """What was recorded about a domain that this user may read: rows with `statushouder` and `domein`.

    A partner reads what is about a domain of a referral of that very person.
    """
    if bereik(gebruiker) != Bereik.VERWEZEN:
        leesbare = domeinen_met(gebruiker, INZIEN)
        alle = all(domein.code in leesbare for domein in register if domein.onderwerp)
        return Q() if alle else Q(domein__in=leesbare)  # who reads all reads what is registered no longer too
    van_deze = geldige_verwijzingen(gebruiker).filter(
        Q(statushouder=OuterRef("statushouder"))
        | _lid_nu(gezin__leden__statushouder=OuterRef("statushouder")),
        _over(OuterRef("domein")),
    )
    return Q(Exists(van_deze), domein__in=domeinen_met(gebruiker, VERWEZEN))


def geldige_verwijzingen(gebruiker: Gebruiker) -> QuerySet[Doorverwijzing]:
    """Referrals to this user's organisation that hold."""
    return _geldig(gebruiker.organisatie_id)


def verwezen_domeinen(gebruiker: Gebruiker, personen: Iterable[Any]) -> QuerySet[Any, Any]:
    """(person, domains) of each referral that holds for one of these persons, also by the family."""
    geldig, wie = geldige_verwijzingen(gebruiker), list(personen)
    direct = geldig.filter(statushouder__in=wie).values_list("statushouder", "domeinen")
    met_gezin = geldig.filter(_lid_nu(gezin__leden__statushouder__in=wie))
    return direct.union(met_gezin.values_list("gezin__leden__statushouder", "domeinen"), all=True)


def _verwezen(gebruiker: Gebruiker, domein: str = "") -> QuerySet[Any, Any]:
    """Keys of the persons that were referred to this user's organisation, for this domain where one is given."""
    lid: type[Gezinslid] = apps.get_model("dossiers", "Gezinslid")
    geldig = geldige_verwijzingen(gebruiker)
    if domein:
        geldig = geldig.filter(domeinen__contains=[domein])
    leden = lid.objects.lopend_op(DAG).filter(gezin__in=geldig.exclude(gezin=None).values("gezin"))
    direct = geldig.exclude(statushouder=None).values_list("statushouder", flat=True)
    return direct.union(leden.order_by().values_list("statushouder", flat=True))


def _geldig(organisatie: Any) -> QuerySet[Doorverwijzing]:
    model: type[Doorverwijzing] = apps.get_model("dossiers", "Doorverwijzing")
    return model.objects.geldig_op(DAG).filter(organisatie=organisatie).order_by()


def _gevraagd(vraag: Vraag, wie: int | None) -> Q:
    """Persons of whom this holds for this key; nobody for a user without an organisation, or without a key."""
    return Q(pk__in=[]) if wie is None else Q(VasteVraag(vraag, wie))


def _verwezen_naar(persoon: Any, organisatie: Any) -> Q:
    """Referrals of the person, or of the family. Asked by index of the rows that matter only."""
    lid: type[Gezinslid] = apps.get_model("dossiers", "Gezinslid")
    geldig = _geldig(organisatie)
    met_gezin = lid.objects.lopend_op(DAG).filter(
        Exists(geldig.filter(gezin=OuterRef("gezin"))), statushouder=persoon
    )
    return Q(Exists(geldig.filter(statushouder=persoon))) | Q(Exists(met_gezin))


def _genoemd(persoon: Any, gebruiker: Any) -> Q:
    """Named access of the user to the person."""
    model: type[Inzagerecht] = apps.get_model("dossiers", "Inzagerecht")
    return Q(Exists(model.objects.lopend_op(DAG).filter(statushouder=persoon, gebruiker=gebruiker)))


def _lid_nu(**wie: Any) -> Q:
    """A member of the family on the day; one condition, so that it is about one membership."""
    loopt = Q(gezin__leden__tot=None) | Q(gezin__leden__tot__gt=DAG)
    return Q(**wie, gezin__leden__van__lte=DAG) & loopt


def _over(domein: OuterRef) -> Q:
    """Referrals that name this domain."""
    plaats = Func(F("domeinen"), domein, function="array_position", output_field=models.IntegerField())
    return Q(IsNull(plaats, False))  # noqa: FBT003
