"""What termijnen tells the others."""

from kern.contract import Adressen, Domein, Exporttabel, Invariant, Kerncijfer, Stelling, Verwerking
from kern.register import register
from termijnen import figures, motor
from termijnen.actions import werk_bij, werk_onderwerpen_bij
from termijnen.domain.paneel import paneel

register.vul_bijwerker(werk_bij, werk_onderwerpen_bij)
register.registreer(
    Domein(
        code="termijnen",
        label="Termijnen",
        kerncijfers=[
            Kerncijfer(
                code="termijnen.te_laat",
                label="Termijnen te laat",
                eenheid="termijnen",
                thema="sturing",
                definitie=(
                    "Termijnen van alle domeinen die op de peildatum voorbij hun laatste dag zijn, of voorbij de "
                    "laatste dag van hun uitstel, en die nog niet zijn gedaan. Op de laatste dag zelf is iets nog "
                    "op tijd. Ook wat niet bij een dossier hoort, telt mee."
                ),
                bron="Rekenregel T6",
                rijen=figures.te_laat,
                dossier_via="statushouder__nummer",
                zonder_dossier=figures.te_laat_zonder_dossier,
            )
        ],
        controles=[
            Invariant(
                code="termijnen_vers",
                regel="Elke termijn staat er zoals haar regel nu zegt.",
                toets=figures.termijnen_vers,
            )
        ],
        exporten=[
            Exporttabel(
                soort="termijnen",
                label="Termijnen",
                kolommen=figures.KOLOMMEN,
                rijen=figures.exportrijen,
                dossiers=figures.exportsleutels,
            )
        ],
        verwerkingen=[
            Verwerking(
                code="termijnen.bewaken",
                naam="Termijnen bewaken",
                doel="Laten zien wat voor iemand wanneer af moet zijn, zodat niets blijft liggen.",
                grondslagen=[Stelling("De grondslag is die van het domein waarvan de termijn is.")],
            )
        ],
        paneel=paneel,
        vooraf=figures.samen,
        dossierdelen={"termijnen": figures.van_dossier_als_json},
        databank=motor.functie,
        urls=Adressen("dossiers/", "termijnen.urls"),
    )
)
