"""What of a person only the municipality reads: a partner does not need it to help somebody."""

from __future__ import annotations

from kern.contract import Gebruiker
from toegang.rules import van_gemeente

# Numbers of the state, the permit and the way of coming, and what shows an origin (G1, G3). A BSN is asked for by
# its own right. The day on which COA linked somebody tells of asylum, and is for the quota of the municipality.
ALLEEN_GEMEENTE = frozenset(
    {
        "bsn",
        "vnummer",
        "nationaliteit",
        "vergunning",
        "vergunning_op",
        "wijze_van_komst",
        "opvang",
        "coa_koppeldatum",
    }
)


def mag_veld(gebruiker: Gebruiker | None, veld: str) -> bool:
    """May this user read this field of a person whom they may see? None is the municipality."""
    return veld not in ALLEEN_GEMEENTE or gebruiker is None or van_gemeente(gebruiker)
