"""Addresses of the shared case; persons by an opaque key, never by name or number."""

from django.urls import path

from dossiers import views

app_name = "dossiers"
urlpatterns = [
    path("", views.Dossierlijst.as_view(), name="lijst"),
    path("exporteren/<str:vorm>/", views.Exporteren.as_view(), name="exporteren"),
    path("filters/bewaren/", views.FilterBewaren.as_view(), name="filter_bewaren"),
    path("filters/<int:pk>/naam/", views.FilterHernoemen.as_view(), name="filter_hernoemen"),
    path("filters/<int:pk>/weghalen/", views.FilterWeghalen.as_view(), name="filter_weghalen"),
    path("registreren/", views.GezinRegistreren.as_view(), name="registreren"),
    path("<uuid:sleutel>/wijzigen/", views.PersoonWijzigen.as_view(), name="wijzigen"),
    path("<uuid:sleutel>/gezinslid/", views.GezinslidToevoegen.as_view(), name="gezinslid"),
    path("<uuid:sleutel>/vertrek/", views.VertrekVastleggen.as_view(), name="vertrek"),
    path("waarneming/", views.Waarnemingen.as_view(), name="waarneming"),
    path("waarneming/nieuw/", views.WaarnemingVastleggen.as_view(), name="waarneming-nieuw"),
    path("waarneming/<int:pk>/", views.WaarnemingWijzigen.as_view(), name="waarneming-wijzigen"),
    path("waarneming/<int:pk>/intrekken/", views.WaarnemingIntrekken.as_view(), name="waarneming-intrekken"),
    path("contact/<int:pk>/", views.ContactPagina.as_view(), name="contact"),
    path("contact/<int:pk>/wijzigen/", views.ContactWijzigen.as_view(), name="contact-wijzigen"),
    path("contact/<int:pk>/doorhalen/", views.ContactDoorhalen.as_view(), name="contact-doorhalen"),
    path("taak/<int:pk>/", views.TaakPagina.as_view(), name="taak"),
    path("taak/<int:pk>/wijzigen/", views.TaakWijzigen.as_view(), name="taak-wijzigen"),
    path("taak/<int:pk>/overdragen/", views.TaakOverdragen.as_view(), name="taak-overdragen"),
    path("taak/<int:pk>/gedaan/", views.TaakGedaan.as_view(), name="taak-gedaan"),
    path("taak/<int:pk>/heropenen/", views.TaakHeropenen.as_view(), name="taak-heropenen"),
    path("taak/<int:pk>/doorhalen/", views.TaakDoorhalen.as_view(), name="taak-doorhalen"),
    path("document/<int:pk>/", views.DocumentPagina.as_view(), name="document"),
    path("document/<int:pk>/bestand/", views.DocumentBestand.as_view(), name="document-bestand"),
    path("document/<int:pk>/wijzigen/", views.DocumentWijzigen.as_view(), name="document-wijzigen"),
    path("document/<int:pk>/doorhalen/", views.DocumentDoorhalen.as_view(), name="document-doorhalen"),
    path("signaal/<int:pk>/", views.SignaalPagina.as_view(), name="signaal"),
    path("signaal/<int:pk>/wijzigen/", views.SignaalWijzigen.as_view(), name="signaal-wijzigen"),
    path("signaal/<int:pk>/antwoord/", views.SignaalBeantwoorden.as_view(), name="signaal-antwoord"),
    path("signaal/<int:pk>/doorhalen/", views.SignaalDoorhalen.as_view(), name="signaal-doorhalen"),
    path("<uuid:sleutel>/noteren/", views.Noteren.as_view(), name="noteren"),
    path("<uuid:sleutel>/contact/", views.ContactVastleggen.as_view(), name="contact-nieuw"),
    path("<uuid:sleutel>/taak/", views.TaakVastleggen.as_view(), name="taak-nieuw"),
    path("<uuid:sleutel>/document/", views.DocumentVastleggen.as_view(), name="document-nieuw"),
    path("<uuid:sleutel>/signaal/", views.SignaalVastleggen.as_view(), name="signaal-nieuw"),
    path("<uuid:sleutel>/overdragen/", views.RegieOverdragen.as_view(), name="overdragen"),
    path("<uuid:sleutel>/relaties/", views.Relaties.as_view(), name="relaties"),
    path("<uuid:sleutel>/relaties/<int:pk>/", views.RelatieBeeindigen.as_view(), name="relatie-einde"),
    path("<uuid:sleutel>/bsn/", views.BsnTonen.as_view(), name="bsn"),
]
