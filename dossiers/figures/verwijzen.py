"""With whom a dossier is shared, whom it can be shared with, and who may know of a shielded one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, Func, OuterRef, Q, QuerySet, When
from django.db.models.expressions import Combinable

from dossiers.figures.eenmaal import eenmaal
from dossiers.figures.inzage import KERN
from dossiers.figures.mensen import eigenaren
from dossiers.models import Doorverwijzing, Gezin, Gezinslid, Inzagerecht, Statushouder, Vestiging
from dossiers.models.doorverwijzing import DoorverwijzingQuerySet
from dossiers.models.inzage import DAG
from dossiers.rules.verwijzen import deelbare_domeinen
from kern.contract import Gebruiker
from kern.namens import als_gemeente, in_een_rol
from kern.register import register
from toegang.models import Gebruiker as Inlogger
from toegang.models import Organisatie, Rol
from toegang.rules import INZIEN, Bereik, bereik, domeinen_met

# The municipality itself, in the words of the plan: it shares, and is no partner.
_REGIE = "regie"


def verwijsbaar() -> QuerySet[Organisatie]:
    """Organisations that take part: of the plan, or with somebody who may sign in to answer; those first.

    One that left the plan and has nobody any more is kept for its history only.
    """
    partner = Inlogger.objects.filter(organisatie=OuterRef("pk"), rol=Rol.PARTNER, is_active=True)
    rijen: Any = Organisatie.objects.exclude(rol=_REGIE)  # what it annotates, the type does not know
    alle = rijen.annotate(antwoordt=Exists(partner))
    doen_mee: QuerySet[Organisatie] = alle.filter(Q(van_plan=True) | Q(antwoordt=True)).order_by(
        "-antwoordt", "naam"
    )
    return doen_mee


def over_organisaties(organisaties: Sequence[Organisatie], dag: date) -> Mapping[int, str]:
    """What a caseworker weighs before asking each of these organisations, where a domain knows it."""
    bron = next((domein.over_organisaties for domein in register if domein.over_organisaties), None)
    return bron(organisaties, dag) if bron and organisaties else {}


def gezin_op(persoon: Statushouder, dag: date) -> Gezin | None:
    """The family of this person at the end of `dag`."""
    lid = Gezinslid.objects.lopend_op(dag).filter(statushouder=persoon).select_related("gezin").first()
    return lid.gezin if lid else None


def gezinsleden_op(gezin: Gezin, dag: date) -> list[Statushouder]:
    """Who is in this family at the end of `dag`, the head first."""
    leden = Gezinslid.objects.lopend_op(dag).filter(gezin=gezin).select_related("statushouder")
    return [lid.statushouder for lid in leden.hoofd_eerst()]


def verwijzingen(
    persoon: Statushouder, gebruiker: Gebruiker | None, dag: date | Func[Any]
) -> DoorverwijzingQuerySet:
    """Referrals of this dossier, and of the family that the person is in on `dag`.

    For a user who may see this person. A partner sees the own ones, and who reads some domains only (a
    consulent) those about these alone: a purpose says what is the matter in the others.
    """
    gezin = Gezinslid.objects.lopend_op(dag).filter(statushouder=persoon).values("gezin")
    rijen = Doorverwijzing.objects.all()
    if gebruiker and bereik(gebruiker) == Bereik.VERWEZEN:
        rijen = rijen.zichtbaar_voor(gebruiker)
    elif gebruiker:
        rijen = rijen.filter(leesbaar(gebruiker))
    rijen = rijen.filter(Q(statushouder=persoon) | Q(gezin__in=gezin))
    return rijen.select_related("organisatie", "gevraagd_door", "beantwoord_door", "beeindigd_door")


def vertrokken_op() -> Combinable:
    """Of a row of referrals the day on which the last of whom it is about left; None while one of them lives here."""
    lid = "statushouder__lidmaatschappen"
    samen = Vestiging.objects.filter(**{f"{lid}__gezin": OuterRef("gezin"), f"{lid}__tot": None})
    alleen = Vestiging.objects.filter(statushouder=OuterRef("statushouder"))
    return Case(When(gezin=None, then=alleen.laatste_vertrek()), default=samen.laatste_vertrek())


def leesbaar(gebruiker: Gebruiker) -> Q:
    """Referrals about nothing but domains that this user reads, and the case itself.

    One that is about another domain as well has one purpose for both, which says what is the matter there.
    """
    leest = domeinen_met(gebruiker, INZIEN)
    if leest >= deelbare_domeinen().keys():
        return Q()
    return Q(domeinen__contained_by=sorted(leest | {KERN}))


def ook_over_anders(persoon: Statushouder, gebruiker: Gebruiker, dag: date) -> bool:
    """Is this dossier, or was it, shared about what this user does not read? No query for who reads all."""
    gelezen = leesbaar(gebruiker)
    if not gelezen:
        return False
    return verwijzingen(persoon, None, dag).exclude(gelezen).exists()


def verwijzingen_bij(persoon: Statushouder, gebruiker: Gebruiker) -> list[Doorverwijzing]:
    """As `verwijzingen`, on the day of `kern.namens`; read once for all parts of a page."""
    return eenmaal(
        persoon, "verwijzingen", gebruiker.pk, lees=lambda: list(verwijzingen(persoon, gebruiker, DAG))
    )


def voor_partner(gebruiker: Gebruiker) -> DoorverwijzingQuerySet:
    """All referrals to the organisation of this partner, the newest first."""
    rijen = Doorverwijzing.objects.zichtbaar_voor(gebruiker)
    return rijen.select_related("organisatie", "beantwoord_door")


def nieuwe_verwijzingen(gebruiker: Gebruiker, dag: date) -> int:
    """How many requests wait on `dag` for an answer of the organisation of this partner; one query."""
    return Doorverwijzing.objects.zichtbaar_voor(gebruiker).open_op(dag).order_by().count()


def hoofden(
    verwijzingen: Iterable[Doorverwijzing], gebruiker: Gebruiker, dag: date
) -> dict[int, Statushouder]:
    """The dossier behind each referral that this user may open, by the key of the referral; two queries.

    Of a family the head, or else the first member whom the user may see.
    """
    rijen = list(verwijzingen)
    zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
    direct = zichtbaar.in_bulk([rij.statushouder_id for rij in rijen if rij.statushouder_id])
    leden = Gezinslid.objects.lopend_op(dag).filter(
        gezin__in=[rij.gezin_id for rij in rijen if rij.gezin_id], statushouder__in=zichtbaar
    )
    per_gezin: dict[int, Statushouder] = {}
    for lid in leden.select_related("statushouder").hoofd_eerst():
        per_gezin.setdefault(lid.gezin_id, lid.statushouder)
    bij = {rij.pk: direct.get(rij.statushouder_id) or per_gezin.get(rij.gezin_id or 0) for rij in rijen}
    return {sleutel: persoon for sleutel, persoon in bij.items() if persoon}


def dossiers_van(rijen: Collection[Doorverwijzing]) -> list[Statushouder]:
    """All dossiers that these referrals are about, also those that a partner does not see yet.

    For what follows from them (`register.werk_bij`), and for nothing that is shown.
    """
    leden = Gezinslid.objects.filter(gezin__in=[rij.gezin_id for rij in rijen if rij.gezin_id])
    direct = [rij.statushouder_id for rij in rijen if rij.statushouder_id]
    personen = Statushouder.objects.filter(Q(pk__in=direct) | Q(pk__in=leden.values("statushouder")))
    if not in_een_rol():  # who owns the tables sees all
        return list(personen)
    with als_gemeente():
        return list(personen)


def wijken_van(personen: Sequence[Statushouder], dag: date) -> Mapping[int, str]:
    """The neighbourhood of each of these persons on `dag`, where a domain knows it."""
    bron = next((domein.wijken for domein in register if domein.wijken), None)
    return bron(personen, dag) if bron and personen else {}


def wijk_van(personen: Sequence[Statushouder], dag: date) -> str:
    """The neighbourhood of the first of these persons of whom it is known."""
    wijken = wijken_van(personen, dag)
    return next((wijken[persoon.pk] for persoon in personen if persoon.pk in wijken), "")


def mag_afschermen(persoon: Statushouder, gebruiker: Gebruiker, dag: date) -> bool:
    """Who may shield this dossier, name others for it and lift that: the coordinator, and whose case it is."""
    if gebruiker.rol == Rol.COORDINATOR:
        return True
    return gebruiker.rol == Rol.KLANTREGISSEUR and any(
        rij.regisseur_id == gebruiker.pk and rij.van <= dag and (rij.tot is None or rij.tot > dag)
        for rij in persoon.regie.all()  # a page has read them already
    )


def inzagekeuze(persoon: Statushouder, dag: date) -> QuerySet[Inlogger]:
    """Who can be named for this dossier: colleagues who read dossiers, and partners to whom it is referred."""
    geldig = verwijzingen(persoon, None, dag).geldig_op(dag)
    partners = Q(rol=Rol.PARTNER, is_active=True, organisatie__in=geldig.order_by().values("organisatie"))
    keuze: QuerySet[Inlogger] = Inlogger.objects.filter(Q(pk__in=eigenaren().values("pk")) | partners)
    return keuze.select_related("organisatie").order_by("naam", "pk")


def inzagerechten(personen: Sequence[Statushouder], dag: date) -> QuerySet[Inzagerecht]:
    """Named access to these dossiers that runs on `dag` or comes later, with the user; in the order of naming."""
    rijen = Inzagerecht.objects.filter(statushouder__in=personen).filter(Q(tot=None) | Q(tot__gt=dag))
    return rijen.exclude(tot=F("van")).select_related("gebruiker__organisatie").order_by("van", "pk")
