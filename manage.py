#!/usr/bin/env python
"""Entry of the command line. Makes sure that there is a database before a command runs."""

import os
import sys


def main() -> None:
    """Run a Django command on the embedded database or on DATABASE_URL."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wassenaar_integratie.settings.ontwikkeling")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
