"""Are the keys by which persons are found still those of their names?"""

from __future__ import annotations

from dossiers.models import Statushouder
from kern.contract import Bevinding
from kern.namen import paarsleutels, sleutels

_MEESTE_VOORBEELDEN = 10


def zoeksleutels_kloppen() -> Bevinding:
    """Dossiers whose keys are not those of the name and the year of birth: the search passes them by.

    So it is where rows were written past `save` and `bulk_create`. Works out every name, a batch at a time.
    """
    velden = ("achternaam", "voorvoegsel", "voornamen", "geboren_vroegst")
    rijen = Statushouder.objects.order_by("pk").values_list("nummer", *velden, "zoeksleutels", "paarsleutels")
    fouten = []
    for nummer, achternaam, voorvoegsel, voornamen, vroegst, gezocht, paren in rijen.iterator():
        jaar = vroegst.year if vroegst else None
        goed = (
            sleutels(achternaam, voorvoegsel, voornamen),
            paarsleutels(achternaam, voorvoegsel, voornamen, jaar),
        )
        if (gezocht, paren) != goed:
            fouten.append(nummer)
    return Bevinding(len(fouten), fouten[:_MEESTE_VOORBEELDEN])
