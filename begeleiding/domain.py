"""What begeleiding tells the others."""

from begeleiding.imports import SECTIES, laad_plan, lees_plan
from kern.contract import Domein, Plandeel
from kern.register import register

register.registreer(
    Domein(
        code="begeleiding",
        label="Begeleiding",
        onderwerp="Begeleiding",
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
    ),
)
