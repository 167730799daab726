"""Any number of invented people, saved portion by portion, so that memory does not grow with their number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dossiers.actions import NieuwePersoon, NieuwGezin, registreer_gezinnen
from dossiers.demo.gezin import Demogezin
from dossiers.demo.leden import Lid
from dossiers.demo.stroom import Aankomst, Stroom, Stroomgezin
from dossiers.demo.vastgelegd import leg_vast, regisseurs
from dossiers.models import Gezin, Gezinslid, Statushouder, Vergunning, Vestiging, WijzeVanKomst
from kern.contract import Demo, Gebruiker

PORTIE = 5000
_EERSTE_PORTIE = 400  # a small one first, after which the server knows how the rows are spread


@dataclass
class Aangekomen:
    """Persons of a family who came together, with what the stream says of them and how they were saved."""

    gezin: Stroomgezin
    aankomst: Aankomst
    opgeslagen: Gezin | None = None
    personen: Sequence[Statushouder] = ()


def maak_verzonnen(demo: Demo) -> None:
    """Save the next portion of about PORTIE persons; says in `demo.meer` whether there are more to come."""
    if demo.aantal is None:
        raise ValueError("Zonder aantal zijn er geen verzonnen personen.")
    if "dossiers" not in demo.onthouden:
        demo.onthouden["dossiers"] = _porties(
            Stroom(aantal=demo.aantal, zaad=demo.zaad, vandaag=demo.vandaag)
        )
    portie: list[Stroomgezin] = next(demo.onthouden["dossiers"])
    demo.meer = sum(gezin.personen for gezin in portie) + demo.personen < demo.aantal
    aangekomen = _registreer(portie, demo.vandaag)
    _verblijven(aangekomen, demo.vandaag)
    demo.gezinnen.extend(_demogezin(deel, demo.vandaag) for deel in aangekomen)
    demo.kenmerken.append(_kenmerk(aangekomen))
    leg_vast(demo)


def _porties(stroom: Stroom) -> Iterator[list[Stroomgezin]]:
    portie: list[Stroomgezin] = []
    personen, genoeg = 0, _EERSTE_PORTIE
    for gezin in stroom:
        portie.append(gezin)
        personen += gezin.personen
        if personen >= genoeg:
            yield portie
            portie, personen, genoeg = [], 0, PORTIE
    if portie:
        yield portie


def _registreer(portie: Sequence[Stroomgezin], vandaag: date) -> list[Aangekomen]:
    """Register who came, all of one day at once: first the families, then who followed them."""
    eersten = [Aangekomen(gezin, gezin.aankomsten[0]) for gezin in portie]
    gezinnen: dict[int, Gezin] = {}
    _per_dag(eersten, vandaag)
    pks = [deel.personen[0].pk for deel in eersten]
    van = dict(Gezinslid.objects.filter(statushouder__in=pks).values_list("statushouder_id", "gezin_id"))
    bekend = Gezin.objects.in_bulk(van.values())
    for deel in eersten:
        deel.opgeslagen = gezinnen[id(deel.gezin)] = bekend[van[deel.personen[0].pk]]
    volgers = [
        Aangekomen(gezin, aankomst, gezinnen[id(gezin)])
        for gezin in portie
        for aankomst in gezin.aankomsten[1:]
    ]
    _per_dag(volgers, vandaag)
    return eersten + volgers


def _per_dag(delen: Sequence[Aangekomen], vandaag: date) -> None:
    toewijzing: list[Gebruiker | None] = [*regisseurs(), None]
    keus = toewijzing[:-1] * 9 + toewijzing[-1:]  # one in ten waits in the work stock, or more
    for op, groep in groupby(
        sorted(delen, key=lambda deel: deel.aankomst.op), key=lambda deel: deel.aankomst.op
    ):
        samen = list(groep)
        personen = iter(
            registreer_gezinnen(
                [_nieuw(deel, vandaag, keus[n % len(keus)]) for n, deel in enumerate(samen)],
                op=op,
            )
        )
        for deel in samen:
            deel.personen = [next(personen) for _ in deel.aankomst.leden]


def _nieuw(deel: Aangekomen, vandaag: date, regisseur: Gebruiker | None) -> NieuwGezin:
    aankomst = deel.aankomst
    gevestigd = aankomst.vestigt_op <= vandaag
    return NieuwGezin(
        naam=deel.gezin.naam,
        gezin=deel.opgeslagen,
        personen=[_persoon(lid, deel, gevestigd=gevestigd) for lid in aankomst.leden],
        gevestigd_op=aankomst.vestigt_op if gevestigd else None,
        brp_op=aankomst.vestigt_op if gevestigd else None,
        regisseur=regisseur,
    )


def _persoon(lid: Lid, deel: Aangekomen, *, gevestigd: bool) -> NieuwePersoon:
    aankomst = deel.aankomst
    nareis = aankomst.soort == WijzeVanKomst.NAREIZIGER
    return NieuwePersoon(
        achternaam=lid.achternaam,
        voornamen=lid.voornamen,
        geboren=lid.geboren,
        rol=lid.rol,
        bsn=lid.bsn if gevestigd else "",
        vnummer=lid.vnummer,
        velden={
            "geslacht": lid.geslacht,
            "nationaliteit": deel.gezin.nationaliteit,
            "tolktaal": deel.gezin.tolktaal,
            "vergunning": Vergunning.NAREIS if nareis else Vergunning.ASIEL,
            "wijze_van_komst": aankomst.soort,
            "opvang": aankomst.opvang,
            "coa_koppeldatum": aankomst.op if aankomst.soort == WijzeVanKomst.KOPPELING else None,
            "telefoon": lid.telefoon,
            "email": lid.email,
        },
    )


def _verblijven(aangekomen: Sequence[Aangekomen], vandaag: date) -> None:
    """End the spells of who left, and open one for who came back: two statements for the portion."""
    vertrokken = {
        persoon.pk: deel.gezin
        for deel in aangekomen
        if deel.gezin.vertrok_op and deel.aankomst.vestigt_op < deel.gezin.vertrok_op
        for persoon in deel.personen
    }
    rijen = list(Vestiging.objects.filter(statushouder__in=vertrokken))
    for rij in rijen:
        gezin = vertrokken[rij.statushouder_id]
        rij.tot, rij.reden_vertrek = gezin.vertrok_op, gezin.reden_vertrek
        rij.versie += 1
    Vestiging.objects.bulk_update(rijen, ["tot", "reden_vertrek", "versie"])
    Vestiging.objects.bulk_create(
        Vestiging(statushouder_id=pk, van=gezin.terug_op, brp_op=gezin.terug_op)
        for pk, gezin in vertrokken.items()
        if gezin.terug_op
    )


def _demogezin(deel: Aangekomen, vandaag: date) -> Demogezin:
    gezin, aankomst = deel.gezin, deel.aankomst
    if deel.opgeslagen is None:
        raise AssertionError("een verzonnen gezin is opgeslagen")
    gekomen = aankomst.vestigt_op <= vandaag
    eerste = gezin.aankomsten[0].vestigt_op
    spellen: list[tuple[date, date | None]] = [(eerste, gezin.vertrok_op)]
    if gezin.terug_op:
        spellen.append((gezin.terug_op, None))
    return Demogezin(
        gezin=deel.opgeslagen,
        personen=deel.personen,
        gehuisvest_op=aankomst.vestigt_op if gekomen and aankomst.met_woning else None,
        verwacht_op=None if gekomen else aankomst.vestigt_op,
        soort=aankomst.soort,
        verblijven=tuple(spellen) if eerste <= vandaag else (),
        verhuist_op=gezin.verhuist_op,
    )


def _kenmerk(aangekomen: Sequence[Aangekomen]) -> str:
    """A hash over what was made of this portion, as it was saved."""
    som = hashlib.sha256()
    for deel in aangekomen:
        verloop = (deel.gezin.vertrok_op, deel.gezin.terug_op, deel.gezin.verhuist_op)
        som.update(f"{deel.gezin.naam} {deel.aankomst.soort} {deel.aankomst.vestigt_op} {verloop}\n".encode())
        for persoon, lid in zip(deel.personen, deel.aankomst.leden, strict=True):
            som.update(
                f"{persoon.nummer} {persoon.naam} {persoon.geboren} {lid.bsn} {lid.vnummer}\n".encode()
            )
    return som.hexdigest()
