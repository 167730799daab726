"""Each guard of the harness against a fault planted for it; and the guard off: then it passes unseen."""

import re
import socket
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Count
from django.db.models.sql.compiler import SQLCompiler
from django.template import Context, Engine, Template, base
from django.test import Client

from tests.harnas.buiten import Netwerkfout, Slaapfout, zonder_netwerk, zonder_slaap
from tests.harnas.gebreken import GEBREKEN
from tests.harnas.paginas import Bladzijdefout
from tests.harnas.sjablonen import UITGEZONDERD, OnbekendeVariabele
from tests.harnas.volgorde import willekeurige_volgorde
from tests.toegang.factories import GebruikerFactory
from toegang.models import Gebruiker, Organisatie, Rol

ZONDER_NAAM = [
    "{{ naam }}",
    "{{ persoon.naam }}",
    '{{ naam|default:"niemand" }}',
    "{% if naam %}x{% endif %}",
    "{% if not naam %}x{% endif %}",
    "{% if bekend and naam == 1 %}x{% endif %}",
    "{% for deel in naam %}{% endfor %}",
    "{% with kort=naam %}{% endwith %}",
    '{% include "deel.html" %}',
    '{% include "als.html" %}',
]


def teken(bron: str) -> str:
    delen = {"deel.html": "{{ naam }}", "als.html": "{% if naam or bekend %}x{% endif %}"}
    motor = Engine(loaders=[("django.template.loaders.locmem.Loader", delen)])
    return Template(bron, engine=motor).render(Context({"persoon": {}, "bekend": True}))


class TestSjablonen:
    @pytest.mark.parametrize("bron", ZONDER_NAAM)
    def test_een_onbekende_variabele_faalt_met_haar_naam(self, bron):
        with pytest.raises(OnbekendeVariabele, match=r"de variabele (persoon\.)?naam bestaat niet"):
            teken(bron)

    def test_de_fout_noemt_het_ingesloten_sjabloon(self):
        with pytest.raises(OnbekendeVariabele, match=r"^als\.html: "):
            teken('{% include "als.html" %}')

    def test_een_fout_blijft_niet_hangen_voor_het_volgende_sjabloon(self):
        with pytest.raises(OnbekendeVariabele):
            teken("{{ naam }}")
        assert teken("{% if bekend %}goed{% endif %}") == "goed"

    @pytest.mark.parametrize("bron", ZONDER_NAAM)
    def test_zonder_de_wacht_ziet_niemand_het(self, bron, monkeypatch):
        monkeypatch.setattr(base.Variable, "resolve", base.Variable.resolve.__wrapped__)
        assert teken(bron) in ("", "x", "niemand")

    def test_elke_uitzondering_is_nog_nodig(self):
        for naam, variabele in UITGEZONDERD:
            assert variabele in (settings.BASIS / "templates" / naam).read_text()


@pytest.mark.urls("tests.harnas.gebreken")
class TestPaginas:
    @pytest.mark.parametrize("gebrek", GEBREKEN)
    def test_elk_gebrek_faalt(self, client, gebrek):
        with pytest.raises(Bladzijdefout, match=f"/{gebrek}/: "):
            client.get(f"/{gebrek}/")

    def test_wat_goed_is_mag(self, client):
        assert client.get("/gaaf/").status_code == 200
        assert client.get("/tekst/").status_code == 200

    @pytest.mark.parametrize("gebrek", GEBREKEN)
    def test_zonder_de_wacht_ziet_niemand_het(self, gebrek):
        assert Client().get(f"/{gebrek}/").status_code == 200


@pytest.mark.django_db
class TestVolgorde:
    @pytest.fixture
    def rijen(self):
        return [gebruiker.pk for gebruiker in GebruikerFactory.create_batch(12)]

    @staticmethod
    def volgordes(vraag):
        return {tuple(vraag.all()) for _ in range(8)}

    def test_zonder_volgorde_komt_er_telkens_een_andere(self, rijen):
        assert len(self.volgordes(Gebruiker.objects.values_list("pk", flat=True))) > 1

    def test_een_gevraagde_volgorde_blijft(self, rijen):
        assert self.volgordes(Gebruiker.objects.order_by("pk").values_list("pk", flat=True)) == {tuple(rijen)}

    def test_de_volgorde_van_het_model_blijft(self):
        Organisatie.objects.bulk_create(Organisatie(naam=naam, rol="") for naam in "cbad")
        assert self.volgordes(Organisatie.objects.values_list("naam", flat=True)) == {tuple("abcd")}

    def test_groepen_staan_ook_los(self):
        """Also where the model has an order: Django drops that in a grouped query."""
        Organisatie.objects.bulk_create(Organisatie(naam=f"{n}", rol=f"{n % 6}") for n in range(12))
        per_rol = Organisatie.objects.values_list("rol").annotate(n=Count("pk"))
        assert {*per_rol} == {(f"{n}", 2) for n in range(6)}
        assert len(per_rol) == 6
        assert len(self.volgordes(per_rol)) > 1

    def test_tellen_onderscheiden_en_samenvoegen_werken_nog(self, rijen):
        alle = Gebruiker.objects.values_list("pk", flat=True)
        assert alle.count() == 12
        assert Gebruiker.objects.values("rol").distinct().count() == 1
        assert list(Gebruiker.objects.values_list("rol", flat=True).distinct()) == [Rol.KLANTREGISSEUR]
        assert len(alle.filter(pk__lt=rijen[6]).union(alle.filter(pk__gte=rijen[6]))) == 12
        assert Gebruiker.objects.filter(pk__in=alle).exists()

    def test_zonder_de_wacht_is_het_telkens_dezelfde(self, rijen, monkeypatch):
        [origineel] = [
            cel.cell_contents
            for cel in SQLCompiler._order_by_pairs.__closure__
            if getattr(cel.cell_contents, "__module__", "") == SQLCompiler.__module__
        ]
        monkeypatch.setattr(SQLCompiler, "_order_by_pairs", origineel)
        assert self.volgordes(Gebruiker.objects.values_list("pk", flat=True)) == {tuple(rijen)}

    def test_na_afloop_is_de_wacht_weg(self):
        voor = SQLCompiler._order_by_pairs
        with willekeurige_volgorde():
            assert SQLCompiler._order_by_pairs is not voor
        assert SQLCompiler._order_by_pairs is voor


