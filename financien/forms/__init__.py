"""Input of financien."""

from financien.forms.begroten import DrempelForm, OverhevelForm, VerklaarForm, WijzigingForm
from financien.forms.koppelen import MEESTE_DELEN, Beloofd, KoppelForm, MerkForm
from financien.forms.maanden import HeropenForm, SluitForm
from financien.forms.rekeningen import RekeningForm, StopRekeningForm
from financien.forms.verplichtingen import BeeindigForm, VerplichtingForm

__all__ = [
    "MEESTE_DELEN",
    "BeeindigForm",
    "Beloofd",
    "DrempelForm",
    "HeropenForm",
    "KoppelForm",
    "MerkForm",
    "OverhevelForm",
    "RekeningForm",
    "SluitForm",
    "StopRekeningForm",
    "VerklaarForm",
    "VerplichtingForm",
    "WijzigingForm",
]
