"""What is expected of the addresses of guidance. Part of the table of the matrix."""

from __future__ import annotations

from tests.toegang.matrix.adres import Adres, adressen_met

BEGELEIDING: dict[str, Adres] = {
    **adressen_met("begeleiding.inzien", "geen", 200, 405, "begeleiding:lijsten", "begeleiding:trajecten"),
    **adressen_met("begeleiding.inzien", "eerste_maand", 200, 405, "begeleiding:eerste-maand"),
    **adressen_met(
        "begeleiding.wijzigen", "stapstand", 200, 200, "begeleiding:stap-gedaan", "begeleiding:stap-niet"
    ),
    **adressen_met("begeleiding.wijzigen", "stapstand", 200, 200, "begeleiding:stap-terug"),
    **adressen_met("begeleiding.wijzigen", "traject", 200, 200, "begeleiding:traject"),
    **adressen_met("dossiers.wijzigen", "persoon", 200, 200, "begeleiding:traject-nieuw"),
    **adressen_met("begeleiding.sturen", "geen", 200, 405, "begeleiding:stappen"),
    **adressen_met("begeleiding.sturen", "geen", 200, 200, "begeleiding:versie-nieuw"),
    **adressen_met(
        "begeleiding.sturen",
        "stappenlijst",
        200,
        200,
        "begeleiding:versie",
        "begeleiding:versie-weg",
        "begeleiding:lijststap-nieuw",
    ),
    **adressen_met(
        "begeleiding.sturen", "lijststap", 200, 200, "begeleiding:lijststap", "begeleiding:lijststap-weg"
    ),
}
