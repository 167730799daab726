"""By which rows of housing somebody is found: the home where they live, or that is promised or offered."""

from __future__ import annotations

from huisvesting.rules.adres import ADRES
from kern.contract import Vindplaats

# A home that was left, and an offer that came to nothing, tell of nobody any more.
VINDPLAATSEN = [
    Vindplaats(
        model="huisvesting.Woning",
        rijen="""
            SELECT p.woning_id FROM huisvesting_plaatsing p
            WHERE p.statushouder_id = ANY (verborgen) AND (p.tot IS NULL OR p.tot > wi_dag())
            UNION ALL
            SELECT a.woning_id FROM huisvesting_aanbod a
            WHERE a.statushouder_id = ANY (huisgenoten)
              AND (a.geweigerd_op IS NULL OR a.geweigerd_op > wi_dag())
              AND (a.ingetrokken_op IS NULL OR a.ingetrokken_op > wi_dag())
              AND (a.contract_op IS NULL OR a.contract_op > wi_dag())
        """,
        kenmerk=ADRES.format(rij="r"),
    )
]
