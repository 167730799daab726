"""Loading the plan: every domain checks its sections first; only a file without faults is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction

from kern import schrijfwijze
from kern.contract import Controle, Domein, Laadtelling
from kern.models import Bronverschil
from kern.plan import Planbestand, Planfout
from kern.register import register

# Any fixed number of our own: two loaders at once wait for each other instead of colliding.
_SLOT = 7_169_410_026


@dataclass(frozen=True)
class Geladen:
    """What loading came to: the rows it touched, the sums that hold, the source's contradictions."""

    kenmerk: str
    sha256: str
    telling: Laadtelling
    controles: list[Controle]
    opmerkingen: list[Bronverschil]


def laad(pad: Path, domeinen: Iterable[Domein]) -> Geladen:
    """Load the plan file at `pad` for these domains, all or nothing.

    Planfout when it cannot be read, a key is wrong or a sum does not hold: then nothing is written.
    Sections that no domain reads are left for the domain that will.
    """
    delen = [domein.plan for domein in domeinen if domein.plan]
    bestand = Planbestand.open(pad)
    controles = [controle for deel in delen for controle in deel.lees(bestand)]
    for controle in controles:
        if not controle.ok:
            bestand.fout(controle.code, _zin(controle))
    if bestand.fouten:
        raise Planfout(bestand.fouten)
    telling = Laadtelling()
    with transaction.atomic():
        _wacht_op_beurt()
        for deel in delen:
            telling += deel.laad(bestand)
        register.werk_onderwerpen_bij()
    return Geladen(
        kenmerk=bestand.tabel("plan").tekst("kenmerk"),
        sha256=bestand.sha256,
        telling=telling,
        controles=controles,
        opmerkingen=list(Bronverschil.objects.all()),
    )


def kort(waarde: int | str | Decimal) -> str:
    """A count, or an amount without cents where it has none: 52.141, 7.812,50."""
    getal = Decimal(waarde)
    if getal != getal.to_integral_value():
        return schrijfwijze.bedrag(getal)
    return schrijfwijze.getal(int(getal))


def _zin(controle: Controle) -> str:
    return f"{kort(controle.verwacht)} klopt niet, {controle.som} = {kort(controle.berekend)}"


def _wacht_op_beurt() -> None:
    """Held until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SLOT])
