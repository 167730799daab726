"""What partners tells the others."""

from kern.contract import Adressen, Domein, Menupunt
from kern.register import register
from partners.demo import maak_verwijzingen

register.registreer(
    Domein(
        code="partners",
        label="Partners",
        menu=[Menupunt("Verwijzingen", "partners:verwijzingen", "verwijzing", volgorde=10)],
        demo=maak_verwijzingen,
        urls=Adressen("verwijzingen/", "partners.urls"),
    )
)
