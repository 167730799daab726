"""What is expected of each address for each role: the one table of the matrix.

An address has a right, the kind of object in it, and what GET and a bare POST answer who has the right to an
object that they may see. Who lacks the right, and whose object it is not, get the page of what does not
exist; which roles have a right stands below, twice held: here, and in `toegang.rules`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.toegang.matrix.wereld import NIEMAND, PARTNERBEHEER, WIE
from toegang.models import Rol

K, C, P, PB = Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.PARTNER, PARTNERBEHEER
CONSULENT, FINANCIEN, RAAD, PRIVACY, BEHEER = (
    Rol.CONSULENT,
    Rol.FINANCIEN,
    Rol.RAADSGRIFFIE,
    Rol.PRIVACY,
    Rol.BEHEERDER,
)
IEDEREEN, INGELOGD = "iedereen", "ingelogd"

ROLLEN: dict[str, frozenset[str]] = {
    IEDEREEN: frozenset(WIE),
    INGELOGD: frozenset(WIE) - {NIEMAND},
    "dossiers.inzien": frozenset({K, CONSULENT, C, P, PB}),
    "dossiers.wijzigen": frozenset({K, C}),
    "dossiers.bsn": frozenset({K, CONSULENT, C}),
    "dossiers.delen": frozenset({K, CONSULENT, C}),
    "dossiers.inzage": frozenset({K, C}),
    "huisvesting.inzien": frozenset({K, C}),
    "huisvesting.wijzigen": frozenset({K, C}),
    "huisvesting.sturen": frozenset({C}),
    "financien.inzien": frozenset({C, FINANCIEN}),
    "rapportage.inzien": frozenset({K, C, FINANCIEN, RAAD}),
    "rapportage.wijzigen": frozenset({C, FINANCIEN}),
    "uitwisseling.inzien": frozenset({K, CONSULENT, C, FINANCIEN}),
    "uitwisseling.wijzigen": frozenset({K, C, FINANCIEN}),
    "toegang.gebruikers": frozenset({PB, BEHEER}),
    "toegang.wijzigen": frozenset({BEHEER}),
    "toegang.leeslog": frozenset({PRIVACY}),
    "toegang.register": frozenset({PRIVACY, BEHEER}),
    "partners.inzien": frozenset({P, PB}),
    "partners.wijzigen": frozenset({P, PB}),
    # Not in the table of rights: who works for the municipality and may read dossiers.
    "geschiedenis": frozenset({K, CONSULENT, C}),
    # Who may change dossiers, or owns the task or signal; in this world no partner does.
    "afhandelen": frozenset({K, C}),
    # Who may see both a budget line and the persons behind it.
    "begroting_personen": frozenset({C}),
}
NIET_IN_RECHTEN = {IEDEREEN, INGELOGD, "geschiedenis", "afhandelen", "begroting_personen"}


@dataclass(frozen=True)
class Adres:
    """`recht` is a key of ROLLEN, `soort` one of `objecten.SOORTEN`; `get` and `post` are statuses."""

    recht: str
    soort: str
    get: int
    post: int


def _adressen(recht: str, soort: str, get: int, post: int, *namen: str) -> dict[str, Adres]:
    return {naam: Adres(recht, soort, get, post) for naam in namen}


# Pages that answer before they look at the method.
ELKE_METHODE = frozenset(
    {
        "account_login",
        "account_set_password",
        "account_reset_password_from_key",
        "mfa_authenticate",
        "mfa_trust",
        "mfa_login_webauthn",
        "mfa_reauthenticate",
        "mfa_deactivate_totp",
    }
)
# The only page that also takes DELETE, by the same rules as POST.
NEEMT_DELETE = frozenset({"mfa_remove_webauthn"})
# Who has signed in is sent on from the page where that is done.
VOOR_NIEMAND: dict[str, tuple[int, int]] = {
    "account_login": (200, 200),
    "account_logout": (302, 302),
}
# Where it depends on the object: what is over is not asked about any more.
OOK: dict[str, frozenset[int]] = dict.fromkeys(
    [
        "dossiers:afschermen",
        "dossiers:afscherming",
        "dossiers:afscherming-opheffen",
        "dossiers:verwijzing-intrekken",
        "dossiers:verwijzing-afronden",
        "partners:aannemen",
        "partners:afwijzen",
        "partners:afronden",
    ],
    frozenset({302}),
)

TABEL: dict[str, Adres] = {
    # the project's own, and signing in
    **_adressen(IEDEREEN, "geen", 200, 405, "hulp", "toegankelijkheid", "privacy"),
    **_adressen(IEDEREEN, "geen", 405, 404, "demo-inloggen"),
    **_adressen(IEDEREEN, "geen", 302, 302, "account_login"),
    **_adressen(IEDEREEN, "geen", 200, 200, "account_reset_password"),
    **_adressen(IEDEREEN, "wachtzinsleutel", 200, 200, "account_reset_password_from_key"),
    **_adressen(IEDEREEN, "geen", 200, 405, "account_inactive", "account_reset_password_done"),
    **_adressen(IEDEREEN, "geen", 200, 405, "account_reset_password_from_key_done"),
    **_adressen(INGELOGD, "geen", 302, 405, "start"),
    **_adressen(INGELOGD, "geen", 200, 405, "welkom", "onderdelen", "mfa_index", "mfa_list_webauthn"),
    **_adressen(IEDEREEN, "geen", 200, 302, "account_logout"),
    **_adressen(INGELOGD, "geen", 200, 302, "usersessions_list"),
    **_adressen(INGELOGD, "geen", 200, 200, "account_change_password", "account_reauthenticate"),
    **_adressen(INGELOGD, "geen", 302, 302, "account_set_password", "mfa_authenticate", "mfa_trust"),
    **_adressen(IEDEREEN, "geen", 302, 302, "mfa_login_webauthn"),
    **_adressen(INGELOGD, "geen", 302, 302, "mfa_reauthenticate"),
    **_adressen(INGELOGD, "geen", 200, 302, "mfa_reauthenticate_webauthn"),
    **_adressen(INGELOGD, "geen", 200, 200, "mfa_activate_totp"),
    **_adressen(INGELOGD, "geen", 200, 200, "mfa_add_webauthn"),
    **_adressen(INGELOGD, "geen", 200, 302, "mfa_generate_recovery_codes"),
    **_adressen(INGELOGD, "geen", 404, 404, "mfa_deactivate_totp"),
    **_adressen(INGELOGD, "geen", 404, 405, "mfa_view_recovery_codes"),
    **_adressen(INGELOGD, "inlogsleutel", 200, 200, "mfa_edit_webauthn"),
    **_adressen(INGELOGD, "inlogsleutel", 200, 302, "mfa_remove_webauthn"),
    **_adressen(INGELOGD, "geen", 302, 200, "sessie-verlengen"),
    # keeping users
    **_adressen("toegang.gebruikers", "geen", 200, 405, "gebruikers"),
    **_adressen("toegang.gebruikers", "geen", 200, 200, "gebruiker-toevoegen"),
    **_adressen("toegang.gebruikers", "gebruiker", 200, 200, "gebruiker"),
    **_adressen("toegang.gebruikers", "gebruiker", 200, 302, "gebruiker-toegang"),
    **_adressen("toegang.gebruikers", "gebruiker", 405, 302, "gebruiker-uitnodigen"),
    **_adressen("toegang.wijzigen", "geen", 200, 405, "organisaties"),
    **_adressen("toegang.wijzigen", "geen", 200, 200, "organisatie-toevoegen"),
    **_adressen("toegang.wijzigen", "organisatie", 200, 200, "organisatie"),
    **_adressen("toegang.register", "geen", 200, 405, "verwerkingen", "verwerkingen-bestand"),
    # files in and out
    **_adressen("uitwisseling.inzien", "export", 200, 405, "uitwisseling:export"),
    **_adressen("uitwisseling.wijzigen", "geen", 200, 405, "uitwisseling:begin"),
    **_adressen("uitwisseling.wijzigen", "importsoort", 200, 200, "uitwisseling:inlezen"),
    **_adressen("uitwisseling.wijzigen", "importsoort", 200, 405, "uitwisseling:sjabloon"),
    **_adressen("uitwisseling.wijzigen", "inlezing", 200, 405, "uitwisseling:voorbeeld"),
    **_adressen(
        "uitwisseling.wijzigen", "inlezing", 200, 405, "uitwisseling:fouten", "uitwisseling:wijzigingen"
    ),
    **_adressen("uitwisseling.wijzigen", "inlezing", 200, 200, "uitwisseling:kolommen"),
    **_adressen(
        "uitwisseling.wijzigen", "inlezing", 405, 302, "uitwisseling:besluit", "uitwisseling:ongedaan"
    ),
    # the list of dossiers
    **_adressen("dossiers.inzien", "geen", 200, 405, "dossiers:lijst"),
    **_adressen("dossiers.inzien", "geen", 200, 200, "dossiers:zoeken"),
    **_adressen("dossiers.inzien", "lijstvorm", 200, 405, "dossiers:exporteren"),
    **_adressen("dossiers.inzien", "geen", 302, 200, "dossiers:filter_bewaren"),
    **_adressen("dossiers.inzien", "filter", 200, 200, "dossiers:filter_hernoemen"),
    **_adressen("dossiers.inzien", "filter", 200, 302, "dossiers:filter_weghalen"),
    **_adressen("dossiers.wijzigen", "geen", 200, 200, "dossiers:registreren", "dossiers:waarneming-nieuw"),
    **_adressen("dossiers.wijzigen", "geen", 200, 405, "dossiers:waarneming", "dossiers:dubbelen"),
    **_adressen("dossiers.wijzigen", "waarneming", 200, 200, "dossiers:waarneming-wijzigen"),
    **_adressen("dossiers.wijzigen", "waarneming", 200, 200, "dossiers:waarneming-intrekken"),
    # one person
    **_adressen("dossiers.inzien", "persoon", 200, 405, "werkplek:dossier", "werkplek:gezin"),
    **_adressen("geschiedenis", "persoon", 200, 405, "werkplek:geschiedenis"),
    **_adressen("dossiers.bsn", "persoon", 200, 200, "dossiers:bsn"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:wijzigen", "dossiers:gezinslid"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:vertrek", "dossiers:noteren"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:contact-nieuw", "dossiers:taak-nieuw"),
    **_adressen(
        "dossiers.wijzigen", "persoon", 200, 200, "dossiers:document-nieuw", "dossiers:signaal-nieuw"
    ),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:overdragen", "dossiers:relaties"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:samenvoegen-met"),
    **_adressen("dossiers.wijzigen", "vestiging", 200, 200, "dossiers:vestiging"),
    **_adressen("dossiers.wijzigen", "relatie", 200, 200, "dossiers:relatie-einde"),
    **_adressen("dossiers.wijzigen", "samenvoeging", 200, 200, "dossiers:samenvoeging-ongedaan"),
    **_adressen("dossiers.wijzigen", "paar", 200, 200, "dossiers:samenvoegen"),
    **_adressen("dossiers.wijzigen", "paar", 405, 302, "dossiers:twee-mensen"),
    # sharing, shielding, and who saw
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:doorverwijzen"),
    **_adressen("dossiers.delen", "persoon", 200, 405, "dossiers:gedeeld"),
    **_adressen("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:verwijzing-intrekken"),
    **_adressen("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:verwijzing-afronden"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:afschermen", "dossiers:afscherming"),
    **_adressen("dossiers.wijzigen", "persoon", 200, 200, "dossiers:afscherming-opheffen"),
    **_adressen("dossiers.wijzigen", "inzagerecht", 200, 200, "dossiers:inzage-weghalen"),
    **_adressen("dossiers.inzage", "persoon", 200, 405, "werkplek:inzage", "werkplek:inzage-afdrukken"),
    **_adressen("toegang.leeslog", "geen", 200, 405, "werkplek:leeslog", "werkplek:leeslog-bestand"),
    **_adressen("toegang.leeslog", "leesregel", 200, 200, "werkplek:leesregel"),
    **_adressen("partners.inzien", "geen", 200, 405, "partners:verwijzingen"),
    **_adressen("partners.wijzigen", "verwijzing", 200, 200, "partners:aannemen", "partners:afwijzen"),
    **_adressen("partners.wijzigen", "verwijzing", 200, 200, "partners:afronden"),
    # what is recorded of a person
    **_adressen("dossiers.inzien", "contact", 200, 405, "dossiers:contact"),
    **_adressen(
        "dossiers.wijzigen", "contact", 200, 200, "dossiers:contact-wijzigen", "dossiers:contact-doorhalen"
    ),
    **_adressen("dossiers.inzien", "taak", 200, 405, "dossiers:taak"),
    **_adressen("dossiers.wijzigen", "taak", 200, 200, "dossiers:taak-wijzigen", "dossiers:taak-overdragen"),
    **_adressen("dossiers.wijzigen", "taak", 200, 200, "dossiers:taak-doorhalen"),
    **_adressen("afhandelen", "taak", 200, 200, "dossiers:taak-gedaan", "dossiers:taak-heropenen"),
    **_adressen("dossiers.inzien", "document", 200, 405, "dossiers:document"),
    **_adressen("dossiers.inzien", "document", 302, 405, "dossiers:document-bestand"),
    **_adressen("dossiers.wijzigen", "document", 200, 200, "dossiers:document-wijzigen"),
    **_adressen("dossiers.wijzigen", "document", 200, 200, "dossiers:document-doorhalen"),
    **_adressen("dossiers.inzien", "signaal", 200, 405, "dossiers:signaal"),
    **_adressen(
        "dossiers.wijzigen", "signaal", 200, 200, "dossiers:signaal-wijzigen", "dossiers:signaal-doorhalen"
    ),
    **_adressen("afhandelen", "signaal", 200, 200, "dossiers:signaal-antwoord"),
    # homes and the quota
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:taakstelling", "huisvesting:verwacht"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:verloop", "huisvesting:verloop-smal"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:woningen"),
    **_adressen("huisvesting.inzien", "periode", 200, 405, "huisvesting:gehuisvest", "huisvesting:opgave"),
    **_adressen("huisvesting.sturen", "geen", 200, 200, "huisvesting:opgave-nieuw"),
    **_adressen("huisvesting.sturen", "opgave", 200, 200, "huisvesting:opgave-wijzigen"),
    **_adressen("huisvesting.sturen", "periode", 200, 200, "huisvesting:uitruil-nieuw"),
    **_adressen("huisvesting.sturen", "uitruil", 200, 200, "huisvesting:uitruil-wijzigen"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:prognose", "huisvesting:toezicht"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:stuurgetallen"),
    **_adressen(
        "huisvesting.inzien",
        "geen",
        200,
        405,
        "huisvesting:prognose-grafiek",
        "huisvesting:prognose-grafiek-smal",
    ),
    **_adressen(
        "huisvesting.inzien",
        "halfjaar",
        200,
        405,
        "huisvesting:prognose-personen",
        "huisvesting:prognose-amv",
    ),
    **_adressen("huisvesting.inzien", "periode", 200, 405, "huisvesting:gekoppeld"),
    **_adressen(
        "huisvesting.sturen",
        "geen",
        200,
        200,
        "huisvesting:stuurgetal-nieuw",
        "huisvesting:toezichtstap-nieuw",
    ),
    **_adressen("huisvesting.sturen", "stuurgetal", 200, 200, "huisvesting:stuurgetal"),
    **_adressen(
        "huisvesting.sturen",
        "toezichtstap",
        200,
        200,
        "huisvesting:toezichtstap",
        "huisvesting:toezichtstap-doorhalen",
    ),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:amv", "huisvesting:amv-bewoners"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:amv-grafiek", "huisvesting:amv-lijst"),
    **_adressen("huisvesting.inzien", "geen", 200, 405, "huisvesting:amv-grafiek-smal"),
    **_adressen("huisvesting.inzien", "lijstvorm", 200, 405, "huisvesting:amv-uitvoer"),
    **_adressen("huisvesting.inzien", "amv_uitkomst", 200, 405, "huisvesting:amv-bewaard"),
    **_adressen("huisvesting.sturen", "geen", 200, 200, "huisvesting:amv-bewaren"),
    **_adressen("huisvesting.wijzigen", "geen", 200, 200, "huisvesting:woning-toevoegen"),
    **_adressen("huisvesting.wijzigen", "woning", 200, 200, "huisvesting:woning"),
    **_adressen(
        "huisvesting.wijzigen", "persoon", 200, 200, "huisvesting:plaatsen", "huisvesting:verwachting"
    ),
    **_adressen("huisvesting.wijzigen", "plaatsing", 200, 200, "huisvesting:beeindigen"),
    # money and reports
    **_adressen("financien.inzien", "geen", 200, 405, "financien:aansluiting"),
    **_adressen("financien.inzien", "geen", 200, 405, "financien:grafiek", "financien:grafiek-smal"),
    **_adressen("financien.inzien", "begrotingsregel", 200, 405, "financien:regel"),
    **_adressen("begroting_personen", "begrotingsregel", 200, 405, "financien:personen"),
    **_adressen("rapportage.inzien", "geen", 200, 405, "rapportage:rapporten"),
    **_adressen("rapportage.wijzigen", "geen", 200, 200, "rapportage:maken"),
    **_adressen("rapportage.inzien", "rapport", 200, 405, "rapportage:rapport"),
    **_adressen("rapportage.inzien", "rapportversie", 200, 405, "rapportage:pdf"),
    **_adressen("rapportage.wijzigen", "rapportversie", 200, 405, "rapportage:gegevens"),
}
