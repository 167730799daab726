"""What is expected of the addresses of huisvesting: homes and the quota. Part of the table of the matrix."""

from __future__ import annotations

from tests.toegang.matrix.adres import Adres, adressen_met

HUISVESTING: dict[str, Adres] = {
    **adressen_met(
        "huisvesting.inzien", "geen", 200, 405, "huisvesting:taakstelling", "huisvesting:verwacht"
    ),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:verloop", "huisvesting:verloop-smal"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:woningen"),
    **adressen_met("huisvesting.inzien", "lijstvorm", 200, 405, "huisvesting:woningen-bestand"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:tekort", "huisvesting:wachtenden"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:wijken", "huisvesting:wijken-smal"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:mogelijk", "huisvesting:verhuurders"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:aanbodlijst"),
    **adressen_met("huisvesting.wijzigen", "woning", 200, 405, "huisvesting:wie-past"),
    **adressen_met("huisvesting.wijzigen", "geen", 200, 200, "huisvesting:mogelijk-toevoegen"),
    **adressen_met(
        "huisvesting.wijzigen",
        "mogelijke_woning",
        200,
        200,
        "huisvesting:mogelijk-wijzigen",
        "huisvesting:wordt-woning",
    ),
    **adressen_met("huisvesting.sturen", "geen", 200, 200, "huisvesting:afspraak-toevoegen"),
    **adressen_met("huisvesting.sturen", "afspraak", 200, 200, "huisvesting:afspraak-wijzigen"),
    # to the offer that is open for a member of the household
    **adressen_met("huisvesting.wijzigen", "persoon", 302, 200, "huisvesting:aanbieden"),
    **adressen_met("huisvesting.inzien", "aanbod", 200, 405, "huisvesting:aanbod"),
    **adressen_met(
        "huisvesting.wijzigen", "aanbod", 200, 200, "huisvesting:aanbod-contract", "huisvesting:aanbod-terug"
    ),
    **adressen_met("huisvesting.wijzigen", "aanbodstap", 200, 200, "huisvesting:aanbod-stap"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:coa", "huisvesting:telt-niet-mee"),
    **adressen_met("huisvesting.wijzigen", "persoon", 200, 200, "huisvesting:overname"),
    **adressen_met("huisvesting.inzien", "periode", 200, 405, "huisvesting:gehuisvest", "huisvesting:opgave"),
    **adressen_met("huisvesting.sturen", "geen", 200, 200, "huisvesting:opgave-nieuw"),
    **adressen_met("huisvesting.sturen", "opgave", 200, 200, "huisvesting:opgave-wijzigen"),
    **adressen_met("huisvesting.sturen", "periode", 200, 200, "huisvesting:uitruil-nieuw"),
    **adressen_met("huisvesting.sturen", "uitruil", 200, 200, "huisvesting:uitruil-wijzigen"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:prognose", "huisvesting:toezicht"),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:stuurgetallen"),
    **adressen_met(
        "huisvesting.inzien",
        "geen",
        200,
        405,
        "huisvesting:prognose-grafiek",
        "huisvesting:prognose-grafiek-smal",
    ),
    **adressen_met(
        "huisvesting.inzien",
        "halfjaar",
        200,
        405,
        "huisvesting:prognose-personen",
        "huisvesting:prognose-amv",
    ),
    **adressen_met("huisvesting.inzien", "periode", 200, 405, "huisvesting:gekoppeld"),
    **adressen_met(
        "huisvesting.sturen",
        "geen",
        200,
        200,
        "huisvesting:stuurgetal-nieuw",
        "huisvesting:toezichtstap-nieuw",
    ),
    **adressen_met("huisvesting.sturen", "stuurgetal", 200, 200, "huisvesting:stuurgetal"),
    **adressen_met(
        "huisvesting.sturen",
        "toezichtstap",
        200,
        200,
        "huisvesting:toezichtstap",
        "huisvesting:toezichtstap-doorhalen",
    ),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:amv", "huisvesting:amv-bewoners"),
    **adressen_met(
        "huisvesting.inzien", "geen", 200, 405, "huisvesting:amv-grafiek", "huisvesting:amv-lijst"
    ),
    **adressen_met("huisvesting.inzien", "geen", 200, 405, "huisvesting:amv-grafiek-smal"),
    **adressen_met(
        "huisvesting.inzien", "lijstvorm", 200, 405, "huisvesting:amv-uitvoer", "huisvesting:bestand"
    ),
    **adressen_met("huisvesting.inzien", "amv_uitkomst", 200, 405, "huisvesting:amv-bewaard"),
    **adressen_met("huisvesting.sturen", "geen", 200, 200, "huisvesting:amv-bewaren"),
    **adressen_met("huisvesting.wijzigen", "geen", 200, 200, "huisvesting:woning-toevoegen"),
    **adressen_met("huisvesting.wijzigen", "woning", 200, 200, "huisvesting:woning"),
    **adressen_met(
        "huisvesting.wijzigen", "persoon", 200, 200, "huisvesting:plaatsen", "huisvesting:verwachting"
    ),
    **adressen_met("huisvesting.wijzigen", "plaatsing", 200, 200, "huisvesting:beeindigen"),
}
