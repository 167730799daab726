"""Reading a file of persons with faults: against django-import-export, and the memory it takes.

All make the person, the family, the membership, the settling and the assignment. Ours looks for doubles,
keeps the file and writes what it needs for taking back besides; the others do none of that.

The goal is against the way that says what is wrong by row and column, as ours does: `clean_model_instances`,
its documented setting for that. Its manual has a dry run before the import; ours shows and saves in one run,
so the other is spared that second run. Beside it stands the quickest that an expert writes: `use_bulk` with a
cached loader and the other tables in batches too. It checks nothing: where a row goes wrong in the database its
whole batch does, and nobody is told which row it was.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import tablib
from django.conf import settings
from django.core.files import File
from django.db import connection, transaction
from import_export import fields, resources, widgets
from import_export.instance_loaders import CachedInstanceLoader

from benchmarks.doelen import doel as _doel
from benchmarks.harnas import Kandidaat, Proef, Uitslag
from dossiers.models import Gezin, Gezinslid, Regie, Statushouder, Vestiging
from kern.klok import vandaag
from uitwisseling import actions

KOLOMMEN = ("gezin", "rol", "achternaam", "voornamen", "geboortedatum", "geslacht", "vnummer", "gevestigd_op")
FOUT_OP = 100  # one row in a hundred has a day that does not exist
_LETTERGREPEN = ("ba", "de", "gi", "ko", "lu", "ma", "ne", "ri", "so", "tu", "wa", "ye", "za", "ha", "fe")


# A longer file would keep the others busy for an hour.
MEESTE_RIJEN = 10_000


def proeven() -> list[Proef]:
    """As many rows as there are dossiers, up to MEESTE_RIJEN."""
    aantal = min(MEESTE_RIJEN, _rijen_voor(Statushouder.objects.count()))
    pad = _bestand(aantal)
    return [
        Proef(
            f"Personen inlezen, {aantal} rijen",
            [
                Kandidaat("ons inlezen", _teruggedraaid(lambda: _ons(pad))),
                Kandidaat(
                    "django-import-export",
                    _teruggedraaid(lambda: _ander(pad, Personen())),
                    _doel(Statushouder.objects.count(), 25),
                ),
                Kandidaat(
                    "django-import-export in partijen, zonder controle",
                    _teruggedraaid(lambda: _ander(pad, PersonenInPartijen())),
                ),
            ],
            rondes=0,
            opwarmen=False,
        )
    ]


def uitslagen() -> list[Uitslag]:
    """The highest memory of `importeer --proef`, with a file and with one ten times as long."""
    aantal = _rijen_voor(Statushouder.objects.count())
    kort, lang = (_piek(_bestand(rijen)) for rijen in (aantal // 10, aantal))
    naam = "Geheugen bij inlezen"
    return [
        Uitslag(naam, f"{aantal} rijen", lang, lang, eenheid="MB"),
        Uitslag(naam, f"{aantal // 10} rijen", kort, kort, kort / lang, 1 / 1.25, "MB"),
    ]


def _rijen_voor(dossiers: int) -> int:
    """As many rows as the size is named for: 1,000, 10,000 or 100,000."""
    return max(1_000, int(10 ** (len(str(dossiers)) - 1)))


def _rijen(aantal: int) -> Iterator[tuple[str, ...]]:
    for nummer in range(aantal):
        naam = "".join(_LETTERGREPEN[(nummer // 15**plaats) % 15] for plaats in range(4)).title()
        dag = "31-02" if nummer % FOUT_OP == FOUT_OP - 1 else f"{1 + nummer % 28:02d}-{1 + nummer % 12:02d}"
        rol = ("hoofd", "partner", "kind")[nummer % 3]
        geboren = f"{dag}-{1950 + nummer % 60}"
        yield (
            f"g{nummer // 3}",
            rol,
            naam,
            f"Proef{nummer % 997}",
            geboren,
            "MV"[nummer % 2],
            f"{9_000_000_000 + nummer}",
            "03-04-2017",
        )


def _bestand(aantal: int) -> Path:
    """The file of this length; its V-numbers belong to nobody."""
    pad = Path(os.environ["WI_DATA"]) / f"personen-{aantal}.csv"
    with pad.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(KOLOMMEN)
        schrijver.writerows(_rijen(aantal))
    return pad


def _teruggedraaid(doe: Callable[[], Any]) -> Callable[[], Any]:
    """Do it in a transaction that is rolled back, with every deferred constraint decided first."""

    def vraag() -> Any:
        with transaction.atomic():
            gevonden = doe()
            transaction.set_rollback(True)
        return gevonden

    return vraag


def _ons(pad: Path) -> tuple[int, ...]:
    """What `_gevonden` says."""
    with pad.open("rb") as stroom:
        uitslag = actions.importeer(
            "personen",
            File(stroom, name=pad.name),
            kolommen=None,
            gebruiker=None,
            op=vandaag(),
            goede_rijen=True,
            proef=False,
        )
    return _gevonden(uitslag.inlezing.aangemaakt, len({fout.rij for fout in uitslag.fouten}))


def _dag(tekst: str) -> date:
    dag, maand, jaar = map(int, tekst.split("-"))
    return date(jaar, maand, dag)


class _Geboren(widgets.Widget):  # type: ignore[misc]
    """A birth date as our files have it."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date:
        return _dag(value)


