"""Homes, placements, counts and expectations of the demonstration's people."""

from huisvesting.demo.plan import huisvest_planpersonen
from huisvesting.demo.sturing import zet_stuurgetallen
from huisvesting.demo.verzonnen import huisvest_verzonnen
from huisvesting.demo.wonen import maak_woningaanbod
from kern.contract import Demo

__all__ = ["maak_huisvesting"]


def maak_huisvesting(demo: Demo) -> None:
    """House the plan's own people, or the invented ones of this portion; set the numbers to steer by once."""
    if not demo.onthouden.setdefault("huisvesting.sturing", False):
        zet_stuurgetallen()
        demo.onthouden["huisvesting.sturing"] = True
    if demo.aantal is None:
        huisvest_planpersonen(demo)
        maak_woningaanbod(demo)
    else:
        huisvest_verzonnen(demo)
