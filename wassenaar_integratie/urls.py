"""All addresses: the project's own, and those that the domains registered."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from kern.register import register
from toegang import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.Start.as_view(), name="start"),
    path("favicon.ico", views.Beeldmerk.as_view(), name="beeldmerk"),
    path("", include("toegang.urls")),
    *(path(domein.urls.voorvoegsel, include(domein.urls.module)) for domein in register if domein.urls),
]
handler404 = "toegang.poort.paginas.niet_gevonden"
handler400 = "toegang.poort.paginas.slecht_verzoek"
if settings.DEMONSTRATIE:
    urlpatterns.append(path("demonstratie/inloggen/", views.DemoInloggen.as_view(), name="demo-inloggen"))
