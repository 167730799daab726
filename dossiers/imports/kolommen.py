"""The kind `personen`: its columns, as the command line promises them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from dossiers.imports.naast import naast
from dossiers.imports.personen import Personen, werk_afgeleide_bij
from dossiers.models import Geslacht, Opvang, Rol, Statushouder, Vergunning, WijzeVanKomst
from dossiers.models.nationaliteiten import nationaliteit_bij
from kern.contract import Celsoort, Importsoort, Kolom


def dossiers(pks: Collection[int]) -> QuerySet[Statushouder]:
    """The persons behind primary keys."""
    return Statushouder.objects.filter(pk__in=pks)


def _keuzes(waarden: list[str]) -> dict[str, str]:
    return {waarde.casefold(): waarde for waarde in waarden}


_DATUM = "Dag-maand-jaar."
KOLOMMEN = (
    Kolom("gezin", "Gezin", "Wat voor alle leden van een gezin hetzelfde is.", "G1"),
    Kolom(
        "rol",
        "Rol",
        "Zonder rol is de eerste rij van een gezin het hoofd.",
        "hoofd",
        soort=Celsoort.KEUZE,
        keuzes=_keuzes(Rol.values),
    ),
    Kolom("achternaam", "Achternaam", "Zonder voorvoegsel.", "Haddad", verplicht=True),
    Kolom("voorvoegsel", "Voorvoegsel", voorbeeld="van den", lengte=20),
    Kolom("voornamen", "Voornamen", voorbeeld="Rima"),
    Kolom(
        "geboortedatum",
        "Geboortedatum",
        "Dag-maand-jaar; 00 voor een dag of maand die u niet weet.",
        "14-02-1981",
        soort=Celsoort.GEBOORTEDATUM,
    ),
    Kolom("geslacht", "Geslacht", "M, V of O.", "V", soort=Celsoort.KEUZE, keuzes=_keuzes(Geslacht.values)),
    Kolom(
        "nationaliteit",
        "Nationaliteit",
        "De code uit de BRP, of de naam.",
        "Syrische",
        soort=Celsoort.KEUZE,
        keuzes=nationaliteit_bij(),
        goed="Een code uit de BRP zoals 0336, of de naam: Syrische.",
    ),
    Kolom("bsn", "BSN", "9 cijfers.", soort=Celsoort.BSN),
    Kolom("vnummer", "V-nummer", "10 cijfers.", "2741603318", soort=Celsoort.VNUMMER),
    Kolom(
        "wijze_van_komst",
        "Wijze van komst",
        voorbeeld="koppeling",
        soort=Celsoort.KEUZE,
        keuzes=_keuzes(WijzeVanKomst.values),
    ),
    Kolom(
        "vergunning",
        "Vergunning",
        "Leeg is asiel.",
        "asiel",
        soort=Celsoort.KEUZE,
        keuzes=_keuzes(Vergunning.values),
    ),
    Kolom("opvang", "Opvang", voorbeeld="azc", soort=Celsoort.KEUZE, keuzes=_keuzes(Opvang.values)),
    Kolom("vergunning_op", "Vergunning sinds", _DATUM, "12-01-2017", soort=Celsoort.DATUM),
    Kolom("coa_koppeldatum", "Koppeldatum", _DATUM, "06-02-2017", soort=Celsoort.DATUM),
    Kolom("gevestigd_op", "Gevestigd op", _DATUM, "28-03-2017", soort=Celsoort.DATUM),
    Kolom("brp_op", "In de BRP sinds", _DATUM, "30-03-2017", soort=Celsoort.DATUM),
    Kolom(
        "vertrokken_op",
        "Vertrokken op",
        "De eerste dag dat iemand hier niet meer woont.",
        soort=Celsoort.DATUM,
    ),
    Kolom(
        "regisseur",
        "Regisseur",
        "Het e-mailadres van een gebruiker; leeg is de werkvoorraad.",
        "m.dewit@wassenaar.example",
        soort=Celsoort.EMAIL,
        goed="Het e-mailadres van een collega die dossiers mag wijzigen, of een lege cel.",
    ),
)
PERSONEN = Importsoort(
    soort="personen",
    label="Personen",
    kolommen=KOLOMMEN,
    verwerker=Personen,
    sleutels=(("vnummer",), ("bsn",), ("voornamen", "geboortedatum")),
    rijnaam=("voornamen", "voorvoegsel", "achternaam"),
    dossiers=dossiers,
    na_herstel=werk_afgeleide_bij,
    naast=naast,
)
