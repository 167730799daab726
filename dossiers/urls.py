"""Addresses of the shared case; persons by an opaque key, never by name or number."""

from django.urls import path

from dossiers import views

app_name = "dossiers"
urlpatterns = [
    path("", views.Dossierlijst.as_view(), name="lijst"),
    path("registreren/", views.GezinRegistreren.as_view(), name="registreren"),
    path("<uuid:sleutel>/wijzigen/", views.PersoonWijzigen.as_view(), name="wijzigen"),
    path("<uuid:sleutel>/gezinslid/", views.GezinslidToevoegen.as_view(), name="gezinslid"),
    path("<uuid:sleutel>/vertrek/", views.VertrekVastleggen.as_view(), name="vertrek"),
]
