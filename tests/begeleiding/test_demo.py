"""What the people of the demonstration did: the figures of the plan stay, and somebody is late."""

from datetime import date
from io import StringIO

from django.core.management import call_command

from begeleiding.figures import eerste_maand_volgt
from begeleiding.models import Begeleidingstraject, EersteMaand, Stapstand
from begeleiding.tasks import volg
from kern.contract import Peiling
from kern.register import register
from tests.begeleiding.factories import eerste_maand

MEI = date(2017, 5, 1)


def test_s_nachts_wordt_nagekeken_wat_volgt(db):
    eerste_maand()
    assert volg() == 0
    EersteMaand.objects.update(begint_op=date(2017, 3, 29))
    assert volg() == 1
    assert not eerste_maand_volgt().aantal


def test_de_mensen_van_het_plan(db):
    call_command("laad_plan", verbosity=0, stdout=StringIO())
    call_command("demo_gegevens", verbosity=0, stdout=StringIO())
    cijfers = {
        code: register.kerncijfer(f"begeleiding.{code}").bereken(Peiling.op(MEI))
        for code in ("eerste_maand_toepasselijk", "eerste_maand_compleet", "eerste_maand_te_laat")
    }
    assert cijfers == {
        "eerste_maand_toepasselijk": 6,
        "eerste_maand_compleet": 4,
        "eerste_maand_te_laat": 1,
    }
    assert not eerste_maand_volgt().aantal
    assert not Stapstand.objects.filter(gedaan_op__gt=MEI).exists()
    assert not Begeleidingstraject.objects.filter(van__gt=MEI).exists()
    assert Stapstand.objects.filter(niet_van_toepassing=True).exists()
