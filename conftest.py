"""Loads what pytest needs of this machine; the tests' own fixtures are in tests/."""

pytest_plugins = ["wassenaar_integratie.lokaal.proefplugin"]
