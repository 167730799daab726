"""What always holds of the budget and the ledger, asked of the whole database."""

from __future__ import annotations

from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Sum

from financien.figures.stand import NUL
from financien.models import Activiteit, Begrotingswijziging, Boeking, Inkomstenpost, Toedeling
from kern.contract import Bevinding
from kern.controles import bevinding


def begroting_sluit() -> Bevinding:
    """Lines whose amount is not persons × rate, and counter entries that do not net to zero in a pair."""
    keer = ExpressionWrapper(
        F("aantal") * F("tarief"), output_field=DecimalField(max_digits=24, decimal_places=2)
    )
    fout = Q(aantal__isnull=False, tarief__isnull=False) & ~Q(bedrag=keer)
    paar = Q(tegenpost__tegenpost=F("code"), tegenpost__bedrag=NUL - F("bedrag"))
    los = Inkomstenpost.objects.filter(tegenpost__isnull=False).exclude(
        pk__in=Inkomstenpost.objects.filter(paar).values("pk")
    )
    regels = (Inkomstenpost.objects.filter(fout), Activiteit.objects.filter(fout), los)
    return bevinding(*(rijen.values_list("code", flat=True) for rijen in regels))


def grootboek_sluit() -> Bevinding:
    """Entries whose parts are not together the entry, and changes of the budget that do not net to zero."""
    delen = Toedeling.objects.geldig().filter(boeking=OuterRef("pk"))
    som = delen.order_by().values("boeking").annotate(som=Sum("bedrag")).values("som")
    scheef = Boeking.objects.filter(Exists(delen)).exclude(bedrag=Subquery(som))
    uit_balans = Begrotingswijziging.objects.annotate(
        inkomsten=Sum("regels__bedrag", filter=Q(regels__inkomstenpost__isnull=False), default=NUL),
        rest=Sum("regels__bedrag", filter=Q(regels__inkomstenpost__isnull=True), default=NUL),
    ).exclude(inkomsten=F("rest"))
    return bevinding(scheef.values_list("boekstuk", flat=True), uit_balans.values_list("kenmerk", flat=True))
