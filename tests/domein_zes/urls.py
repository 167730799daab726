"""Addresses of the sixth domain."""

from django.urls import path

from tests.domein_zes.views import Start

app_name = "sport"
urlpatterns = [path("", Start.as_view(), name="start")]
