"""Why this user sees this dossier: what is known of both, for `rules.waarom`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from dossiers.models import Doorverwijzing, Gezinslid, Inzagerecht, Regie, Statushouder, Waarneming
from dossiers.rules.verwijzen import namen_van
from dossiers.rules.waarom import Bekend, Grond, Spanne, Verwezen, gronden
from toegang.models import Gebruiker
from toegang.rules import Bereik, bereik


def waarom(persoon: Statushouder, gebruiker: Gebruiker, dag: date, *, vervangt: bool = True) -> list[Grond]:
    """The grants by which this user sees this dossier on `dag`; none where the dossier is not seen.

    Two queries for a partner, one for a shielded dossier, and one for who may cover for a colleague: a page
    that knows that this user does not says so. The assignments as the page has read them (`Domein.vooraf`).
    """
    return gronden(_bekend(persoon, gebruiker, dag, vervangt), dag)


def _bekend(persoon: Statushouder, gebruiker: Gebruiker, dag: date, vervangt: bool) -> Bekend:
    """What is known, without a judgement of what holds on the day; but the cover, which is asked of the day."""
    hoever = bereik(gebruiker)
    van_gemeente = hoever in {Bereik.ALLE, Bereik.VOLWASSENEN}
    regie = list(persoon.regie.all()) if van_gemeente else []
    return Bekend(
        bereik=hoever,
        rol=gebruiker.get_rol_display(),
        geboren=persoon.geboren,
        afgeschermd=persoon.afgeschermd,
        opgegaan=persoon.samengevoegd_met_id is not None,
        genoemd=_genoemd(persoon, gebruiker) if persoon.afgeschermd else (),
        verwezen=_verwezen(persoon, gebruiker) if hoever == Bereik.VERWEZEN else (),
        regie=[_spanne(rij) for rij in regie if rij.regisseur_id == gebruiker.pk],
        waarneming=_waarneming(regie, gebruiker, dag) if vervangt else (),
    )


def _spanne(rij: Regie | Gezinslid) -> Spanne:
    return Spanne(van=rij.van, tot=rij.tot)


def _genoemd(persoon: Statushouder, gebruiker: Gebruiker) -> list[Spanne]:
    rijen = Inzagerecht.objects.filter(statushouder=persoon, gebruiker=gebruiker)
    return [Spanne(van=rij.van, tot=rij.tot, wat=rij.reden) for rij in rijen]


def _waarneming(regie: Iterable[Regie], gebruiker: Gebruiker, dag: date) -> list[Spanne]:
    """Of whom whose case it is on the day, where that is a colleague."""
    wie = {
        rij.regisseur_id
        for rij in regie
        if rij.regisseur_id and rij.van <= dag and (rij.tot is None or rij.tot > dag)
    } - {gebruiker.pk}
    if not wie:
        return []
    rijen = Waarneming.objects.filter(afwezige__in=wie, waarnemer=gebruiker).select_related("afwezige")
    return [Spanne(van=rij.van, tot=rij.tot, wat=str(rij.afwezige)) for rij in rijen]


def _verwezen(persoon: Statushouder, gebruiker: Gebruiker) -> list[Verwezen]:
    """All referrals to the own organisation of this person and of the families that the person was ever in."""
    leden = list(Gezinslid.objects.filter(statushouder=persoon))
    rijen = Doorverwijzing.objects.filter(
        Q(statushouder=persoon) | Q(gezin__in={lid.gezin_id for lid in leden}),
        organisatie=gebruiker.organisatie_id,
    ).select_related("organisatie")
    return [
        Verwezen(
            organisatie=str(rij.organisatie),
            doel=rij.doel,
            grondslag=rij.get_grondslag_display(),
            onderwerpen=namen_van(rij.domeinen),
            van=rij.van,
            tot_en_met=rij.tot_en_met,
            aangenomen_op=rij.aangenomen_op,
            beeindigd_op=rij.beeindigd_op,
            lidmaatschappen=None
            if rij.gezin_id is None
            else [_spanne(lid) for lid in leden if lid.gezin_id == rij.gezin_id],
        )
        for rij in rijen
    ]
