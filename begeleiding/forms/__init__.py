"""Input for guidance: ticking a step, the versions of the list, and who guides."""

from begeleiding.forms.lijst import LijststapForm, VersieForm, VersieWegForm, WegForm
from begeleiding.forms.stappen import GedaanForm, NvtForm, TerugForm, stapfeiten
from begeleiding.forms.trajecten import TrajectForm, TrajectWijzigForm

__all__ = [
    "GedaanForm",
    "LijststapForm",
    "NvtForm",
    "TerugForm",
    "TrajectForm",
    "TrajectWijzigForm",
    "VersieForm",
    "VersieWegForm",
    "WegForm",
    "stapfeiten",
]
