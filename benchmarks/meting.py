"""One size, in a process of its own: fill a database with invented people, measure, and say it as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import StringIO

# Modules with `proeven()`; a new part of the benchmark is one more line.
ONDERDELEN = (
    "benchmarks.lijst",
    "benchmarks.zoeken",
    "benchmarks.dossier",
    "benchmarks.werk",
    "benchmarks.rijrechten",
    "benchmarks.inlezen",
)


def main(aantal: int) -> int:
    """Measure with this many people; prints a list of results. WI_DATA says where the database lives."""
    from django.conf import settings

    from wassenaar_integratie.lokaal.opdracht import voorbereid

    if fout := voorbereid(["manage.py", "demo_gegevens"]):
        return fout
    if not settings.DEMONSTRATIE:
        raise SystemExit("Alleen in de demonstratie wordt gemeten.")
    _vul(aantal)
    from benchmarks.harnas import Proef, meet

    uitslagen = []
    for onderdeel in ONDERDELEN:
        proeven: Callable[[], Sequence[Proef]] = import_module(onderdeel).proeven
        for proef in proeven():
            sys.stderr.write(f"  {aantal} personen: {proef.naam}\n")
            uitslagen += [uitslag.als_dict() for uitslag in meet(proef)]
    from benchmarks.inlezen import geheugen

    uitslagen += [uitslag.als_dict() for uitslag in geheugen()]
    print(json.dumps(uitslagen))
    return 0


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
    sys.exit(main(int(sys.argv[1])))
