"""Signing in and out, and a forgotten passphrase, by django-allauth; and the pages that every user has.

Only these of allauth's pages exist: nobody signs up, and an address is changed by who manages users.
"""

from allauth.account import views as allauth
from allauth.mfa.base import views as stap
from allauth.mfa.recovery_codes import views as herstel
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as apparaat
from django.urls import path, re_path

from toegang import views

urlpatterns = [
    path("inloggen/", views.Inloggen.as_view(), name="account_login"),
    path("uitloggen/", allauth.logout, name="account_logout"),
    path("inloggen/toegang-uit/", allauth.account_inactive, name="account_inactive"),
    path("wachtzin/wijzigen/", allauth.password_change, name="account_change_password"),
    path("wachtzin/kiezen/", allauth.password_set, name="account_set_password"),
    path("wachtzin/vergeten/", allauth.password_reset, name="account_reset_password"),
    path("wachtzin/vergeten/verstuurd/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtzin/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NieuweWachtzin.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "wachtzin/nieuw/klaar/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("inloggen/bevestigen/", allauth.reauthenticate, name="account_reauthenticate"),
    path("inloggen/code/", stap.authenticate, name="mfa_authenticate"),
    path("inloggen/apparaat-onthouden/", stap.trust, name="mfa_trust"),
    path("inloggen/sleutel/", apparaat.login_webauthn, name="mfa_login_webauthn"),
    path("inloggen/bevestigen/code/", stap.reauthenticate, name="mfa_reauthenticate"),
    path(
        "inloggen/bevestigen/sleutel/",
        apparaat.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("beveiliging/", views.Beveiliging.as_view(), name="mfa_index"),
    path("beveiliging/app/", app.activate_totp, name="mfa_activate_totp"),
    path("beveiliging/app/weg/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("beveiliging/herstelcodes/", herstel.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "beveiliging/herstelcodes/nieuw/", herstel.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path("beveiliging/sleutels/", apparaat.list_webauthn, name="mfa_list_webauthn"),
    path("beveiliging/sleutels/nieuw/", apparaat.add_webauthn, name="mfa_add_webauthn"),
    path("beveiliging/sleutels/<int:pk>/naam/", apparaat.edit_webauthn, name="mfa_edit_webauthn"),
    path("beveiliging/sleutels/<int:pk>/weg/", apparaat.remove_webauthn, name="mfa_remove_webauthn"),
    path("beveiliging/sessies/", views.Sessies.as_view(), name="usersessions_list"),
    path("inloggen/verlengen/", views.SessieVerlengen.as_view(), name="sessie-verlengen"),
    path("gebruikers/", views.Gebruikers.as_view(), name="gebruikers"),
    path("gebruikers/toevoegen/", views.GebruikerToevoegen.as_view(), name="gebruiker-toevoegen"),
    path("gebruikers/<int:pk>/", views.GebruikerWijzigen.as_view(), name="gebruiker"),
    path("gebruikers/<int:pk>/toegang/", views.GebruikerToegang.as_view(), name="gebruiker-toegang"),
    path("gebruikers/<int:pk>/uitnodigen/", views.UitnodigingOpnieuw.as_view(), name="gebruiker-uitnodigen"),
    path("gebruikers/uitgenodigd/<int:pk>/", views.Uitgenodigd.as_view(), name="uitnodiging"),
    path("organisaties/", views.Organisaties.as_view(), name="organisaties"),
    path("organisaties/toevoegen/", views.OrganisatieToevoegen.as_view(), name="organisatie-toevoegen"),
    path("organisaties/<int:pk>/", views.OrganisatieWijzigen.as_view(), name="organisatie"),
    path("register/", views.Verwerkingen.as_view(), name="verwerkingen"),
    path("register/bestand/", views.VerwerkingenBestand.as_view(), name="verwerkingen-bestand"),
    path("welkom/", views.Welkom.as_view(), name="welkom"),
    path("onderdelen/", views.Onderdelen.as_view(), name="onderdelen"),
    path("hulp/", views.Hulp.as_view(), name="hulp"),
    path("toegankelijkheid/", views.Toegankelijkheid.as_view(), name="toegankelijkheid"),
    path("privacy/", views.Privacy.as_view(), name="privacy"),
]
