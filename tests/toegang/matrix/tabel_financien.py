"""What is expected of the addresses of financien. Part of the table of the matrix."""

from __future__ import annotations

from tests.toegang.matrix.adres import Adres, adressen_met

_INZIEN, _WIJZIGEN = "financien.inzien", "financien.wijzigen"

FINANCIEN_ADRESSEN: dict[str, Adres] = {
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:aansluiting"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:grafiek", "financien:grafiek-smal"),
    **adressen_met(_INZIEN, "begrotingsregel", 200, 405, "financien:regel"),
    **adressen_met(_INZIEN, "begrotingsregel", 200, 405, "financien:regelboekingen"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:boekingen", "financien:nakijken"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:ontvangen", "financien:besteed"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:gekoppeld"),
    **adressen_met(_WIJZIGEN, "geen", 405, 302, "financien:koppel-gekozen"),
    **adressen_met(_INZIEN, "boeking", 200, 405, "financien:boeking"),
    **adressen_met(_INZIEN, "werkblad", 200, 405, "financien:bestand"),
    **adressen_met(_WIJZIGEN, "boeking", 200, 200, "financien:koppelen", "financien:losmaken"),
    **adressen_met(_WIJZIGEN, "boekingsmerk", 200, 200, "financien:merk"),
    **adressen_met("begroting_personen", "begrotingsregel", 200, 405, "financien:personen"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:verplichtingen", "financien:wijzigingen"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:overheveling", "financien:maanden"),
    **adressen_met(_INZIEN, "geen", 200, 405, "financien:rekeningen", "financien:afwijkingen"),
    **adressen_met(_INZIEN, "verplichting", 200, 405, "financien:verplichting"),
    **adressen_met(_WIJZIGEN, "verplichting", 200, 200, "financien:verplichting-wijzigen"),
    **adressen_met(_WIJZIGEN, "verplichting", 200, 200, "financien:verplichting-beeindigen"),
    **adressen_met(_WIJZIGEN, "geen", 200, 200, "financien:verplichting-nieuw", "financien:wijziging-nieuw"),
    **adressen_met(_WIJZIGEN, "geen", 200, 200, "financien:rekening-nieuw", "financien:drempel"),
    **adressen_met(_WIJZIGEN, "geen", 200, 200, "financien:overhevelen"),
    **adressen_met(_WIJZIGEN, "rekening", 200, 200, "financien:rekening-stoppen"),
    # not closed by the bare POST: the plan's persons are off by then, and nobody said why
    **adressen_met(_WIJZIGEN, "planmaand", 200, 200, "financien:maand-sluiten"),
    **adressen_met(_WIJZIGEN, "maandafsluiting", 200, 200, "financien:maand-heropenen"),
    **adressen_met(_WIJZIGEN, "begrotingsregel", 200, 200, "financien:verklaren"),
}
