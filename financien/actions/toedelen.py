"""Entries get their line, and are taken off it again.

Who comes second sees what the first did: entries are locked, and one that has a line is refused with that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Lower

from financien.figures.vanzelf import REGEL_BIJ, REGEL_KOLOMMEN
from financien.models import Activiteit, Boeking, Inkomstenpost, Toedeling, Verplichting, Wijze
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import euro
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


@dataclass(frozen=True)
class Deel:
    """A part of an entry: the code of its line, the amount with the sign of the ledger, why, and its commitment."""

    regel: str
    bedrag: Decimal
    waarom: str = ""
    verplichting: int | None = None


@dataclass(frozen=True)
class Keuze:
    """A whole entry (by key) for the line with this code, by way of a commitment where there is one."""

    boeking: int
    regel: str
    verplichting: int | None = None


def verdeel(boeking: Boeking, *, delen: Sequence[Deel], door: Gebruiker, op: date) -> list[Toedeling]:
    """Put an entry on one line or more, by hand; the parts are together the entry, to the cent.

    A part that names no commitment uses up the one whose number the entry bears, if that is of the same activity.

    ValidationError: the parts are not, a line is named twice or does not exist, a commitment that does not exist or is
    of another activity, or the entry has a line already (code `al_gekoppeld`), which the sentence names.
    """
    with transaction.atomic(), botsing_als_weigering(Toedeling):
        _bestaan({deel.verplichting for deel in delen})
        [rij] = _losse([boeking.pk])
        over = rij.bedrag - sum((deel.bedrag for deel in delen), Decimal(0))
        if over:
            wat = "Er moet nog {} euro bij." if (over > 0) == (rij.bedrag >= 0) else "Er is {} euro te veel."
            raise ValidationError(
                f"De delen zijn samen niet {euro(rij.bedrag)} euro. {wat.format(euro(abs(over)))}", code="som"
            )
        codes = [deel.regel for deel in delen]
        if len(set(codes)) < len(codes):
            raise ValidationError("Kies elke regel één keer.", code="regel_dubbel")
        posten, op_nummer = _inkomsten(codes), _op_nummer([rij])
        return Toedeling.objects.bulk_create(
            Toedeling(
                boeking=rij,
                inkomstenpost_id=deel.regel if deel.regel in posten else None,
                activiteit_id=None if deel.regel in posten else deel.regel,
                verplichting_id=deel.verplichting or op_nummer.get((rij.verplichting.lower(), deel.regel)),
                bedrag=deel.bedrag,
                waarom=deel.waarom,
                wijze=Wijze.HAND,
                op=op,
                door=door,
            )
            for deel in delen
        )


def koppel(
    keuzes: Sequence[Keuze], *, door: Gebruiker, op: date, wijze: Wijze = Wijze.VOORSTEL
) -> list[Toedeling]:
    """Put whole entries on their lines, all or none; a commitment that is not named follows as in `verdeel`.

    ValidationError as of `verdeel`.
    """
    with transaction.atomic(), botsing_als_weigering(Toedeling, Verplichting):
        _bestaan({keuze.verplichting for keuze in keuzes})
        per_boeking = {keuze.boeking: keuze for keuze in keuzes}
        posten = _inkomsten([keuze.regel for keuze in keuzes])
        rijen = _losse(list(per_boeking))
        op_nummer = _op_nummer(rijen)
        return Toedeling.objects.bulk_create(
            Toedeling(
                boeking=rij,
                inkomstenpost_id=keuze.regel if keuze.regel in posten else None,
                activiteit_id=None if keuze.regel in posten else keuze.regel,
                verplichting_id=keuze.verplichting or op_nummer.get((rij.verplichting.lower(), keuze.regel)),
                bedrag=rij.bedrag,
                wijze=wijze,
                op=op,
                door=door,
            )
            for rij in rijen
            for keuze in [per_boeking[rij.pk]]
        )


def koppel_vanzelf(*, door: Gebruiker | None, op: date) -> Counter[str]:
    """Put every loose entry on its line that has one by its commitment number or account now; how many on each line.

    For after a new account or commitment. Entries that were taken off a line stay loose: somebody said so.
    """
    kolommen = REGEL_KOLOMMEN
    # First the lock, in the order in which people take it, then a statement that sees what they did meanwhile.
    los = """FROM financien_boeking b WHERE NOT EXISTS (
        SELECT FROM financien_toedeling t WHERE t.boeking_id = b.id) ORDER BY b.id FOR NO KEY UPDATE"""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM (SELECT 1 {los}) x")  # noqa: S608  (constants)
        cursor.execute(
            f"""INSERT INTO financien_toedeling (versie, boeking_id, inkomstenpost_id, activiteit_id,
                verplichting_id, bedrag, wijze, waarom, op, door_id)
            SELECT 1, b.id, {kolommen["inkomstenpost"]}, {kolommen["activiteit"]}, {kolommen["verplicht"]}, b.bedrag,
                CASE WHEN vp.id IS NULL THEN %(rekening)s ELSE %(verplichting)s END, '', %(op)s, %(door)s
            FROM (SELECT b.* {los}) b
            {REGEL_BIJ.format(boeking="b")}
            WHERE vp.id IS NOT NULL OR rk.id IS NOT NULL ON CONFLICT DO NOTHING
            RETURNING coalesce(activiteit_id, inkomstenpost_id)""",  # noqa: S608  (constants)
            {
                "rekening": Wijze.REKENING,
                "verplichting": Wijze.VERPLICHTING,
                "op": op,
                "door": door.pk if door else None,
            },
        )
        return Counter(code for (code,) in cursor.fetchall())


def maak_los(boeking: Boeking, *, verwacht: Collection[int], door: Gebruiker, op: date) -> list[Toedeling]:
    """Take an entry off its lines: the allocations with the keys `verwacht`, which are all that it has.

    ValidationError when somebody did so before, or put it elsewhere; and in a closed month.
    """
    with transaction.atomic(), botsing_als_weigering(Toedeling):
        Boeking.objects.select_for_update(no_key=True).get(pk=boeking.pk)
        geldig = list(Toedeling.objects.geldig().filter(boeking=boeking))
        if {rij.pk for rij in geldig} != set(verwacht):
            nu = zo_staat_zij(boeking, geldig) if geldig else f"Boeking {boeking} heeft geen regel meer."
            raise ValidationError(f"Iemand anders was u voor. {nu}", code="verouderd")
        Toedeling.objects.filter(pk__in=verwacht).update(
            ongedaan_op=op, ongedaan_door=door, versie=F("versie") + 1
        )
    return geldig


def zo_staat_zij(boeking: Boeking, koppelingen: Sequence[Toedeling]) -> str:
    """Where an entry stands, and who put it there, in a sentence."""
    regels = " en ".join(str(rij.regel) for rij in koppelingen)
    eerste = koppelingen[0]
    wie = f"door {eerste.door.naam} " if eerste.door else ""
    return f"Boeking {boeking} staat bij {regels}, {wie}gekoppeld op {schrijf_datum(eerste.op)}."


def _losse(sleutels: Collection[int]) -> list[Boeking]:
    """These entries, locked. ValidationError when one has a line already."""
    rijen = list(Boeking.objects.select_for_update(no_key=True).filter(pk__in=sleutels).order_by("pk"))
    bezet = Toedeling.objects.geldig().filter(boeking__in=rijen)
    per_boeking: dict[int, list[Toedeling]] = {}
    for koppeling in bezet.select_related("activiteit", "inkomstenpost", "door").order_by("pk"):
        per_boeking.setdefault(koppeling.boeking_id, []).append(koppeling)
    if per_boeking:
        zinnen = [zo_staat_zij(rij, per_boeking[rij.pk]) for rij in rijen if rij.pk in per_boeking]
        raise ValidationError(
            [ValidationError(f"{zin} Er is nu niets veranderd.", code="al_gekoppeld") for zin in zinnen]
        )
    if len(rijen) < len(set(sleutels)):
        raise ValidationError("Een boeking is intussen teruggenomen met haar import.", code="weg")
    return rijen


def _bestaan(verplichtingen: Collection[int | None]) -> None:
    """ValidationError when one of these is no commitment; that it is of the same activity the database guards."""
    genoemd = {pk for pk in verplichtingen if pk is not None}
    if genoemd and Verplichting.objects.filter(pk__in=genoemd).count() < len(genoemd):
        raise ValidationError("Kies een verplichting uit de lijst.", code="verplichting_onbekend")


def _op_nummer(rijen: Collection[Boeking]) -> dict[tuple[str, str], int]:
    """The commitments whose number these entries bear: their keys by number in lower case and activity."""
    nummers = {rij.verplichting.lower() for rij in rijen if rij.verplichting}
    if not nummers:
        return {}
    gevonden = Verplichting.objects.annotate(klein=Lower("nummer")).filter(klein__in=nummers)
    return {(klein, str(regel)): pk for klein, regel, pk in gevonden.values_list("klein", "activiteit", "pk")}


def _inkomsten(codes: Collection[str]) -> set[str]:
    """Which of these codes are income lines. ValidationError for one that is no line."""
    posten = set(Inkomstenpost.objects.filter(code__in=codes).values_list("code", flat=True))
    activiteiten = set(Activiteit.objects.filter(code__in=codes).values_list("code", flat=True))
    onbekend = set(codes) - posten - activiteiten
    if onbekend:
        raise ValidationError("Kies een regel uit de lijst.", code="regel_onbekend")
    return posten
