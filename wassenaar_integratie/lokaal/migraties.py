"""Whether the database is up to date, cheaply, and bringing it up to date."""

import contextlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from dossiers import rijrechten

_SLEUTEL = 0x7761737365  # advisory lock: one process migrates, on whatever machine


def op_schijf(configuraties: Iterable[AppConfig]) -> set[tuple[str, str]]:
    """(app, name) of every migration in the code, by the file names alone."""
    gevonden = set()
    for app in configuraties:
        module, _expliciet = MigrationLoader.migrations_module(app.label)
        if module is None or app.module is None:
            continue
        with contextlib.suppress(ModuleNotFoundError):
            # a module named migrations that is no package (pgtrigger) holds none
            map_ = getattr(import_module(module), "__path__", ())
            for _zoeker, naam, pakket in pkgutil.iter_modules(map_):
                if not pakket and naam[0] not in "_~":
                    gevonden.add((app.label, naam))
    return gevonden


def toegepast() -> set[tuple[str, str]]:
    """(app, name) of every migration that the database has; empty for a new one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations')")
        if cursor.fetchone() == (None,):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def ontbrekend() -> set[tuple[str, str]]:
    """Migrations in the code that the database does not have: two short queries."""
    return op_schijf(apps.get_app_configs()) - toegepast()


@contextlib.contextmanager
def _alleen() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_SLEUTEL])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_SLEUTEL])


def werk_bij() -> None:
    """Migrate if something is missing; what is said about it goes to standard error.

    Rights of rows that changed without a migration are set anew: they are made after each one.
    """
    if not ontbrekend():
        if rijrechten.verouderd():
            rijrechten.zet_rijrechten()
        return
    with _alleen():
        if aantal := len(ontbrekend()):  # the one before us may have done it
            sys.stderr.write(f"De databank wordt bijgewerkt ({aantal} migraties).\n")
            call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
