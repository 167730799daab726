"""Who may do what: one table of (role, domain, right). Lists, buttons and pages all read it here.

`mag` says whether a role may use a right at all; `bereik` says of which dossiers, and every `zichtbaar_voor`
and the row-level security are made from it. Source: design section 10; rekenregels G1 and G2 for what
partners never see.
"""

from __future__ import annotations

from enum import StrEnum

from kern.contract import Gebruiker
from kern.register import register
from toegang.models import Rol

INZIEN, WIJZIGEN = "inzien", "wijzigen"
# Reading a domain inside a dossier only, where a referral to the own organisation names it: a partner.
VERWEZEN = "verwezen"
# Keeping users: everybody for the functional manager, the own organisation for its own manager.
GEBRUIKERS = "gebruikers"
ANTWOORDEN = "antwoorden"  # on what was asked of the own organisation: a partner
BEHEREN = "beheren"  # say for how many families the own organisation has room
DELEN = "delen"  # with which partners a dossier is shared, for who works for the municipality
STUREN = "sturen"  # set what everybody is measured by: quotas, thresholds
BSN = "bsn"  # ask to see a BSN, with a reason that is kept; never a partner (G1)
INZAGE = "inzage"  # who saw this dossier, for who works for the municipality itself
LEESLOG = "leeslog"  # who read what, without the dossiers themselves
REGISTER = "register"  # the register of processing: what is kept of whom, and why

_LEZEN, _WERKEN, _VERWEZEN = frozenset({INZIEN}), frozenset({INZIEN, WIJZIGEN}), frozenset({VERWEZEN})


class Bereik(StrEnum):
    """Which dossiers somebody sees at all; a shielded one besides only who is named for it."""

    GEEN = "geen"
    ALLE = "alle"
    VOLWASSENEN = "volwassenen"  # who is certainly 18
    VERWEZEN = "verwezen"  # who was referred to the own organisation


BEREIK: dict[str, Bereik] = {
    Rol.KLANTREGISSEUR: Bereik.ALLE,
    Rol.CONSULENT: Bereik.VOLWASSENEN,
    Rol.COORDINATOR: Bereik.ALLE,
    Rol.PARTNER: Bereik.VERWEZEN,
}
RECHTEN: dict[tuple[str, str], frozenset[str]] = {
    (Rol.KLANTREGISSEUR, "dossiers"): _WERKEN | {BSN, DELEN, INZAGE},
    (Rol.KLANTREGISSEUR, "huisvesting"): _WERKEN,
    (Rol.KLANTREGISSEUR, "begeleiding"): _WERKEN,
    (Rol.KLANTREGISSEUR, "onderwijs"): _WERKEN,
    (Rol.KLANTREGISSEUR, "inburgering"): _WERKEN,
    (Rol.KLANTREGISSEUR, "werk_inkomen"): _WERKEN,
    (Rol.KLANTREGISSEUR, "partners"): _WERKEN,  # what becomes of referrals, and the questions of partners
    (Rol.KLANTREGISSEUR, "termijnen"): _LEZEN,
    (Rol.KLANTREGISSEUR, "werkplek"): _LEZEN,
    (Rol.KLANTREGISSEUR, "rapportage"): _LEZEN,
    (
        Rol.KLANTREGISSEUR,
        "uitwisseling",
    ): _WERKEN,  # each kind of file asks the right in its own domain besides
    # W&I by mandate: adults, their work, income and inburgering; nothing of home, school or guidance.
    (Rol.CONSULENT, "dossiers"): _LEZEN | {BSN, DELEN},
    (Rol.CONSULENT, "inburgering"): _WERKEN,
    (Rol.CONSULENT, "werk_inkomen"): _WERKEN,
    (Rol.CONSULENT, "termijnen"): _LEZEN,
    (Rol.CONSULENT, "werkplek"): _LEZEN,
    (Rol.CONSULENT, "uitwisseling"): _LEZEN,
    (Rol.COORDINATOR, "dossiers"): _WERKEN | {BSN, DELEN, INZAGE},
    (Rol.COORDINATOR, "huisvesting"): _WERKEN | {STUREN},
    (Rol.COORDINATOR, "begeleiding"): _WERKEN | {STUREN},
    (Rol.COORDINATOR, "onderwijs"): _WERKEN,
    (Rol.COORDINATOR, "inburgering"): _WERKEN,
    (Rol.COORDINATOR, "werk_inkomen"): _WERKEN,
    (Rol.COORDINATOR, "financien"): _LEZEN,
    (Rol.COORDINATOR, "partners"): _WERKEN,
    (Rol.COORDINATOR, "termijnen"): _LEZEN,
    (Rol.COORDINATOR, "werkplek"): _LEZEN,
    (Rol.COORDINATOR, "rapportage"): _WERKEN,
    (Rol.COORDINATOR, "uitwisseling"): _WERKEN,
    (Rol.FINANCIEN, "financien"): _WERKEN,
    (Rol.FINANCIEN, "werkplek"): _LEZEN,  # what is due of no dossier: who reads none has no other work
    (Rol.FINANCIEN, "rapportage"): _WERKEN,
    (Rol.FINANCIEN, "uitwisseling"): _WERKEN,
    (Rol.PARTNER, "dossiers"): _LEZEN | _VERWEZEN,
    (Rol.PARTNER, "huisvesting"): _VERWEZEN,
    (Rol.PARTNER, "begeleiding"): _WERKEN | _VERWEZEN,  # the first month, of who was referred for it
    (Rol.PARTNER, "onderwijs"): _VERWEZEN,
    (Rol.PARTNER, "inburgering"): _VERWEZEN,
    (Rol.PARTNER, "werk_inkomen"): _VERWEZEN,
    (Rol.PARTNER, "partners"): frozenset({INZIEN, ANTWOORDEN}),  # the referrals to the own organisation
    (Rol.RAADSGRIFFIE, "rapportage"): _LEZEN,  # of those the published ones
    (Rol.PRIVACY, "toegang"): frozenset({LEESLOG, REGISTER}),
    (Rol.BEHEERDER, "toegang"): _WERKEN | {GEBRUIKERS, REGISTER},
    (Rol.BEHEERDER, "begeleiding"): frozenset({STUREN}),  # the list of steps
}
# What a partner may besides who keeps the users of the own organisation.
RECHTEN_VAN_BEHEER: dict[str, frozenset[str]] = {
    "toegang": frozenset({GEBRUIKERS}),
    "partners": frozenset({BEHEREN}),
}


