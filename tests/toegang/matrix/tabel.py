"""What is expected of each address for each role: the one table of the matrix.

An address has a right, the kind of object in it, and what GET and a bare POST answer who has the right to an
object that they may see. Who lacks the right, and whose object it is not, get the page of what does not
exist; which roles have a right stands below, twice held: here, and in `toegang.rules`.
"""

from __future__ import annotations

from tests.toegang.matrix.adres import Adres, adressen_met
from tests.toegang.matrix.tabel_begeleiding import BEGELEIDING
from tests.toegang.matrix.tabel_financien import FINANCIEN_ADRESSEN
from tests.toegang.matrix.tabel_huisvesting import HUISVESTING
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
    "termijnen.inzien": frozenset({K, CONSULENT, C}),
    "werkplek.inzien": frozenset({K, CONSULENT, C, FINANCIEN}),
    "begeleiding.inzien": frozenset({K, C, P, PB}),
    "begeleiding.wijzigen": frozenset({K, C, P, PB}),
    "begeleiding.sturen": frozenset({C, BEHEER}),
    "financien.inzien": frozenset({C, FINANCIEN}),
    "financien.wijzigen": frozenset({FINANCIEN}),
    "rapportage.inzien": frozenset({K, C, FINANCIEN, RAAD}),
    "rapportage.wijzigen": frozenset({C, FINANCIEN}),
    "uitwisseling.inzien": frozenset({K, CONSULENT, C, FINANCIEN}),
    "uitwisseling.wijzigen": frozenset({K, C, FINANCIEN}),
    "toegang.gebruikers": frozenset({PB, BEHEER}),
    "toegang.wijzigen": frozenset({BEHEER}),
    "toegang.leeslog": frozenset({PRIVACY}),
    "toegang.register": frozenset({PRIVACY, BEHEER}),
    "partners.inzien": frozenset({K, C, P, PB}),
    "partners.beheren": frozenset({PB}),
    "partners.wijzigen": frozenset({K, C}),
    "partners.antwoorden": frozenset({P, PB}),
    # Not in the table of rights: who works for the municipality and may read dossiers.
    "geschiedenis": frozenset({K, CONSULENT, C}),
    # Who may change dossiers, or owns the task or signal; in this world no partner does.
    "afhandelen": frozenset({K, C}),
    # Who may see terms and change the domain that they are of.
    "termijn_besluiten": frozenset({K, C}),
    # Who may see both a budget line and the persons behind it.
    "begroting_personen": frozenset({C}),
}
NIET_IN_RECHTEN = {
    IEDEREEN,
    INGELOGD,
    "termijn_besluiten",
    "geschiedenis",
    "afhandelen",
    "begroting_personen",
}


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
        "dossiers:verwijzing-herinneren",
        "partners:aannemen",
        "partners:afwijzen",
        "partners:afronden",
        "partners:vraag",
    ],
    frozenset({302}),
)

