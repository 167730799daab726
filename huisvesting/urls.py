"""Addresses of huisvesting."""

from django.urls import path

from huisvesting import views

app_name = "huisvesting"
urlpatterns = [
    path("taakstelling/", views.Taakstelling.as_view(), name="taakstelling"),
    path("taakstelling/verloop.svg", views.VerloopGrafiek.as_view(), name="verloop"),
    path("taakstelling/verloop-smal.svg", views.VerloopGrafiek.as_view(smal=True), name="verloop-smal"),
    path("taakstelling/bestand/<str:vorm>/", views.TaakstellingBestand.as_view(), name="bestand"),
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
    path("taakstelling/prognose/", views.Prognose.as_view(), name="prognose"),
    path("taakstelling/prognose/grafiek.svg", views.PrognoseGrafiek.as_view(), name="prognose-grafiek"),
    path(
        "taakstelling/prognose/grafiek-smal.svg",
        views.PrognoseGrafiek.as_view(smal=True),
        name="prognose-grafiek-smal",
    ),
    path(
        "taakstelling/prognose/<str:periode>/", views.PrognosePersonen.as_view(), name="prognose-personen"
    ),
    path("taakstelling/prognose/<str:periode>/amv/", views.PrognoseAmv.as_view(), name="prognose-amv"),
    path("taakstelling/getallen/", views.Stuurgetallen.as_view(), name="stuurgetallen"),
    path("taakstelling/getallen/nieuw/", views.StuurgetalVastleggen.as_view(), name="stuurgetal-nieuw"),
    path("taakstelling/getallen/<int:pk>/", views.StuurgetalWijzigen.as_view(), name="stuurgetal"),
    path("taakstelling/toezicht/", views.Toezicht.as_view(), name="toezicht"),
    path(
        "taakstelling/toezicht/stap/nieuw/", views.ToezichtstapVastleggen.as_view(), name="toezichtstap-nieuw"
    ),
    path("taakstelling/toezicht/stap/<int:pk>/", views.ToezichtstapWijzigen.as_view(), name="toezichtstap"),
    path(
        "taakstelling/toezicht/stap/<int:pk>/doorhalen/",
        views.ToezichtstapDoorhalen.as_view(),
        name="toezichtstap-doorhalen",
    ),
    path("taakstelling/toezicht/<str:periode>/gekoppeld/", views.Gekoppeld.as_view(), name="gekoppeld"),
    path("taakstelling/coa/", views.WijEnCoa.as_view(), name="coa"),
    path("taakstelling/telt-niet-mee/", views.TeltNietMee.as_view(), name="telt-niet-mee"),
    path("taakstelling/verwacht/", views.Verwacht.as_view(), name="verwacht"),
    path("woningen/", views.Woningen.as_view(), name="woningen"),
    path("woningen/nieuw/", views.WoningToevoegen.as_view(), name="woning-toevoegen"),
    path("woningen/bestand/<str:vorm>/", views.WoningenBestand.as_view(), name="woningen-bestand"),
    path("woningen/tekort/", views.Tekort.as_view(), name="tekort"),
    path("woningen/tekort/wijken.svg", views.WijkGrafiek.as_view(), name="wijken"),
    path("woningen/tekort/wijken-smal.svg", views.WijkGrafiek.as_view(smal=True), name="wijken-smal"),
    path("woningen/wachtenden/", views.Wachtenden.as_view(), name="wachtenden"),
    path("woningen/<int:pk>/", views.WoningWijzigen.as_view(), name="woning"),
    path("woningen/<int:pk>/wie-past/", views.WiePast.as_view(), name="wie-past"),
    path("mogelijk/", views.MogelijkeWoningen.as_view(), name="mogelijk"),
    path("mogelijk/nieuw/", views.MogelijkToevoegen.as_view(), name="mogelijk-toevoegen"),
    path("mogelijk/<int:pk>/", views.MogelijkWijzigen.as_view(), name="mogelijk-wijzigen"),
    path("mogelijk/<int:pk>/woning/", views.WordtWoning.as_view(), name="wordt-woning"),
    path("verhuurders/", views.Verhuurders.as_view(), name="verhuurders"),
    path("verhuurders/afspraak/nieuw/", views.AfspraakToevoegen.as_view(), name="afspraak-toevoegen"),
    path("verhuurders/afspraak/<int:pk>/", views.AfspraakWijzigen.as_view(), name="afspraak-wijzigen"),
    path("aanbod/", views.Aanbodlijst.as_view(), name="aanbodlijst"),
    path("aanbod/nieuw/<uuid:sleutel>/", views.BiedAan.as_view(), name="aanbieden"),
    path("aanbod/<int:pk>/", views.Aanbodpagina.as_view(), name="aanbod"),
    path("aanbod/<int:pk>/huur/", views.AanbodContract.as_view(), name="aanbod-contract"),
    path("aanbod/<int:pk>/terug/", views.AanbodTerug.as_view(), name="aanbod-terug"),
    path("aanbod/<int:pk>/stap/<str:stap>/", views.AanbodStap.as_view(), name="aanbod-stap"),
    path("plaatsen/<uuid:sleutel>/", views.Plaatsen.as_view(), name="plaatsen"),
    path("overname/<uuid:sleutel>/", views.OvernameMelden.as_view(), name="overname"),
    path("verwachting/<uuid:sleutel>/", views.VerwachtingVastleggen.as_view(), name="verwachting"),
    path("plaatsingen/<int:pk>/beeindigen/", views.PlaatsingBeeindigen.as_view(), name="beeindigen"),
]
