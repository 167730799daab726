"""All rows of a file looked at at once, against the case as it is now; nothing of the case changes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import connection

from kern.contract import Importsoort, Verwerker
from kern.register import register
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL
from uitwisseling.models import KOP, Inlezing, Uitkomst

_SLOT = 0x1_4E1E  # of pg_advisory_xact_lock: two files of one kind follow each other


def soort_van(code: str) -> Importsoort:
    """The kind with this code. ValidationError when no domain reads it."""
    bekend = {soort.soort: soort for _domein, soort in register.importen()}
    if code not in bekend:
        raise ValidationError(
            f"De soort {code!r} kennen wij niet. Kies uit: {', '.join(bekend)}.", code="soort_onbekend"
        )
    return bekend[code]


def keur(inlezing: Inlezing, *, opslaan: bool = False) -> tuple[Werk, Verwerker]:
    """Recognise, check and compare all staged rows, and set the counts on `inlezing` (saves no row)."""
    soort = soort_van(inlezing.soort)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_SLOT, inlezing.soort])
    inlezing.fouten.filter(bij_lezen=False).delete()
    inlezing.opzijgezet.all().delete()
    inlezing.verschillen.all().delete()
    werk = Werk(inlezing, soort, op=inlezing.op, gebruiker=inlezing.gebruiker, opslaan=opslaan)
    werk.leg_klaar()
    verwerker = soort.verwerker()
    verwerker.controleer(werk)
    werk.bepaal_uitkomst()
    _tel(inlezing, werk)
    return werk, verwerker


def _tel(inlezing: Inlezing, werk: Werk) -> None:
    aantallen = dict(werk.rijen(f"SELECT coalesce(uitkomst, 'fout'), count(*) FROM {TABEL} GROUP BY 1"))
    inlezing.gelezen = sum(aantallen.values())
    inlezing.aangemaakt = aantallen.get(Uitkomst.NIEUW, 0)
    inlezing.gewijzigd = aantallen.get(Uitkomst.GEWIJZIGD, 0)
    inlezing.ongewijzigd = aantallen.get(Uitkomst.ONGEWIJZIGD, 0)
    inlezing.met_fout = aantallen.get("fout", 0)
    inlezing.opzij = inlezing.opzijgezet.exclude(rij=KOP).values("rij").distinct().count()
