"""What the shared case keeps data of people for. The terms are those of rekenregels G2 to G4; the rest is open."""

from kern.contract import Gegeven, Persoonsgegevens, Stelling, Verwerking
from kern.contract.persoonsgegevens import GEBRUIKERS

_INBURGERING = Stelling(
    "Taak van de gemeente bij de inburgering.", "Wet inburgering 2021, artikel 35 tot en met 37"
)
_HUISVESTING = Stelling(
    "Taak van de gemeente om vergunninghouders te huisvesten.",
    "Huisvestingswet 2014, artikel 28 tot en met 30",
)
_ALGEMEEN_BELANG = Stelling("Taak van algemeen belang: AVG, artikel 6, lid 1, onder e.")
_NA_DE_PLICHT = Stelling(
    "Wat voor de inburgering is: vijf jaar na het einde van de inburgeringsplicht, of tot het overlijden.",
    "Besluit inburgering 2021, artikel 9.9",
)
_OVERIG = Stelling("Al het andere.")

# Who changed something and on which page; the rows of history refer to it.
PERSOONSGEGEVENS = {
    "pghistory.Context": Persoonsgegevens(
        "dossiers.geschiedenis",
        over=GEBRUIKERS,
        gegevens=[Gegeven("wie wat wijzigde en wanneer", "created_at updated_at metadata")],
    ),
}
VERWERKINGEN = [
    Verwerking(
        code="dossiers.dossier",
        naam="Dossiers van statushouders",
        doel=(
            "Regie voeren op huisvesting en inburgering: weten wie er komt en woont, wie bij welk gezin hoort "
            "en welke collega het dossier heeft."
        ),
        grondslagen=[_HUISVESTING, _INBURGERING, _ALGEMEEN_BELANG],
        bewaren=[
            _NA_DE_PLICHT,
            Stelling(
                "BSN, naam, adres en geboortedatum voor de inburgering: hoogstens vijftig jaar.",
                "Besluit inburgering 2021, artikel 9.9",
            ),
            _OVERIG,
        ],
        maatregelen=[
            "Een BSN is te zien na het opgeven van een reden. Die wordt bewaard.",
            "Een afgeschermd dossier bestaat alleen voor wie met naam is genoemd.",
        ],
    ),
    Verwerking(
        code="dossiers.vastleggen",
        naam="Contacten, taken, documenten en signalen",
        doel="Vastleggen wat met en over iemand is besproken, wat nog moet gebeuren en wie dat doet.",
        grondslagen=[
            _INBURGERING,
            Stelling(
                "Gezondheid alleen voor ontheffing, verlenging, brede intake, PIP en begeleiding.",
                "Wet inburgering 2021, artikel 37; Besluit inburgering 2021, artikel 9.11",
            ),
            _ALGEMEEN_BELANG,
        ],
        bewaren=[_NA_DE_PLICHT, _OVERIG],
        maatregelen=[
            "Een partner leest alleen wat met partners wordt gedeeld.",
            "Documenten staan onder een naam die niets zegt, en hun inhoud wordt gecontroleerd.",
        ],
    ),
    Verwerking(
        code="dossiers.verwijzing",
        naam="Verwijzen naar een partner",
        doel="Een partner laten helpen met een onderwerp, voor een doel en tot een dag die bij de verwijzing staan.",
        grondslagen=[Stelling("Staat bij elke verwijzing, gekozen door wie verwijst.")],
        maatregelen=[
            "De partner beslist op een kaart zonder BSN en zonder namen van gezinsleden.",
            "Na de laatste dag, of na intrekken, ziet de partner niets meer.",
        ],
    ),
    Verwerking(
        code="dossiers.geschiedenis",
        naam="Geschiedenis van wijzigingen",
        doel="Kunnen nagaan wie iets wijzigde en wat er eerst stond, en een fout herstellen.",
        grondslagen=[Stelling("Kunnen laten zien dat de regels zijn gevolgd: AVG, artikel 5, lid 2.")],
        maatregelen=["De databank schrijft dit zelf. Niemand kan er iets in wijzigen."],
        partners=False,
    ),
]
