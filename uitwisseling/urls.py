"""Addresses of files in and out; a file by an opaque key."""

from django.urls import path

from uitwisseling import views

app_name = "uitwisseling"
urlpatterns = [
    path("", views.Begin.as_view(), name="begin"),
    path("export/<str:soort>.<str:formaat>", views.Exporteren.as_view(), name="export"),
    path("bestand/<uuid:sleutel>/", views.Voorbeeld.as_view(), name="voorbeeld"),
    path("bestand/<uuid:sleutel>/fouten.csv", views.Fouten.as_view(), name="fouten"),
    path("bestand/<uuid:sleutel>/opzij/", views.Opzij.as_view(), name="opzij"),
    path("bestand/<uuid:sleutel>/wijzigingen/", views.Wijzigingen.as_view(), name="wijzigingen"),
    path("bestand/<uuid:sleutel>/kolommen/", views.Kolommen.as_view(), name="kolommen"),
    path("bestand/<uuid:sleutel>/besluit/", views.Besluit.as_view(), name="besluit"),
    path("bestand/<uuid:sleutel>/ongedaan/", views.Ongedaan.as_view(), name="ongedaan"),
    path("<str:soort>/", views.Inlezen.as_view(), name="inlezen"),
    path("<str:soort>/sjabloon.xlsx", views.Sjabloon.as_view(), name="sjabloon"),
]
