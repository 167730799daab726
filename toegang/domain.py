"""What toegang tells the others."""

from kern.contract import Domein, Plandeel
from kern.register import register
from toegang.imports import SECTIES, laad_plan, lees_plan

register.registreer(
    Domein(code="toegang", label="Toegang", plan=Plandeel(SECTIES, lees_plan, laad_plan)),
)
