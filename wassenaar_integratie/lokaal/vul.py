"""What the demonstration needs in its database, in one process: the plan, its people and their logins.

    python -m wassenaar_integratie.lokaal.vul

Each command changes nothing the second time.
"""

import io
import os
import sys

import django
from django.core.management import call_command

# Whoever wants to read what they say runs them. The logins come first: cases and tasks are given to them.
STIL = ("laad_plan", "demo_inloggen", "demo_gegevens", "demo_boekingen")


def hoofd() -> None:
    """Bring the database up to date and fill it; prints the logins."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wassenaar_integratie.settings.ontwikkeling")
    django.setup()
    from wassenaar_integratie.lokaal import migraties

    migraties.werk_bij()
    for naam in STIL:
        call_command(naam, stdout=io.StringIO())
    call_command("demo_inloggen")
    sys.stdout.flush()


if __name__ == "__main__":
    hoofd()
