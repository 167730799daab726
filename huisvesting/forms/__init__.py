"""Input for huisvesting: it checks what was typed; the actions decide and save."""

from huisvesting.forms.opgave import NieuweOpgaveForm, OpgaveForm, UitruilForm
from huisvesting.forms.wonen import BeeindigForm, PlaatsForm, VerwachtingForm, WoningForm

__all__ = [
    "BeeindigForm",
    "NieuweOpgaveForm",
    "OpgaveForm",
    "PlaatsForm",
    "UitruilForm",
    "VerwachtingForm",
    "WoningForm",
]
