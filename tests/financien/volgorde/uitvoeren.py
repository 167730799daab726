"""The acts of many worlds, done in the database: by its rows, set by set, or one by one as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from financien import actions
from financien.actions import Keuze, Wijziging
from financien.models import (
    Activiteit,
    Begrotingswijziging,
    Boeking,
    Inkomstenpost,
    Toedeling,
    Verplichting,
    Wijzigingsregel,
)
from tests.financien.volgorde.wereld import BUDGET, NIET_TOEGEWEZEN, Belofte, Daad, Wereld
from toegang.models import Gebruiker

T = TypeVar("T")
MEI = date(2017, 5, 1)
_BLOK = 500
# Of each wave so many that may not be done are tried in the rows as well.
_GEPROBEERD = 12


def _blokken(alle: Sequence[T]) -> Iterator[Sequence[T]]:
    """Each block is a transaction of its own: the longer the queue of what is still looked at, the slower a row."""
    for plek in range(0, len(alle), _BLOK):
        with transaction.atomic():
            yield alle[plek : plek + _BLOK]


def maak_werelden(aantal: int, zaad: int) -> list[Wereld]:
    """So many worlds with their lines."""
    werelden = [Wereld(nummer, zaad) for nummer in range(aantal)]
    for blok in _blokken(werelden):
        Activiteit.objects.bulk_create(
            Activiteit(code=code, omschrijving=code, hoofdstuk="begeleiding", bedrag=BUDGET)
            for wereld in blok
            for code in wereld.activiteiten
        )
        Inkomstenpost.objects.bulk_create(
            Inkomstenpost(code=wereld.post, omschrijving=wereld.post, jaar=2017, soort="rmba", bedrag=BUDGET)
            for wereld in blok
        )
    return werelden


class Rijen:
    """By rows, all of one kind at once; only the guards of the database look."""

    def __init__(self, door: Gebruiker) -> None:
        self.door = door

    def __call__(self, daden: Sequence[Daad]) -> list[Daad]:
        """Do what may be done. Of a sample of the rest: what the database did not refuse."""
        self._schrijf([daad for daad in daden if daad.mag])
        return [
            daad for daad in [daad for daad in daden if not daad.mag][:_GEPROBEERD] if self._lukt_toch(daad)
        ]

    def _lukt_toch(self, daad: Daad) -> bool:
        try:
            with transaction.atomic():
                self._schrijf([daad])
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                transaction.set_rollback(True)
        except IntegrityError:
            return False
        return True

    def _schrijf(self, daden: Sequence[Daad]) -> None:
        for wat, schrijf in self._soorten.items():
            for blok in _blokken([daad for daad in daden if daad.wat == wat]):
                schrijf(self, blok)

    def _boek(self, daden: Sequence[Daad]) -> None:
        stukken = [daad.stuk for daad in daden if daad.stuk]
        rijen = Boeking.objects.bulk_create(boeking(stuk.nummer, stuk.dag, stuk.bedrag) for stuk in stukken)
        for stuk, rij in zip(stukken, rijen, strict=True):
            stuk.pk = rij.pk

    def _koppel(self, daden: Sequence[Daad]) -> None:
        delen = [(daad.stuk, deel) for daad in daden for deel in daad.delen if daad.stuk]
        rijen = Toedeling.objects.bulk_create(
            (
                Toedeling(
                    boeking_id=stuk.pk,
                    inkomstenpost_id=deel.regel if deel.regel.endswith("p") else None,
                    activiteit_id=None if deel.regel.endswith("p") else deel.regel,
                    verplichting_id=deel.belofte and deel.belofte.pk,
                    bedrag=deel.bedrag,
                    wijze="hand",
                    op=MEI,
                    door=self.door,
                )
                for stuk, deel in delen
            ),
        )
        for (_stuk, deel), rij in zip(delen, rijen, strict=True):
            deel.pk = rij.pk

    def _maak_los(self, daden: Sequence[Daad]) -> None:
        welke = [deel.pk for daad in daden for deel in daad.delen]
        Toedeling.objects.filter(pk__in=welke).update(ongedaan_op=MEI, ongedaan_door=self.door, versie=2)

    def _beloof(self, daden: Sequence[Daad]) -> None:
        beloften = [daad.belofte for daad in daden if daad.belofte]
        rijen = Verplichting.objects.bulk_create(
            (
                Verplichting(**_gegevens(belofte, belofte.bedrag), activiteit_id=belofte.regel)
                for belofte in beloften
            ),
        )
        for belofte, rij in zip(beloften, rijen, strict=True):
            belofte.pk = rij.pk

    def _herzie(self, daden: Sequence[Daad]) -> None:
        _zet("bedrag", "numeric", {daad.belofte: daad.bedrag for daad in daden if daad.belofte})

    def _eindig(self, daden: Sequence[Daad]) -> None:
        _zet("beeindigd_op", "date", {daad.belofte: daad.dag for daad in daden if daad.belofte})

    def _besluit(self, daden: Sequence[Daad]) -> None:
        besluiten = Begrotingswijziging.objects.bulk_create(
            (
                Begrotingswijziging(kenmerk=daad.kenmerk, omschrijving="x", op=daad.dag, door=self.door)
                for daad in daden
            ),
        )
        Wijzigingsregel.objects.bulk_create(
            (
                Wijzigingsregel(
                    wijziging=besluit,
                    inkomstenpost_id=regel if regel.endswith("p") else None,
                    activiteit_id=regel if regel.endswith(("a", "b")) else None,
                    bedrag=bedrag,
                )
                for besluit, daad in zip(besluiten, daden, strict=True)
                for regel, bedrag in daad.regels
            ),
        )

    _soorten: dict[str, Callable[[Rijen, Sequence[Daad]], None]] = {
        "boek": _boek,
        "koppel": _koppel,
        "los": _maak_los,
        "beloof": _beloof,
        "herzie": _herzie,
        "eindig": _eindig,
        "besluit": _besluit,
    }


class Mensen:
    """One by one, by the actions that the pages use; a new entry comes by its row."""

    def __init__(self, door: Gebruiker) -> None:
        self.door = door

    def __call__(self, daden: Sequence[Daad]) -> list[Daad]:
        """Do each. What may not be done and was not refused."""
        toch = []
        for daad in daden:
            try:
                self._doe(daad)
            except ValidationError:
                if daad.mag:
                    raise
            else:
                toch += [] if daad.mag else [daad]
        return toch

    def _doe(self, daad: Daad) -> None:
        if daad.stuk:
            self._met_stuk(daad)
        elif daad.belofte:
            self._met_belofte(daad, daad.belofte)
        else:
            regels = [Wijziging(regel, bedrag) for regel, bedrag in daad.regels]
            assert actions.NIET_TOEGEWEZEN == NIET_TOEGEWEZEN
            actions.wijzig_begroting(
                kenmerk=daad.kenmerk, omschrijving="x", op=daad.dag, regels=regels, door=self.door
            )

    def _met_stuk(self, daad: Daad) -> None:
        stuk = daad.stuk
        assert stuk
        if daad.wat == "boek":
            rij = boeking(stuk.nummer, stuk.dag, stuk.bedrag)
            rij.save()
            stuk.pk = rij.pk
            return
        rij = Boeking.objects.get(pk=stuk.pk)
        if daad.wat == "los":
            actions.maak_los(rij, verwacht=[deel.pk or 0 for deel in daad.delen], door=self.door, op=MEI)
            return
        if len(daad.delen) == 1 and daad.mag:
            [deel] = daad.delen
            keuze = Keuze(rij.pk, deel.regel, deel.belofte.pk if deel.belofte else None)
            gemaakt = actions.koppel([keuze], door=self.door, op=MEI)
        else:
            delen = [actions.Deel(deel.regel, deel.bedrag) for deel in daad.delen]
            gemaakt = actions.verdeel(rij, delen=delen, door=self.door, op=MEI)
        for deel, nieuw in zip(daad.delen, gemaakt, strict=True):
            deel.pk = nieuw.pk

    def _met_belofte(self, daad: Daad, belofte: Belofte) -> None:
        rij = Verplichting.objects.get(pk=belofte.pk) if belofte.pk else Verplichting()
        if daad.wat == "eindig":
            actions.beeindig_verplichting(rij, versie=rij.versie, op=daad.dag)
            return
        bedrag = belofte.bedrag if daad.wat == "beloof" else daad.bedrag
        gegevens = _gegevens(belofte, bedrag) | {"activiteit": Activiteit.objects.get(code=belofte.regel)}
        versie = rij.versie if rij.pk else None
        rij = actions.bewaar_verplichting(rij, gegevens=gegevens, verdeling=None, versie=versie)
        belofte.pk = rij.pk


def boeking(nummer: str, dag: date, bedrag: Any) -> Boeking:
    """An entry of no account."""
    return Boeking(
        boekstuk=nummer,
        regelnummer=1,
        boekdatum=dag,
        boekjaar=dag.year,
        kostenplaats="1",
        grootboekrekening="1",
        bedrag=bedrag,
    )


def _gegevens(belofte: Belofte, bedrag: Any) -> dict[str, Any]:
    return {
        "nummer": belofte.nummer,
        "soort": "contract",
        "omschrijving": "x",
        "relatie": "y",
        "jaar": 2017,
        "bedrag": bedrag,
        "aangegaan_op": belofte.op,
    }


def _zet(kolom: str, soort: str, waarden: dict[Belofte, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE financien_verplichting v SET {kolom} = n.waarde, versie = v.versie + 1
            FROM unnest(%s::bigint[], %s::{soort}[]) n(id, waarde) WHERE v.id = n.id""",
            [[belofte.pk for belofte in waarden], list(waarden.values())],
        )
