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
    path("boekingen/ontvangen/", views.Ontvangen.as_view(), name="ontvangen"),
    path("boekingen/besteed/", views.Besteed.as_view(), name="besteed"),
    path("boekingen/gekoppeld/", views.Gekoppeld.as_view(), name="gekoppeld"),
    path("boekingen/nakijken/", views.Nakijken.as_view(), name="nakijken"),
    path("boekingen/nakijken/<int:pk>/", views.MerkBesluit.as_view(), name="merk"),
    path("boekingen/<int:pk>/", views.Boekingpagina.as_view(), name="boeking"),
    path("boekingen/<int:pk>/koppelen/", views.Koppelen.as_view(), name="koppelen"),
    path("boekingen/<int:pk>/losmaken/", views.Losmaken.as_view(), name="losmaken"),
    path("verplichtingen/", views.Verplichtingen.as_view(), name="verplichtingen"),
    path("verplichtingen/nieuw/", views.VerplichtingToevoegen.as_view(), name="verplichting-nieuw"),
    path("verplichtingen/<int:pk>/", views.Verplichtingpagina.as_view(), name="verplichting"),
    path(
        "verplichtingen/<int:pk>/wijzigen/",
        views.VerplichtingWijzigen.as_view(),
        name="verplichting-wijzigen",
    ),
    path(
        "verplichtingen/<int:pk>/beeindigen/",
        views.VerplichtingBeeindigen.as_view(),
        name="verplichting-beeindigen",
    ),
    path("wijzigingen/", views.Wijzigingen.as_view(), name="wijzigingen"),
    path("wijzigingen/nieuw/", views.WijzigingToevoegen.as_view(), name="wijziging-nieuw"),
    path("overheveling/", views.OverhevelPagina.as_view(), name="overheveling"),
    path("overheveling/besluit/", views.Overhevelen.as_view(), name="overhevelen"),
    path("maanden/", views.Maanden.as_view(), name="maanden"),
    path("maanden/<str:maand>/sluiten/", views.MaandSluiten.as_view(), name="maand-sluiten"),
    path("maanden/<int:pk>/heropenen/", views.MaandHeropenen.as_view(), name="maand-heropenen"),
    path("rekeningen/", views.Rekeningen.as_view(), name="rekeningen"),
    path("rekeningen/nieuw/", views.RekeningToevoegen.as_view(), name="rekening-nieuw"),
    path("rekeningen/<int:pk>/stoppen/", views.RekeningStoppen.as_view(), name="rekening-stoppen"),
    path("afwijkingen/", views.Afwijkingen.as_view(), name="afwijkingen"),
    path("afwijkingen/drempel/", views.DrempelZetten.as_view(), name="drempel"),
    path("<slug:code>/", views.RegelPagina.as_view(), name="regel"),
    path("<slug:code>/boekingen/", views.Regelboekingen.as_view(), name="regelboekingen"),
    path("<slug:code>/personen/", views.PersonenPagina.as_view(), name="personen"),
    path("<slug:code>/verklaren/", views.Verklaren.as_view(), name="verklaren"),
]