TABEL: dict[str, Adres] = {
    # the project's own, and signing in
    **adressen_met(IEDEREEN, "geen", 200, 405, "hulp", "toegankelijkheid", "privacy"),
    **adressen_met(IEDEREEN, "geen", 302, 405, "beeldmerk"),
    **adressen_met(IEDEREEN, "geen", 405, 404, "demo-inloggen"),
    **adressen_met(IEDEREEN, "geen", 302, 302, "account_login"),
    **adressen_met(IEDEREEN, "geen", 200, 200, "account_reset_password"),
    **adressen_met(IEDEREEN, "wachtzinsleutel", 200, 200, "account_reset_password_from_key"),
    **adressen_met(IEDEREEN, "geen", 200, 405, "account_inactive", "account_reset_password_done"),
    **adressen_met(IEDEREEN, "geen", 200, 405, "account_reset_password_from_key_done"),
    **adressen_met(INGELOGD, "geen", 302, 405, "start"),
    **adressen_met(INGELOGD, "geen", 200, 405, "welkom", "onderdelen", "mfa_index", "mfa_list_webauthn"),
    **adressen_met(IEDEREEN, "geen", 200, 302, "account_logout"),
    **adressen_met(INGELOGD, "geen", 200, 302, "usersessions_list"),
    **adressen_met(INGELOGD, "geen", 200, 200, "account_change_password", "account_reauthenticate"),
    **adressen_met(INGELOGD, "geen", 302, 302, "account_set_password", "mfa_authenticate", "mfa_trust"),
    **adressen_met(IEDEREEN, "geen", 302, 302, "mfa_login_webauthn"),
    **adressen_met(INGELOGD, "geen", 302, 302, "mfa_reauthenticate"),
    **adressen_met(INGELOGD, "geen", 200, 302, "mfa_reauthenticate_webauthn"),
    **adressen_met(INGELOGD, "geen", 200, 200, "mfa_activate_totp"),
    **adressen_met(INGELOGD, "geen", 200, 200, "mfa_add_webauthn"),
    **adressen_met(INGELOGD, "geen", 200, 302, "mfa_generate_recovery_codes"),
    **adressen_met(INGELOGD, "geen", 404, 404, "mfa_deactivate_totp"),
    **adressen_met(INGELOGD, "geen", 404, 405, "mfa_view_recovery_codes"),
    **adressen_met(INGELOGD, "inlogsleutel", 200, 200, "mfa_edit_webauthn"),
    **adressen_met(INGELOGD, "inlogsleutel", 200, 302, "mfa_remove_webauthn"),
    **adressen_met(INGELOGD, "geen", 302, 200, "sessie-verlengen"),
    # keeping users
    **adressen_met("toegang.gebruikers", "geen", 200, 405, "gebruikers"),
    **adressen_met("toegang.gebruikers", "geen", 200, 200, "gebruiker-toevoegen"),
    **adressen_met("toegang.gebruikers", "gebruiker", 200, 200, "gebruiker"),
    **adressen_met("toegang.gebruikers", "gebruiker", 200, 302, "gebruiker-toegang"),
    **adressen_met("toegang.gebruikers", "gebruiker", 405, 302, "gebruiker-uitnodigen"),
    **adressen_met("toegang.gebruikers", "uitnodiging", 200, 302, "uitnodiging"),
    **adressen_met("toegang.wijzigen", "geen", 200, 405, "organisaties"),
    **adressen_met("toegang.wijzigen", "geen", 200, 200, "organisatie-toevoegen"),
    **adressen_met("toegang.wijzigen", "organisatie", 200, 200, "organisatie"),
    **adressen_met("toegang.register", "geen", 200, 405, "verwerkingen", "verwerkingen-bestand"),
    # files in and out
    **adressen_met("uitwisseling.inzien", "export", 200, 405, "uitwisseling:export"),
    **adressen_met("uitwisseling.wijzigen", "geen", 200, 405, "uitwisseling:begin"),
    **adressen_met("uitwisseling.wijzigen", "importsoort", 200, 200, "uitwisseling:inlezen"),
    **adressen_met("uitwisseling.wijzigen", "importsoort", 200, 405, "uitwisseling:sjabloon"),
    **adressen_met("uitwisseling.wijzigen", "inlezing", 200, 405, "uitwisseling:voorbeeld"),
    **adressen_met(
        "uitwisseling.wijzigen",
        "inlezing",
        200,
        405,
        "uitwisseling:fouten",
        "uitwisseling:wijzigingen",
        "uitwisseling:opzij",
    ),
    **adressen_met("uitwisseling.wijzigen", "inlezing", 200, 200, "uitwisseling:kolommen"),
    **adressen_met(
        "uitwisseling.wijzigen", "inlezing", 405, 302, "uitwisseling:besluit", "uitwisseling:ongedaan"
    ),
    # the list of dossiers
    **adressen_met("dossiers.inzien", "geen", 200, 405, "dossiers:lijst"),
    **adressen_met("dossiers.inzien", "geen", 200, 200, "dossiers:zoeken"),
    **adressen_met("dossiers.inzien", "lijstvorm", 200, 405, "dossiers:exporteren"),
    **adressen_met("dossiers.inzien", "geen", 302, 200, "dossiers:filter_bewaren"),
    **adressen_met("dossiers.inzien", "filter", 200, 200, "dossiers:filter_hernoemen"),
    **adressen_met("dossiers.inzien", "filter", 200, 302, "dossiers:filter_weghalen"),
    **adressen_met(
        "dossiers.wijzigen", "geen", 200, 200, "dossiers:registreren", "dossiers:waarneming-nieuw"
    ),
    **adressen_met("dossiers.wijzigen", "geen", 200, 405, "dossiers:waarneming", "dossiers:dubbelen"),
    **adressen_met("dossiers.wijzigen", "waarneming", 200, 200, "dossiers:waarneming-wijzigen"),
    **adressen_met("dossiers.wijzigen", "waarneming", 200, 200, "dossiers:waarneming-intrekken"),
    **adressen_met("dossiers.wijzigen", "geen", 200, 200, "dossiers:werk-overdragen"),
    **adressen_met("dossiers.wijzigen", "werkoverdracht", 200, 200, "dossiers:werk-overdragen-terug"),
    # one person
    **adressen_met("dossiers.inzien", "persoon", 200, 405, "werkplek:dossier", "werkplek:gezin"),
    **adressen_met("geschiedenis", "persoon", 200, 405, "werkplek:geschiedenis"),
    **adressen_met("dossiers.bsn", "persoon", 200, 200, "dossiers:bsn"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:wijzigen", "dossiers:gezinslid"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:vertrek", "dossiers:noteren"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:contact-nieuw", "dossiers:taak-nieuw"),
    **adressen_met(
        "dossiers.wijzigen", "persoon", 200, 200, "dossiers:document-nieuw", "dossiers:signaal-nieuw"
    ),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:overdragen", "dossiers:relaties"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:samenvoegen-met"),
    **adressen_met("dossiers.wijzigen", "vestiging", 200, 200, "dossiers:vestiging"),
    **adressen_met("dossiers.wijzigen", "relatie", 200, 200, "dossiers:relatie-einde"),
    **adressen_met("dossiers.wijzigen", "samenvoeging", 200, 200, "dossiers:samenvoeging-ongedaan"),
    **adressen_met("dossiers.wijzigen", "paar", 200, 200, "dossiers:samenvoegen"),
    **adressen_met("dossiers.wijzigen", "paar", 405, 302, "dossiers:twee-mensen"),
    # sharing, shielding, and who saw
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:doorverwijzen"),
    **adressen_met("dossiers.delen", "persoon", 200, 405, "dossiers:gedeeld"),
    **adressen_met("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:verwijzing-intrekken"),
    **adressen_met("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:verwijzing-afronden"),
    **adressen_met("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:verwijzing-herinneren"),
    **adressen_met("dossiers.wijzigen", "verwijzing_van_dossier", 200, 200, "dossiers:opnieuw-verwijzen"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:afschermen", "dossiers:afscherming"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "dossiers:afscherming-opheffen"),
    **adressen_met("dossiers.wijzigen", "inzagerecht", 200, 200, "dossiers:inzage-weghalen"),
    **adressen_met("dossiers.inzage", "persoon", 200, 405, "werkplek:inzage", "werkplek:inzage-afdrukken"),
    **adressen_met("toegang.leeslog", "geen", 200, 405, "werkplek:leeslog", "werkplek:leeslog-bestand"),
    **adressen_met("toegang.leeslog", "leesregel", 200, 200, "werkplek:leesregel"),
    **adressen_met("partners.antwoorden", "geen", 200, 405, "partners:verwijzingen"),
    **adressen_met("partners.beheren", "geen", 200, 200, "partners:plaatsen"),
    **adressen_met("dossiers.wijzigen", "partnervraag", 200, 200, "partners:beantwoorden"),
    **adressen_met("partners.antwoorden", "verwijzing", 200, 200, "partners:aannemen", "partners:afwijzen"),
    **adressen_met("partners.antwoorden", "verwijzing", 200, 200, "partners:afronden", "partners:vraag"),
    # what is due
    **adressen_met("werkplek.inzien", "geen", 200, 405, "werkplek:mijn-werk"),
    **adressen_met("termijnen.inzien", "persoon", 200, 405, "termijnen:dossier"),
    **adressen_met("termijn_besluiten", "termijn", 200, 200, "termijnen:besluit"),
    **adressen_met("termijn_besluiten", "besluit", 200, 302, "termijnen:terugdraaien"),
    # what is recorded of a person
    **adressen_met("dossiers.inzien", "contact", 200, 405, "dossiers:contact"),
    **adressen_met(
        "dossiers.wijzigen", "contact", 200, 200, "dossiers:contact-wijzigen", "dossiers:contact-doorhalen"
    ),
    **adressen_met("dossiers.inzien", "taak", 200, 405, "dossiers:taak"),
    **adressen_met(
        "dossiers.wijzigen", "taak", 200, 200, "dossiers:taak-wijzigen", "dossiers:taak-overdragen"
    ),
    **adressen_met(
        "dossiers.wijzigen", "taak", 200, 200, "dossiers:taak-uitstellen", "dossiers:taak-uitstel-terug"
    ),
    **adressen_met("dossiers.wijzigen", "taak", 200, 200, "dossiers:taak-doorhalen"),
    **adressen_met("afhandelen", "taak", 200, 200, "dossiers:taak-gedaan", "dossiers:taak-heropenen"),
    **adressen_met("dossiers.inzien", "document", 200, 405, "dossiers:document"),
    **adressen_met("dossiers.inzien", "document", 302, 405, "dossiers:document-bestand"),
    **adressen_met("dossiers.wijzigen", "document", 200, 200, "dossiers:document-wijzigen"),
    **adressen_met("dossiers.wijzigen", "document", 200, 200, "dossiers:document-doorhalen"),
    **adressen_met("dossiers.inzien", "signaal", 200, 405, "dossiers:signaal"),
    **adressen_met(
        "dossiers.wijzigen", "signaal", 200, 200, "dossiers:signaal-wijzigen", "dossiers:signaal-doorhalen"
    ),
    **adressen_met("afhandelen", "signaal", 200, 200, "dossiers:signaal-antwoord"),
    **HUISVESTING,
    **BEGELEIDING,
    # money and reports
    **FINANCIEN_ADRESSEN,
    **adressen_met("rapportage.inzien", "geen", 200, 405, "rapportage:rapporten"),
    **adressen_met("rapportage.wijzigen", "geen", 200, 200, "rapportage:maken"),
    **adressen_met("rapportage.inzien", "rapport", 200, 405, "rapportage:rapport"),
    **adressen_met("rapportage.inzien", "rapportversie", 200, 405, "rapportage:pdf"),
    **adressen_met("rapportage.wijzigen", "rapportversie", 200, 405, "rapportage:gegevens"),
}
