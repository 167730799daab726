"""What financien tells the others."""

from __future__ import annotations

from decimal import Decimal

from financien import figures
from financien.domain.hoofdstuk import HOOFDSTUK
from financien.domain.termijnen import TERMIJNREGELS
from financien.domain.verwerkingen import VERWERKINGEN
from financien.figures.export import BOEKINGKOLOMMEN, boekingrijen
from financien.imports import GROOTBOEK, SECTIES, laad_plan, lees_plan
from financien.models import Activiteit, Inkomstenpost
from financien.rules import DU, GRONDSLAGEN
from kern.contract import (
    Adressen,
    Domein,
    Exporttabel,
    Invariant,
    Kerncijfer,
    Menupunt,
    Plandeel,
    Steun,
    Verwijzing,
)
from kern.register import register

BRON = "Plan 2017-2018, begroting"


def _bedrag(bedrag: Decimal) -> Decimal | None:
    """Not known before a plan is loaded: that is not the same as zero euros."""
    return bedrag if figures.planjaren() else None


register.registreer(
    Domein(
        code="financien",
        label="Financiën",
        controles=[
            Invariant(
                code="begroting_sluit",
                regel="Elk bedrag is aantal keer tarief, en een post komt met de tegenpost op nul uit.",
                toets=figures.begroting_sluit,
            ),
            Invariant(
                code="grootboek_sluit",
                regel=(
                    "De delen van elke boeking zijn samen de boeking, en elke begrotingswijziging komt op nul uit."
                ),
                toets=figures.grootboek_sluit,
            ),
        ],
        kerncijfers=[
            Kerncijfer(
                code="financien.inkomsten",
                label="Begrote inkomsten",
                eenheid="euro",
                thema="financien",
                definitie="Alle inkomsten die het plan begroot, over beide jaren, na de correcties.",
                bron=BRON,
                rijen=lambda _peiling: Inkomstenpost.objects.all(),
                waarde=lambda peiling: _bedrag(figures.inkomsten(peiling.peildatum)),
            ),
            Kerncijfer(
                code="financien.lasten",
                label="Begrote activiteiten",
                eenheid="euro",
                thema="financien",
                definitie="Het budget van alle activiteiten van het plan, over beide jaren.",
                bron=BRON,
                rijen=lambda _peiling: Activiteit.objects.all(),
                waarde=lambda peiling: _bedrag(figures.lasten(peiling.peildatum)),
            ),
            Kerncijfer(
                code="financien.niet_toegewezen",
                label="Niet toegewezen",
                eenheid="euro",
                thema="financien",
                definitie=(
                    "De begrote inkomsten over beide jaren min het budget van alle activiteiten. Het plan noemt geen "
                    "jaar bij de activiteiten."
                ),
                bron=BRON,
                rijen=lambda _peiling: figures.regels(),
                waarde=lambda peiling: _bedrag(figures.bereken(peiling.peildatum).niet_toegewezen),
            ),
        ],
        # The placements are counted already; what inburgering counts comes with that domain.
        verwijzingen=[Verwijzing(bron.kerncijfer, mits_aanwezig=bron is not DU) for bron in GRONDSLAGEN],
        hoofdstuk=HOOFDSTUK,
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
        menu=[
            Menupunt("Begroting", "financien:aansluiting", "aansluiting", "Sturing", 40),
            Menupunt(
                "Boekingen",
                "financien:boekingen",
                "euro",
                "Sturing",
                41,
                recht="wijzigen",
                teller=lambda _gebruiker, dag: figures.losse_boekingen(dag).order_by().count(),
                tellerwoorden=("boeking zonder regel", "boekingen zonder regel"),
            ),
            Menupunt("Verplichtingen", "financien:verplichtingen", "bewaar", "Sturing", 42),
        ],
        # An allocation stays with what somebody decided of its entry, also when its import is taken back.
        steunen=[
            Steun(
                op="financien.toedeling",
                leunt="financien.merk",
                waar="x.boeking_id = d.boeking_id AND x.besloten_op IS NOT NULL",
            )
        ],
        verwerkingen=VERWERKINGEN,
        importen=[GROOTBOEK],
        termijnregels=TERMIJNREGELS,
        exporten=[
            Exporttabel(soort="boekingen", label="Boekingen", kolommen=BOEKINGKOLOMMEN, rijen=boekingrijen)
        ],
        urls=Adressen("begroting/", "financien.urls"),
    )
)
