"""What the first page of a partner reads of the families that it helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from dossiers.figures.inzage import domeinen_in
from dossiers.models import Signaal, Statushouder
from kern.contract import Gebruiker, Nodig
from kern.register import register
from partners.figures.standen import vragen
from partners.models import Vraag
from termijnen import figures as van_termijnen
from termijnen.models import Termijn

# What is due later than this is not yet of today's concern.
VOORUIT = timedelta(days=60)
# How long an answer stays on the page.
NAGEKEKEN = timedelta(days=30)
MEESTE_VRAGEN, MEESTE_SIGNALEN = 20, 20


@dataclass(frozen=True)
class Startwerk:
    """By person what has to be done and what is due; the questions of the organisation; signals that it may read."""

    nodig: Mapping[int, Sequence[Nodig]]
    termijnen: Mapping[int, Sequence[Termijn]]
    vragen: Sequence[Vraag]
    signalen: Sequence[Signaal]


def startwerk(gebruiker: Gebruiker, dag: date, personen: Sequence[Statushouder]) -> Startwerk:
    """All of it for these persons; the number of queries does not depend on theirs."""
    van_termijnen.samen(personen)
    per = {
        persoon.pk: [
            termijn
            for termijn in van_termijnen.open_van(persoon, dag, gebruiker)
            if termijn.uiterlijk <= dag + VOORUIT
        ]
        for persoon in personen
    }
    alle = vragen(gebruiker).filter(Q(beantwoord_op=None) | Q(beantwoord_op__gte=dag - NAGEKEKEN))
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).open().select_related("statushouder", "eigenaar")
    return Startwerk(
        nodig=_nodig(personen, gebruiker, dag),
        termijnen=per,
        vragen=list(alle[:MEESTE_VRAGEN]),
        signalen=list(signalen.order_by("antwoord_voor", "pk")[:MEESTE_SIGNALEN]),
    )


def _nodig(personen: Sequence[Statushouder], gebruiker: Gebruiker, dag: date) -> dict[int, list[Nodig]]:
    """What each domain that was referred says is needed, the first to do first."""
    codes = domeinen_in(personen, gebruiker)
    gevonden: dict[int, list[Nodig]] = {persoon.pk: [] for persoon in personen}
    for domein in register:
        van_deze = [persoon for persoon in personen if domein.code in codes[persoon.pk]]
        if domein.nodig and van_deze:
            for sleutel, nodig in domein.nodig(van_deze, gebruiker, dag).items():
                gevonden[sleutel].append(nodig)
    return {sleutel: sorted(rijen, key=lambda een: een.uiterlijk_op) for sleutel, rijen in gevonden.items()}
