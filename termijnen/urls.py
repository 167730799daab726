"""Addresses of termijnen."""

from django.urls import path

from termijnen import views

app_name = "termijnen"
urlpatterns = [
    path("<uuid:sleutel>/", views.Termijnen.as_view(), name="dossier"),
    path("<int:pk>/besluit/", views.Besluit.as_view(), name="besluit"),
    path("besluit/<int:pk>/terugdraaien/", views.Terugdraaien.as_view(), name="terugdraaien"),
]
