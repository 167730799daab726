"""What toegang tells the others."""

from kern.contract import Domein, Invariant, Menupunt, Plandeel, Stelling, Verwerking
from kern.register import register
from kern.verwerkingen import persoonsgegevens_volledig
from toegang.actions import leeslog_zegel
from toegang.imports import SECTIES, laad_plan, lees_plan
from toegang.models.bibliotheken import PERSOONSGEGEVENS

_BEVEILIGEN = Stelling("Beveiligen van persoonsgegevens: AVG, artikel 32.")
_VERANTWOORDEN = Stelling("Kunnen laten zien dat de regels zijn gevolgd: AVG, artikel 5, lid 2.")
VERWERKINGEN = [
    Verwerking(
        code="toegang.gebruikers",
        naam="Gebruikers en inloggen",
        doel="Alleen wie dat mag binnenlaten, en weten voor welke organisatie en in welke rol iemand werkt.",
        grondslagen=[_BEVEILIGEN],
        maatregelen=["Een wachtzin wordt alleen als hash bewaard."],
        recht="gebruikers",
    ),
    Verwerking(
        code="toegang.leeslog",
        naam="Leeslog",
        doel="Kunnen nagaan wie een dossier zag, wanneer en waarom.",
        grondslagen=[_BEVEILIGEN, _VERANTWOORDEN],
        maatregelen=["In het leeslog staan geen namen en geen zoekwoorden. Niemand kan er iets in wijzigen."],
        recht="leeslog",
    ),
]

register.registreer(
    Domein(
        code="toegang",
        label="Toegang",
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
        controles=[
            Invariant(
                code="leeslog_zegel",
                regel="Wat in het leeslog is verzegeld, is niet veranderd, en er is niets uit weg of tussen gezet.",
                toets=leeslog_zegel,
            ),
            Invariant(
                code="persoonsgegevens_volledig",
                regel="Van elk gegeven dat wordt bewaard, is aangegeven of het over mensen gaat en waarvoor het er is.",
                toets=persoonsgegevens_volledig,
            ),
        ],
        menu=[
            Menupunt("Gebruikers", "gebruikers", "gebruiker", volgorde=80, recht="gebruikers"),
            Menupunt("Organisaties", "organisaties", "begeleiding", volgorde=81, recht="wijzigen"),
            Menupunt("Leeslog", "werkplek:leeslog", "oog", volgorde=84, recht="leeslog"),
            Menupunt("Register", "verwerkingen", "bewaar", volgorde=85, recht="register"),
        ],
        verwerkingen=VERWERKINGEN,
        persoonsgegevens=PERSOONSGEGEVENS,
    ),
)
