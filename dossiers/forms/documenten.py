"""Input for documents; the action looks at the content and saves."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings

from dossiers.forms.vastleggen import DeelForm
from dossiers.models import Document
from dossiers.rules.bestanden import SOORTEN, TOEGESTAAN
from kern.indeling import indeling
from toegang.models import Gebruiker


class DocumentWijzigForm(DeelForm[Document]):
    """What is said of a document; its content stays as it is."""

    class Meta:
        model = Document
        fields = ("naam", "op", "domein", "zichtbaarheid")
        help_texts = {"op": "De dag van het document. Dag-maand-jaar"}

    helper = indeling(("naam", ""), ("op", "wi-v3"), ("domein", "wi-v3"), ("zichtbaarheid", "wi-v3"))

    @staticmethod
    def begin(vandaag: date, gebruiker: Gebruiker) -> dict[str, Any]:
        """A letter of today."""
        return {"op": vandaag}


class DocumentForm(DocumentWijzigForm):
    """A file for the dossier; the action looks at its content."""

    bestand = forms.FileField(
        label="Bestand",
        allow_empty_file=True,  # refused by the action, in its own words
        widget=forms.FileInput(
            {"accept": ",".join(uitgang for soort in SOORTEN for uitgang in soort.uitgangen)}
        ),
        error_messages={"required": "Kies een bestand.", "invalid": "Kies een bestand."},
    )

    class Meta(DocumentWijzigForm.Meta):
        help_texts = {**DocumentWijzigForm.Meta.help_texts, "naam": "Leeg: de naam van het bestand"}

    field_order = ("bestand", "naam", "op", "domein", "zichtbaarheid")
    helper = indeling(
        ("bestand", ""),
        ("naam", ""),
        ("op", "wi-v3"),
        ("domein", "wi-v3"),
        ("zichtbaarheid", "wi-v3"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].required = False
        self.fields["bestand"].help_text = f"{TOEGESTAAN}. Hoogstens {settings.DOCUMENT_MB} MB"
