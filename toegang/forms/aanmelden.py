"""The forms of signing in, in our words: labels, hints and faults; no placeholders. And one to show."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.core.exceptions import ValidationError

from kern.foutwoorden import gebruik_onze_woorden
from kern.invoer import BedragVeld, DatumVeld

HINT = "Minstens 14 tekens. Een zin mag ook."
# Code of Django's password validators → what we say instead; theirs speak of a password.
WOORDEN = {
    "password_too_short": "Gebruik minstens 14 tekens.",
    "password_too_common": "Veel mensen gebruiken deze wachtzin. Kies een andere.",
    "wachtzin_te_bekend": "Deze wachtzin is te gemakkelijk te raden. Kies een zin die alleen u bedenkt.",
    "password_too_similar": "Deze wachtzin lijkt te veel op uw naam of e-mailadres. Kies een andere.",
}
VELDEN = {
    "login": ("E-mailadres", ""),
    "email": ("E-mailadres", ""),
    "password": ("Wachtzin", ""),
    "oldpassword": ("Huidige wachtzin", ""),
    "password1": ("Nieuwe wachtzin", HINT),
    "password2": ("Nieuwe wachtzin, nog een keer", ""),
    "code": ("Code", "6 cijfers uit uw app, of een van uw herstelcodes"),
    "name": ("Naam van deze sleutel", "Bijvoorbeeld: mijn telefoon"),
    "passwordless": ("Inloggen met alleen deze sleutel, zonder wachtzin", ""),
    "credential": ("", ""),
}
LEEG = {
    "login": "Vul uw e-mailadres in.",
    "email": "Vul uw e-mailadres in.",
    "password": "Vul uw wachtzin in.",
    "oldpassword": "Vul uw huidige wachtzin in.",
    "password1": "Vul een nieuwe wachtzin in.",
    "password2": "Vul de nieuwe wachtzin nog een keer in.",
    "code": "Vul de code in.",
    "name": "Geef deze sleutel een naam.",
    "credential": "Dit apparaat gaf geen antwoord. Probeer het opnieuw.",
}


class OnzeWoorden(forms.Form):
    """Mixin for allauth's forms, first in the list of bases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            gebruik_onze_woorden(veld)
            veld.label, veld.help_text = VELDEN[naam]
            if naam in LEEG:
                veld.error_messages["required"] = LEEG[naam]
            veld.widget.attrs.pop("placeholder", None)

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's, with our sentence where the fault is one of the password validators'; of those the first."""
        fouten = [
            ValidationError(WOORDEN.get(fout.code or "", fout.message), fout.code, fout.params)
            for fout in (error if isinstance(error, ValidationError) else ValidationError(error)).error_list
        ]
        super().add_error(field, ValidationError(fouten[:1] if fouten[0].code in WOORDEN else fouten))


class TweeKeer(OnzeWoorden):
    """A new passphrase, typed twice."""

    def clean(self) -> dict[str, Any]:
        """Both must be the same; ValidationError at the second."""
        # Past allauth's own clean, which says it of a password.
        schoon: dict[str, Any] = forms.Form.clean(self) or {}
        een, twee = schoon.get("password1"), schoon.get("password2")
        if een and twee and een != twee:
            self.add_error("password2", "De twee wachtzinnen zijn niet gelijk.")
        return schoon


class InlogForm(OnzeWoorden, allauth.LoginForm):  # type: ignore[misc]
    """E-mail address and passphrase."""


class VergetenForm(OnzeWoorden, allauth.ResetPasswordForm):  # type: ignore[misc]
    """The address that the mail goes to."""


class NieuweWachtzinForm(TweeKeer, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new passphrase by the link in the mail."""


class EersteWachtzinForm(TweeKeer, allauth.SetPasswordForm):  # type: ignore[misc]
    """A passphrase for who has none yet."""


class WachtzinWijzigenForm(TweeKeer, allauth.ChangePasswordForm):  # type: ignore[misc]
    """Another passphrase, by who knows the old one."""


class VoorbeeldForm(forms.Form):
    """One field of each kind, for the page that shows all components."""

    naam = forms.CharField(label="Naam van het gezin")
    vestiging = DatumVeld(label="Datum vestiging", help_text="Dag-maand-jaar")
    bedrag = BedragVeld(label="Bedrag in euro", help_text="Bijvoorbeeld 1.234,56")
    wijk = forms.ChoiceField(
        label="Wijk", choices=[("", "Kies een wijk"), ("centrum", "Centrum"), ("kerkehout", "Kerkehout")]
    )
    toelichting = forms.CharField(
        label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    tolk = forms.ChoiceField(
        label="Tolk nodig",
        choices=[("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik niet")],
        widget=forms.RadioSelect,
    )
    talen = forms.MultipleChoiceField(
        label="Talen",
        required=False,
        choices=[("ar", "Arabisch: العربية"), ("ti", "Tigrinya: ትግርኛ"), ("nl", "Nederlands")],
        widget=forms.CheckboxSelectMultiple,
    )
    akkoord = forms.BooleanField(label="De gegevens zijn gecontroleerd", required=False)

    @classmethod
    def met_een_fout(cls) -> VoorbeeldForm:
        """Filled in, with an amount in the English way."""
        ingevuld = {
            "naam": "Haddad",
            "vestiging": "28-3-2017",
            "bedrag": "1,234.56",
            "wijk": "centrum",
            "toelichting": "Gebeld, geen gehoor.",
            "tolk": "ja",
            "talen": ["ar"],
            "akkoord": "on",
        }
        return cls(ingevuld, use_required_attribute=False)
