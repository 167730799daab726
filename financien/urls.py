"""Addresses of financien."""

from django.urls import path

from financien import views

app_name = "financien"
urlpatterns = [
    path("", views.AansluitingPagina.as_view(), name="aansluiting"),
    path("activiteiten.svg", views.ActiviteitenGrafiek.as_view(), name="grafiek"),
    path("activiteiten-smal.svg", views.ActiviteitenGrafiek.as_view(smal=True), name="grafiek-smal"),
    path("<slug:code>/", views.RegelPagina.as_view(), name="regel"),
    path("<slug:code>/personen/", views.PersonenPagina.as_view(), name="personen"),
]
