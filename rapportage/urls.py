"""Addresses of the reports; a month is written as 2017-04."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from rapportage import views
from rapportage.rules import lees_maand


class Maand:
    """The first day of a month. A month that does not exist is no address."""

    regex = r"\d{4}-\d{2}"

    def to_python(self, value: str) -> date:
        return lees_maand(value)

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(Maand, "maand")

app_name = "rapportage"
urlpatterns = [
    path("", views.Rapporten.as_view(), name="rapporten"),
    path("maken/", views.RapportMaken.as_view(), name="maken"),
    path("<slug:soort>/<maand:maand>/", views.Rapportpagina.as_view(), name="rapport"),
    path("<slug:soort>/<maand:maand>/<int:versie>.pdf", views.Pdf.as_view(), name="pdf"),
    path("<slug:soort>/<maand:maand>/<int:versie>.json", views.Gegevens.as_view(), name="gegevens"),
]
