"""The production files: every secret is asked for by name, and none has a value."""

import re

from wassenaar_integratie.lokaal.paden import BASIS

COMPOSE = (BASIS / "docker-compose.yml").read_text()
GEVRAAGD = set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))


def test_compose_vraagt_alles_en_heeft_nergens_een_standaardwaarde():
    assert set(re.findall(r"\$\{([A-Z_]+):\?\}", COMPOSE)) == GEVRAAGD
    assert len(re.findall(r"\$\{", COMPOSE)) == len(re.findall(r"\$\{[A-Z_]+:\?\}", COMPOSE))


def test_voorbeeld_noemt_precies_wat_compose_vraagt_zonder_waarden():
    regels = [
        regel for regel in (BASIS / ".env.example").read_text().splitlines() if regel and regel[0] != "#"
    ]
    assert {regel.removesuffix("=") for regel in regels} == GEVRAAGD
    assert all(regel.endswith("=") for regel in regels)


def test_compose_geeft_alles_wat_de_productie_instellingen_eisen():
    productie = (BASIS / "wassenaar_integratie" / "settings" / "productie.py").read_text()
    geeist = set(re.findall(r"""env\.\w+\("([A-Z_]+)"\)""", productie))
    gegeven = set(re.findall(r"^    ([A-Z_]+):", COMPOSE.split("services:")[0], re.MULTILINE))
    assert geeist <= gegeven
    assert "SECRET_KEY" in geeist
