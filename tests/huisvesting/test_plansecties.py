"""The quota in the plan file: a typing error is a named fault, never a smaller ledger."""

import pytest
from django.conf import settings
from django.core.management import call_command

from huisvesting.models import Beginstand
from kern.opdrachten import Geweigerd

pytestmark = pytest.mark.django_db
PLAN = (settings.BASIS / "plan" / "plan-2017.toml").read_text()


@pytest.mark.parametrize(
    ("oud", "nieuw", "sleutel"),
    [
        ("\ngerealiseerd = 56", "\ngerealisseerd = 56", "gerealisseerd"),
        ("\ngerealiseerd = 56", "", r"stand_taakstelling\[2016\].gerealiseerd"),
        ("\ngerealiseerd = 20 ", "\n# ", r"stand_taakstelling\[2017-H1\].gerealiseerd"),
        ("\nstand_op = 2016-12-31", "", "stand_op"),
        ("\nstand_op = 2016-12-31", "\nstand_op = 2017-01-01", "stand_op"),
        ("totaal = 137", "totaal = 138", "controle_taakstelling.totaal"),
        ("\nachterstand = 10 ", "\nachterstand = 11 ", "achterstand"),
        ("\nopgave = 15\n", "\nopgave = 16\n", "te_realiseren"),
        ("december_2017 = 25", "december_2017 = 35", "nog_te_huisvesten"),
    ],
)
def test_een_fout_in_de_taakstelling_wordt_bij_naam_geweigerd(tmp_path, oud, nieuw, sleutel):
    assert PLAN.count(oud) >= 1
    bestand = tmp_path / "plan.toml"
    bestand.write_text(PLAN.replace(oud, nieuw, 1))
    with pytest.raises(Geweigerd, match=sleutel):
        call_command("laad_plan", str(bestand))
    assert not Beginstand.objects.exists()
