"""Addresses of the workplace: the pages of a person, below the same folder as the case, and the read log."""

from django.urls import path

from werkplek import views

app_name = "werkplek"
urlpatterns = [
    path("werk/", views.MijnWerk.as_view(), name="mijn-werk"),
    path("dossiers/<uuid:sleutel>/", views.Dossier.as_view(), name="dossier"),
    path("dossiers/<uuid:sleutel>/geschiedenis/", views.Geschiedenis.as_view(), name="geschiedenis"),
    path("dossiers/<uuid:sleutel>/gezin/", views.GezinAfdrukken.as_view(), name="gezin"),
    path("dossiers/<uuid:sleutel>/inzage/", views.Inzage.as_view(), name="inzage"),
    path(
        "dossiers/<uuid:sleutel>/inzage/afdrukken/",
        views.InzageAfdrukken.as_view(),
        name="inzage-afdrukken",
    ),
    path("leeslog/", views.Leeslog.as_view(), name="leeslog"),
    path("leeslog/bestand/", views.LeeslogBestand.as_view(), name="leeslog-bestand"),
    path("leeslog/<uuid:sleutel>/", views.LeesregelBeoordelen.as_view(), name="leesregel"),
]
