"""What regie tells the others."""

from kern.contract import Domein, Plandeel
from kern.register import register
from regie.imports import SECTIES, laad_plan, lees_plan

register.registreer(Domein(code="regie", label="Regie", plan=Plandeel(SECTIES, lees_plan, laad_plan)))
