"""Addresses of the workplace: the pages of a person, below the same folder as the case."""

from django.urls import path

from werkplek import views

app_name = "werkplek"
urlpatterns = [
    path("<uuid:sleutel>/", views.Dossier.as_view(), name="dossier"),
    path("<uuid:sleutel>/geschiedenis/", views.Geschiedenis.as_view(), name="geschiedenis"),
    path("<uuid:sleutel>/gezin/", views.GezinAfdrukken.as_view(), name="gezin"),
]