class TestBuiten:
    """Addresses of documentation (RFC 5737, RFC 2606): nobody answers there, also with the guard off."""

    def test_geen_verbinding_naar_buiten(self):
        with pytest.raises(Netwerkfout, match=r"192\.0\.2\.1"):
            socket.create_connection(("192.0.2.1", 80), timeout=0.01)
        with socket.socket() as los, pytest.raises(Netwerkfout):
            los.connect_ex(("192.0.2.1", 80))
        with socket.socket(type=socket.SOCK_DGRAM) as los, pytest.raises(Netwerkfout):
            los.sendto(b"x", ("192.0.2.1", 53))

    def test_geen_naam_opzoeken(self):
        with pytest.raises(Netwerkfout, match=r"voorbeeld\.example"):
            socket.getaddrinfo("voorbeeld.example", 443)

    def test_deze_machine_mag(self):
        with socket.create_server(("127.0.0.1", 0)) as dienst:
            socket.create_connection(("localhost", dienst.getsockname()[1]), timeout=1).close()
        een, ander = socket.socketpair()
        een.close()
        ander.close()

    def test_niet_slapen(self):
        with pytest.raises(Slaapfout, match=r"time\.sleep\(0\.01\)"):
            time.sleep(0.01)

    @pytest.mark.parametrize(
        ("wacht", "waar", "naam"),
        [
            (zonder_slaap, time, "sleep"),
            (zonder_netwerk, socket, "getaddrinfo"),
            (zonder_netwerk, socket.socket, "connect"),
            (zonder_netwerk, socket.socket, "connect_ex"),
            (zonder_netwerk, socket.socket, "sendto"),
        ],
    )
    def test_na_afloop_is_de_wacht_weg(self, wacht, waar, naam):
        voor = getattr(waar, naam)
        with wacht():
            assert getattr(waar, naam) is not voor
        assert getattr(waar, naam) is voor


class TestPytest:
    def test_een_waarschuwing_is_een_fout(self):
        with pytest.raises(UserWarning, match="pas op"):
            warnings.warn("pas op", stacklevel=1)

    def test_de_tests_staan_in_willekeurige_volgorde(self, request):
        assert request.config.pluginmanager.hasplugin("randomly")
        assert request.config.getoption("randomly_reorganize")

    @pytest.mark.django_db
    def test_een_query_te_veel_wordt_gezien(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            list(Gebruiker.objects.all())
        telling = django_assert_num_queries(0)
        with pytest.raises(pytest.fail.Exception, match="1 vragen, verwacht 0"), telling:
            list(Gebruiker.objects.all())


VERBODEN = {
    "TID251": [
        "from datetime import date\n\nprint(date.today())\n",
        "from datetime import datetime\n\nprint(datetime.now())\n",
        "from django.utils import timezone\n\nprint(timezone.now())\n",
        "from django.utils import timezone\n\nprint(timezone.localdate())\n",
        "from django.db.models.functions import Now\n\nprint(Now())\n",
    ],
    "TID253": ["import weasyprint\n\nprint(weasyprint)\n", "import altair\n\nprint(altair)\n"],
    "T201": ['print("weg ermee")\n'],
    "BLE001": ["try:\n    x = 1\nexcept Exception:\n    x = 2\n"],
    "ERA001": ["# x = 1\n"],
    "FBT003": ["print(str.splitlines('x', True))\n"],
}
GEVALLEN = [(code, bron) for code, bronnen in VERBODEN.items() for bron in bronnen]


def ruff(bron: str, pad: str) -> str:
    """What ruff says of this text, as if it stood there, with the project's own rules."""
    opdracht = [Path(sys.executable).with_name("ruff"), "check", "--output-format=concise", "--no-cache"]
    uitvoer = subprocess.run(
        [*opdracht, f"--stdin-filename={pad}", "-"],
        input=bron, capture_output=True, text=True, cwd=settings.BASIS, check=False,
    )  # fmt: skip
    return uitvoer.stdout


@pytest.mark.parametrize(("code", "bron"), GEVALLEN)
def test_ruff_weigert(code, bron):
    assert re.search(rf"\b{code}\b", ruff(bron, "dossiers/rules.py"))


def test_ruff_laat_door_wat_mag():
    assert "All checks passed" in ruff('"""A rule."""\n', "dossiers/rules.py")
