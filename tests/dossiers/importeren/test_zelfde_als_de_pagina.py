"""A family by the page and the same family by file: the very same rows in every table."""

from datetime import date
from typing import Any

import pytest

from dossiers.actions import NieuwePersoon, NieuwGezin, registreer_gezinnen
from dossiers.models import Gezin, Gezinslid, Regie, Rol, Statushouder, Vestiging
from kern.leeftijd import Geboortedatum
from termijnen.models import Termijn
from tests.dossiers.importeren.conftest import OP, persoon
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MODELLEN = (Statushouder, Gezin, Gezinslid, Vestiging, Regie, Termijn)
ANDERS = {"id", "sleutel", "bsn"}


def stand_en_leeg() -> dict[str, list[dict[str, Any]]]:
    """All rows without keys, and then no rows any more."""
    eerste = {
        model: model.objects.order_by("pk").values_list("pk", flat=True).first() or 0 for model in MODELLEN
    }
    sleutels = {"statushouder_id": eerste[Statushouder], "gezin_id": eerste[Gezin]}
    stand = {
        model.__name__: [
            {
                veld: waarde - sleutels[veld] if veld in sleutels and waarde else waarde
                for veld, waarde in rij.items()
                if veld not in ANDERS and veld != "nummer"
            }
            for rij in model.objects.order_by("pk").values()
        ]
        for model in MODELLEN
    }
    for model in reversed(MODELLEN):
        if model is not Statushouder and model is not Gezin:
            model.objects.all().delete()
    Gezin.objects.all().delete()
    Statushouder.objects.all().delete()
    return stand


@pytest.mark.parametrize("gevestigd_op", [None, date(2017, 3, 28), date(2017, 5, 1), date(2017, 6, 1)])
def test_dezelfde_rijen(importeer, gevestigd_op):
    regisseur = GebruikerFactory()
    velden = {
        "geslacht": "V",
        "nationaliteit": "Syrische",
        "opvang": "kso",
        "coa_koppeldatum": date(2017, 2, 6),
    }
    registreer_gezinnen(
        [
            NieuwGezin(
                naam="Haddad",
                personen=[
                    NieuwePersoon(
                        achternaam="Haddad",
                        voornamen="Rima",
                        geboren=Geboortedatum.lees("2-1981"),
                        rol=rol,
                        vnummer=persoon(nummer)["vnummer"],
                        velden=velden,
                    )
                    for nummer, rol in enumerate((Rol.HOOFD, Rol.KIND))
                ],
                gevestigd_op=gevestigd_op,
                regisseur=regisseur,
            )
        ],
        op=OP,
    )
    van_de_pagina = stand_en_leeg()
    cellen = {
        "achternaam": "Haddad",
        "gezin": "A",
        "geboortedatum": "00-02-1981",
        "geslacht": "V",
        "nationaliteit": "Syrische",
        "opvang": "kso",
        "coa_koppeldatum": "06-02-2017",
        "gevestigd_op": f"{gevestigd_op:%d-%m-%Y}" if gevestigd_op else "",
        "regisseur": regisseur.email,
    }
    importeer(persoon(0, **cellen), persoon(1, **cellen, rol="kind"))
    assert stand_en_leeg() == van_de_pagina
    assert len(van_de_pagina["Statushouder"]) == 2
