"""What inburgering tells the others."""

from kern.contract import Domein
from kern.register import register

register.registreer(Domein(code="inburgering", label="Inburgering", onderwerp="Inburgering"))
