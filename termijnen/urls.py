"""Addresses of termijnen, below those of the case."""

from django.urls import path

from termijnen import views

app_name = "termijnen"
urlpatterns = [
    path("<uuid:sleutel>/termijnen/", views.Termijnen.as_view(), name="dossier"),
    path("termijn/<int:pk>/besluit/", views.Besluit.as_view(), name="besluit"),
    path("termijn/besluit/<int:pk>/terugdraaien/", views.Terugdraaien.as_view(), name="terugdraaien"),
]
