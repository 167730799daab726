"""Input for the shared case: it checks what was typed; the actions decide and save."""

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

__all__ = [
    "MEESTE_PERSONEN",
    "BasisPersonen",
    "GezinForm",
    "LedenForm",
    "PersonenFormSet",
    "PersoonForm",
    "PersoonWijzigForm",
    "VertrekForm",
]
