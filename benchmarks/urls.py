"""The addresses of the product, and the admin's."""

from django.urls import path

from benchmarks.admin import beheer
from wassenaar_integratie.urls import urlpatterns as van_product

urlpatterns = [path("admin/", beheer.urls), *van_product]
