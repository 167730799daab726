"""A table that went out, read back."""

import csv

import pytest
from django.core.management import call_command


@pytest.fixture
def exporteer(tmp_path, capsys):
    """The table that the command writes, as dictionaries."""

    def draai(soort, *argumenten):
        pad = tmp_path / f"{soort}.csv"
        call_command("exporteer", soort, str(pad), *argumenten)
        capsys.readouterr()
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            return list(csv.DictReader(bestand, delimiter=";"))

    return draai
