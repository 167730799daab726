"""All the work of a colleague to another in one act, and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers.actions import draag_al_het_werk_over, draai_overdracht_terug, wijs_toe
from dossiers.figures.overdracht import wat_er_ging, werk_van
from dossiers.models import Regie, Signaal, Statushouder, Taak, Waarneming, Werkoverdracht
from kern.namens import namens
from tests.dossiers.factories import InzagerechtFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import SignaalFactory, TaakFactory
from tests.harnas.paginas import als_web
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
DAG = timedelta(days=1)


@pytest.fixture
def anna():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR, naam="Anna Bos")


@pytest.fixture
def bert():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR, naam="Bert Kok")


def van(wie, **velden) -> Statushouder:
    return StatushouderFactory(regie__regisseur=wie, **velden)


def wie(persoon, op=MEI):
    return Regie.objects.lopend_op(op).get(statushouder=persoon).regisseur


def draag_over(anna, bert, op=MEI) -> Werkoverdracht:
    return draag_al_het_werk_over(van=anna, aan=bert, op=op, door=anna)


def test_alles_gaat_mee_en_wat_klaar_of_van_een_ander_is_niet(anna, bert):
    persoon, ander = van(anna), van(bert)
    taak, gedaan, vreemd = (
        TaakFactory(eigenaar=anna),
        TaakFactory(eigenaar=anna, gedaan_op=MEI),
        TaakFactory(),
    )
    signaal = SignaalFactory(eigenaar=anna)
    ziek = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    Waarneming.objects.create(afwezige=ziek, waarnemer=anna, van=MEI - 5 * DAG, tot=MEI + 5 * DAG)
    rij = draag_over(anna, bert)
    assert (wie(persoon), wie(persoon, MEI - DAG), wie(ander)) == (bert, anna, bert)
    assert Taak.objects.get(pk=taak.pk).eigenaar == Signaal.objects.get(pk=signaal.pk).eigenaar == bert
    assert Taak.objects.get(pk=taak.pk).versie == taak.versie + 1
    assert Taak.objects.get(pk=gedaan.pk).eigenaar == anna
    assert Taak.objects.get(pk=vreemd.pk).eigenaar == vreemd.eigenaar
    assert {(w.waarnemer, w.van, w.tot) for w in Waarneming.objects.all()} == {
        (anna, MEI - 5 * DAG, MEI),
        (bert, MEI, MEI + 5 * DAG),
    }
    assert [len(deel) for deel in (rij.regie, rij.taken, rij.signalen, rij.waarnemingen)] == [1, 1, 1, 1]
    assert not werk_van(MEI, anna)[0].iets


def test_wat_is_afgesproken_voor_later_blijft_afgesproken(anna, bert):
    naar_cees, komend = van(anna), van(bert)
    cees = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    wijs_toe([naar_cees], regisseur=cees, van=MEI + 9 * DAG)
    wijs_toe([komend], regisseur=anna, van=MEI + 9 * DAG)
    draag_over(anna, bert)
    assert (wie(naar_cees), wie(naar_cees, MEI + 9 * DAG)) == (bert, cees)
    assert (wie(komend), wie(komend, MEI + 9 * DAG)) == (bert, bert)


def test_terugdraaien_geeft_terug_wat_er_nog_is(anna, bert):
    houdt, weg = van(anna), van(anna)
    taak = TaakFactory(eigenaar=anna)
    van(bert)  # bert's own stays
    rij = draag_over(anna, bert)
    cees = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    wijs_toe([weg], regisseur=cees, van=MEI)
    nu = draai_overdracht_terug(rij, op=MEI)
    assert (wie(houdt), wie(weg), Taak.objects.get(pk=taak.pk).eigenaar) == (anna, cees, anna)
    assert nu.teruggedraaid_op == MEI
    assert werk_van(MEI, bert)[0][1:] == (1, 0, 0, 0)
    with pytest.raises(ValidationError, match="al teruggedraaid"):
        draai_overdracht_terug(rij, op=MEI)


def test_de_geschiedenis_zegt_wat_er_gebeurde(anna, bert):
    rij = draag_over(van(anna).regie.get().regisseur, bert)
    draai_overdracht_terug(rij, op=MEI)
    assert list(rij.events.order_by("pgh_id").values_list("teruggedraaid_op", flat=True)) == [None, MEI]


@pytest.mark.parametrize("wat", ["zelf", "consulent", "beheerder", "niets", "twee_keer"])
def test_wat_wordt_geweigerd(anna, bert, wat):
    if wat != "niets":
        van(anna)
    aan = {
        "zelf": anna,
        "consulent": GebruikerFactory(rol=Rol.CONSULENT),
        "beheerder": GebruikerFactory(rol=Rol.BEHEERDER),
    }.get(wat, bert)
    if wat == "twee_keer":
        draag_over(anna, bert)
    with pytest.raises(ValidationError) as fout:
        draag_over(anna, aan)
    assert list(fout.value.message_dict) == ["van" if wat in {"niets", "twee_keer"} else "aan"]
    assert Werkoverdracht.objects.count() == (wat == "twee_keer")


def test_wie_geen_dossiers_mag_wijzigen_krijgt_wel_taken(anna):
    taak = TaakFactory(eigenaar=anna, domein="inburgering")
    anders = TaakFactory(eigenaar=anna, domein="huisvesting")
    consulent = GebruikerFactory(rol=Rol.CONSULENT)
    draag_over(anna, consulent)
    assert Taak.objects.get(pk=taak.pk).eigenaar == consulent
    assert Taak.objects.get(pk=anders.pk).eigenaar == anna  # a subject that the successor may not read
    assert werk_van(MEI, anna)[0].taken == 1


@pytest.mark.parametrize(("begin", "mag"), [(3, False), (4, False), (5, True)])
def test_wie_dan_zelf_afwezig_is_neemt_niet_waar(anna, bert, begin, mag):
    """Anna covers up to and including day 4."""
    ziek, cees = GebruikerFactory(rol=Rol.KLANTREGISSEUR), GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    Waarneming.objects.create(afwezige=ziek, waarnemer=anna, van=MEI, tot=MEI + 5 * DAG)
    Waarneming.objects.create(afwezige=bert, waarnemer=cees, van=MEI + begin * DAG, tot=MEI + 20 * DAG)
    if mag:
        draag_over(anna, bert)
        return
    with pytest.raises(ValidationError, match="zelf afwezig"):
        draag_over(anna, bert)
    assert Waarneming.objects.get(afwezige=ziek).waarnemer == anna


def test_een_afgeschermd_dossier_gaat_alleen_naar_wie_er_genoemd_is(anna, bert):
    genoemd, ongenoemd = van(anna, afgeschermd=True), van(anna, afgeschermd=True)
    InzagerechtFactory(statushouder=genoemd, gebruiker=bert)
    coordinator = GebruikerFactory(rol=Rol.COORDINATOR)  # who sees neither
    with als_web(), namens(coordinator, op=MEI):
        rij = draag_al_het_werk_over(van=anna, aan=bert, op=MEI, door=coordinator)
        assert not werk_van(MEI, anna)[0].iets  # the coordinator sees neither
        assert wat_er_ging([rij]) == []
    assert (wie(genoemd), wie(ongenoemd)) == (bert, anna)
    with als_web(), namens(bert, op=MEI):
        [(_rij, ging)] = wat_er_ging([rij])
    assert (len(rij.regie), ging.dossiers) == (1, 1)


@pytest.mark.parametrize("wie_weet_het", ["een collega", "wie weg is", "niemand anders"])
def test_van_wat_achterblijft_hoort_wie_erbij_genoemd_is(anna, bert, wie_weet_het):
    """So that it does not stay behind in silence: a task on the dossier itself, which nobody else sees."""
    cees = GebruikerFactory(rol=Rol.KLANTREGISSEUR, is_active=wie_weet_het == "een collega")
    open_, dicht = van(anna), van(anna)
    for genoemd in (anna, *([] if wie_weet_het == "niemand anders" else [cees])):
        InzagerechtFactory(statushouder=dicht, gebruiker=genoemd)
    Statushouder.objects.filter(pk=dicht.pk).update(afgeschermd=True)
    draag_over(anna, bert)
    assert (wie(open_), wie(dicht)) == (bert, anna)
    taak = Taak.objects.get()
    assert (taak.statushouder, taak.uiterlijk_op) == (dicht, MEI + 7 * DAG)
    assert taak.eigenaar == (cees if wie_weet_het == "een collega" else anna)
    with als_web(), namens(GebruikerFactory(rol=Rol.COORDINATOR), op=MEI):
        assert not Taak.objects.exists()
    van(anna)
    draai_overdracht_terug(draag_over(anna, bert), op=MEI)
    assert not Taak.objects.open().exists()  # said once, and no more when the owner is back
    assert Taak.objects.count() == 1


@pytest.mark.parametrize("met_afgeschermd", [False, True])
def test_wie_er_niet_van_weet_krijgt_hetzelfde_te_lezen(client, settings, anna, bert, met_afgeschermd):
    """The whole page, and what it says of what went, stayed and was refused."""
    settings.VANDAAG = "2017-05-01"
    consulent = GebruikerFactory(rol=Rol.CONSULENT, naam="Cor Dam")
    van(anna)
    TaakFactory(eigenaar=anna, domein="huisvesting")
    if met_afgeschermd:
        van(anna, afgeschermd=True)
        InzagerechtFactory(statushouder=van(anna, afgeschermd=True), gebruiker=bert)
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    adres = reverse("dossiers:werk-overdragen")
    pagina = client.get(adres).content.decode()
    assert "Anna Bos (1 dossier en 1 taak)" in pagina
    geweigerd = client.post(adres, {"van": anna.pk, "aan": consulent.pk}).content.decode()
    assert "er gaan dossiers mee" in geweigerd
    tekst = client.post(adres, {"van": anna.pk, "aan": bert.pk}, follow=True).content.decode()
    tekst = " ".join(tekst.split())
    assert "1 dossier en 1 taak van Anna Bos naar Bert Kok." in tekst
    assert "blijft:" not in tekst
    assert ">1 dossier en 1 taak<" in " ".join(client.get(adres).content.decode().split())


def test_een_afgeschermd_dossier_weigert_geen_opvolger_die_alleen_taken_doet(anna):
    """Whether there is one must not be told by a refusal."""
    taak = TaakFactory(eigenaar=anna, domein="inburgering")
    dicht = van(anna, afgeschermd=True)
    consulent = GebruikerFactory(rol=Rol.CONSULENT)
    InzagerechtFactory(statushouder=dicht, gebruiker=consulent)
    draag_over(anna, consulent)
    assert Taak.objects.get(pk=taak.pk).eigenaar == consulent
    assert wie(dicht) == anna
    assert Taak.objects.exclude(pk=taak.pk).get().statushouder == dicht


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_voor_1_en_50(anna, bert, aantal, django_assert_num_queries):
    for _ in range(aantal):
        TaakFactory(eigenaar=anna, statushouder=van(anna))
    with django_assert_num_queries(30):
        draag_over(anna, bert)
    assert Regie.objects.lopend_op(MEI).filter(regisseur=bert).count() == aantal


class TestPagina:
    adres = "dossiers:werk-overdragen"

    @pytest.fixture(autouse=True)
    def _vandaag(self, settings):
        settings.VANDAAG = "2017-05-01"

    def test_een_klantregisseur_draagt_het_eigen_werk_over_en_draait_het_terug(self, client, anna, bert):
        persoon = van(anna)
        client.force_login(anna)
        assert "U hebt nu: 1 dossier." in client.get(reverse(self.adres)).content.decode()
        antwoord = client.post(reverse(self.adres), {"van": bert.pk, "aan": bert.pk}, follow=True)
        tekst = " ".join(antwoord.content.decode().split())
        assert "1 dossier van Anna Bos naar Bert Kok." in tekst
        assert wie(persoon) == bert
        terug = reverse("dossiers:werk-overdragen-terug", args=[Werkoverdracht.objects.get().pk])
        assert terug in tekst
        assert "Wat daarvan nog bij Bert Kok is" in client.get(terug).content.decode()
        client.post(terug)
        assert wie(persoon) == anna
        client.force_login(bert)
        assert client.get(terug).status_code == 404  # not bert's own work

    def test_zonder_opvolger_gebeurt_er_niets(self, client, anna):
        van(anna)
        client.force_login(anna)
        tekst = client.post(reverse(self.adres), {"aan": ""}).content.decode()
        assert "het kan niet bij niemand blijven" in tekst
        assert not Werkoverdracht.objects.exists()

    def test_de_coordinator_ook_van_wie_al_weg_is(self, client, anna, bert):
        persoon, dicht = van(anna), van(anna, afgeschermd=True)
        anna.is_active = False
        anna.save()
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        assert "Anna Bos (1 dossier)" in client.get(reverse(self.adres)).content.decode()
        antwoord = client.post(reverse(self.adres), {"van": anna.pk, "aan": bert.pk}, follow=True)
        assert "blijft:" not in " ".join(antwoord.content.decode().split())
        assert (wie(persoon), wie(dicht)) == (bert, anna)
        rij = Werkoverdracht.objects.get()
        tekst = client.post(reverse("dossiers:werk-overdragen-terug", args=[rij.pk])).content.decode()
        assert "Kies een collega die dossiers mag" in tekst
        assert wie(persoon) == bert
