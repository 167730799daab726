"""What rapportage tells the others: its pages. The chapters of its reports come from them."""

from kern.contract import Adressen, Domein, Menupunt
from kern.register import register

register.registreer(
    Domein(
        code="rapportage",
        label="Rapporten",
        menu=[Menupunt("Rapporten", "rapportage:rapporten", "rapport", "Sturing", 50)],
        urls=Adressen("rapporten/", "rapportage.urls"),
    )
)
