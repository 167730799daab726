"""What was recorded of the people of the demonstration: relations, contacts, tasks and signals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from django.contrib.auth import get_user_model

from dossiers.demo.gezin import Demogezin
from dossiers.demo.notities import AFSPRAKEN, NOTITIES, SIGNALEN, TAKEN, Notitie
from dossiers.models import (
    Contactmoment,
    Relatie,
    Relatiesoort,
    Signaal,
    Statushouder,
    Taak,
    WijzeVanKomst,
)
from kern.contract import Demo, Gebruiker
from kern.leeftijd import minderjarig
from kern.register import register
from toegang.models import Rol

# Out of so many families one has an appointment, a task, a signal. The plan's people are few, and are looked at.
_PLAN, _VEEL = (5, 4, 15), (12, 8, 60)


def regisseurs() -> list[Gebruiker]:
    """The caseworkers who may sign in; none where the users of the demonstration were not made."""
    gebruikers = get_user_model()._default_manager.filter(rol=Rol.KLANTREGISSEUR, is_active=True)
    return list(gebruikers.order_by("email"))


def leg_vast(demo: Demo) -> None:
    """Record all of it for the families of this portion; tasks and signals only where somebody can have them.

    Dates and numbers of the plan's people do not depend on the seed.
    """
    kies = Random(f"vastgelegd {demo.zaad if demo.aantal else 0} {demo.personen}")  # noqa: S311  (no secret)
    Relatie.objects.bulk_create(_relaties(demo))
    contacten = Contactmoment.objects.bulk_create(_contacten(demo, kies))
    demo.kenmerken.append(f"{len(contacten)} {sum(contact.op.toordinal() for contact in contacten)}")
    if eigenaren := regisseurs():
        _, per_taak, per_signaal = _VEEL if demo.aantal else _PLAN
        Taak.objects.bulk_create(_taken(demo, Random(kies.random()), per_taak, eigenaren))  # noqa: S311
        Signaal.objects.bulk_create(_signalen(demo, per_signaal, eigenaren))
    register.werk_bij([persoon for gezin in demo.gezinnen for persoon in gezin.personen])


def _relaties(demo: Demo) -> Iterator[Relatie]:
    """Parents of minors, and who nareizigers follow."""
    families: dict[int, list[Demogezin]] = defaultdict(list)
    for deel in demo.gezinnen:
        families[deel.gezin.pk].append(deel)
    for delen in families.values():
        hoofd = delen[0].personen[0]
        personen = [persoon for deel in delen for persoon in deel.personen]
        kinderen = [kind for kind in personen if kind != hoofd and minderjarig(kind.geboren, demo.vandaag)]
        ouders = [persoon for persoon in personen if persoon not in kinderen][:2]
        for kind in kinderen:
            van = kind.geboren_laatst or demo.vandaag
            for ouder in ouders:
                yield Relatie(persoon=kind, verwant=ouder, soort=Relatiesoort.OUDER, van=van)
        for deel in delen[1:]:
            yield from _referenten(deel, hoofd, demo.vandaag)


def _referenten(deel: Demogezin, hoofd: Statushouder, vandaag: date) -> Iterator[Relatie]:
    komst = deel.gehuisvest_op or deel.verwacht_op
    if deel.soort != WijzeVanKomst.NAREIZIGER or komst is None:
        return
    van = min(komst - timedelta(days=90), vandaag - timedelta(days=14))
    for persoon in deel.personen:
        yield Relatie(persoon=persoon, verwant=hoofd, soort=Relatiesoort.REFERENT, van=van)


def _contacten(demo: Demo, kies: Random) -> Iterator[Contactmoment]:
    """Up to six notes of a family from just before its coming on, and here and there an appointment ahead."""
    per_afspraak, _, _ = _VEEL if demo.aantal else _PLAN
    for nummer, deel in enumerate(demo.gezinnen):
        begin = _begin(deel, demo.vandaag)
        einde = deel.verblijven[-1][1] if deel.verblijven and deel.verblijven[-1][1] else demo.vandaag
        dagen = max(0, (min(einde, demo.vandaag) - begin).days)
        op = sorted(
            begin + timedelta(days=int(kies.random() ** 1.5 * dagen)) for _ in range(kies.randint(1, 6))
        )
        for plaats, dag in enumerate(op):
            notitie = NOTITIES[0] if plaats == 0 else kies.choice(NOTITIES[1:])
            yield _contact(deel.personen[0], notitie, dag)
        if nummer % per_afspraak == 0 and einde >= demo.vandaag:
            yield _contact(
                deel.personen[0], kies.choice(AFSPRAKEN), demo.vandaag + timedelta(days=kies.randint(1, 25))
            )


def _contact(persoon: Statushouder, notitie: Notitie, op: date) -> Contactmoment:
    return Contactmoment(
        statushouder=persoon,
        domein=notitie.domein,
        op=op,
        soort=notitie.soort,
        met_tolk=notitie.met_tolk,
        tekst=notitie.tekst,
    )


def _begin(deel: Demogezin, vandaag: date) -> date:
    """The day from which there is contact: some weeks before the home, or lately for who still comes."""
    eerste = deel.gehuisvest_op or (deel.verblijven[0][0] if deel.verblijven else vandaag)
    return min(eerste - timedelta(days=21), vandaag - timedelta(days=10))


def _taken(demo: Demo, kies: Random, elke: int, eigenaren: Sequence[Gebruiker]) -> Iterator[Taak]:
    """Open ones around today, of which a few are too late, and some that were done."""
    for nummer, deel in enumerate(demo.gezinnen):
        if nummer % elke:
            continue
        eigenaar = eigenaren[nummer % len(eigenaren)]
        uiterlijk_op = demo.vandaag + timedelta(days=kies.randint(-12, 30))
        gedaan_op = demo.vandaag - timedelta(days=kies.randint(1, 9)) if kies.random() < 0.3 else None
        yield Taak(
            statushouder=deel.personen[0],
            wat=kies.choice(TAKEN),
            uiterlijk_op=uiterlijk_op,
            eigenaar_id=eigenaar.pk,
            auteur_id=eigenaar.pk,
            gedaan_op=gedaan_op,
            gedaan_door_id=eigenaar.pk if gedaan_op else None,
        )


def _signalen(demo: Demo, elke: int, eigenaren: Sequence[Gebruiker]) -> Iterator[Signaal]:
    """Noticed in the last weeks about who lives here, to be answered within two weeks."""
    hier = [deel for deel in demo.gezinnen if deel.gehuisvest_op]
    for nummer, deel in enumerate(hier[::elke]):
        wat, melder = SIGNALEN[nummer % len(SIGNALEN)]
        eigenaar = eigenaren[nummer % len(eigenaren)]
        gemeld_op = demo.vandaag - timedelta(days=4 + nummer % 14)
        yield Signaal(
            statushouder=deel.personen[-1],
            wat=wat,
            melder=melder,
            gemeld_op=gemeld_op,
            antwoord_voor=gemeld_op + timedelta(days=14),
            eigenaar_id=eigenaar.pk,
            auteur_id=eigenaar.pk,
        )
