"""The key figures about homes, with the persons behind each."""

from __future__ import annotations

from dossiers.models import Statushouder, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.huishoudens import zoekend
from huisvesting.figures.woningen import tekort
from huisvesting.models import Plaatsing
from huisvesting.models.woning import PlaatsingQuerySet
from kern.contract import Peiling
from kern.leeftijd import uiterlijk_geboren


def amv_in_woning(peiling: Peiling) -> PlaatsingQuerySet:
    """AMVs who are certainly under 18 and live in an AMV home at the end of the peildatum."""
    rijen = (
        Plaatsing.objects.actueel()
        .lopend_op(peiling.peildatum)
        .filter(
            woning__amv_woning=True,
            statushouder__wijze_van_komst=WijzeVanKomst.AMV,
            statushouder__geboren_vroegst__gt=uiterlijk_geboren(18, peiling.peildatum),
        )
    )
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def woningzoekers(peiling: Peiling) -> StatushouderQuerySet:
    """The tenants of the households that need a home at the peildatum: the rows of the shortage."""
    huurders = [rij.huurder.pk for rij in zoekend(peiling.peildatum) if rij.vraagt_woning]
    rijen = Statushouder.objects.filter(pk__in=huurders)
    return rijen.met_inzage(peiling.gebruiker, "huisvesting") if peiling.gebruiker else rijen


def woningtekort(peiling: Peiling) -> int:
    """Homes short up to the end of the peildatum's year; negative when there are more than needed."""
    return tekort(peiling.peildatum).tekort
