"""Addresses for the partner organisations; who answers their questions does so below the dossiers."""

from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("verwijzingen/", views.Start.as_view(), name="verwijzingen"),
    path("verwijzingen/<int:pk>/aannemen/", views.Aannemen.as_view(), name="aannemen"),
    path("verwijzingen/<int:pk>/afwijzen/", views.Afwijzen.as_view(), name="afwijzen"),
    path("verwijzingen/<int:pk>/afronden/", views.Afronden.as_view(), name="afronden"),
    path("verwijzingen/<int:pk>/vraag/", views.VraagStellen.as_view(), name="vraag"),
    path("dossiers/vragen/<int:pk>/", views.VraagBeantwoorden.as_view(), name="beantwoorden"),
    path("verwijzingen/plaatsen/", views.PlaatsenZetten.as_view(), name="plaatsen"),
]
