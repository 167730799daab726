"""What is due in housing: the norm of practice from permit to key, and the months around an eighteenth birthday."""

from __future__ import annotations

from huisvesting.figures import termijnen as rijen
from kern.contract import Termijnregel

# Source: rekenregels H11. A norm of practice, not a law; later texts say ten weeks with the move in it.
_COA = "COA, richtlijn van veertien weken (norm, geen wet)"
_AMV = "Afspraak in huis: een woning zoeken begint met 17 jaar en 6 maanden"  # A4
TERMIJNREGELS = [
    Termijnregel(
        code="huisvesting.koppelen",
        label="COA koppelt aan de gemeente",
        soort="norm",
        bron=_COA,
        rijen=rijen.koppelen,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.woning",
        label="Woning vinden",
        soort="norm",
        bron=_COA,
        rijen=rijen.woning,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.verhuizen",
        label="Verhuizen en sleutel krijgen",
        soort="norm",
        bron=_COA,
        rijen=rijen.verhuizen,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.amv_zoeken",
        label="Beginnen met woning zoeken voor wie 18 wordt",
        soort="norm",
        bron=_AMV,
        rijen=rijen.amv_zoeken,
        keten="amv18",
    ),
    Termijnregel(
        code="huisvesting.amv_woning",
        label="Eigen woning op de 18e verjaardag",
        soort="plan",
        bron="Plan 2017-2018, hoofdstuk Huisvesting",
        rijen=rijen.amv_woning,
        keten="amv18",
    ),
]
