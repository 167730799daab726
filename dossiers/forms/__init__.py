"""Input for the shared case: it checks what was typed; the actions decide and save."""

from dossiers.forms.afschermen import AfschermForm, InzageForm, OpheffenForm, WeghaalForm
from dossiers.forms.bewaard import BewaardfilterForm
from dossiers.forms.bsn import (
    BsnForm,
)
from dossiers.forms.documenten import (
    DocumentForm,
    DocumentWijzigForm,
)
from dossiers.forms.gezin import (
    MEESTE_PERSONEN,
    BasisPersonen,
    GezinForm,
    LedenForm,
    PersonenFormSet,
    PersoonForm,
    PersoonWijzigForm,
    VertrekForm,
)
from dossiers.forms.handelingen import (
    AntwoordForm,
    OverdraagForm,
    TaakHandelingForm,
    UitstelForm,
    doorhaalform,
)
from dossiers.forms.regie import (
    RegieForm,
    WaarnemingForm,
    WaarnemingIntrekkenForm,
)
from dossiers.forms.relaties import (
    RelatieBeeindigForm,
    RelatieForm,
)
from dossiers.forms.vastleggen import (
    ContactForm,
    Notitieformulier,
    SignaalForm,
    TaakForm,
)
from dossiers.forms.verwijzen import AfwijsForm, IntrekForm, VerwijsForm, ZekerForm
from dossiers.forms.vestiging import VestigingForm
from dossiers.forms.zoeken import ZoekForm

__all__ = [
    "MEESTE_PERSONEN",
    "AfschermForm",
    "AfwijsForm",
    "AntwoordForm",
    "BasisPersonen",
    "BewaardfilterForm",
    "BsnForm",
    "ContactForm",
    "DocumentForm",
    "DocumentWijzigForm",
    "GezinForm",
    "IntrekForm",
    "InzageForm",
    "LedenForm",
    "Notitieformulier",
    "OpheffenForm",
    "OverdraagForm",
    "PersonenFormSet",
    "PersoonForm",
    "PersoonWijzigForm",
    "RegieForm",
    "RelatieBeeindigForm",
    "RelatieForm",
    "SignaalForm",
    "TaakForm",
    "TaakHandelingForm",
    "UitstelForm",
    "VertrekForm",
    "VerwijsForm",
    "VestigingForm",
    "WaarnemingForm",
    "WaarnemingIntrekkenForm",
    "WeghaalForm",
    "ZekerForm",
    "ZoekForm",
    "doorhaalform",
]
