"""What werkplek tells the others."""

from kern.contract import Domein
from kern.register import register

register.registreer(Domein(code="werkplek", label="Mijn werk"))
