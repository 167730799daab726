"""What werk_inkomen tells the others."""

from kern.contract import Domein
from kern.register import register

register.registreer(Domein(code="werk_inkomen", label="Werk en inkomen", onderwerp="Werk en inkomen"))
