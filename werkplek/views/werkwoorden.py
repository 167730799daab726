"""The rows of Mijn werk in the words of the page: what, of whom, by when, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from dossiers.models import Stand
from dossiers.rules import mag_afhandelen
from kern.contract import Gebruiker
from kern.forms import TERUG
from kern.kalender import Soort as Termijnsoort
from kern.leeftijd import leeftijd_in_woorden
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import DAGEN, datum_lang
from kern.register import register
from kern.schrijfwijze import MAANDEN, tijd
from termijnen import figures as van_termijnen
from termijnen.figures import Gekend
from termijnen.models import Uitzonderingsoort
from toegang.rules import WIJZIGEN, mag
from werkplek.figures.werk import Groep, Soort, Werkregel
from werkplek.views.woorden import uitgesteld

KOPPEN: dict[Groep, str] = {
    Groep.TE_LAAT: "Te laat",
    Groep.DEZE_WEEK: "Deze week",
    Groep.KOMT_ERAAN: "Komt eraan",
    Groep.WACHT: "Wacht op anderen",
}
# who set it, where that is no law: then nobody may read that a law was broken
_VAN: dict[Termijnsoort, str] = {
    "wet": "termijn uit de wet",
    "regeling": "termijn uit een regeling",
    "norm": "norm, geen wet",
    "plan": "afspraak uit het plan",
}
UITSTELWOORD = {Uitzonderingsoort.UITSTEL: "Uitstellen", Uitzonderingsoort.VRIJSTELLING: "Vrijstellen"}
_ICOON = {
    Soort.TAAK: "klaar",
    Soort.SIGNAAL: "let-op",
    Soort.AFSPRAAK: "agenda",
    Soort.VERWIJZING: "verwijzing",
}
_WOORD = {
    Soort.TAAK: "Taak",
    Soort.SIGNAAL: "Signaal",
    Soort.AFSPRAAK: "Afspraak",
    Soort.VERWIJZING: "Verwijzing",
}


def anker(regel: Werkregel) -> str:
    """The id of a row in the page."""
    return f"{regel.soort}-{regel.rij.pk}"


def gezinnen(regels: Sequence[Werkregel]) -> list[list[Werkregel]]:
    """Rows drawn together by family, or by person where there is none; who must be helped first comes first."""
    per: dict[tuple[str, int | str], list[Werkregel]] = {}
    for regel in regels:
        per.setdefault(_bij(regel), []).append(regel)
    return list(per.values())


def _bij(regel: Werkregel) -> tuple[str, int | str]:
    """With what a row is drawn together: without a dossier with its domain."""
    persoon = regel.persoon
    if persoon is None:
        return "domein", regel.rij.code.partition(".")[0]
    return ("gezin", persoon.gezin_pk) if persoon.gezin_pk else ("persoon", persoon.pk)


def gezinskop(regels: Sequence[Werkregel], groottes: Any, dag: date) -> dict[str, str]:
    """The line above the rows of one family: its name, how large it is and since when somebody lives here."""
    persoon = regels[0].persoon
    if persoon is None:
        label = register[regels[0].rij.code.partition(".")[0]].label
        return {"naam": label, "adres": "", "feiten": "hoort niet bij een dossier"}
    grootte = groottes.get(persoon.gezin_pk, 1)
    stand = str(Stand(persoon.stand).label)
    sinds = f"{stand[:1].lower()}{stand[1:]} sinds {datum_lang(persoon.sinds)}" if persoon.sinds else ""
    wie = [f"{grootte} personen"] if grootte > 1 else ["alleenstaand", _leeftijd(persoon, dag)]
    return {
        "naam": f"Gezin {_zonder_gezin(persoon.gezin_naam)}" if grootte > 1 else persoon.naam,
        "adres": persoon.get_absolute_url(),
        "feiten": " · ".join(feit for feit in [*wie, sinds] if feit),
    }


def rij(
    regel: Werkregel, gekend: Gekend | None, gebruiker: Gebruiker, dag: date, *, terug: str
) -> dict[str, Any]:
    """One row of the list; `terug` is where an act comes out afterwards."""
    persoon = regel.persoon
    kaal = {
        "anker": anker(regel),
        "laat": regel.groep == Groep.TE_LAAT,
        "wanneer": _wanneer(regel, dag),
        "dag": _dag(regel, dag),
        "wie": f"{persoon.naam}, {_leeftijd(persoon, dag)}".removesuffix(", ") if persoon else "",
        "adres": persoon.get_absolute_url() if persoon else "",
        "versie": getattr(regel.rij, "versie", None),
        "knop": None,
        "bij": "",
        "versturen": "",
        "herinneren": "",
        "uitstellen": "",
        "wijzigen": "",
        "overdragen": "",
    }
    if regel.soort in {Soort.TERMIJN, Soort.ZONDER_DOSSIER}:
        assert gekend is not None  # noqa: S101  (only terms of a known rule are read)
        return kaal | _termijn(regel, gekend, gebruiker, terug)
    kaal |= {"icoon": _ICOON[regel.soort], "woord": _WOORD[regel.soort]}
    eigen: dict[Soort, Callable[..., dict[str, Any]]] = {
        Soort.TAAK: _taak,
        Soort.SIGNAAL: _signaal,
        Soort.AFSPRAAK: _afspraak,
        Soort.VERWIJZING: partial(_verwijzing, dag=dag),
    }
    return kaal | eigen[regel.soort](regel, kaal["wie"], gebruiker, terug)


def _termijn(regel: Werkregel, gekend: Gekend, gebruiker: Gebruiker, terug: str) -> dict[str, Any]:
    termijn, persoon = regel.rij, regel.persoon
    mag_hier = mag(gebruiker, gekend.domein.code, WIJZIGEN)
    actie = gekend.regel.actie(persoon or termijn.onderwerp, termijn.gelegenheid, gebruiker)
    delen = [*([persoon.naam] if persoon else []), _VAN[gekend.regel.soort]]
    titel = van_termijnen.titel(termijn, gekend.regel)
    if termijn.uitgesteld_tot:
        delen += uitgesteld(termijn.reden, termijn.vervalt_op)
    return {
        "icoon": icoon_van(gekend.domein.code),
        "woord": gekend.domein.label,
        "titel": titel,
        "wie": " · ".join(delen),
        "adres": reverse("termijnen:dossier", args=[persoon.sleutel]) if persoon else (actie or ("", ""))[1],
        "knop": (actie[0], naar(actie[1], terug)) if actie else None,
        "bij": "" if persoon else titel,  # without a person the act is told apart by its subject
        "uitstellen": UITSTELWOORD[_besluit(gekend)] if mag_hier else "",
        "besluit": _besluit(gekend),
        "overdragen": naar(reverse("dossiers:overdragen", args=[persoon.sleutel]), terug)
        if persoon and mag(gebruiker, "dossiers", WIJZIGEN)
        else "",
    }


def _taak(regel: Werkregel, wie: str, gebruiker: Gebruiker, terug: str) -> dict[str, Any]:
    taak = regel.rij
    kan = mag_afhandelen(taak, gebruiker)
    wacht, mag_wijzigen = regel.groep == Groep.WACHT, mag(gebruiker, "dossiers", WIJZIGEN)
    delen = [wie, f"bij {taak.eigenaar}" if wacht else ""]
    if taak.eerst_uiterlijk_op:
        delen += uitgesteld(taak.uitstel_reden, taak.eerst_uiterlijk_op)
    return {
        "titel": taak.wat,
        "wie": " · ".join(deel for deel in delen if deel),
        "adres": taak.get_absolute_url(),
        "versturen": naar(reverse("dossiers:taak-gedaan", args=[taak.pk]), terug)
        if kan and not wacht
        else "",
        "uitstellen": UITSTELWOORD[Uitzonderingsoort.UITSTEL] if mag_wijzigen and not wacht else "",
        "overdragen": naar(reverse("dossiers:taak-overdragen", args=[taak.pk]), terug)
        if mag_wijzigen
        else "",
    }


def _signaal(regel: Werkregel, wie: str, gebruiker: Gebruiker, terug: str) -> dict[str, Any]:
    signaal, wacht = regel.rij, regel.groep == Groep.WACHT
    kan = mag_afhandelen(signaal, gebruiker) and not wacht
    adres = naar(reverse("dossiers:signaal-antwoord", args=[signaal.pk]), terug)
    return {
        "titel": f"Signaal van {signaal.melder}",
        "wie": f"{wie} · bij {signaal.eigenaar}" if wacht else wie,
        "adres": signaal.get_absolute_url(),
        "knop": ("Beantwoorden", adres) if kan else None,
        "wijzigen": naar(reverse("dossiers:signaal-wijzigen", args=[signaal.pk]), terug)
        if mag(gebruiker, "dossiers", WIJZIGEN) and not wacht
        else "",
    }


def _afspraak(regel: Werkregel, wie: str, _gebruiker: Gebruiker, _terug: str) -> dict[str, Any]:
    afspraak = regel.rij
    hoe = [wie, tijd(afspraak.tijd) if afspraak.tijd else "", "met tolk" if afspraak.met_tolk else ""]
    return {
        "titel": afspraak.get_soort_display(),
        "wie": " · ".join(deel for deel in hoe if deel),
        "adres": afspraak.get_absolute_url(),
        "knop": ("Bekijk de afspraak", afspraak.get_absolute_url()),
    }


def _verwijzing(regel: Werkregel, wie: str, gebruiker: Gebruiker, terug: str, *, dag: date) -> dict[str, Any]:
    verwijzing, persoon = regel.rij, regel.persoon
    namen = ("dossiers:verwijzing-herinneren", "dossiers:verwijzing-intrekken")
    herinneren, intrekken = (
        naar(reverse(naam, args=[persoon.sleutel, verwijzing.pk]), terug) for naam in namen
    )
    mag_hier, al = mag(gebruiker, "dossiers", WIJZIGEN), verwijzing.herinnerd_op
    herinnerd = f"herinnerd op {schrijf_datum(al)}" if al else ""
    return {
        "titel": f"Antwoord van {verwijzing.organisatie}",
        "wie": " · ".join(deel for deel in (wie, verwijzing.doel, herinnerd) if deel),
        "adres": reverse("dossiers:gedeeld", args=[persoon.sleutel]),
        "herinneren": herinneren if mag_hier and al != dag else "",
        "knop": ("Intrekken", intrekken) if mag_hier else None,
    }


def _besluit(gekend: Gekend) -> Uitzonderingsoort:
    """What is decided about it as a rule: a term of a law cannot be postponed."""
    return Uitzonderingsoort.VRIJSTELLING if gekend.regel.soort == "wet" else Uitzonderingsoort.UITSTEL


def icoon_van(domein: str) -> str:
    """The picture of a domain: that of the entry in the menu that bears its name, or else of its first."""
    punten = sorted(register[domein].menu, key=lambda punt: punt.label != register[domein].label)
    return punten[0].icoon if punten else "klok"


def naar(adres: str, terug: str) -> str:
    """The address of an act that comes back at `terug`."""
    return f"{adres}?{urlencode({TERUG: terug})}"


def _leeftijd(persoon: Any, dag: date) -> str:
    jaren = leeftijd_in_woorden(persoon.geboren, dag)
    return "" if jaren == "onbekend" else f"{jaren} jaar"


def _zonder_gezin(naam: str | None) -> str:
    return (naam or "").removeprefix("Gezin ").removeprefix("gezin ")


def _wanneer(regel: Werkregel, dag: date) -> str:
    dagen = (regel.op - dag).days
    if regel.soort == Soort.VERWIJZING:
        return _aantal(-dagen) if dagen else "Vandaag gevraagd"
    if dagen < 0:
        return f"{_aantal(-dagen)} te laat"
    return {0: "Vandaag", 1: "Morgen"}.get(dagen, f"Over {_aantal(dagen)}")


def _aantal(dagen: int) -> str:
    return "1 dag" if dagen == 1 else f"{dagen} dagen"


def _dag(regel: Werkregel, dag: date) -> str:
    op = regel.op
    jaar = "" if op.year == dag.year else f" {op.year}"
    geschreven = f"{DAGEN[op.weekday()][:2]} {op.day} {MAANDEN[op.month - 1]}{jaar}"
    if regel.soort == Soort.VERWIJZING:
        return f"sinds {geschreven}"
    return geschreven if regel.soort == Soort.AFSPRAAK else f"uiterlijk {geschreven}"
