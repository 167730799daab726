"""Addresses for the partner organisations, and of their questions."""

from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.Start.as_view(), name="verwijzingen"),
    path("<int:pk>/aannemen/", views.Aannemen.as_view(), name="aannemen"),
    path("<int:pk>/afwijzen/", views.Afwijzen.as_view(), name="afwijzen"),
    path("<int:pk>/afronden/", views.Afronden.as_view(), name="afronden"),
    path("<int:pk>/vraag/", views.VraagStellen.as_view(), name="vraag"),
    path("vragen/<int:pk>/", views.VraagBeantwoorden.as_view(), name="beantwoorden"),
    path("plaatsen/", views.PlaatsenZetten.as_view(), name="plaatsen"),
]
