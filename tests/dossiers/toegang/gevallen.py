"""Random cases of who is shielded, referred, named and in which family, on days around 1 May 2017.

The persons, families and users are made once. What differs between two cases is saved in bulk: that is
what keeps the property test quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dossiers.models import Doorverwijzing, Gezin, Gezinslid, Inzagerecht, Statushouder
from tests.dossiers.factories import GezinFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import ContactFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Organisatie, Rol

MEI = date(2017, 5, 1)
# two persons for the one family and one for the other: more tells no more of a rule about one dossier
PERSONEN, ORGANISATIES, GEZINNEN = 3, 2, 2


def dagen(*rond: int | None) -> st.SearchStrategy[date | None]:
    """One of these numbers of days from 1 May; None is no day. What stands twice comes twice as often."""
    return st.sampled_from([None if n is None else MEI + timedelta(days=n) for n in rond])


# Near the day and mostly in force, or nearly no referral and no name would open anything.
BEGIN, EINDE = dagen(-2, -1, 0, 0, 1), dagen(None, None, -1, 0, 1)
DOMEINEN = st.lists(st.sampled_from(["dossiers", "huisvesting", "financien"]), min_size=1, unique=True)
# eighteen on the day, the day after it, and unknown
GEBOREN = st.sampled_from([date(1980, 1, 1), date(1999, 5, 1), date(1999, 5, 2), None])

Gegevens = Mapping[str, Any]
persoon_gegevens = st.tuples(
    *[
        st.fixed_dictionaries(
            {
                "geboren": GEBOREN,
                "afgeschermd": st.sampled_from([False, False, True]),
                "van": BEGIN,
                "tot": EINDE,
            }
        )
    ]
    * PERSONEN
)
verwijzing_gegevens = st.lists(
    st.fixed_dictionaries(
        {
            "wie": st.tuples(st.just("gezin"), st.integers(0, GEZINNEN - 1))
            | st.tuples(st.just("statushouder"), st.integers(0, PERSONEN - 1)),
            "organisatie": st.integers(0, ORGANISATIES - 1),
            "domeinen": DOMEINEN,
            "van": BEGIN,
            "tot_en_met": dagen(-1, 0, 0, 1, 2),
            "aangenomen_op": dagen(None, -1, -1, 0, 0, 1),
            "beeindigd_op": EINDE,
        }
    ),
    min_size=2,
    max_size=6,
)
# one of each role, a second partner, and who is named in each shielded dossier
GEBRUIKERS = [*Rol.values, Rol.PARTNER, Rol.KLANTREGISSEUR]
_ZIEN = {Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.CONSULENT, Rol.PARTNER}
MET_DOSSIERS = [nummer for nummer, rol in enumerate(GEBRUIKERS) if rol in _ZIEN]
recht_gegevens = st.lists(
    st.fixed_dictionaries(
        {
            "persoon": st.integers(0, PERSONEN - 1),
            "gebruiker": st.sampled_from([*range(len(GEBRUIKERS)), *MET_DOSSIERS]),
            "van": BEGIN,
            "tot": dagen(None, 0, 0, 1),
        }
    ),
    min_size=1,
    max_size=6,
)


@dataclass
class Wereld:
    """What all cases have: nobody referred, shielded or in a family yet."""

    organisaties: list[Organisatie]
    gezinnen: list[Gezin]
    gebruikers: list[Gebruiker]
    personen: list[Statushouder]


@dataclass
class Geval:
    """What there is in one case; the rows as they were saved."""

    gebruikers: list[Gebruiker]
    personen: list[Statushouder]
    lidmaatschappen: list[Gezinslid]
    verwijzingen: list[Doorverwijzing] = field(default_factory=list)
    rechten: list[Inzagerecht] = field(default_factory=list)


def maak_wereld() -> Wereld:
    organisaties = OrganisatieFactory.create_batch(ORGANISATIES)
    van_partner = iter(organisaties)
    gebruikers = [
        GebruikerFactory(rol=rol, organisatie=next(van_partner) if rol == Rol.PARTNER else None)
        for rol in GEBRUIKERS
    ]
    personen = StatushouderFactory.create_batch(PERSONEN)
    for persoon in personen:
        ContactFactory(statushouder=persoon, domein="huisvesting", zichtbaarheid="betrokken")
    return Wereld(organisaties, GezinFactory.create_batch(GEZINNEN), gebruikers, personen)


def maak_geval(
    wereld: Wereld,
    personen: Iterable[Gegevens],
    verwijzingen: Iterable[Gegevens],
    rechten: Iterable[Gegevens],
) -> Geval:
    """Save a case, and read again what others might remember something on: the persons and users."""
    geval = Geval(
        gebruikers=list(Gebruiker.objects.filter(pk__in=[g.pk for g in wereld.gebruikers]).order_by("pk")),
        personen=_personen(wereld, personen),
        lidmaatschappen=_lidmaatschappen(wereld, personen),
    )
    geval.verwijzingen = Doorverwijzing.objects.bulk_create(_verwijzingen(wereld, verwijzingen))
    geval.rechten = Inzagerecht.objects.bulk_create(_rechten(geval, rechten))
    return geval


def _personen(wereld: Wereld, gegevens: Iterable[Gegevens]) -> list[Statushouder]:
    for persoon, g in zip(wereld.personen, gegevens, strict=True):
        persoon.geboren_vroegst = persoon.geboren_laatst = g["geboren"]
        persoon.afgeschermd = g["afgeschermd"]
    velden = ["geboren_vroegst", "geboren_laatst", "afgeschermd"]
    Statushouder.objects.bulk_update(wereld.personen, velden)
    return list(Statushouder.objects.order_by("pk"))


def _lidmaatschappen(wereld: Wereld, gegevens: Iterable[Gegevens]) -> list[Gezinslid]:
    return Gezinslid.objects.bulk_create(
        Gezinslid(
            gezin=wereld.gezinnen[nummer % GEZINNEN],
            statushouder=wereld.personen[nummer],
            rol="overig",
            van=g["van"],
            tot=g["tot"],
        )
        for nummer, g in enumerate(gegevens)
        if _kan(g)
    )


def _verwijzingen(wereld: Wereld, gegevens: Iterable[Gegevens]) -> list[Doorverwijzing]:
    gekozen: list[Doorverwijzing] = []
    for g in gegevens:
        soort, nummer = g["wie"]
        laatste = max(g["van"], g["tot_en_met"])
        nieuw = Doorverwijzing(
            **{soort: (wereld.gezinnen if soort == "gezin" else wereld.personen)[nummer]},
            organisatie=wereld.organisaties[g["organisatie"]],
            domeinen=g["domeinen"],
            doel="begeleiding",
            van=g["van"],
            tot_en_met=laatste,
            gevraagd_op=g["van"],
            aangenomen_op=min(g["aangenomen_op"], laatste) if g["aangenomen_op"] else None,
            beeindigd_op=g["beeindigd_op"],
            einde="ingetrokken" if g["beeindigd_op"] else "",
            kaart={},
        )
        if not any(_staat_er_al(nieuw, ander) for ander in gekozen):
            gekozen.append(nieuw)
    return gekozen


def _rechten(geval: Geval, gegevens: Iterable[Gegevens]) -> list[Inzagerecht]:
    """Those of the case, and of each shielded dossier the one without an end that the database wants."""
    *_rest, houder = geval.gebruikers
    gekozen = {
        (persoon.pk, houder.pk, date(2017, 1, 1)): _recht(persoon, houder, date(2017, 1, 1), None)
        for persoon in geval.personen
        if persoon.afgeschermd
    }
    for g in gegevens:
        persoon, gebruiker = geval.personen[g["persoon"]], geval.gebruikers[g["gebruiker"]]
        if _kan(g):
            recht = _recht(persoon, gebruiker, g["van"], g["tot"])
            gekozen.setdefault((persoon.pk, gebruiker.pk, recht.van), recht)
    return list(gekozen.values())


def _recht(persoon: Statushouder, gebruiker: Gebruiker, van: date, tot: date | None) -> Inzagerecht:
    return Inzagerecht(statushouder=persoon, gebruiker=gebruiker, van=van, tot=tot, reden="behandelaar")


def _kan(gegevens: Gegevens) -> bool:
    """Does the period begin before it ends?"""
    return gegevens["tot"] is None or gegevens["tot"] > gegevens["van"]


def _staat_er_al(een: Doorverwijzing, ander: Doorverwijzing) -> bool:
    """The same, asked of the same organisation, on a day of both: the database keeps one."""
    zelfde = (een.statushouder_id, een.gezin_id, een.organisatie_id) == (
        ander.statushouder_id,
        ander.gezin_id,
        ander.organisatie_id,
    )
    samen = een.van <= ander.tot_en_met and ander.van <= een.tot_en_met
    return zelfde and samen and een.beeindigd_op is None and ander.beeindigd_op is None
