"""A family of the demonstration that only the municipality's own people on the case know of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth import get_user_model

from dossiers.demo.gezin import Demogezin
from dossiers.models import Inzagerecht, Statushouder
from kern.contract import Demo
from toegang.models import Rol

# Of the plan's households: a parent with one child, housed in October 2016. Of any number one in so many.
_VAN_HET_PLAN, _EERSTE, _VEEL = 25, 40, 400
_REDEN = "Wordt bedreigd; alleen wie met het gezin werkt, weet waar het woont"
_SINDS = timedelta(days=60)


def scherm_gezinnen_af(demo: Demo) -> None:
    """Shield them, for the caseworkers and the coordinators; nothing where these were not made.

    Who works on the case is named, so that the plan's figures are the same on their pages.
    """
    gebruikers = get_user_model()._default_manager.filter(
        rol__in=[Rol.KLANTREGISSEUR, Rol.COORDINATOR], is_active=True
    )
    namen = list(gebruikers.order_by("email").values_list("pk", flat=True))
    if not namen:
        return
    gezinnen = {deel.gezin.pk for deel in _gekozen(demo)}
    personen = [lid.pk for deel in demo.gezinnen if deel.gezin.pk in gezinnen for lid in deel.personen]
    Inzagerecht.objects.bulk_create(
        Inzagerecht(statushouder_id=persoon, gebruiker_id=gebruiker, van=demo.vandaag - _SINDS, reden=_REDEN)
        for persoon in personen
        for gebruiker in namen
    )
    Statushouder.objects.filter(pk__in=personen).update(afgeschermd=True)


def _gekozen(demo: Demo) -> Sequence[Demogezin]:
    if demo.aantal is None:
        return demo.gezinnen[_VAN_HET_PLAN : _VAN_HET_PLAN + 1]
    return [deel for deel in demo.gezinnen if deel.gehuisvest_op][_EERSTE::_VEEL]
