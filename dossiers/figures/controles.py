"""What always holds of the case; the database holds it too, and this looks past it."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q

from dossiers.models import Gezinslid, Rol, Statushouder, Vestiging
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
