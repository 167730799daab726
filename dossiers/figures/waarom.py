"""Why this user sees this dossier, and who else does: what is known of both, for `rules.waarom`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dossiers.models import Doorverwijzing, Gezinslid, Inzagerecht, Regie, Statushouder, Waarneming
from dossiers.rules.verwijzen import namen_van
from dossiers.rules.waarom import Bekend, Grond, Grondsoort, Spanne, Verwezen, gronden
from kern.register import register
from toegang.models import Gebruiker, Rol
from toegang.rules import BSN, INZIEN, VERWEZEN, Bereik, bereik, domeinen_met, mag, rollen_met

# The order of the lines: whose case it is first, then others by name, then whole roles.
_VOLGORDE = (
    Grondsoort.REGIE,
    Grondsoort.WAARNEMING,
    Grondsoort.VERWEZEN,
    Grondsoort.MANDAAT,
    Grondsoort.ROL,
)
# Grants of a whole role: everybody who has it stands in one line.
VAN_DE_ROL = frozenset({Grondsoort.MANDAAT, Grondsoort.ROL})


@dataclass(frozen=True)
class Toegang:
    """Who sees a dossier by the same grant; of a shielded one a user with all grants that it takes.

    `domeinen` are the codes of what they read in it, and `bsn` says whether they may ask for the BSN.
    """

    mensen: Sequence[Gebruiker]
    gronden: Sequence[Grond]
    domeinen: frozenset[str]
    bsn: bool


@dataclass(frozen=True, kw_only=True)
class _Rijen:
    """The rows behind the grants, of one user or of all."""

    genoemd: Sequence[Inzagerecht]
    leden: Sequence[Gezinslid]
    verwijzingen: Sequence[Doorverwijzing]
    regie: Sequence[Regie]
    waarneming: Sequence[Waarneming]


def waarom(persoon: Statushouder, gebruiker: Gebruiker, dag: date, *, vervangt: bool = True) -> list[Grond]:
    """The grants by which this user sees this dossier on `dag`; none where the dossier is not seen.

    Two queries for a partner, one for a shielded dossier, and one for who may cover for a colleague: a page
    that knows that this user does not says so. The assignments as the page has read them (`Domein.vooraf`).
    """
    hoever = bereik(gebruiker)
    regie = list(persoon.regie.all()) if hoever in {Bereik.ALLE, Bereik.VOLWASSENEN} else []
    verwezen = hoever == Bereik.VERWEZEN
    leden = list(Gezinslid.objects.filter(statushouder=persoon)) if verwezen else []
    rijen = _Rijen(
        genoemd=list(_genoemd(persoon).filter(gebruiker=gebruiker)) if persoon.afgeschermd else (),
        leden=leden,
        verwijzingen=list(_verwijzingen(persoon, leden).filter(organisatie=gebruiker.organisatie_id))
        if verwezen
        else (),
        regie=regie,
        waarneming=_waarneming(regie, dag, gebruiker) if vervangt else (),
    )
    return gronden(_bekend(persoon, gebruiker, dag, rijen), dag)


def wie_mag(persoon: Statushouder, dag: date) -> list[Toegang]:
    """Everybody who can sign in and sees this dossier on `dag`, by grant: told by `gronden`, as `waarom` is.

    For who may see the dossier. Four queries, one more where somebody has the case, and one for a shielded
    dossier; whatever the number of users.
    """
    leden, regie = list(Gezinslid.objects.filter(statushouder=persoon)), list(persoon.regie.all())
    rijen = _Rijen(
        genoemd=list(_genoemd(persoon)) if persoon.afgeschermd else (),
        leden=leden,
        verwijzingen=list(_verwijzingen(persoon, leden)),
        regie=regie,
        waarneming=_waarneming(regie, dag),
    )
    per_lijn: dict[tuple[object, ...], list[Gebruiker]] = defaultdict(list)
    redenen: dict[tuple[object, ...], list[Grond]] = {}
    for gebruiker in _mogelijk(persoon, rijen):
        eigen = gronden(_bekend(persoon, gebruiker, dag, rijen), dag)
        for samen in [eigen] if persoon.afgeschermd and eigen else [[grond] for grond in eigen]:
            lijn = _lijn(gebruiker, samen)
            per_lijn[lijn].append(gebruiker)
            redenen[lijn] = samen
    lijnen = [_toegang(mensen, redenen[lijn]) for lijn, mensen in per_lijn.items()]
    return sorted(lijnen, key=lambda lijn: _VOLGORDE.index(lijn.gronden[0].soort))


def _mogelijk(persoon: Statushouder, rijen: _Rijen) -> Iterable[Gebruiker]:
    """Users of whom the grants have to be looked at; one query."""
    partners = Q(rol=Rol.PARTNER, organisatie__in={rij.organisatie_id for rij in rijen.verwijzingen})
    wie = Q(rol__in=rollen_met("dossiers", INZIEN, met_partners=False)) | partners
    if persoon.afgeschermd:
        wie &= Q(pk__in={rij.gebruiker_id for rij in rijen.genoemd})
    gevonden: QuerySet[Gebruiker] = Gebruiker.objects.filter(wie, is_active=True)
    return gevonden.select_related("organisatie").order_by("naam", "pk")


def _lijn(gebruiker: Gebruiker, samen: Sequence[Grond]) -> tuple[object, ...]:
    """What everybody in a line has in common."""
    if len(samen) > 1:
        return (gebruiker.pk,)
    [grond] = samen
    if grond.soort in VAN_DE_ROL:
        return (grond.soort, gebruiker.rol)
    return (grond, gebruiker.organisatie_id if grond.soort == Grondsoort.VERWEZEN else gebruiker.pk)


def _toegang(mensen: Sequence[Gebruiker], samen: Sequence[Grond]) -> Toegang:
    een = mensen[0]  # all in a line have the same role
    if bereik(een) == Bereik.VERWEZEN:
        gedeeld = {code for grond in samen for code in grond.domeinen}
        domeinen = domeinen_met(een, VERWEZEN) & gedeeld
    else:
        domeinen = domeinen_met(een, INZIEN)
    onderwerpen = frozenset(domein.code for domein in register if domein.onderwerp)
    return Toegang(mensen, samen, domeinen & onderwerpen, mag(een, "dossiers", BSN))


def _bekend(persoon: Statushouder, gebruiker: Gebruiker, dag: date, rijen: _Rijen) -> Bekend:
    """What is known, without a judgement of what holds on the day; but the cover, which is asked of the day."""
    hoever = bereik(gebruiker)
    return Bekend(
        bereik=hoever,
        rol=gebruiker.get_rol_display(),
        geboren=persoon.geboren,
        # a dossier begins in the open work stock, or with whose case it is
        sinds=min((rij.van for rij in rijen.regie), default=None),
        afgeschermd=persoon.afgeschermd,
        opgegaan=persoon.samengevoegd_met_id is not None,
        genoemd=[
            Spanne(van=rij.van, tot=rij.tot, wat=rij.reden)
            for rij in rijen.genoemd
            if rij.gebruiker_id == gebruiker.pk
        ],
        verwezen=[
            _verwezen(rij, rijen.leden)
            for rij in rijen.verwijzingen
            if rij.organisatie_id == gebruiker.organisatie_id
        ]
        if hoever == Bereik.VERWEZEN
        else (),
        regie=[_spanne(rij) for rij in rijen.regie if rij.regisseur_id == gebruiker.pk],
        waarneming=[
            Spanne(van=rij.van, tot=rij.tot, wat=str(rij.afwezige))
            for rij in rijen.waarneming
            if rij.waarnemer_id == gebruiker.pk
        ],
    )


def _spanne(rij: Regie | Gezinslid) -> Spanne:
    return Spanne(van=rij.van, tot=rij.tot)


def _genoemd(persoon: Statushouder) -> QuerySet[Inzagerecht]:
    return Inzagerecht.objects.filter(statushouder=persoon)


def _waarneming(regie: Iterable[Regie], dag: date, waarnemer: Gebruiker | None = None) -> list[Waarneming]:
    """Who covers for whose case it is on the day; of one user only where that is a colleague."""
    wie = {
        rij.regisseur_id
        for rij in regie
        if rij.regisseur_id and rij.van <= dag and (rij.tot is None or rij.tot > dag)
    } - {waarnemer.pk if waarnemer else None}
    if not wie:
        return []
    rijen = Waarneming.objects.filter(afwezige__in=wie).select_related("afwezige")
    return list(rijen.filter(waarnemer=waarnemer) if waarnemer else rijen)


def _verwijzingen(persoon: Statushouder, leden: Iterable[Gezinslid]) -> QuerySet[Doorverwijzing]:
    """All referrals of this person and of the families that the person was ever in."""
    return Doorverwijzing.objects.filter(
        Q(statushouder=persoon) | Q(gezin__in={lid.gezin_id for lid in leden})
    ).select_related("organisatie")


def _verwezen(rij: Doorverwijzing, leden: Iterable[Gezinslid]) -> Verwezen:
    return Verwezen(
        organisatie=str(rij.organisatie),
        doel=rij.doel,
        grondslag=rij.get_grondslag_display(),
        onderwerpen=namen_van(rij.domeinen),
        domeinen=rij.domeinen,
        sleutel=rij.pk,
        van=rij.van,
        tot_en_met=rij.tot_en_met,
        aangenomen_op=rij.aangenomen_op,
        beeindigd_op=rij.beeindigd_op,
        lidmaatschappen=None
        if rij.gezin_id is None
        else [_spanne(lid) for lid in leden if lid.gezin_id == rij.gezin_id],
    )
