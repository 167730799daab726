"""What the read log needs to know of a dossier besides its key."""

from __future__ import annotations

from django.db.models import Q

from dossiers.models import Gezinslid, Statushouder
from dossiers.models.inzage import DAG, geldige_verwijzingen
from kern.contract import Gebruiker
from toegang.rules import Bereik, bereik


def doorverwijzing_waardoor(persoon: Statushouder, gebruiker: Gebruiker) -> int | None:
    """Key of the referral by which this partner sees this dossier, the one that lasts longest; one query.

    None for who needs no referral; then nothing is asked.
    """
    if bereik(gebruiker) != Bereik.VERWEZEN:
        return None
    lid = Gezinslid.objects.lopend_op(DAG).filter(statushouder=persoon)
    verwezen = geldige_verwijzingen(gebruiker).filter(Q(statushouder=persoon) | Q(gezin__leden__in=lid))
    return verwezen.order_by("-tot_en_met", "-pk").values_list("pk", flat=True).first()
