"""What begeleiding tells the others."""

from begeleiding import figures
from begeleiding.actions import volg_vestigingen
from begeleiding.demo import maak_begeleiding
from begeleiding.domain.hoofdstuk import HOOFDSTUK
from begeleiding.domain.nodig import nodig
from begeleiding.domain.paneel import paneel, vooraf
from begeleiding.domain.termijnen import TERMIJNREGELS
from begeleiding.domain.tijdlijn import tijdlijn
from begeleiding.domain.verwerkingen import VERWERKINGEN
from begeleiding.figures import export
from begeleiding.imports import EERSTE_MAAND, SECTIES, laad_plan, lees_plan
from begeleiding.rules import BRON
from kern.contract import (
    Adressen,
    Domein,
    Exporttabel,
    Feit,
    Invariant,
    Kerncijfer,
    Menupunt,
    Peiling,
    Plandeel,
    Verwijzing,
)
from kern.register import register


def _te_toetsen(peiling: Peiling) -> int:
    return figures.te_toetsen(peiling).count()


register.registreer(
    Domein(
        code="begeleiding",
        label="Begeleiding",
        onderwerp="Begeleiding",
        kerncijfers=[
            Kerncijfer(
                code="begeleiding.eerste_maand_toepasselijk",
                label="Gezinnen van wie de eerste maand om is",
                eenheid="gezinnen",
                thema="begeleiding",
                definitie=(
                    "Gezinnen die zich in de periode vestigden en van wie de 30 dagen daarna op de peildatum om zijn. "
                    "Wie later dan 30 dagen na de eerste van het gezin komt, heeft een eigen lijst en telt apart. "
                    "Ook wie daarna vertrok telt mee: het gaat om wie zich in de periode vestigde."
                ),
                bron=BRON,
                rijen=figures.te_toetsen,
                dossier_via="statushouder__nummer",
            ),
            Kerncijfer(
                code="begeleiding.eerste_maand_compleet",
                label="Eerste maand op tijd klaar",
                eenheid="gezinnen",
                thema="begeleiding",
                definitie=(
                    "Gezinnen die zich in de periode vestigden, van wie de 30 dagen om zijn, en die in die 30 dagen "
                    "alle stappen deden die voor hen gelden."
                ),
                bron=BRON,
                rijen=figures.compleet,
                noemer=_te_toetsen,
                dossier_via="statushouder__nummer",
            ),
            Kerncijfer(
                code="begeleiding.eerste_maand_te_laat",
                label="Eerste maand te laat",
                eenheid="gezinnen",
                thema="begeleiding",
                definitie=(
                    "Gezinnen die op de peildatum nog een stap te doen hebben, meer dan 30 dagen na de vestiging. "
                    "Wie vertrok, telt niet meer mee."
                ),
                bron=BRON,
                rijen=figures.te_laat,
                dossier_via="statushouder__nummer",
            ),
            Kerncijfer(
                code="begeleiding.in_begeleiding",
                label="Personen in begeleiding",
                eenheid="personen",
                thema="begeleiding",
                definitie="Personen met een begeleidingstraject dat aan het eind van de peildatum loopt.",
                bron=BRON,
                rijen=figures.in_begeleiding,
                dossier_via="nummer",
            ),
        ],
        # what fills in the steps of the plan's own list
        verwijzingen=[
            Verwijzing("dossiers.brp", mits_aanwezig=True, soort="feit"),
            Verwijzing("huisvesting.bezichtigd", mits_aanwezig=True, soort="feit"),
            Verwijzing("huisvesting.huurcontract", mits_aanwezig=True, soort="feit"),
        ],
        feiten=[
            Feit(
                code="begeleiding.eerste_maand_af", label="Eerste maand klaar", rijen=figures.eerste_maand_af
            ),
            Feit(code="begeleiding.begeleid", label="Eerste dag van begeleiding", rijen=figures.begeleid),
        ],
        termijnregels=TERMIJNREGELS,
        controles=[
            Invariant(
                code="eerste_maand_volgt",
                regel="Elk gezin heeft de lijsten voor de eerste maand die volgen uit wie zich wanneer vestigde.",
                toets=figures.eerste_maand_volgt,
            ),
        ],
        exporten=[
            Exporttabel(
                soort="eerste_maand",
                label="Eerste maand",
                kolommen=export.KOLOMMEN,
                rijen=export.staprijen,
                dossiers=export.stapsleutels,
            ),
        ],
        importen=[EERSTE_MAAND],
        naslag=["begeleiding.EersteMaandStap", "begeleiding.Stappenlijst"],
        bijwerken=volg_vestigingen,
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
        menu=[
            Menupunt("Begeleiding", "begeleiding:lijsten", "begeleiding", "Domeinen", 120),
            Menupunt("Stappen eerste maand", "begeleiding:stappen", "vink", "Sturing", 90, recht="sturen"),
        ],
        paneel=paneel,
        tijdlijn=tijdlijn,
        vooraf=vooraf,
        nodig=nodig,
        urls=Adressen("begeleiding/", "begeleiding.urls"),
        verwerkingen=VERWERKINGEN,
        hoofdstuk=HOOFDSTUK,
        demo=maak_begeleiding,
    ),
)
