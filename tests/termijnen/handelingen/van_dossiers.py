"""The actions of the shared case."""

from __future__ import annotations

from datetime import date
from typing import Any

from dossiers import actions
from dossiers.actions import NieuwePersoon, NieuwGezin
from dossiers.actions.samenvoegen import voeg_samen, zijn_twee_mensen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.models import Inzagerecht, Vestiging, WijzeVanKomst
from tests.termijnen.handelingen.wereld import APRIL, MEI, Doe, Wereld, geval

JUNI = date(2017, 6, 1)


def _afgeschermd(w: Wereld, *collegas: Any) -> Any:
    actions.scherm_af([w.sami], reden="Wordt bedreigd", collegas=collegas, op=APRIL, door=w.marieke)
    return w.vers(w.sami)


@geval("dossiers.scherm_af")
def _(w: Wereld) -> Doe:
    return lambda: actions.scherm_af([w.sami], reden="Bedreigd", collegas=[], op=MEI, door=w.marieke)


@geval("dossiers.noem_collega")
def _(w: Wereld) -> Doe:
    sami = _afgeschermd(w)
    return lambda: actions.noem_collega([sami], collega=w.bert, reden="Neemt waar", op=MEI)


@geval("dossiers.beeindig_inzage")
def _(w: Wereld) -> Doe:
    sami = _afgeschermd(w, w.bert)
    recht = Inzagerecht.objects.get(statushouder=sami, gebruiker=w.bert)
    return lambda: actions.beeindig_inzage(recht, versie=recht.versie, reden="Klaar", op=MEI)


@geval("dossiers.hef_afscherming_op")
def _(w: Wereld) -> Doe:
    sami = _afgeschermd(w)
    return lambda: actions.hef_afscherming_op([sami], reden="Niet meer nodig", op=MEI)


def _filter(w: Wereld) -> Any:
    return actions.bewaar_filter(gebruiker=w.marieke, naam="Weg", parameters={"stand": "vertrokken"})


@geval("dossiers.bewaar_filter")
def _(w: Wereld) -> Doe:
    return lambda: _filter(w)


@geval("dossiers.hernoem_filter")
def _(w: Wereld) -> Doe:
    rij = _filter(w)
    return lambda: actions.hernoem_filter(rij, versie=rij.versie, naam="Vertrokken")


@geval("dossiers.verwijder_filter")
def _(w: Wereld) -> Doe:
    rij = _filter(w)
    return lambda: actions.verwijder_filter(rij)


@geval("dossiers.toon_bsn")
def _(w: Wereld) -> Doe:
    sami = actions.wijzig_persoon(w.sami, versie=1, gegevens={"bsn": "999990019"})
    return lambda: actions.toon_bsn(sami, gebruiker=w.marieke, reden="Controle")


@geval("dossiers.draag_al_het_werk_over")
def _(w: Wereld) -> Doe:
    return lambda: actions.draag_al_het_werk_over(van=w.marieke, aan=w.bert, op=MEI, door=w.hanneke)


@geval("dossiers.draai_overdracht_terug")
def _(w: Wereld) -> Doe:
    rij = actions.draag_al_het_werk_over(van=w.marieke, aan=w.bert, op=MEI, door=w.hanneke)
    return lambda: actions.draai_overdracht_terug(rij, op=MEI)


@geval("dossiers.wijs_toe")
def _(w: Wereld) -> Doe:
    return lambda: actions.wijs_toe([w.sami], regisseur=w.bert, van=MEI)


@geval("dossiers.draag_regie_over")
def _(w: Wereld) -> Doe:
    regie = w.sami.regie.get()
    return lambda: actions.draag_regie_over(
        [w.sami], regie=regie, versie=regie.versie, regisseur=w.bert, van=MEI, op=MEI
    )


def _afwezig(w: Wereld) -> Any:
    return actions.neem_waar(afwezige=w.marieke, waarnemer=w.bert, van=JUNI, tot=date(2017, 6, 8), op=MEI)


@geval("dossiers.neem_waar")
def _(w: Wereld) -> Doe:
    return lambda: _afwezig(w)


@geval("dossiers.wijzig_waarneming")
def _(w: Wereld) -> Doe:
    rij = _afwezig(w)
    return lambda: actions.wijzig_waarneming(
        rij, versie=rij.versie, waarnemer=w.bert, van=JUNI, tot=date(2017, 6, 9)
    )


