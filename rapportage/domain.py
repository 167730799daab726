"""What rapportage tells the others: its pages. The chapters of its reports come from them."""

from kern.contract import Adressen, Domein, Exporttabel, Menupunt
from kern.register import register
from rapportage import figures

register.registreer(
    Domein(
        code="rapportage",
        label="Rapporten",
        exporten=[
            Exporttabel(
                soort="kerncijfers",
                label="Kerncijfers",
                kolommen=figures.CIJFERKOLOMMEN,
                rijen=figures.cijferrijen,
                recht=None,
            )
        ],
        menu=[Menupunt("Rapporten", "rapportage:rapporten", "rapport", "Sturing", 50)],
        urls=Adressen("rapporten/", "rapportage.urls"),
    )
)
