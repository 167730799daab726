"""Addresses for the partner organisations."""

from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.Verwijzingen.as_view(), name="verwijzingen"),
    path("<int:pk>/aannemen/", views.Aannemen.as_view(), name="aannemen"),
    path("<int:pk>/afwijzen/", views.Afwijzen.as_view(), name="afwijzen"),
    path("<int:pk>/afronden/", views.Afronden.as_view(), name="afronden"),
]