@geval("dossiers.trek_waarneming_in")
def _(w: Wereld) -> Doe:
    rij = _afwezig(w)
    return lambda: actions.trek_waarneming_in(rij, versie=rij.versie, op=MEI)


@geval("dossiers.neem_nummers")
def _(_w: Wereld) -> Doe:
    return lambda: actions.neem_nummers(2, jaar=2017)


@geval("dossiers.registreer_gezinnen", raakt=True)
def _(_w: Wereld) -> Doe:
    velden = {"wijze_van_komst": WijzeVanKomst.KOPPELING, "coa_koppeldatum": APRIL}
    personen = [NieuwePersoon(achternaam="Aziz", rol="hoofd", velden=velden)]
    return lambda: actions.registreer_gezinnen([NieuwGezin(naam="Aziz", personen=personen)], op=MEI)


@geval("dossiers.wijzig_persoon", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: actions.wijzig_persoon(w.sami, versie=1, gegevens={"coa_koppeldatum": APRIL})


@geval("dossiers.vestig")
def _(w: Wereld) -> Doe:
    return lambda: actions.vestig([w.sami], van=MEI)


@geval("dossiers.vertrek")
def _(w: Wereld) -> Doe:
    return lambda: actions.vertrek(w.rima, op=MEI, reden="Verhuisd")


@geval("dossiers.wijzig_vestiging", raakt=True)
def _(w: Wereld) -> Doe:
    for wie in (w.rima, w.nour):
        rij = Vestiging.objects.get(statushouder=wie)
        gegevens = {"van": date(2017, 4, 18), "brp_op": date(2017, 4, 20)}
        if wie == w.nour:
            return lambda: actions.wijzig_vestiging(rij, versie=rij.versie, gegevens=gegevens)
        actions.wijzig_vestiging(rij, versie=rij.versie, gegevens=gegevens)
    raise AssertionError


def _ouder(w: Wereld) -> Any:
    return actions.leg_relatie_vast(persoon=w.nour, verwant=w.rima, soort="ouder", van=APRIL)


@geval("dossiers.leg_relatie_vast")
def _(w: Wereld) -> Doe:
    return lambda: _ouder(w)


@geval("dossiers.beeindig_relatie")
def _(w: Wereld) -> Doe:
    rij = _ouder(w)
    return lambda: actions.beeindig_relatie(rij, versie=rij.versie, tot=MEI)


@geval("dossiers.verwijs", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: w.verwijs(w.sami, op=MEI)


@geval("dossiers.neem_aan", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: actions.neem_aan(w.open, op=APRIL, door=w.els)


@geval("dossiers.wijs_af", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: actions.wijs_af(w.open, reden="Geen plaats", op=APRIL, door=w.els)


@geval("dossiers.trek_verwijzing_in", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: actions.trek_verwijzing_in(w.open, reden="Verhuisd", op=APRIL, door=w.marieke)


@geval("dossiers.herinner")
def _(w: Wereld) -> Doe:
    return lambda: actions.herinner(w.open, op=APRIL)


@geval("dossiers.rond_verwijzing_af")
def _(w: Wereld) -> Doe:
    actions.neem_aan(w.open, op=APRIL, door=w.els)
    return lambda: actions.rond_verwijzing_af(w.open, op=MEI, door=w.els)


@geval("dossiers.laat_verlopen", raakt=True)
def _(_w: Wereld) -> Doe:
    return lambda: actions.laat_verlopen(op=date(2017, 7, 1))


@geval("dossiers.merk_herinnerd")
def _(_w: Wereld) -> Doe:
    return lambda: actions.merk_herinnerd(op=MEI)


def _samen(w: Wereld) -> Any:
    een, ander = w.vers(w.sami), w.vers(w.tariq)
    versies = (een.versie, ander.versie)
    return voeg_samen(een, ander, versies=versies, keuzes={}, reden="vnummer", op=MEI, door=w.marieke)


@geval("dossiers.voeg_samen", raakt=True)
def _(w: Wereld) -> Doe:
    return lambda: _samen(w)


@geval("dossiers.zijn_twee_mensen")
def _(w: Wereld) -> Doe:
    return lambda: zijn_twee_mensen(w.sami, w.tariq, op=MEI, door=w.marieke)


@geval("dossiers.maak_ongedaan", raakt=True)
def _(w: Wereld) -> Doe:
    rij = _samen(w)
    return lambda: maak_ongedaan(rij, op=MEI, door=w.marieke)
