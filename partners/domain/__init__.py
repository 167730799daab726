"""What partners tells the others."""

from collections.abc import Mapping, Sequence
from datetime import date

from dossiers.figures import nieuwe_verwijzingen
from kern.contract import Adressen, Domein, Kerncijfer, Menupunt, Verwijsactie
from kern.register import register
from partners import figures
from partners.demo import maak_verwijzingen
from partners.domain.termijnen import TERMIJNREGELS
from toegang.models import Organisatie
from toegang.rules import ANTWOORDEN

_BRON = "Eigen dossiers"


def over_organisaties(organisaties: Sequence[Organisatie], dag: date) -> Mapping[int, str]:
    """Free places and the usual time to an answer, in words."""
    return {pk: _in_woorden(stand) for pk, stand in figures.standen(organisaties, dag).items()}


def _in_woorden(stand: figures.Stand) -> str:
    if stand.vrij is None:
        plaatsen = "plaatsen niet opgegeven"
    else:
        vrij = "1 plaats vrij" if stand.vrij == 1 else f"{stand.vrij or 'geen'} plaatsen vrij"
        plaatsen = f"{vrij} van {stand.plaatsen}"
    if stand.antwoord_in is None:
        return f"{plaatsen}, nog geen antwoorden"
    dagen = {0: "dezelfde dag", 1: "binnen 1 dag"}.get(stand.antwoord_in, f"binnen {stand.antwoord_in} dagen")
    return f"{plaatsen}, antwoordt meestal {dagen}"


register.registreer(
    Domein(
        code="partners",
        label="Partners",
        menu=[
            Menupunt(
                "Start",
                "partners:verwijzingen",
                "werk",
                volgorde=0,
                recht=ANTWOORDEN,
                teller=nieuwe_verwijzingen,
                tellerwoorden=("wacht op een antwoord", "wachten op een antwoord"),
            )
        ],
        verwijsacties=[
            Verwijsactie("Vraag iets", "partners:vraag", recht=ANTWOORDEN, vraagt=True),
            Verwijsactie("Rond af", "partners:afronden", recht=ANTWOORDEN),
        ],
        over_organisaties=over_organisaties,
        termijnregels=TERMIJNREGELS,
        kerncijfers=[
            Kerncijfer(
                code="partners.gevraagd",
                label="Verwijzingen naar partners",
                eenheid="verwijzingen",
                thema="partners",
                definitie="Verwijzingen van een persoon of gezin die in de periode aan een partner zijn gevraagd.",
                bron=_BRON,
                rijen=figures.gevraagd,
            ),
            Kerncijfer(
                code="partners.antwoordtijd",
                label="Dagen tot een antwoord",
                eenheid="dagen",
                thema="partners",
                definitie=(
                    "De mediaan van de dagen tussen vragen en antwoorden, naar boven afgerond, van verwijzingen die in "
                    "de periode zijn aangenomen of afgewezen."
                ),
                bron=_BRON,
                rijen=figures.beantwoord,
                waarde=figures.antwoordtijd,
            ),
            Kerncijfer(
                code="partners.wacht_te_lang",
                label="Verwijzingen die te lang wachten",
                eenheid="verwijzingen",
                thema="partners",
                definitie=(
                    "Verwijzingen zonder antwoord op de peildatum, na de dag waarop de partner wordt herinnerd."
                ),
                bron=_BRON,
                rijen=figures.wacht_te_lang,
            ),
            Kerncijfer(
                code="partners.verlopen",
                label="Verwijzingen verlopen zonder antwoord",
                eenheid="verwijzingen",
                thema="partners",
                definitie=(
                    "Verwijzingen waarvan de laatste dag om te antwoorden in de periode voorbijging zonder antwoord. "
                    "Wat de gemeente zelf introk, telt niet mee."
                ),
                bron=_BRON,
                rijen=figures.verlopen,
            ),
            Kerncijfer(
                code="partners.open_vragen",
                label="Vragen van partners zonder antwoord",
                eenheid="vragen",
                thema="partners",
                definitie="Vragen en signalen van partners waarop de gemeente op de peildatum nog niet antwoordde.",
                bron=_BRON,
                rijen=figures.open_vragen,
            ),
        ],
        demo=maak_verwijzingen,
        urls=Adressen("", "partners.urls"),
    )
)
