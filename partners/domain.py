"""What partners tells the others."""

from kern.contract import Domein
from kern.register import register

register.registreer(Domein(code="partners", label="Partners"))