def mag(gebruiker: Gebruiker, domein: str, recht: str) -> bool:
    """May this user use this right in this domain? An unknown role or domain may nothing."""
    if getattr(gebruiker, "beheert_organisatie", False) and recht in RECHTEN_VAN_BEHEER.get(domein, ()):
        return True
    return recht in _verleend(gebruiker.rol, domein)


def bereik(gebruiker: Gebruiker) -> Bereik:
    """Which dossiers this user sees: none without the right to read dossiers."""
    if not mag(gebruiker, "dossiers", INZIEN):
        return Bereik.GEEN
    return BEREIK.get(gebruiker.rol, Bereik.GEEN)


def domeinen_met(gebruiker: Gebruiker, recht: str) -> frozenset[str]:
    """The registered domains in which this user may use this right."""
    return frozenset(domein.code for domein in register if mag(gebruiker, domein.code, recht))


def _verleend(rol: str, domein: str) -> frozenset[str]:
    """The rights of a role in a domain: by the table, or by the domain itself where the table has none of it.

    So our own domains have one table to look at, and a domain from elsewhere is one line of settings.
    """
    if (rol, domein) in RECHTEN:
        return RECHTEN[rol, domein]
    if domein not in register or any(bekend == domein for _rol, bekend in RECHTEN):
        return frozenset()
    return register[domein].rechten.get(rol, frozenset())


def deelbaar_met_partner(domein: str) -> bool:
    """Can a referral be about this domain?"""
    return VERWEZEN in _verleend(Rol.PARTNER, domein)


def rollen_met(domein: str, recht: str, *, met_partners: bool = True) -> frozenset[str]:
    """The roles that have this right in this domain, for choosing a colleague."""
    rollen = {rol for (rol, waar), rechten in RECHTEN.items() if waar == domein and recht in rechten}
    return frozenset(rollen if met_partners else rollen - {Rol.PARTNER})


def van_gemeente(gebruiker: Gebruiker) -> bool:
    """Does this user work for the municipality, or with its mandate? A partner does not."""
    return gebruiker.rol != Rol.PARTNER


# What somebody reads of persons for, as the read log keeps it; with a BSN it is what they typed.
DOELEN: dict[str, str] = {
    Rol.KLANTREGISSEUR: "Regie op de integratie",
    Rol.CONSULENT: "Werk en inkomen, met mandaat",
    Rol.COORDINATOR: "Coördinatie van het plan",
    Rol.FINANCIEN: "Verantwoording van het geld",
    Rol.PARTNER: "Doorverwijzing",
    Rol.PRIVACY: "Toezicht op wie wat bekijkt",
}


def doel_van(gebruiker: Gebruiker | None) -> str:
    """The purpose that belongs to the role; of a command without user that of the municipality."""
    return DOELEN.get(gebruiker.rol, "Geen doel bij deze rol") if gebruiker else "Opdracht van de gemeente"
