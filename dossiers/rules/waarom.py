"""Why somebody sees a dossier: each grant, on which basis, and until when. Told without a database.

It says the same as `zichtbaar_voor` from the other side, and a test holds the two equal: there is a grant
exactly when the person is seen. Source: design section 10; grounds of AVG art. 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dossiers.models import Grondslag
from kern.leeftijd import Geboortedatum, laatste_verjaardag
from toegang.rules import Bereik

VOLWASSEN = 18
TAAK = Grondslag.TAAK.label
MANDAAT = "Taak van de gemeente, met mandaat (AVG art. 6 lid 1 e)"
AFSCHERMING = "Alleen wie met naam is genoemd (AVG art. 32)"
ZOLANG_DE_ROL = "Zolang u deze rol heeft"
ZONDER_EINDE = "Geen einddatum"


class Grondsoort(StrEnum):
    """By what somebody sees a dossier."""

    ROL = "rol"
    MANDAAT = "mandaat"
    REGIE = "regie"
    WAARNEMING = "waarneming"
    VERWEZEN = "verwezen"
    GENOEMD = "genoemd"


@dataclass(frozen=True, kw_only=True)
class Grond:
    """A reason, its legal basis, and the days on which it holds, both inclusive.

    Without a last day `einde` says in words what ends it. `wat` speaks to the user; `over` is what it is
    about for others: for whom one covers, the purpose of a referral, the reason why one was named.
    `domeinen` are those that a referral names, and `verwijzing` is its key.
    """

    soort: Grondsoort
    wat: str
    grondslag: str
    over: str = ""
    domeinen: tuple[str, ...] = ()
    verwijzing: int | None = None
    van: date | None = None
    tot_en_met: date | None = None
    einde: str = ZONDER_EINDE


@dataclass(frozen=True, kw_only=True)
class Spanne:
    """From `van` to `tot` (exclusive; None: no end), with what it is about: a name, a reason, a key."""

    van: date
    tot: date | None = None
    wat: str = ""

    def loopt(self, dag: date) -> bool:
        """Does it run at the end of `dag`?"""
        return self.van <= dag and (self.tot is None or self.tot > dag)

    @property
    def tot_en_met(self) -> date | None:
        """The last day."""
        return self.tot - timedelta(days=1) if self.tot else None


@dataclass(frozen=True, kw_only=True)
class Verwezen:
    """A referral of this person, or of a family of which `lidmaatschappen` are this person's memberships."""

    organisatie: str
    doel: str
    grondslag: str
    onderwerpen: Sequence[str]
    domeinen: Sequence[str] = ()
    sleutel: int | None = None
    van: date
    tot_en_met: date
    aangenomen_op: date | None
    beeindigd_op: date | None = None
    lidmaatschappen: Sequence[Spanne] | None = None


@dataclass(frozen=True, kw_only=True)
class Bekend:
    """What is known of this user and this dossier. `rol` is the user's, in words; `sinds` its first day."""

    bereik: Bereik
    rol: str
    geboren: Geboortedatum
    sinds: date | None = None
    afgeschermd: bool = False
    opgegaan: bool = False
    genoemd: Sequence[Spanne] = ()
    verwezen: Sequence[Verwezen] = ()
    regie: Sequence[Spanne] = ()
    waarneming: Sequence[Spanne] = ()


def gronden(bekend: Bekend, dag: date) -> list[Grond]:
    """All grants that hold at the end of `dag`; none where the dossier is not seen."""
    if bekend.opgegaan:
        return []
    genoemd = [_genoemd(spanne) for spanne in bekend.genoemd if spanne.loopt(dag)]
    if bekend.afgeschermd and not genoemd:
        return []
    door_de_rol = _door_de_rol(bekend, dag)
    if not door_de_rol:
        return []
    return [*_eigen(bekend, dag), *door_de_rol, *(genoemd if bekend.afgeschermd else [])]


def laatste_dag(samen: Sequence[Grond]) -> date | None:
    """The last day on which these grants of one user give access, as they stand now; None without one.

    Of a shielded dossier it takes being named and a grant of the role: the first of the two to end. Of
    grants of one kind the last one counts.
    """
    genoemd = [grond.tot_en_met for grond in samen if grond.soort == Grondsoort.GENOEMD]
    eigen = {Grondsoort.REGIE, Grondsoort.WAARNEMING}  # not by itself a reason to see a dossier
    rest = [g.tot_en_met for g in samen if g.soort != Grondsoort.GENOEMD and g.soort not in eigen]
    groepen = [genoemd, rest] if genoemd or rest else [[grond.tot_en_met for grond in samen]]
    eindes = [max(groep) for groep in groepen if groep and None not in groep]  # type: ignore[type-var]
    return min(eindes, default=None)  # type: ignore[type-var]


