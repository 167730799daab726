"""Addresses of financien."""

from django.urls import path

from financien import views

app_name = "financien"
urlpatterns = [
    path("", views.AansluitingPagina.as_view(), name="aansluiting"),
    path("activiteiten.svg", views.ActiviteitenGrafiek.as_view(), name="grafiek"),
    path("activiteiten-smal.svg", views.ActiviteitenGrafiek.as_view(smal=True), name="grafiek-smal"),
    path("bestand/<str:vorm>/", views.AansluitingBestand.as_view(), name="bestand"),
    path("boekingen/", views.ZonderRegel.as_view(), name="boekingen"),
    path("boekingen/koppelen/", views.KoppelGekozen.as_view(), name="koppel-gekozen"),
    path("boekingen/nakijken/", views.Nakijken.as_view(), name="nakijken"),
    path("boekingen/nakijken/<int:pk>/", views.MerkBesluit.as_view(), name="merk"),
    path("boekingen/<int:pk>/", views.Boekingpagina.as_view(), name="boeking"),
    path("boekingen/<int:pk>/koppelen/", views.Koppelen.as_view(), name="koppelen"),
    path("boekingen/<int:pk>/losmaken/", views.Losmaken.as_view(), name="losmaken"),
    path("<slug:code>/", views.RegelPagina.as_view(), name="regel"),
    path("<slug:code>/boekingen/", views.Regelboekingen.as_view(), name="regelboekingen"),
    path("<slug:code>/personen/", views.PersonenPagina.as_view(), name="personen"),
]
