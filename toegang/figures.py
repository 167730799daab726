"""The register of processing: what the tables and domains declare, with who may read it (AVG, article 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kern.contract import Gegeven, Gevoeligheid, Verwerking
from kern.verwerkingen import Regel, regels
from toegang.models import Gebruiker, Organisatie, Rol
from toegang.rules import INZIEN, VERWEZEN, mag, van_gemeente

NOG_VAST_TE_STELLEN = "nog vast te stellen"
KOLOMMEN = (
    "domein",
    "verwerking",
    "doel",
    "grondslag",
    "betrokkenen",
    "gegevens",
    "bijzonder",
    "ontvangers",
    "bewaren",
    "maatregelen",
)
# What protects every processing; what is particular to one is declared there.
MAATREGELEN = (
    "Inloggen met een wachtzin en een tweede stap.",
    "Wie wat mag, staat in één tabel. De databank houdt per persoon tegen wat een rol niet mag zien.",
    "Elk gelezen dossier komt vooraf in een leeslog dat niemand kan wijzigen en dat elk uur wordt verzegeld.",
    "Van elke wijziging blijft staan wie die deed, wanneer, en wat er eerst stond.",
    "Persoonsgegevens staan niet in adressen, logregels, foutmeldingen of mail.",
    "Bladzijden met personen worden niet bewaard door de browser.",
)


@dataclass(frozen=True)
class Registerregel:
    """One processing as the register shows it. `open` tells that the municipality has something to confirm."""

    regel: Regel
    ontvangers: tuple[str, ...]

    @property
    def gewoon(self) -> list[Gegeven]:
        """The data that are ordinary."""
        return [gegeven for gegeven in self.regel.gegevens if gegeven.aard is Gevoeligheid.GEWOON]

    @property
    def gevoelig(self) -> list[Gegeven]:
        """Special data and national numbers, each with why."""
        return [gegeven for gegeven in self.regel.gegevens if gegeven.aard is not Gevoeligheid.GEWOON]

    @property
    def maatregelen(self) -> list[str]:
        """What protects this besides what protects all of it."""
        versleuteld = [f"Versleuteld bewaard: {naam}." for naam in dict.fromkeys(self.regel.versleuteld)]
        return [*self.regel.verwerking.maatregelen, *versleuteld]

    @property
    def open(self) -> bool:
        verwerking = self.regel.verwerking
        return not verwerking.bewaren or any(
            not stelling.bron for stelling in (*verwerking.grondslagen, *verwerking.bewaren)
        )

    def cellen(self) -> list[str]:
        """For a table, in the order of KOLOMMEN."""
        verwerking = self.regel.verwerking
        bewaren = [f"{deel.tekst} [{deel.bron or NOG_VAST_TE_STELLEN}]" for deel in verwerking.bewaren]
        return [
            self.regel.domein.label,
            verwerking.naam,
            verwerking.doel,
            " ".join(f"{deel.tekst} [{deel.bron or NOG_VAST_TE_STELLEN}]" for deel in verwerking.grondslagen),
            "; ".join(self.regel.betrokkenen),
            "; ".join(gegeven.naam for gegeven in self.regel.gegevens),
            " ".join(f"{deel.naam} ({deel.aard.value}): {deel.waarom}" for deel in self.gevoelig),
            "; ".join(self.ontvangers),
            " ".join(bewaren) or NOG_VAST_TE_STELLEN,
            " ".join((*MAATREGELEN, *self.maatregelen)),
        ]


def register() -> list[Registerregel]:
    """All processings, in the order of the domains."""
    return [
        Registerregel(regel, tuple(_ontvangers(regel.domein.code, regel.verwerking))) for regel in regels()
    ]


def _ontvangers(domein: str, verwerking: Verwerking) -> Iterator[str]:
    """The roles that may read it, as the table of rights says; partners within their referral."""
    for rol in Rol:
        iemand = Gebruiker(rol=rol)
        if van_gemeente(iemand):
            if mag(iemand, domein, verwerking.recht):
                yield rol.label
        elif verwerking.partners and mag(iemand, domein, _van_partner(verwerking)):
            yield f"{rol.label}, alleen wat is verwezen"
    if mag(Gebruiker(rol=Rol.PARTNER, beheert_organisatie=True), domein, verwerking.recht) and not mag(
        Gebruiker(rol=Rol.PARTNER), domein, verwerking.recht
    ):
        yield "Beheerder van een partner, alleen de eigen organisatie"


def _van_partner(verwerking: Verwerking) -> str:
    """What a partner needs to read it: in a domain the right to what was referred."""
    return VERWEZEN if verwerking.recht == INZIEN else verwerking.recht


def betrokken_organisaties() -> list[str]:
    """The organisations of which users may come in, by name."""
    return list(
        Organisatie.objects.filter(gebruiker__is_active=True).distinct().values_list("naam", flat=True)
    )
