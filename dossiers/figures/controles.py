"""What always holds of the case; the database holds it too, and this looks past it."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q

from dossiers.models import Doorverwijzing, Gezinslid, Inzagerecht, Rol, Statushouder, Vestiging
from kern.contract import Bevinding
from kern.controles import bevinding


def gezin_een_tegelijk() -> Bevinding:
    """Persons in two families on one day, and members of a family with two heads on one day."""
    ander = Gezinslid.objects.filter(pk__lt=OuterRef("pk"), periode__overlap=OuterRef("periode"))
    dubbel = Gezinslid.objects.filter(Exists(ander.filter(statushouder=OuterRef("statushouder"))))
    hoofden = Gezinslid.objects.filter(
        Exists(ander.filter(gezin=OuterRef("gezin"), rol=Rol.HOOFD)), rol=Rol.HOOFD
    )
    return bevinding(*(rijen.values_list("statushouder__nummer", flat=True) for rijen in (dubbel, hoofden)))


def dossier_heeft_regisseur() -> Bevinding:
    """Dossiers without exactly one assignment that runs on; one that went up in another needs none."""
    lopend = Count("regie", filter=Q(regie__isnull=False, regie__tot=None))
    zonder = Statushouder.objects.actueel().annotate(lopend=lopend).exclude(lopend=1)
    return bevinding(zonder.values_list("nummer", flat=True))


def vestiging_een_tegelijk() -> Bevinding:
    """Persons who are settled twice on one day."""
    ander = Vestiging.objects.filter(
        statushouder=OuterRef("statushouder"), pk__lt=OuterRef("pk"), periode__overlap=OuterRef("periode")
    )
    return bevinding(Vestiging.objects.filter(Exists(ander)).values_list("statushouder__nummer", flat=True))


def afgeschermd_met_naam() -> Bevinding:
    """Shielded dossiers that nobody can open: who was named may no longer sign in, or only up to a day."""
    genoemd = Inzagerecht.objects.filter(statushouder=OuterRef("pk"), tot=None, gebruiker__is_active=True)
    zonder = Statushouder.objects.actueel().filter(~Exists(genoemd), afgeschermd=True)
    return bevinding(zonder.values_list("nummer", flat=True))


def verwijzing_niet_dubbel() -> Bevinding:
    """Referrals of one dossier or family to one organisation that are open or in force on the same day."""
    staan = Doorverwijzing.objects.filter(afgewezen_op=None, beeindigd_op=None)
    ander = staan.filter(
        Q(statushouder=OuterRef("statushouder")) | Q(gezin=OuterRef("gezin")),
        pk__lt=OuterRef("pk"),
        organisatie=OuterRef("organisatie"),
        periode__overlap=OuterRef("periode"),
    )
    return bevinding(staan.filter(Exists(ander)).values_list("organisatie__naam", flat=True))
