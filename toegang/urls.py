"""Signing in and out, and a forgotten passphrase, by django-allauth; and the pages that every user has.

Only these of allauth's pages exist: nobody signs up, and an address is changed by who manages users.
"""

from allauth.account import views as allauth
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
    path("welkom/", views.Welkom.as_view(), name="welkom"),
    path("onderdelen/", views.Onderdelen.as_view(), name="onderdelen"),
    path("hulp/", views.Hulp.as_view(), name="hulp"),
    path("toegankelijkheid/", views.Toegankelijkheid.as_view(), name="toegankelijkheid"),
    path("privacy/", views.Privacy.as_view(), name="privacy"),
]
