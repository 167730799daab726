"""What the read log needs to know of a dossier besides its key."""

from __future__ import annotations

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
    geldig = geldige_verwijzingen(gebruiker).values_list("tot_en_met", "pk")
    gezinnen = Gezinslid.objects.lopend_op(DAG).filter(statushouder=persoon).order_by().values("gezin")
    # each by its index: with OR in one condition all referrals to the organisation are read
    verwezen = geldig.filter(statushouder=persoon).union(geldig.filter(gezin__in=gezinnen), all=True)
    _tot_en_met, sleutel = max(verwezen, default=(None, None))
    return sleutel
