"""Who may do what: one table of (role, domain, right). Lists, buttons and pages all read it here.

Source: design section 10; rekenregels G1 and G2 for what partners never see.
"""

from __future__ import annotations

from kern.contract import Gebruiker
from kern.register import register
from toegang.models import Rol

INZIEN, WIJZIGEN = "inzien", "wijzigen"
# Keeping users: everybody for the functional manager, the own organisation for its own manager.
GEBRUIKERS = "gebruikers"
BSN = "bsn"  # ask to see a BSN, with a reason that is kept; never a partner (G1)

RECHTEN: dict[tuple[str, str], frozenset[str]] = {
    (Rol.KLANTREGISSEUR, "dossiers"): frozenset({INZIEN, WIJZIGEN, BSN}),
    (Rol.KLANTREGISSEUR, "huisvesting"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.KLANTREGISSEUR, "rapportage"): frozenset({INZIEN}),
    (Rol.CONSULENT, "dossiers"): frozenset({INZIEN, BSN}),
    (Rol.COORDINATOR, "dossiers"): frozenset({INZIEN, WIJZIGEN, BSN}),
    (Rol.COORDINATOR, "huisvesting"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.COORDINATOR, "financien"): frozenset({INZIEN}),
    (Rol.COORDINATOR, "rapportage"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.FINANCIEN, "financien"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.FINANCIEN, "rapportage"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.PARTNER, "dossiers"): frozenset({INZIEN}),
    (Rol.RAADSGRIFFIE, "rapportage"): frozenset({INZIEN}),
    # Files in and out at all; each kind asks the right in its own domain besides.
    (Rol.KLANTREGISSEUR, "uitwisseling"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.CONSULENT, "uitwisseling"): frozenset({INZIEN}),
    (Rol.COORDINATOR, "uitwisseling"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.FINANCIEN, "uitwisseling"): frozenset({INZIEN, WIJZIGEN}),
    (Rol.BEHEERDER, "toegang"): frozenset({INZIEN, WIJZIGEN, GEBRUIKERS}),
}
# What a partner may besides who keeps the users of the own organisation.
RECHTEN_VAN_BEHEER: dict[str, frozenset[str]] = {"toegang": frozenset({GEBRUIKERS})}


def mag(gebruiker: Gebruiker, domein: str, recht: str) -> bool:
    """May this user use this right in this domain? An unknown role or domain may nothing."""
    if getattr(gebruiker, "beheert_organisatie", False) and recht in RECHTEN_VAN_BEHEER.get(domein, ()):
        return True
    return recht in _verleend(gebruiker.rol, domein)


def _verleend(rol: str, domein: str) -> frozenset[str]:
    """The rights of a role in a domain: by the table, or by the domain itself where the table has none of it.

    So our own domains have one table to look at, and a domain from elsewhere is one line of settings.
    """
    if (rol, domein) in RECHTEN:
        return RECHTEN[rol, domein]
    if domein not in register or any(bekend == domein for _rol, bekend in RECHTEN):
        return frozenset()
    return register[domein].rechten.get(rol, frozenset())


def rollen_met(domein: str, recht: str, *, met_partners: bool = True) -> frozenset[str]:
    """The roles that have this right in this domain, for choosing a colleague."""
    rollen = {rol for (rol, waar), rechten in RECHTEN.items() if waar == domein and recht in rechten}
    return frozenset(rollen if met_partners else rollen - {Rol.PARTNER})


def van_gemeente(gebruiker: Gebruiker) -> bool:
    """Does this user work for the municipality, or with its mandate? A partner does not."""
    return gebruiker.rol != Rol.PARTNER
