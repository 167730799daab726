"""What huisvesting keeps data of people for."""

from kern.contract import Stelling, Verwerking

VERWERKINGEN = [
    Verwerking(
        code="huisvesting.huisvesten",
        naam="Huisvesten en tellen voor de taakstelling",
        doel="Mensen een woning geven en laten zien of de gemeente haalt wat het Rijk vraagt.",
        grondslagen=[
            Stelling(
                "Taakstelling voor het huisvesten van vergunninghouders.",
                "Huisvestingswet 2014, artikel 28 tot en met 30",
            )
        ],
    )
]
