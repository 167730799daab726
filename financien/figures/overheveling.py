"""What a year leaves over for the next: proposed from the balance, and what was decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from financien.figures.achter import besteed, ontvangen, verplicht
from financien.figures.stand import Aansluiting, Regelstand
from financien.models import Soort


@dataclass(frozen=True)
class Overheveling:
    """From `van` into `naar`; amounts in euros. `besloten` is None until somebody decided."""

    van: int
    naar: int
    post: Regelstand | None
    ontvangen: Decimal
    besteed: Decimal
    verplicht: Decimal
    boekingen: bool
    besloten: Decimal | None

    @property
    def voorstel(self) -> Decimal | None:
        """Received less spent and still committed in the year; None while nothing is booked."""
        return self.ontvangen - self.besteed - self.verplicht if self.boekingen else None


def overheveling(stand: Aansluiting) -> Overheveling | None:
    """From the first year of the plan into the second; None for a plan of one year, or none.

    Income is of the year of its line, also when it comes in a later booking year: the last grant of a year is paid
    after it. An activity has no year of its own: what is spent is of the booking year, what is committed of the year
    of the commitment. The same as in the document `aansluiting/1`.
    """
    if len(stand.jaren) < 2:
        return None
    van, naar = stand.jaren[:2]
    post = next((regel for regel in stand.posten(naar) if regel.soort == Soort.OVERHEVELING), None)
    return Overheveling(
        van=van,
        naar=naar,
        post=post,
        ontvangen=ontvangen(stand, van),
        besteed=besteed(stand, van),
        verplicht=verplicht(stand, van),
        boekingen=bool(stand.grootboek.boekingen),
        besloten=post.gewijzigd if post and post.gewijzigd else None,
    )
