"""For each kind of object: what stands in the address in each state, and who may see it there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from tests.toegang.matrix import rijen
from tests.toegang.matrix.bestandsrollen import INROLLEN, UITROLLEN
from tests.toegang.matrix.geval import GEEN_PK, GEEN_SLEUTEL, NIET, WEL, Geval, Soort, ziet
from tests.toegang.matrix.objecten_begeleiding import BEGELEIDING
from tests.toegang.matrix.wereld import (
    EIGEN,
    GENOEMD,
    GEVRAAGD,
    GEZINNEN,
    INGETROKKEN,
    NIEMAND,
    ONTBREEKT,
    PARTNERBEHEER,
    TOESTANDEN,
    VERLOPEN,
    VREEMD,
    Wereld,
)
from toegang.models import Rol

APRIL = date(2017, 4, 1)


def geen(_wereld: Wereld, _wie: str) -> Iterator[Geval]:
    """No object in the address."""
    yield Geval(EIGEN, {}, WEL)


def persoon(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """The key of a person."""
    for toestand in TOESTANDEN:
        gezin = wereld.gezinnen.get(toestand)
        sleutel = gezin.persoon.sleutel if gezin else GEEN_SLEUTEL
        yield Geval(toestand, {"sleutel": sleutel}, ziet(wie, toestand))


def paar(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """Two persons of one family, and the own person with one of another family."""
    eigen = wereld.gezinnen[EIGEN].persoon
    for toestand in TOESTANDEN:
        gezin = wereld.gezinnen.get(toestand)
        ander = gezin.ander.sleutel if gezin else GEEN_SLEUTEL
        eerste = gezin.persoon.sleutel if gezin else GEEN_SLEUTEL
        yield Geval(toestand, {"sleutel": eerste, "ander": ander}, ziet(wie, toestand))
        if toestand != EIGEN:
            samen = {"sleutel": eigen.sleutel, "ander": ander}
            yield Geval(f"{EIGEN}+{toestand}", samen, ziet(wie, EIGEN) and ziet(wie, toestand))


def rij_van_persoon(wat: str) -> Soort:
    """The key of a person and of a row; a row of another is not below one's own person either."""

    def gevallen(wereld: Wereld, wie: str) -> Iterator[Geval]:
        eigen = wereld.gezinnen[EIGEN].persoon.sleutel
        for toestand in TOESTANDEN:
            gezin = wereld.gezinnen.get(toestand)
            pk = getattr(gezin, wat).pk if gezin else GEEN_PK
            sleutel = gezin.persoon.sleutel if gezin else GEEN_SLEUTEL
            yield Geval(toestand, {"sleutel": sleutel, "pk": pk}, ziet(wie, toestand))
            if toestand != EIGEN:
                yield Geval(f"{EIGEN}+{toestand}", {"sleutel": eigen, "pk": pk}, NIET)

    return gevallen


def deel(wat: str) -> Soort:
    """A recorded row; one in the own dossier that only the municipality may read besides."""

    def gevallen(wereld: Wereld, wie: str) -> Iterator[Geval]:
        for toestand in GEZINNEN:
            pk = wereld.gezinnen[toestand].delen[wat].pk
            yield Geval(toestand, {"pk": pk}, ziet(wie, toestand))
        for toestand, delen in wereld.besloten.items():
            yield Geval(toestand, {"pk": delen[wat].pk}, ziet(wie, toestand))
        yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)

    return gevallen


def eigen_rij(van: Callable[[Any], Any]) -> Soort:
    """A row of a family, by its own key alone."""

    def gevallen(wereld: Wereld, wie: str) -> Iterator[Geval]:
        for toestand in TOESTANDEN:
            gezin = wereld.gezinnen.get(toestand)
            yield Geval(toestand, {"pk": van(gezin).pk if gezin else GEEN_PK}, ziet(wie, toestand))

    return gevallen


aanbod = eigen_rij(lambda gezin: gezin.ander.aanbod.get())


