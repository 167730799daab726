"""What toegang tells the others."""

from kern.contract import Domein, Menupunt, Plandeel
from kern.register import register
from toegang.imports import SECTIES, laad_plan, lees_plan

register.registreer(
    Domein(
        code="toegang",
        label="Toegang",
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
        menu=[
            Menupunt("Gebruikers", "gebruikers", "gebruiker", volgorde=80, recht="gebruikers"),
            Menupunt("Organisaties", "organisaties", "begeleiding", volgorde=81, recht="wijzigen"),
        ],
    ),
)
