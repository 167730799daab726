"""What werkplek tells the others."""

from kern.contract import Adressen, Domein
from kern.register import register

register.registreer(Domein(code="werkplek", label="Mijn werk", urls=Adressen("", "werkplek.urls")))
