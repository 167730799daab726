"""The forms of signing in, in our words."""

from toegang.forms.aanmelden import (
    WOORDEN,
    EersteWachtzinForm,
    InlogForm,
    NieuweWachtzinForm,
    VergetenForm,
    VoorbeeldForm,
    WachtzinWijzigenForm,
)
from toegang.forms.factoren import (
    AppForm,
    BevestigWachtzinForm,
    CodeForm,
    OpnieuwCodeForm,
    SleutelForm,
    SleutelnaamForm,
)

__all__ = [
    "WOORDEN",
    "AppForm",
    "BevestigWachtzinForm",
    "CodeForm",
    "EersteWachtzinForm",
    "InlogForm",
    "NieuweWachtzinForm",
    "OpnieuwCodeForm",
    "SleutelForm",
    "SleutelnaamForm",
    "VergetenForm",
    "VoorbeeldForm",
    "WachtzinWijzigenForm",
]
