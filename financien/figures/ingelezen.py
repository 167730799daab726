"""When the ledger was read in last: how fresh what we know of it is."""

from __future__ import annotations

from datetime import date

from django.db.models import Max

from uitwisseling.models import Inlezing, Status

# The kind of file with the ledger.
SOORT = "grootboek"


def laatst_ingelezen() -> date | None:
    """The last day on which a ledger file was saved that was not taken back; None when there is none.

    Not by peildatum: an entry counts from its date, so an earlier day too is shown as this reading knows it.
    """
    bewaard = Inlezing.objects.filter(soort=SOORT, status=Status.OPGESLAGEN)
    dag: date | None = bewaard.aggregate(dag=Max("opgeslagen_op"))["dag"]
    return dag
