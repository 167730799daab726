"""What partners tells the others."""

from kern.contract import Adressen, Domein, Menupunt
from kern.register import register

register.registreer(
    Domein(
        code="partners",
        label="Partners",
        menu=[Menupunt("Verwijzingen", "partners:verwijzingen", "verwijzing", volgorde=10)],
        urls=Adressen("verwijzingen/", "partners.urls"),
    )
)
