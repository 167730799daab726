"""What huisvesting tells the others."""

from dossiers.models.persoon import StatushouderQuerySet
from huisvesting import figures
from huisvesting.actions import hertel
from huisvesting.demo import maak_huisvesting
from huisvesting.domain.hoofdstuk import HOOFDSTUK
from huisvesting.domain.onderwerpen import ONDERWERPREGELS
from huisvesting.domain.paneel import paneel
from huisvesting.domain.samenvoegen import samenvoegbeeld
from huisvesting.domain.termijnen import TERMIJNREGELS
from huisvesting.domain.tijdlijn import tijdlijn, vooraf
from huisvesting.domain.verwerkingen import VERWERKINGEN
from huisvesting.domain.vindplaatsen import VINDPLAATSEN
from huisvesting.figures import coa, export
from huisvesting.figures.adres import op_adres
from huisvesting.figures.amv import minderjarigen
from huisvesting.figures.wonen import wijken
from huisvesting.imports import COA, PLAATSINGEN, SECTIES, laad_plan, lees_plan
from kern.contract import (
    Adressen,
    Domein,
    Exporttabel,
    Feit,
    Gezinsactie,
    Invariant,
    Kerncijfer,
    Menupunt,
    Peiling,
    Plandeel,
    Steun,
    Zoekbron,
)
from kern.register import register


def _nog_te_huisvesten(peiling: Peiling) -> int | None:
    return figures.nog_te_huisvesten(figures.grootboek(peiling.peildatum), peiling.peildatum)


def _verwacht_dit_jaar(peiling: Peiling) -> StatushouderQuerySet:
    return figures.verwachtingen(peiling.heel_jaar())


