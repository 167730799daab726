"""Addresses of huisvesting."""

from django.urls import path

from huisvesting import views

app_name = "huisvesting"
urlpatterns = [
    path("taakstelling/", views.Taakstelling.as_view(), name="taakstelling"),
    path("taakstelling/verloop.svg", views.VerloopGrafiek.as_view(), name="verloop"),
    path("taakstelling/verloop-smal.svg", views.VerloopGrafiek.as_view(smal=True), name="verloop-smal"),
    path("taakstelling/<str:periode>/gehuisvest/", views.Gehuisvest.as_view(), name="gehuisvest"),
    path("taakstelling/opgave/nieuw/", views.OpgaveVastleggen.as_view(), name="opgave-nieuw"),
    path("taakstelling/<str:periode>/opgave/", views.Opgavepagina.as_view(), name="opgave"),
    path(
        "taakstelling/<str:periode>/opgave/<int:pk>/", views.OpgaveWijzigen.as_view(), name="opgave-wijzigen"
    ),
    path("taakstelling/<str:periode>/uitruil/", views.UitruilVastleggen.as_view(), name="uitruil-nieuw"),
    path(
        "taakstelling/<str:periode>/uitruil/<int:pk>/",
        views.UitruilWijzigen.as_view(),
        name="uitruil-wijzigen",
    ),
    path("taakstelling/amv/", views.AmvGevolgen.as_view(), name="amv"),
    path("taakstelling/amv/grafiek.svg", views.AmvGrafiek.as_view(), name="amv-grafiek"),
    path("taakstelling/amv/grafiek-smal.svg", views.AmvGrafiek.as_view(smal=True), name="amv-grafiek-smal"),
    path("taakstelling/amv/bestand/<str:vorm>/", views.AmvUitvoer.as_view(), name="amv-uitvoer"),
    path("taakstelling/amv/bewoners/", views.AmvBewoners.as_view(), name="amv-bewoners"),
    path("taakstelling/amv/bewaren/", views.AmvBewaren.as_view(), name="amv-bewaren"),
    path("taakstelling/amv/bewaard/", views.AmvBewaardeLijst.as_view(), name="amv-lijst"),
    path("taakstelling/amv/bewaard/<int:pk>/", views.AmvBewaard.as_view(), name="amv-bewaard"),
    path("taakstelling/verwacht/", views.Verwacht.as_view(), name="verwacht"),
    path("woningen/", views.Woningen.as_view(), name="woningen"),
    path("woningen/nieuw/", views.WoningToevoegen.as_view(), name="woning-toevoegen"),
    path("woningen/<int:pk>/", views.WoningWijzigen.as_view(), name="woning"),
    path("plaatsen/<uuid:sleutel>/", views.Plaatsen.as_view(), name="plaatsen"),
    path("verwachting/<uuid:sleutel>/", views.VerwachtingVastleggen.as_view(), name="verwachting"),
    path("plaatsingen/<int:pk>/beeindigen/", views.PlaatsingBeeindigen.as_view(), name="beeindigen"),
]