class Personen(resources.ModelResource):  # type: ignore[misc]
    """Persons known by V-number, checked as a form would."""

    geboren_vroegst = fields.Field(
        column_name="geboortedatum", attribute="geboren_vroegst", widget=_Geboren()
    )
    geboren_laatst = fields.Field(column_name="geboortedatum", attribute="geboren_laatst", widget=_Geboren())
    achternaam = fields.Field(column_name="achternaam", attribute="achternaam")
    voornamen = fields.Field(column_name="voornamen", attribute="voornamen")
    geslacht = fields.Field(column_name="geslacht", attribute="geslacht")
    vnummer = fields.Field(column_name="vnummer", attribute="vnummer")

    class Meta:
        model = Statushouder
        fields = ("achternaam", "voornamen", "geboren_vroegst", "geboren_laatst", "geslacht", "vnummer")
        import_id_fields = ("vnummer",)
        clean_model_instances = True
        skip_unchanged = True
        skip_diff = True  # no page is made of it

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """A dossier number of its own; the product takes them from its counter."""
        instance.nummer = f"B-{instance.vnummer[1:]}"

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Families by their key in the file."""
        self.gezinnen: dict[str, Gezin] = {}

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """What belongs to a new person, by the ORM, as one writes it in such a hook."""
        op = _dag(row["gevestigd_op"])
        if row["gezin"] not in self.gezinnen:
            self.gezinnen[row["gezin"]] = Gezin.objects.create(naam=instance.achternaam)
        gezin = self.gezinnen[row["gezin"]]
        Gezinslid.objects.create(gezin=gezin, statushouder=instance, rol=row["rol"], van=op)
        Vestiging.objects.create(statushouder=instance, van=op)
        Regie.objects.create(statushouder=instance, van=op)


class PersonenInPartijen(Personen):
    """The same without checks, a thousand rows at a time for every table."""

    class Meta(Personen.Meta):
        clean_model_instances = False
        use_bulk = True
        batch_size = 1000
        instance_loader_class = CachedInstanceLoader

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Nobody waits for a family yet."""
        super().before_import(dataset, **kwargs)
        self.wachten: list[tuple[Statushouder, Any]] = []

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """The person is in the batch, without a key as yet."""
        self.wachten.append((instance, row))

    def bulk_create(self, *args: Any, **kwargs: Any) -> None:
        """The persons of a batch, and then what belongs to them."""
        super().bulk_create(*args, **kwargs)
        nieuw: dict[str, Gezin] = {}
        for persoon, rij in self.wachten:
            if rij["gezin"] not in self.gezinnen:
                nieuw.setdefault(rij["gezin"], Gezin(naam=persoon.achternaam))
        Gezin.objects.bulk_create(nieuw.values())
        self.gezinnen |= nieuw
        dagen = [(persoon, rij, _dag(rij["gevestigd_op"])) for persoon, rij in self.wachten]
        Gezinslid.objects.bulk_create(
            Gezinslid(gezin=self.gezinnen[rij["gezin"]], statushouder=persoon, rol=rij["rol"], van=op)
            for persoon, rij, op in dagen
        )
        Vestiging.objects.bulk_create(Vestiging(statushouder=persoon, van=op) for persoon, _, op in dagen)
        Regie.objects.bulk_create(Regie(statushouder=persoon, van=op) for persoon, _, op in dagen)
        self.wachten = []


def _gevonden(goed: int, fout: int) -> tuple[int, ...]:
    """Good rows, rows with faults, and how many rows there are now of each kind; every constraint is decided."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    soorten = (Statushouder, Gezin, Gezinslid, Vestiging, Regie)
    return goed, fout, *(soort.objects.count() for soort in soorten)


def _ander(pad: Path, bron: Personen) -> tuple[int, ...]:
    gegevens = tablib.Dataset().load(pad.read_text(encoding="utf-8"), format="csv", delimiter=";")
    uitslag = bron.import_data(
        gegevens, use_transactions=True, raise_errors=False, rollback_on_validation_errors=False
    )
    return _gevonden(uitslag.totals["new"], len(uitslag.invalid_rows) + len(uitslag.row_errors()))


_MEET = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _piek(pad: Path) -> float:
    """Megabytes that the command had at the most, in a process of its own."""
    opdracht = [
        sys.executable,
        str(settings.BASIS / "manage.py"),
        "importeer",
        "personen",
        str(pad),
        "--proef",
    ]
    omgeving = os.environ | {"DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.ontwikkeling"}
    uitvoer = subprocess.run(
        [sys.executable, "-c", _MEET, *opdracht], env=omgeving, check=True, capture_output=True, text=True
    )
    return int(uitvoer.stdout) / 1024
