"""The budget changes by a decision that nets to zero; carrying a year over is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from financien import rules
from financien.figures import NUL, Overheveling
from financien.models import Activiteit, Begrotingswijziging, Inkomstenpost, Soort, Wijzigingsregel
from kern.opmaak.scherm import euro
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker

NIET_TOEGEWEZEN = "-"


@dataclass(frozen=True)
class Wijziging:
    """What a decision adds to a line or takes from it; `regel` is its code, or NIET_TOEGEWEZEN."""

    regel: str
    bedrag: Decimal


def wijzig_begroting(
    *, kenmerk: str, omschrijving: str, op: date, regels: Sequence[Wijziging], door: Gebruiker
) -> Begrotingswijziging:
    """Record a decision, all of it or nothing. Activities and what is not allocated grow by what income grows.

    ValidationError: the amounts do not net to zero (code `som`, with what is missing), a line twice, a line that
    does not exist, a decision known already (on `kenmerk`), or an activity below what is spent and committed.
    """
    posten = set(Inkomstenpost.objects.values_list("code", flat=True))
    activiteiten = set(Activiteit.objects.values_list("code", flat=True))
    codes = [rij.regel for rij in regels]
    if onbekend := set(codes) - posten - activiteiten - {NIET_TOEGEWEZEN}:
        raise ValidationError(
            f"Kies een regel uit de lijst: {min(onbekend)} bestaat niet.", code="regel_onbekend"
        )
    if len(set(codes)) < len(codes):
        raise ValidationError("Kies elke regel één keer.", code="regel_dubbel")
    _op_nul(regels, posten)
    if Begrotingswijziging.objects.filter(kenmerk=kenmerk).exists():
        raise ValidationError({"kenmerk": "Er is al een besluit met dit kenmerk."})
    with transaction.atomic(), botsing_als_weigering(Wijzigingsregel, Begrotingswijziging):
        wijziging = Begrotingswijziging.objects.create(
            kenmerk=kenmerk, omschrijving=omschrijving, op=op, door=door
        )
        # In order of the code, so that two decisions do not wait for one another.
        Wijzigingsregel.objects.bulk_create(
            Wijzigingsregel(
                wijziging=wijziging,
                inkomstenpost_id=rij.regel if rij.regel in posten else None,
                activiteit_id=rij.regel if rij.regel in activiteiten else None,
                bedrag=rij.bedrag,
            )
            for rij in sorted(regels, key=lambda rij: rij.regel)
        )
    return wijziging


def _op_nul(regels: Sequence[Wijziging], posten: set[str]) -> None:
    erbij = sum((rij.bedrag for rij in regels if rij.regel in posten), NUL)
    eraf = sum((rij.bedrag for rij in regels if rij.regel not in posten), NUL)
    if erbij != eraf:
        raise ValidationError(
            f"De wijziging komt niet op nul uit: de inkomsten veranderen met {euro(erbij)} euro, de activiteiten en "
            f"niet toegewezen samen met {euro(eraf)} euro. Dat scheelt {euro(abs(erbij - eraf))} euro.",
            code="som",
        )


def hevel_over(
    overheveling: Overheveling, *, bedrag: Decimal, kenmerk: str, op: date, door: Gebruiker
) -> Begrotingswijziging:
    """Record the decision that this much of a year goes to the next: its line grows, and the year gets as much less.

    Over both years together nothing changes. ValidationError: before the year has ended (on `op`), nothing or
    less (on `bedrag`), decided already, or a plan without a line for it.
    """
    van, naar = overheveling.van, overheveling.naar
    if overheveling.post is None:
        raise ValidationError(f"De begroting heeft in {naar} geen regel voor een overheveling.")
    if not rules.mag_overhevelen(van, op):
        raise ValidationError(
            {"op": f"Het jaar {van} is dan nog niet voorbij. Kies een dag vanaf 1 januari {naar}."}
        )
    if bedrag <= 0:
        raise ValidationError({"bedrag": "Vul in hoeveel er overgaat: meer dan nul euro."})
    uit = rules.overheveling_uit(van)
    with transaction.atomic():
        post = Inkomstenpost.objects.select_for_update(no_key=True).get(code=overheveling.post.code)
        if Wijzigingsregel.objects.filter(inkomstenpost=post).exists():
            raise ValidationError(
                f"Over {post.omschrijving} is al besloten. Wijzig die met een begrotingswijziging."
            )
        Inkomstenpost.objects.get_or_create(
            code=uit,
            defaults={
                "jaar": van,
                "soort": Soort.CORRECTIE,
                "omschrijving": f"Overgeheveld naar {naar}",
                "bedrag": NUL,
            },
        )
        return wijzig_begroting(
            kenmerk=kenmerk,
            omschrijving=f"Overheveling van {van} naar {naar}",
            op=op,
            regels=[Wijziging(post.code, bedrag), Wijziging(uit, -bedrag)],
            door=door,
        )
