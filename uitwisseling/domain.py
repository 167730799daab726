"""What uitwisseling tells the others."""

from kern.contract import Adressen, Domein, Menupunt, Stelling, Verwerking
from kern.register import register

register.registreer(
    Domein(
        code="uitwisseling",
        label="Uitwisseling",
        menu=[Menupunt("Inlezen", "uitwisseling:begin", "document", volgorde=45, recht="wijzigen")],
        urls=Adressen("inlezen/", "uitwisseling.urls"),
        verwerkingen=[
            Verwerking(
                code="uitwisseling.inlezen",
                naam="Bestanden inlezen",
                doel="Gegevens uit bestanden van de gemeente en het COA overnemen, en dat kunnen terugdraaien.",
                grondslagen=[Stelling("Die van de dossiers waar de rijen in komen.")],
                maatregelen=[
                    "Een bestand wordt versleuteld bewaard, onder een naam die niets zegt.",
                    "De rijen verdwijnen zodra het bestand is opgeslagen of gestopt.",
                ],
            )
        ],
    )
)
