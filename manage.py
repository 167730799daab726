#!/usr/bin/env python
"""Entry of the command line. Makes sure that there is a database before a command runs."""

import os
import sys


def main() -> int:
    """Run a Django command on the embedded database or on DATABASE_URL; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wassenaar_integratie.settings.ontwikkeling")
    from django.core.management import execute_from_command_line

    from wassenaar_integratie.lokaal.opdracht import voorbereid

    if uitgang := voorbereid(sys.argv):
        return uitgang
    execute_from_command_line(sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
