"""What financien keeps data of people for."""

from kern.contract import Stelling, Verwerking

VERWERKINGEN = [
    Verwerking(
        code="financien.verantwoorden",
        naam="Het geld van het plan verantwoorden",
        doel="Elke boeking bij de juiste regel van de begroting zetten, en laten zien wie dat deed.",
        grondslagen=[
            Stelling("Verantwoording van de uitgaven van de gemeente.", "Gemeentewet, artikel 197 en 212")
        ],
    )
]
