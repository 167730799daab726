"""What kern itself tells the register: the head of the plan."""

from kern.contract import Domein, Plandeel
from kern.plandeel import SECTIES, laad_plan, lees_plan
from kern.register import register

register.registreer(Domein(code="kern", label="Plan", plan=Plandeel(SECTIES, lees_plan, laad_plan)))
