"""Who read what: the rows of the read log with the names that belong to their keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Count, Max, Min, Q, Value

from dossiers.models import Doorverwijzing, Statushouder
from kern.volgorde import Deel, Reeks, Volgorde
from toegang.models import Gebruiker, Leeshandeling, Leesregel, Organisatie, Rol
from toegang.models.leeslog import KLOK, LeesregelQuerySet

TWEE_WEKEN = timedelta(days=14)
# The log grows at its end only, so its key is the order in which things were read.
NIEUWSTE_EERST = Volgorde((Reeks(("id",), (Deel(("id",)),), aflopend=True),))


@dataclass(frozen=True)
class Namen:
    """The names behind the opaque keys of some rows; what is gone has none."""

    gebruikers: Mapping[int, Gebruiker]
    organisaties: Mapping[int, Organisatie]

    def wie(self, regel: Leesregel) -> str:
        """Who read it."""
        if regel.gebruiker is None:
            return "De gemeente"
        gebruiker = self.gebruikers.get(regel.gebruiker)
        return str(gebruiker) if gebruiker else f"Gebruiker {regel.gebruiker}, niet meer bekend"

    def als(self, regel: Leesregel) -> str:
        """For which organisation and in which role, at that moment."""
        if regel.gebruiker is None:
            return "met een opdracht op de server"
        organisatie = self.organisaties.get(regel.organisatie) if regel.organisatie else None
        if regel.rol == Rol.PARTNER:
            return str(organisatie or "Partner")
        rol = Rol(regel.rol).label if regel.rol in Rol.values else "rol niet bewaard"
        return f"{organisatie or 'Gemeente'}, {rol[:1].lower()}{rol[1:]}"


@dataclass(frozen=True)
class Samenvatting:
    """How many people saw a dossier, and how often."""

    mensen: int
    keer: int


@dataclass(frozen=True)
class Organisatielezing:
    """What one organisation saw of a dossier, for who asks it about themselves: no names of employees."""

    organisatie: str
    keer: int
    eerst: datetime
    laatst: datetime
    doelen: Sequence[str]


def sleutels_van(persoon: Statushouder) -> list[UUID]:
    """The keys by which this dossier was read: its own, and those of who went up in it; one query."""
    return [persoon.sleutel, *persoon.samengevoegd.values_list("sleutel", flat=True)]


def inzage(
    sleutels: Iterable[UUID], *, sinds: timedelta | None, alleen_bsn: bool = False
) -> LeesregelQuerySet:
    """What was read of this dossier, in the time up to now. What was refused is for the privacy officer."""
    regels = Leesregel.objects.over(sleutels)
    if sinds:
        regels = regels.filter(moment__gte=KLOK - Value(sinds))
    return regels.filter(handeling=Leeshandeling.BSN) if alleen_bsn else regels


def samengevat(regels: LeesregelQuerySet) -> Samenvatting:
    """How many people, and how often; one query."""
    geteld = regels.aggregate(mensen=Count("gebruiker", distinct=True), keer=Count("pk"))
    return Samenvatting(**geteld)


def per_organisatie(sleutels: Iterable[UUID]) -> list[Organisatielezing]:
    """Who saw this dossier since the beginning, by organisation, the last one first; three queries at most.

    Without an organisation it is the municipality itself, also where it read by a command.
    """
    van_verwijzing = Q(doorverwijzing__isnull=False)
    rijen = list(
        inzage(sleutels, sinds=None)
        .order_by()
        .values("organisatie")
        .annotate(
            keer=Count("pk"),
            eerst=Min("moment"),
            laatst=Max("moment"),
            doelen=ArrayAgg("doel", distinct=True, filter=~van_verwijzing, default=Value([])),
            verwijzingen=ArrayAgg("doorverwijzing", distinct=True, filter=van_verwijzing, default=Value([])),
        )
    )
    namen = Organisatie.objects.in_bulk({rij["organisatie"] for rij in rijen} - {None})
    verwezen = {sleutel for rij in rijen for sleutel in rij["verwijzingen"]}
    doelen = _doelen(verwezen)
    gevonden = [
        Organisatielezing(
            organisatie="Gemeente"
            if rij["organisatie"] is None
            else str(namen.get(rij["organisatie"], "Een organisatie die niet meer bekend is")),
            keer=rij["keer"],
            eerst=rij["eerst"],
            laatst=rij["laatst"],
            doelen=sorted(
                {*filter(None, rij["doelen"]), *(doelen[s] for s in rij["verwijzingen"] if s in doelen)}
            ),
        )
        for rij in rijen
    ]
    return sorted(gevonden, key=lambda rij: rij.laatst, reverse=True)


def namen_bij(regels: Iterable[Leesregel]) -> Namen:
    """The users and organisations of these rows; two queries at most."""
    regels = list(regels)
    gebruikers = {regel.gebruiker for regel in regels if regel.gebruiker}
    organisaties = {regel.organisatie for regel in regels if regel.organisatie}
    return Namen(
        Gebruiker.objects.in_bulk(gebruikers) if gebruikers else {},
        Organisatie.objects.in_bulk(organisaties) if organisaties else {},
    )


def doelen_van_verwijzing(regels: Iterable[Leesregel]) -> dict[int, str]:
    """What the referrals of these rows were for, by their key; one query, none without referrals."""
    return _doelen({regel.doorverwijzing for regel in regels if regel.doorverwijzing})


def _doelen(sleutels: Collection[int]) -> dict[int, str]:
    if not sleutels:
        return {}
    return dict(Doorverwijzing.objects.filter(pk__in=sleutels).order_by().values_list("pk", "doel"))


def dossiernummers(regels: Iterable[Leesregel]) -> dict[UUID, str]:
    """The numbers of the dossiers of these rows, for the privacy officer, who has no dossiers; one query.

    What does not exist, and never did, has no number.
    """
    sleutels = {regel.dossier for regel in regels if regel.dossier}
    if not sleutels:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sleutel, nummer FROM wi_dossiernummers(%s::uuid[])", [[str(s) for s in sleutels]]
        )
        return {UUID(str(sleutel)): nummer for sleutel, nummer in cursor.fetchall()}


def te_vragen() -> dict[str, list[Gebruiker]]:
    """Whom to ask about a look that looks wrong, and about access; one query."""
    rijen = Gebruiker.objects.filter(is_active=True, rol__in=[Rol.PRIVACY, Rol.COORDINATOR]).order_by("naam")
    gevonden: dict[str, list[Gebruiker]] = {Rol.PRIVACY: [], Rol.COORDINATOR: []}
    for gebruiker in rijen:
        gevonden[gebruiker.rol].append(gebruiker)
    return gevonden
