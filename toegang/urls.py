"""Signing in and out, and a forgotten passphrase, by django-allauth."""

from allauth.account import views as allauth
from django.urls import path

urlpatterns = [
    path("inloggen/", allauth.login, name="account_login"),
    path("uitloggen/", allauth.logout, name="account_logout"),
]
