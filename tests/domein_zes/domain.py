"""All that the sixth domain tells the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, DateField, F, Min, Value
from django.db.models.functions import Cast
from django.urls import reverse

from dossiers.models import Statushouder, Vestiging
from kern.contract import (
    Adressen,
    Bevinding,
    Domein,
    Exporttabel,
    Feit,
    Gebeurtenis,
    Gebruiker,
    Hoofdstuk,
    Importsoort,
    Invariant,
    Kerncijfer,
    Kolom,
    Menupunt,
    Paneel,
    Peiling,
    Stelling,
    Termijnregel,
    Terugblik,
    Verwerking,
)
from kern.hoofdstuk import Inhoud, Stand
from kern.kalenderuitdrukkingen import weken_na
from kern.register import register


def paneel(_persoon: Statushouder, _gebruiker: Gebruiker, _peildatum: date) -> Paneel:
    return Paneel(kop="Sport", icoon="vlag", feiten=[("Club", "Zwemclub Wassenaar")])


def tijdlijn(_persoon: Statushouder, _gebruiker: Gebruiker, terugblik: Terugblik) -> Iterator[Gebeurtenis]:
    if terugblik.wil("domein"):
        yield Gebeurtenis(op=date(2017, 4, 3), soort="domein", icoon="vlag", titel="Lid van de zwemclub")


def hoofdstuk(_peiling: Peiling) -> dict[str, Any]:
    stand = Stand("goed", "Op tempo")
    return Inhoud(zin="In april zwom iedereen mee.", stand=stand, samenvatting="Iedereen zwemt.").als_json()


def lid_worden() -> Any:
    """Within 8 weeks after somebody settled; in this trial nobody ever does."""
    return Vestiging.objects.order_by().values(
        dossier=F("statushouder"),
        gezin=Cast(Value(None), BigIntegerField()),
        gelegenheid=Cast("pk", CharField()),
        begint_op=F("van"),
        vervalt_op=weken_na("van", 8),
        voldaan_op=Cast(Value(None), DateField()),
    )


class Lezer:
    """Reads the rows and keeps nothing."""

    def controleer(self, werk: Any) -> None:
        pass

    def schrijf(self, werk: Any) -> None:
        pass


register.registreer(
    Domein(
        code="sport",
        label="Sport",
        onderwerp="Sport",
        rechten={"klantregisseur": frozenset({"inzien", "wijzigen"})},
        kerncijfers=[
            Kerncijfer(
                code="sport.leden",
                label="Leden van een sportclub",
                eenheid="personen",
                thema="sport",
                definitie="Gevestigde personen, want in deze proef is iedereen lid.",
                bron="De proef",
                rijen=lambda peiling: Statushouder.objects.gevestigd_op(peiling.peildatum),
                dossier_via="nummer",
            )
        ],
        feiten=[
            Feit(
                code="sport.lid",
                label="Lid van een sportclub",
                rijen=lambda: (
                    Vestiging.objects.order_by().values(dossier=F("statushouder")).annotate(op=Min("van"))
                ),
            )
        ],
        termijnregels=[
            Termijnregel(
                code="sport.lid_worden",
                label="Lid worden van een club",
                soort="norm",
                bron="De proef",
                rijen=lid_worden,
                actie=lambda *_wie: ("Kies een club", reverse("sport:start")),
            )
        ],
        menu=[Menupunt("Sport", "sport:start", "vlag", "Domeinen", 900)],
        hoofdstuk=Hoofdstuk(
            code="sport", titel="Sport", volgorde=900, rapporten=frozenset({"voortgang"}), gegevens=hoofdstuk
        ),
        paneel=paneel,
        tijdlijn=tijdlijn,
        controles=[
            Invariant(
                code="sport_droog", regel="Niemand verdrinkt.", toets=lambda: Bevinding(1, ["D-17-0001"])
            )
        ],
        exporten=[
            Exporttabel(
                soort="clubs", label="Clubs", kolommen=["club"], rijen=lambda _peiling: [["Zwemclub"]]
            )
        ],
        importen=[
            Importsoort(
                soort="lidmaatschappen",
                label="Lidmaatschappen",
                kolommen=[Kolom("club", "Club", verplicht=True)],
                verwerker=Lezer,
                sleutels=[["club"]],
            )
        ],
        verwerkingen=[
            Verwerking(
                code="sport.leden",
                naam="Leden van sportclubs",
                doel="Mensen aan een club helpen.",
                grondslagen=[Stelling("Toestemming.")],
            )
        ],
        urls=Adressen("sport/", "tests.domein_zes.urls"),
    )
)
