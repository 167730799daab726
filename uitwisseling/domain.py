"""What uitwisseling tells the others."""

from kern.contract import Adressen, Domein
from kern.register import register

register.registreer(
    Domein(
        code="uitwisseling",
        label="Uitwisseling",
        urls=Adressen("inlezen/", "uitwisseling.urls"),
    )
)
