"""What werkplek tells the others."""

from kern.contract import Adressen, Domein, Menupunt
from kern.register import register
from werkplek.figures.werk import te_laat

register.registreer(
    Domein(
        code="werkplek",
        label="Mijn werk",
        menu=[
            Menupunt(
                "Mijn werk",
                "werkplek:mijn-werk",
                "werk",
                volgorde=0,
                teller=te_laat,
                tellerwoorden=("is te laat", "zijn te laat"),
            )
        ],
        urls=Adressen("", "werkplek.urls"),
    )
)
