"""One size, in a process of its own: fill a database with invented people, measure, and say it as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.harnas import Uitslag

# Modules with `proeven()`, or with `uitslagen()` where they measure by themselves; a new part is one more line.
ONDERDELEN = (
    "benchmarks.lijst",
    "benchmarks.zoeken",
    "benchmarks.dossier",
    "benchmarks.rijrechten",
    "benchmarks.inlezen",
    "benchmarks.termijnen",
    "benchmarks.aansluiting",
    "benchmarks.grootboek",
)


def main(aantal: int, delen: Sequence[str] = ()) -> int:
    """Measure all parts with this many people, or these; prints a list of results. WI_DATA says where the data live."""
    from django.conf import settings

    from wassenaar_integratie.lokaal.opdracht import voorbereid

    if fout := voorbereid(["manage.py", "demo_gegevens"]):
        return fout
    if not settings.DEMONSTRATIE:
        raise SystemExit("Alleen in de demonstratie wordt gemeten.")
    _vul(aantal)
    onderdelen = [f"benchmarks.{deel}" for deel in delen] or ONDERDELEN
    uitslagen = [uitslag.als_dict() for onderdeel in onderdelen for uitslag in _onderdeel(onderdeel, aantal)]
    print(json.dumps(uitslagen))
    return 0


def _onderdeel(naam: str, aantal: int) -> Iterator[Uitslag]:
    """What this module measures."""
    from benchmarks.harnas import meet

    module = import_module(naam)
    for proef in module.proeven() if hasattr(module, "proeven") else ():
        sys.stderr.write(f"  {aantal} personen: {proef.naam}\n")
        yield from meet(proef)
    if hasattr(module, "uitslagen"):
        sys.stderr.write(f"  {aantal} personen: {naam}\n")
        yield from module.uitslagen()


def _vul(aantal: int) -> None:
    """The plan, its people and users; what is there already stays."""
    from django.core.management import call_command
    from django.db import connection

    sys.stderr.write(f"{aantal} personen worden gemaakt; wie er al zijn blijven.\n")
    call_command("laad_plan", stdout=StringIO())
    call_command("demo_gegevens", personen=aantal, stdout=StringIO())
    call_command("demo_inloggen", stdout=StringIO())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
