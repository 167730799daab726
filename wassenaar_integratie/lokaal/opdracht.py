"""What manage.py does before a command: a database that runs and is up to date, on standard error only."""

import os
import sys

import django
from django.conf import settings
from django.core.management import get_commands, handle_default_options
from django.core.management.base import CommandParser

from wassenaar_integratie.lokaal import database_url, eigen_server
from wassenaar_integratie.lokaal.paden import Opstartfout

# They read or write files only, or say what there is.
ZONDER_DATABANK = frozenset(
    {
        "check",
        "collectstatic",
        "compilemessages",
        "diffsettings",
        "findstatic",
        "help",
        "makemessages",
        "makemigrations",
        "startapp",
        "startproject",
        "test",
        "testserver",
        "version",
    }
)
# They are about the tables themselves, so those are left as they are.
ZONDER_BIJWERKEN = frozenset({"migrate", "showmigrations", "sqlmigrate", "dbshell", "optimizemigration"})


def nodig(argv: list[str]) -> tuple[bool, bool]:
    """(a database, one that is up to date): what the command in `argv` (as sys.argv) needs."""
    naam = argv[1] if len(argv) > 1 else "help"
    if naam.startswith("-") or naam in ZONDER_DATABANK or {"-h", "--help", "--version"} & set(argv[2:]):
        return False, False
    return True, naam not in ZONDER_BIJWERKEN


def voorbereid(argv: list[str]) -> int:
    """Make sure of the database that the command in `argv` needs. 0, or the exit code to stop with.

    2 for a command that does not exist, 1 when there is no database. Under the production settings
    nothing happens here: there a person migrates.
    """
    databank, bijgewerkt = nodig(argv)
    if not databank:
        return 0
    lezer = CommandParser(add_help=False, allow_abbrev=False)
    lezer.add_argument("--settings")
    lezer.add_argument("--pythonpath")
    handle_default_options(lezer.parse_known_args(argv[2:])[0])
    try:
        if settings.DEMONSTRATIE:
            django.setup()
            if argv[1] not in get_commands():
                sys.stderr.write(f"{argv[1]!r} is geen opdracht. `manage.py help` noemt ze allemaal.\n")
                return 2
            _zorg(bijgewerkt=bijgewerkt)
            if argv[1] == "runserver":
                _als_web()
    except Opstartfout as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    return 0


def _zorg(*, bijgewerkt: bool) -> None:
    from django.db import OperationalError, connections

    from wassenaar_integratie.lokaal import migraties
    from wassenaar_integratie.lokaal.server import zorg_voor_server

    if eigen_server():
        zorg_voor_server()
    try:
        connections["default"].ensure_connection()
    except OperationalError as fout:
        raise Opstartfout(f"De databank is niet bereikbaar: {fout}".strip()) from fout
    try:
        if bijgewerkt:
            migraties.werk_bij()
    finally:
        connections.close_all()  # a command may fork


def _als_web() -> None:
    """From here on this process logs in as the web, which owns nothing (the tables are up to date now)."""
    from django.db import connections

    from wassenaar_integratie.settings.base import databanken

    os.environ["WI_VERBINDING"] = "web"
    connections.settings["default"].update(databanken(database_url())["default"])