register.registreer(
    Domein(
        code="huisvesting",
        label="Huisvesting",
        onderwerp="Huisvesting",
        kerncijfers=[
            Kerncijfer(
                code="huisvesting.gehuisvest",
                label="Gehuisveste personen",
                eenheid="personen",
                thema="huisvesting",
                definitie=(
                    "Personen van wie de eerste woning die meetelt voor de taakstelling in de periode ingaat, tot en "
                    "met de peildatum. Nareizigers tellen mee. Iedereen telt één keer. Wie een andere gemeente in "
                    "dezelfde periode overnam, telt niet."
                ),
                bron="Huisvestingswet 2014, art. 28; Plan 2017-2018, hoofdstuk Huisvesting",
                rijen=figures.tellingen,
                dossier_via="statushouder__nummer",
            ),
            Kerncijfer(
                code="huisvesting.nog_te_huisvesten",
                label="Nog te huisvesten dit jaar",
                eenheid="personen",
                thema="huisvesting",
                definitie=(
                    "Wat de lopende periode van de taakstelling nog vraagt, plus de opgave van de periodes daarna "
                    "tot en met 31 december. De rijen zijn de personen die dit jaar nog verwacht worden."
                ),
                bron="Plan 2017-2018, hoofdstuk Huisvesting",
                rijen=_verwacht_dit_jaar,
                waarde=_nog_te_huisvesten,
                dossier_via="nummer",
            ),
            Kerncijfer(
                code="huisvesting.amv",
                label="AMV in een AMV-woning",
                eenheid="personen",
                thema="huisvesting",
                definitie=(
                    "Alleenstaande minderjarigen die aan het eind van de peildatum in een AMV-woning wonen. Wie zeker "
                    "18 is, telt niet mee."
                ),
                bron="Plan 2017-2018, hoofdstuk Huisvesting",
                rijen=minderjarigen,
                dossier_via="statushouder__nummer",
            ),
            Kerncijfer(
                code="huisvesting.tekort_woningen",
                label="Tekort aan woningen",
                eenheid="woningen",
                thema="huisvesting",
                definitie=(
                    "Woningen die tot en met 31 december nodig zijn voor huishoudens zonder of met te kleine woning, "
                    "min de woningen die vrij, aangeboden of toegezegd zijn. Wie bij familie gaat wonen, heeft er geen "
                    "nodig. De rijen zijn de hoofdhuurders."
                ),
                bron="Plan 2017-2018, hoofdstuk Huisvesting",
                rijen=figures.woningzoekers,
                waarde=figures.woningtekort,
                dossier_via="nummer",
            ),
        ],
        hoofdstuk=HOOFDSTUK,
        exporten=[
            Exporttabel(
                soort="plaatsingen",
                label="Plaatsingen",
                kolommen=export.KOLOMMEN,
                rijen=export.plaatsingsrijen,
                dossiers=export.plaatsingssleutels,
            ),
            Exporttabel(
                soort="tellingen",
                label="Tellingen",
                kolommen=export.TELKOLOMMEN,
                rijen=export.telrijen,
                dossiers=export.telsleutels,
            ),
            Exporttabel(
                soort="verschil_coa",
                label="Verschil met COA",
                kolommen=coa.KOLOMMEN,
                rijen=coa.verschilrijen,
                dossiers=coa.verschilsleutels,
            ),
        ],
        importen=[PLAATSINGEN, COA],
        plan=Plandeel(SECTIES, lees_plan, laad_plan),
        bijwerken=hertel,
        wijken=wijken,
        zoekbronnen=[Zoekbron(code="huisvesting.adres", label="adres", zoek=op_adres)],
        menu=[
            Menupunt("Taakstelling", "huisvesting:taakstelling", "doel", "Sturing", 30),
            Menupunt("Huisvesting", "huisvesting:woningen", "huisvesting", "Domeinen", 110),
        ],
        gezinsacties=[Gezinsactie("Woning vastleggen", "huisvesting:plaatsen", "huisvesting")],
        feiten=[
            Feit(code="huisvesting.gehuisvest", label="Eerste woning in Wassenaar", rijen=figures.gehuisvest),
            Feit(code="huisvesting.bezichtigd", label="Woning bezichtigd", rijen=figures.bezichtigd),
            Feit(code="huisvesting.huurcontract", label="Huurcontract getekend", rijen=figures.huurcontract),
            Feit(code="huisvesting.sleutel", label="Sleutel van de woning", rijen=figures.sleutel),
        ],
        termijnregels=[*TERMIJNREGELS, *ONDERWERPREGELS],
        controles=[
            Invariant(
                code="een_telling_per_persoon",
                regel="Iedereen telt ten hoogste één keer mee voor de taakstelling.",
                toets=figures.een_telling_per_persoon,
            ),
            Invariant(
                code="telling_volgt",
                regel="Wie telt en vanaf wanneer, volgt uit de vergunning, de leeftijd, de opvang en de woning.",
                toets=figures.telling_volgt,
            ),
            Invariant(
                code="namen_binnen_beginstand",
                regel="Tot de dag van een beginstand tellen niet meer personen met naam dan die beginstand heeft.",
                toets=figures.namen_binnen_beginstand,
            ),
            Invariant(
                code="vestiging_en_plaatsing",
                regel="Wie een woning krijgt, is op die dag gevestigd, en een telling is van wie er woont.",
                toets=figures.vestiging_en_plaatsing,
            ),
            Invariant(
                code="woning_niet_vol",
                regel="In een woning wonen op geen dag meer personen dan er plaatsen zijn.",
                toets=figures.woning_niet_vol,
            ),
        ],
        steunen=[
            Steun(
                op="dossiers.vestiging",
                leunt="huisvesting.plaatsing",
                waar="x.statushouder_id = d.statushouder_id AND x.van >= d.van AND (d.tot IS NULL OR x.van < d.tot)",
                code="woning_buiten_vestiging",
                zin="Deze persoon kreeg een woning op een dag die dan niet meer binnen de vestiging valt.",
            ),
            # A move after the home that counts did not count because of it.
            Steun(
                op="huisvesting.plaatsing",
                leunt="huisvesting.plaatsing",
                waar=(
                    "x.statushouder_id = d.statushouder_id AND x.id > d.id AND EXISTS"
                    " (SELECT FROM huisvesting_telling t WHERE t.plaatsing_id = d.id)"
                ),
            ),
        ],
        naslag=["huisvesting.Woning"],
        # the quota is the municipality's own affair
        alleen_gemeente=["huisvesting.Telling", "huisvesting.Overname", "huisvesting.CoaRegel"],
        vindplaatsen=VINDPLAATSEN,
        paneel=paneel,
        tijdlijn=tijdlijn,
        samenvoegbeeld=samenvoegbeeld,
        vooraf=vooraf,
        urls=Adressen("huisvesting/", "huisvesting.urls"),
        verwerkingen=VERWERKINGEN,
        demo=maak_huisvesting,
    )
)
