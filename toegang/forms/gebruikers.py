"""Input for keeping users and organisations."""

from __future__ import annotations

from typing import Any

from django import forms

from kern.forms import BasisForm
from kern.indeling import indeling
from toegang.models import Gebruiker, Organisatie, Rol


class GebruikerForm(BasisForm[Gebruiker]):
    """A user as the functional manager keeps them: any role, any organisation."""

    class Meta:
        model = Gebruiker
        fields: tuple[str, ...] = ("naam", "email", "rol", "organisatie", "beheert_organisatie")

    helper = indeling(
        ("naam", "wi-v3"),
        ("email", "wi-v3"),
        ("rol", "wi-v3"),
        ("organisatie", "wi-v3"),
        ("beheert_organisatie", "wi-v3"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].required = True
        if self.instance.pk:
            # another address would be another person's: withdraw this one and invite anew
            self.fields["email"].disabled = True

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        """A partner belongs to an organisation."""
        gegevens: dict[str, Any] = super().clean() or {}
        if gegevens.get("rol") == Rol.PARTNER and not gegevens.get("organisatie"):
            self.add_error("organisatie", "Kies de organisatie van deze partner.")
        if gegevens.get("beheert_organisatie") and gegevens.get("rol") != Rol.PARTNER:
            self.add_error("beheert_organisatie", "Alleen een partner beheert de eigen organisatie.")
        return gegevens


class CollegaForm(GebruikerForm):
    """A user as the manager of a partner keeps them: always a partner of the own organisation."""

    class Meta(GebruikerForm.Meta):
        fields = ("naam", "email")

    helper = indeling(("naam", "wi-v3"), ("email", "wi-v3"))

    def validate_unique(self) -> None:
        """Not judged here: it would tell whether an address has an account elsewhere."""

    def clean(self) -> dict[str, Any]:
        """Role and organisation are not asked, so not judged."""
        return forms.ModelForm.clean(self) or {}


class OrganisatieForm(BasisForm[Organisatie]):
    """An organisation outside the plan, or another role of one."""

    class Meta:
        model = Organisatie
        fields = ("naam", "rol")

    helper = indeling(("naam", "wi-v3"), ("rol", "wi-v3"))
