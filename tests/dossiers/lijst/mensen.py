"""Whose case somebody is, for the tests of the list."""

from datetime import date

from dossiers.models import Regie, Statushouder, Waarneming
from tests.dossiers.factories import StatushouderFactory


def van_regisseur(regisseur, **rest) -> Statushouder:
    """A person whose case is this caseworker's."""
    persoon = StatushouderFactory(**rest)
    Regie.objects.filter(statushouder=persoon).update(regisseur=regisseur)
    return persoon


def neemt_waar(waarnemer, afwezige, van=date(2017, 4, 24), tot=date(2017, 5, 8)) -> Waarneming:
    return Waarneming.objects.create(waarnemer=waarnemer, afwezige=afwezige, van=van, tot=tot)
