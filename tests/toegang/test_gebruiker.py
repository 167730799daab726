"""`manage.py gebruiker`, and the outbox that its invitations go by."""

import io
import json
import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.management import call_command

from kern.opdrachten import Geweigerd
from tests.toegang.factories import OrganisatieFactory
from toegang.actions import post as post_module
from toegang.actions import verstuur_openstaande
from toegang.models import Gebruiker, Poststuk

pytestmark = pytest.mark.django_db
ZIN = "een eigen zin voor deze test"


def gebruiker(*argumenten, invoer=None, monkeypatch=None):
    if invoer is not None:
        monkeypatch.setattr("sys.stdin", io.StringIO(invoer))
    uit = io.StringIO()
    call_command("gebruiker", *argumenten, "--json", stdout=uit)
    return json.loads(uit.getvalue())


def test_een_nieuwe_gebruiker_krijgt_een_uitnodiging_en_kiest_een_wachtzin(client):
    antwoord = gebruiker("Noor@Gemeente.example", "--rol", "klantregisseur")
    assert (antwoord["email"], antwoord["aangemaakt"], antwoord["uitgenodigd"]) == (
        "noor@gemeente.example",
        True,
        True,
    )
    assert mail.outbox == []  # no mail server is needed to invite
    assert verstuur_openstaande() == 1
    [bericht] = mail.outbox
    assert bericht.to == ["noor@gemeente.example"]
    pad = re.search(r"http://[^/]+(/\S+)", bericht.body).group(1)
    pagina = client.get(pad, follow=True)
    adres = pagina.redirect_chain[-1][0]
    client.post(adres, {"password1": ZIN, "password2": ZIN})
    assert Gebruiker.objects.get(email="noor@gemeente.example").check_password(ZIN)
    assert verstuur_openstaande() == 0  # once


def test_wie_nog_geen_wachtzin_heeft_krijgt_opnieuw_een_uitnodiging():
    """The first mail was lost, or its link is old: the same command once more puts a new one in the outbox."""
    assert gebruiker("a@b.example", "--rol", "financien")["uitgenodigd"]
    antwoord = gebruiker("a@b.example", "--rol", "financien")
    assert (antwoord["aangemaakt"], antwoord["uitgenodigd"]) == (False, True)
    assert Poststuk.objects.count() == 2
    Gebruiker.objects.update(is_active=False)  # withdrawn: nothing goes to who may not come in
    assert not gebruiker("a@b.example", "--rol", "financien")["uitgenodigd"]
    assert Poststuk.objects.count() == 2


def test_met_wachtwoord_van_standaardinvoer_komt_er_geen_uitnodiging(monkeypatch):
    antwoord = gebruiker(
        "a@b.example", "--rol", "financien", "--wachtwoord", "-", invoer=f"{ZIN}\n", monkeypatch=monkeypatch
    )
    assert not antwoord["uitgenodigd"]
    assert Gebruiker.objects.get().check_password(ZIN)
    assert not Poststuk.objects.exists()


def test_wijzigen_is_een_volgende_versie():
    """So that a page that was opened before does not put the old role back."""
    gebruiker("a@b.example", "--rol", "financien")
    assert Gebruiker.objects.get().versie == 1
    gebruiker("a@b.example", "--rol", "coordinator")
    assert Gebruiker.objects.get().versie == 2


def test_een_bekende_gebruiker_wijzigt_en_houdt_de_wachtzin(monkeypatch):
    gebruiker("a@b.example", "--rol", "financien", "--wachtwoord", "-", invoer=ZIN, monkeypatch=monkeypatch)
    OrganisatieFactory(naam="Taalhuis")
    antwoord = gebruiker("a@b.example", "--rol", "partner", "--organisatie", "taalhuis")
    assert (antwoord["aangemaakt"], antwoord["uitgenodigd"], antwoord["organisatie"]) == (
        False,
        False,
        "Taalhuis",
    )
    assert Gebruiker.objects.get().check_password(ZIN)


@pytest.mark.parametrize(
    ("argumenten", "invoer", "zin"),
    [
        (["geen-adres", "--rol", "financien"], None, "E-MAIL: Dit is geen e-mailadres"),
        (["a@b.example", "--rol", "baas"], None, "--rol: 'baas' bestaat niet"),
        (["a@b.example", "--rol", "partner"], None, "Kies de organisatie van deze partner"),
        (
            ["a@b.example", "--rol", "partner", "--organisatie", "Niets"],
            None,
            "Deze organisatie is niet bekend",
        ),
        (
            ["a@b.example", "--rol", "financien", "--wachtwoord", "-"],
            "kort",
            "--wachtwoord: Gebruik minstens 14",
        ),
        (
            ["a@b.example", "--rol", "financien", "--wachtwoord", "geheim"],
            None,
            "--wachtwoord: 'geheim' bestaat",
        ),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_en_bewaart_niets(argumenten, invoer, zin, monkeypatch):
    with pytest.raises(Geweigerd, match=re.escape(zin)) as weigering:
        gebruiker(*argumenten, invoer=invoer, monkeypatch=monkeypatch)
    assert weigering.value.returncode == 2
    assert not Gebruiker.objects.exists()
    assert not Poststuk.objects.exists()


def test_een_mailserver_die_niet_antwoordt_houdt_de_uitnodiging_staan(monkeypatch):
    gebruiker("a@b.example", "--rol", "financien")

    def weg(*_args, **_rest):
        raise SMTPServerDisconnected

    with monkeypatch.context() as stuk:
        stuk.setattr(post_module, "send_mail", weg)
        assert verstuur_openstaande() == 0
    assert Poststuk.objects.get().pogingen == 1
    assert verstuur_openstaande() == 1


def test_wie_niet_meer_mag_inloggen_krijgt_niets():
    gebruiker("a@b.example", "--rol", "financien")
    Gebruiker.objects.update(is_active=False)
    assert verstuur_openstaande() == 0
    Gebruiker.objects.update(is_active=True)
    assert verstuur_openstaande() == 1
