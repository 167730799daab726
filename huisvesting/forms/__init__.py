"""Input for huisvesting: it checks what was typed; the actions decide and save."""

from huisvesting.forms.aanbod import BiedAanForm, ContractForm, StapForm, TerugForm, aanbodfeiten, gedaan
from huisvesting.forms.mogelijk import AfspraakForm, MogelijkeWoningForm, WordtWoningForm
from huisvesting.forms.opgave import NieuweOpgaveForm, OpgaveForm, UitruilForm
from huisvesting.forms.sturing import (
    NieuwStuurgetalForm,
    StuurgetalForm,
    ToezichtstapDoorhaalForm,
    ToezichtstapForm,
    stapfeiten,
)
from huisvesting.forms.telling import OvernameForm
from huisvesting.forms.wonen import BeeindigForm, PlaatsForm, VerwachtingForm, WoningForm

__all__ = [
    "AfspraakForm",
    "BeeindigForm",
    "BiedAanForm",
    "ContractForm",
    "MogelijkeWoningForm",
    "NieuwStuurgetalForm",
    "NieuweOpgaveForm",
    "OpgaveForm",
    "OvernameForm",
    "PlaatsForm",
    "StapForm",
    "StuurgetalForm",
    "TerugForm",
    "ToezichtstapDoorhaalForm",
    "ToezichtstapForm",
    "UitruilForm",
    "VerwachtingForm",
    "WoningForm",
    "WordtWoningForm",
    "aanbodfeiten",
    "gedaan",
    "stapfeiten",
]