def _door_de_rol(bekend: Bekend, dag: date) -> list[Grond]:
    """By the reach of the role."""
    if bekend.bereik == Bereik.VERWEZEN:
        return _verwezen(bekend, dag)
    if bekend.bereik == Bereik.VOLWASSENEN:
        return _volwassen(bekend, dag)
    return [_alle(bekend)] if bekend.bereik == Bereik.ALLE else []


def _alle(bekend: Bekend) -> Grond:
    wat = f"Uw rol is {bekend.rol.lower()}: u ziet alle dossiers die niet zijn afgeschermd."
    return Grond(soort=Grondsoort.ROL, wat=wat, grondslag=TAAK, einde=ZOLANG_DE_ROL)


def _eigen(bekend: Bekend, dag: date) -> list[Grond]:
    """Whose case it is: the user's own, or that of who is away."""
    regie = [
        Grond(
            soort=Grondsoort.REGIE,
            wat="U bent de regisseur van dit dossier.",
            grondslag=TAAK,
            van=spanne.van,
            tot_en_met=spanne.tot_en_met,
            einde="Tot een collega het overneemt",
        )
        for spanne in bekend.regie
        if spanne.loopt(dag)
    ]
    waarneming = [
        Grond(
            soort=Grondsoort.WAARNEMING,
            wat=f"U neemt waar voor {spanne.wat}.",
            over=spanne.wat,
            grondslag=TAAK,
            van=spanne.van,
            tot_en_met=spanne.tot_en_met,
        )
        for spanne in bekend.waarneming
        if spanne.loopt(dag)
    ]
    return regie + waarneming


def _volwassen(bekend: Bekend, dag: date) -> list[Grond]:
    """By mandate: from the day on which the person is certainly 18, and there is a dossier."""
    vanaf = laatste_verjaardag(bekend.geboren, VOLWASSEN)
    if vanaf is None or vanaf > dag:
        return []
    wat = f"Uw rol is {bekend.rol}: u ziet wie 18 jaar of ouder is, voor werk, inkomen en inburgering."
    van = max(vanaf, bekend.sinds or vanaf)
    return [Grond(soort=Grondsoort.MANDAAT, wat=wat, grondslag=MANDAAT, van=van, einde=ZOLANG_DE_ROL)]


def _verwezen(bekend: Bekend, dag: date) -> list[Grond]:
    """The referrals that hold, one by one; of a family as long as the person is in it."""
    gevonden = []
    for rij in bekend.verwezen:
        eindes = [rij.tot_en_met, *([rij.beeindigd_op - timedelta(days=1)] if rij.beeindigd_op else [])]
        if rij.aangenomen_op is None or rij.aangenomen_op > dag or rij.van > dag or min(eindes) < dag:
            continue
        grond = Grond(
            soort=Grondsoort.VERWEZEN,
            wat=f"Doorverwezen naar {rij.organisatie}: {rij.doel}. Over: {', '.join(rij.onderwerpen)}.",
            grondslag=rij.grondslag,
            over=rij.doel,
            domeinen=tuple(rij.domeinen),
            verwijzing=rij.sleutel,
            van=max(rij.van, rij.aangenomen_op),
            tot_en_met=min(eindes),
        )
        if rij.lidmaatschappen is None:
            gevonden.append(grond)
        gevonden += [
            replace(
                grond,
                wat=f"{grond.wat} Het hele gezin is doorverwezen.",
                van=max(rij.van, rij.aangenomen_op, lid.van),
                tot_en_met=min(eindes + ([lid.tot_en_met] if lid.tot_en_met else [])),
            )
            for lid in rij.lidmaatschappen or ()
            if lid.loopt(dag)
        ]
    return gevonden


def _genoemd(spanne: Spanne) -> Grond:
    wat = f"Dit dossier is afgeschermd, en u bent ervoor genoemd: {spanne.wat}."
    return Grond(
        soort=Grondsoort.GENOEMD,
        wat=wat,
        grondslag=AFSCHERMING,
        over=spanne.wat,
        van=spanne.van,
        tot_en_met=spanne.tot_en_met,
    )