def aanbodstap(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A step of an offer; one that does not exist is nobody's."""
    for geval in aanbod(wereld, wie):
        yield Geval(geval.toestand, {**geval.kwargs, "stap": "bezichtigd"}, geval.ziet)
        if geval.toestand == EIGEN:
            yield Geval("geen_stap", {**geval.kwargs, "stap": "onzin"}, NIET)
            yield Geval("huur_is_eigen_pagina", {**geval.kwargs, "stap": "contract"}, NIET)


def inzagerecht(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """Named access: below a shielded dossier that this user knows of."""
    for geval in rij_van_persoon("inzagerecht")(wereld, wie):
        yield Geval(geval.toestand, geval.kwargs, geval.ziet and geval.toestand == GENOEMD)


def verwijzing(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A referral to the own organisation, also one that is over; never of a shielded dossier."""
    partner = wie in {Rol.PARTNER, PARTNERBEHEER}
    for toestand in TOESTANDEN:
        gezin = wereld.gezinnen.get(toestand)
        pk = gezin.verwijzing.pk if gezin else GEEN_PK
        yield Geval(toestand, {"pk": pk}, partner and toestand in {EIGEN, VERLOPEN, INGETROKKEN, GEVRAAGD})


def van_gebruiker(maak: Callable[[Wereld, str], Any], veld: str = "pk") -> Soort:
    """Something that each user has: the own one, that of somebody else, and one that is not there."""

    def gevallen(wereld: Wereld, wie: str) -> Iterator[Geval]:
        ander = Rol.COORDINATOR if wie == Rol.KLANTREGISSEUR else Rol.KLANTREGISSEUR
        if wie != NIEMAND:
            yield Geval(EIGEN, {veld: getattr(maak(wereld, wie), veld)}, WEL)
        yield Geval(VREEMD, {veld: getattr(maak(wereld, ander), veld)}, NIET)
        yield Geval(ONTBREEKT, {veld: GEEN_PK if veld == "pk" else GEEN_SLEUTEL}, NIET)

    return gevallen


def inlezing(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A file with persons: the own one is shown as long as its kind may be read in."""
    for geval in van_gebruiker(rijen.inlezing, "sleutel")(wereld, wie):
        yield Geval(geval.toestand, geval.kwargs, geval.ziet and wie in rijen.MAG_PERSONEN_INLEZEN)


def er_is(pk: Callable[[Wereld], Any], veld: str = "pk", niet: Any = GEEN_PK) -> Soort:
    """Something of no person, which everybody with the right may see."""

    def gevallen(wereld: Wereld, _wie: str) -> Iterator[Geval]:
        yield Geval(EIGEN, {veld: pk(wereld)}, WEL)
        yield Geval(ONTBREEKT, {veld: niet}, NIET)

    return gevallen


def rij_van_periode(pk: Callable[[Wereld], int]) -> Soort:
    """A row of a period; not below another period."""

    def gevallen(wereld: Wereld, _wie: str) -> Iterator[Geval]:
        yield Geval(EIGEN, {"periode": rijen.PERIODE, "pk": pk(wereld)}, WEL)
        yield Geval("andere_periode", {"periode": "2016", "pk": pk(wereld)}, NIET)
        yield Geval(ONTBREEKT, {"periode": rijen.PERIODE, "pk": GEEN_PK}, NIET)

    return gevallen


def gebruiker(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A colleague of the partner, somebody of the municipality, a partner of another organisation."""
    alle = wie == Rol.BEHEERDER
    yield Geval(EIGEN, {"pk": wereld.gebruikers[Rol.PARTNER].pk}, alle or wie == PARTNERBEHEER)
    yield Geval("gemeente", {"pk": wereld.gebruikers[Rol.KLANTREGISSEUR].pk}, alle)
    yield Geval(VREEMD, {"pk": wereld.vreemde_partner.pk}, alle)
    yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)


def uitnodiging(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """Whom the own organisation invited, and another one."""
    yield Geval(EIGEN, {"pk": rijen.uitnodiging(wereld, wereld.organisatie)}, wie == PARTNERBEHEER)
    yield Geval(VREEMD, {"pk": rijen.uitnodiging(wereld, wereld.vreemde_organisatie)}, NIET)
    yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)


def organisatie(wereld: Wereld, _wie: str) -> Iterator[Geval]:
    """One that was added; one of the plan cannot be changed."""
    yield Geval(EIGEN, {"pk": wereld.vreemde_organisatie.pk}, WEL)
    yield Geval("van_plan", {"pk": rijen.van_plan()}, NIET)
    yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)


def rapport(_wereld: Wereld, wie: str) -> Iterator[Geval]:
    """Published, made but not published, and never asked for."""
    for maand, status in rijen.RAPPORTEN.items():
        yield Geval(
            status,
            {"soort": "voortgang", "maand": maand},
            status == "gepubliceerd" or wie != Rol.RAADSGRIFFIE,
        )
    yield Geval(ONTBREEKT, {"soort": "voortgang", "maand": date(2015, 1, 1)}, NIET)
    yield Geval("geen_soort", {"soort": "onzin", "maand": APRIL}, NIET)


def rapportversie(wereld: Wereld, wie: str) -> Iterator[Geval]:
    """The files of a report."""
    for geval in rapport(wereld, wie):
        yield Geval(geval.toestand, {**geval.kwargs, "versie": 1}, geval.ziet)
    yield Geval("geen_versie", {"soort": "voortgang", "maand": APRIL, "versie": 9}, NIET)


def export(_wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A table in each format, one in an unknown format, and an unknown table."""
    for soort, rollen in UITROLLEN.items():
        for formaat in ("csv", "xlsx"):
            yield Geval(f"{soort}.{formaat}", {"soort": soort, "formaat": formaat}, wie in rollen)
        yield Geval(f"{soort}.exe", {"soort": soort, "formaat": "exe"}, NIET)
    yield Geval(ONTBREEKT, {"soort": "onzin", "formaat": "csv"}, NIET)


def importsoort(_wereld: Wereld, wie: str) -> Iterator[Geval]:
    """A kind of file that is read in, and an unknown one."""
    for soort, rollen in INROLLEN.items():
        yield Geval(soort, {"soort": soort}, wie in rollen)
    yield Geval(ONTBREEKT, {"soort": "onzin"}, NIET)


SOORTEN: dict[str, Soort] = {
    **BEGELEIDING,
    "geen": geen,
    "persoon": persoon,
    "paar": paar,
    "vestiging": rij_van_persoon("vestiging"),
    "relatie": rij_van_persoon("relatie"),
    "samenvoeging": rij_van_persoon("samenvoeging"),
    "contact": deel("contact"),
    "taak": deel("taak"),
    "document": deel("document"),
    "signaal": deel("signaal"),
    **{wat: eigen_rij(attrgetter(wat)) for wat in ("plaatsing", "termijn", "besluit")},
    "verwijzing": verwijzing,
    "partnervraag": eigen_rij(lambda gezin: gezin.verwijzing.vragen.get()),
    "verwijzing_van_dossier": rij_van_persoon("verwijzing"),
    "inzagerecht": inzagerecht,
    "leesregel": er_is(rijen.leesregel, "sleutel", GEEN_SLEUTEL),
    "filter": van_gebruiker(rijen.filter_),
    "inlezing": inlezing,
    "inlogsleutel": van_gebruiker(rijen.authenticator),
    "waarneming": er_is(rijen.waarneming),
    "werkoverdracht": er_is(rijen.werkoverdracht),
    "woning": er_is(rijen.woning),
    "aanbod": aanbod,
    "aanbodstap": aanbodstap,
    "mogelijke_woning": er_is(rijen.mogelijke_woning),
    "afspraak": er_is(rijen.afspraak),
    "opgave": rij_van_periode(rijen.opgave),
    "uitruil": rij_van_periode(rijen.uitruil),
    "periode": er_is(lambda _wereld: rijen.PERIODE, "periode", "1999-H1"),
    "halfjaar": er_is(lambda _wereld: rijen.PERIODE, "periode", "1999-H3"),
    "stuurgetal": er_is(rijen.stuurgetal),
    "toezichtstap": er_is(rijen.toezichtstap),
    "amv_uitkomst": er_is(rijen.amv_uitkomst),
    "boeking": er_is(rijen.boeking),
    "werkblad": er_is(lambda _wereld: "xlsx", "vorm", "exe"),
    "boekingsmerk": er_is(rijen.boekingsmerk),
    "verplichting": er_is(rijen.verplichting),
    "rekening": er_is(rijen.rekening),
    "maandafsluiting": er_is(rijen.maandafsluiting),
    "planmaand": er_is(lambda _wereld: "2017-03", "maand", "2016-03"),
    "begrotingsregel": er_is(rijen.begrotingsregel, "code", "onzin"),
    "lijstvorm": er_is(lambda _wereld: "csv", "vorm", "exe"),
    "gebruiker": gebruiker,
    "organisatie": organisatie,
    "uitnodiging": uitnodiging,
    "rapport": rapport,
    "rapportversie": rapportversie,
    "export": export,
    "importsoort": importsoort,
    "wachtzinsleutel": lambda _wereld, _wie: iter(
        [Geval(ONTBREEKT, {"uidb36": "1", "key": "set-password"}, WEL)]
    ),
}
