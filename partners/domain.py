"""What partners tells the others."""

from dossiers.figures import nieuwe_verwijzingen
from kern.contract import Adressen, Domein, Menupunt, Verwijsactie
from kern.register import register
from partners.demo import maak_verwijzingen

register.registreer(
    Domein(
        code="partners",
        label="Partners",
        menu=[
            Menupunt(
                "Verwijzingen",
                "partners:verwijzingen",
                "verwijzing",
                volgorde=10,
                teller=nieuwe_verwijzingen,
                tellerwoorden=("wacht op een antwoord", "wachten op een antwoord"),
            )
        ],
        verwijsacties=[Verwijsactie("Rond af", "partners:afronden")],
        demo=maak_verwijzingen,
        urls=Adressen("verwijzingen/", "partners.urls"),
    )
)
