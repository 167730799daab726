"""What onderwijs tells the others."""

from kern.contract import Domein
from kern.register import register

register.registreer(Domein(code="onderwijs", label="Onderwijs", onderwerp="Onderwijs"))
