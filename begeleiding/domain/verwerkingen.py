"""What guidance keeps data of people for."""

from kern.contract import Stelling, Verwerking

VERWERKINGEN = [
    Verwerking(
        code="begeleiding.begeleiden",
        naam="Maatschappelijke begeleiding en de eerste maand",
        doel="Zorgen dat een gezin na vestiging alles regelt wat nodig is, en weten wie het begeleidt.",
        grondslagen=[
            Stelling(
                "Het college zorgt voor maatschappelijke begeleiding.", "Wet inburgering 2021, artikel 13"
            )
        ],
    )
]
