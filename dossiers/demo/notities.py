"""What a caseworker of the demonstration wrote down: notes, tasks and signals without a name in them."""

from __future__ import annotations

from dataclasses import dataclass

from dossiers.models import Contactsoort

_T, _B, _G = Contactsoort.TELEFOON, Contactsoort.BEZOEK, Contactsoort.GESPREK
_N, _M, _P = Contactsoort.NOTITIE, Contactsoort.BERICHT, Contactsoort.BRIEF


@dataclass(frozen=True)
class Notitie:
    """A contact: how, about which domain, what was written, and whether an interpreter helped."""

    soort: str
    domein: str
    tekst: str
    met_tolk: bool = False


NOTITIES = (
    Notitie(
        _G, "dossiers", "Kennisgemaakt. Uitgelegd wie wat doet en wanneer we elkaar weer zien.", met_tolk=True
    ),
    Notitie(
        _T, "huisvesting", "Gebeld over de sleutel. De verhuurder verwacht ons om tien uur bij de woning."
    ),
    Notitie(
        _B, "huisvesting", "Samen de woning bekeken. De verwarming doet het; de bel nog niet.", met_tolk=True
    ),
    Notitie(_N, "dossiers", "Inschrijving in de BRP is rond. Kopie van de verblijfspas zit in het dossier."),
    Notitie(
        _M, "dossiers", "Gevraagd om de brief van de zorgverzekeraar mee te nemen naar het volgende gesprek."
    ),
    Notitie(
        _G, "dossiers", "Formulieren voor toeslagen ingevuld. De bankrekening is geopend.", met_tolk=True
    ),
    Notitie(
        _T, "dossiers", "De huisarts heeft plek. Eerste afspraak staat, tolk is geregeld door de praktijk."
    ),
    Notitie(
        _B, "dossiers", "Op huisbezoek geweest. Het gaat goed; er zijn vragen over de post.", met_tolk=True
    ),
    Notitie(_N, "dossiers", "Vrijwilliger gaat elke dinsdagmiddag langs om te helpen met de post."),
    Notitie(_G, "dossiers", "Gesproken over taalles. Gaat liever in de avond dan overdag."),
    Notitie(_T, "huisvesting", "De huur van deze maand is dubbel afgeschreven. De verhuurder zoekt het uit."),
    Notitie(_M, "dossiers", "Bevestigd dat de fiets opgehaald kan worden bij de fietsenwerkplaats."),
    Notitie(_P, "dossiers", "Brief van DUO ontvangen over de inburgering. Samen besproken wat erin staat."),
    Notitie(
        _G, "dossiers", "Wil graag werken, liefst in een keuken. Heeft thuis zes jaar gekookt.", met_tolk=True
    ),
    Notitie(_T, "dossiers", "Belde zelf, in het Nederlands: kan morgen niet, komt donderdag."),
    Notitie(_N, "huisvesting", "Meubels zijn geleverd. De gordijnen volgen volgende week."),
    Notitie(_B, "dossiers", "De wasmachine is aangesloten; uitgelegd hoe hij werkt.", met_tolk=True),
    Notitie(_M, "dossiers", "Foto van de energierekening gekregen; de aanmaning was een vergissing."),
    Notitie(_G, "dossiers", "Plan voor de komende maanden gemaakt: taal, vrijwilligerswerk, zwemles."),
    Notitie(_T, "dossiers", "Gesproken over de aanvraag voor gezinshereniging. De IND vraagt nog een akte."),
)
AFSPRAKEN = (
    Notitie(
        _G, "dossiers", "Afspraak op het gemeentehuis: hoe gaat het na de eerste maanden?", met_tolk=True
    ),
    Notitie(_B, "huisvesting", "Afspraak in de woning met de verhuurder over de verwarming."),
    Notitie(_G, "dossiers", "Afspraak met de vrijwilliger over het taalcafé."),
)
TAKEN = (
    "Bel de zorgverzekeraar over de eerste rekening",
    "Vraag de kopie van de geboorteakte op",
    "Regel een tolk voor het gesprek",
    "Controleer of de huurtoeslag is aangevraagd",
    "Maak een afspraak bij de huisarts",
)
SIGNALEN = (
    ("Komt de laatste weken vaak te laat op school en is erg moe.", "Intern begeleider van de basisschool"),
    ("Er ligt een stapel ongeopende post. De huur lijkt niet betaald.", "Vrijwilliger"),
    ("Is drie keer niet bij de taalles geweest en neemt de telefoon niet op.", "Docent van de taalschool"),
)
