"""Addresses of begeleiding."""

from django.urls import path

from begeleiding import views

app_name = "begeleiding"
urlpatterns = [
    path("eerste-maand/", views.Lijsten.as_view(), name="lijsten"),
    path("eerste-maand/<int:pk>/", views.EersteMaandPagina.as_view(), name="eerste-maand"),
    path("eerste-maand/stap/<int:pk>/", views.StapGedaan.as_view(), name="stap-gedaan"),
    path("eerste-maand/stap/<int:pk>/niet/", views.StapNiet.as_view(), name="stap-niet"),
    path("eerste-maand/stap/<int:pk>/terug/", views.StapTerug.as_view(), name="stap-terug"),
    path("stappen/", views.Stappenlijsten.as_view(), name="stappen"),
    path("stappen/nieuw/", views.VersieMaken.as_view(), name="versie-nieuw"),
    path("stappen/<int:pk>/", views.VersieWijzigen.as_view(), name="versie"),
    path("stappen/<int:pk>/weg/", views.VersieWeg.as_view(), name="versie-weg"),
    path("stappen/<int:pk>/stap/", views.StapToevoegen.as_view(), name="lijststap-nieuw"),
    path("stappen/stap/<int:pk>/", views.LijststapWijzigen.as_view(), name="lijststap"),
    path("stappen/stap/<int:pk>/weg/", views.LijststapWeg.as_view(), name="lijststap-weg"),
    path("trajecten/", views.Belasting.as_view(), name="trajecten"),
    path("trajecten/nieuw/<uuid:sleutel>/", views.TrajectBeginnen.as_view(), name="traject-nieuw"),
    path("trajecten/<int:pk>/", views.TrajectWijzigen.as_view(), name="traject"),
]
