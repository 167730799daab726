"""With whom the dossiers of the demonstration are shared: open, accepted, declined, withdrawn and expired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth import get_user_model

from dossiers import figures
from dossiers.demo.gezin import Demogezin
from dossiers.demo.vastgelegd import regisseurs
from dossiers.models import Doorverwijzing, Gezinslid, Statushouder, Verwijsstand
from dossiers.rules.antwoordtermijn import antwoorddagen, vraag_uiterlijk
from dossiers.rules.verwijzen import minimale_kaart
from kern.contract import Demo
from kern.kalender import na
from kern.register import register
from partners import models as van_partners
from toegang.models import Organisatie, Rol

# Of the invented families one in so many is shared; the plan's are few, and all of them are looked at.
_VEEL = 6
_AANLOOP = timedelta(days=14)
_KORT_GELEDEN = timedelta(days=28)
_NIET_MEER = ("Het gezin heeft de hulp niet meer nodig", "Het gezin wil liever geen hulp")
_GEEN_PLEK = "Wij hebben nu geen plaats"


@dataclass(frozen=True)
class Vraag:
    """What is asked of an organisation, of the plan, for one in `elke` families, and for how many months."""

    organisatie: str
    domeinen: tuple[str, ...]
    doel: str
    maanden: int
    elke: int = 1
    met_kinderen: bool = False


VRAGEN = (
    Vraag(
        "Stichting VluchtelingenWerk Wassenaar",
        ("dossiers", "huisvesting", "begeleiding"),
        "Eerste maand en daarna een jaar begeleiding",
        12,
    ),
    Vraag(
        "Taalhuis Bibliotheek Wassenaar",
        ("dossiers", "inburgering"),
        "Taalmaatje: meer Nederlands spreken buiten de les",
        9,
        elke=3,
    ),
    Vraag("Leerplicht", ("onderwijs",), "Een plek op school voor de kinderen", 6, elke=2, met_kinderen=True),
)


def maak_verwijzingen(demo: Demo) -> None:
    """Referrals of the families of this portion, in one statement; none where the plan was not loaded.

    Nothing in it depends on the seed. Who asked and who answered are the users that there are.
    """
    organisaties = {
        rij.naam: rij for rij in Organisatie.objects.filter(naam__in=[v.organisatie for v in VRAGEN])
    }
    gezinnen = _gezinnen(demo)
    leden = _leden([deel.gezin.pk for deel in gezinnen], demo.vandaag)
    vrager = next(iter(regisseurs()), None)
    rijen = []
    for vraag in VRAGEN:
        if organisatie := organisaties.get(vraag.organisatie):
            partner = (
                get_user_model()._default_manager.filter(organisatie=organisatie, rol=Rol.PARTNER).first()
            )
            for rij in _van(vraag, gezinnen, leden, demo.vandaag):
                rij.organisatie, rij.gevraagd_door_id = organisatie, vrager.pk if vrager else None
                beantwoord = rij.aangenomen_op or rij.afgewezen_op
                rij.beantwoord_door_id = partner.pk if partner and beantwoord else None
                rij.beeindigd_door_id = rij.gevraagd_door_id if rij.beeindigd_op else None
                rijen.append(rij)
    Doorverwijzing.objects.bulk_create(rijen)
    maak_vragen(rijen, demo.vandaag)
    maak_plaatsen(organisaties.values(), demo.vandaag)
    register.werk_bij([persoon for personen in leden.values() for persoon in personen])


# One open question and one that was answered, of the first two families that the first partner helps.
_GEVRAAGD = (
    ("Kan er een tolk mee naar de intake van de huisarts?", 4, ""),
    (
        "Wie regelt de inboedel: wij of de gemeente?",
        9,
        "De gemeente. De lening staat op de dag van de sleutel klaar.",
    ),
)
# For how many families at once; of who is not named it is not known.
_PLAATSEN = {"Stichting VluchtelingenWerk Wassenaar": 60, "Taalhuis Bibliotheek Wassenaar": 20}


def maak_vragen(rijen: Sequence[Doorverwijzing], vandaag: date) -> None:
    """What a partner asked the municipality about families that it helps."""
    helpt = [rij for rij in rijen if rij.stand_op(vandaag) == Verwijsstand.AANGENOMEN]
    van_eerste = [rij for rij in helpt if rij.organisatie.naam == VRAGEN[0].organisatie]
    vragen = []
    for rij, (tekst, dagen, antwoord) in zip(reversed(van_eerste), _GEVRAAGD, strict=False):
        op = vandaag - timedelta(days=dagen)
        vragen.append(
            van_partners.Vraag(
                doorverwijzing=rij,
                soort=van_partners.Vraagsoort.VRAAG,
                tekst=tekst,
                gesteld_op=op,
                gesteld_door_id=rij.beantwoord_door_id,
                antwoord_voor=vraag_uiterlijk(op),
                antwoord=antwoord,
                beantwoord_op=op + timedelta(days=2) if antwoord else None,
                beantwoord_door_id=rij.gevraagd_door_id if antwoord else None,
            )
        )
    van_partners.Vraag.objects.bulk_create(vragen)


def maak_plaatsen(organisaties: Iterable[Organisatie], vandaag: date) -> None:
    """For how many families they have room, once."""
    van_partners.Plaatsen.objects.bulk_create(
        [
            van_partners.Plaatsen(
                organisatie=rij, vanaf=vandaag.replace(month=1, day=1), aantal=_PLAATSEN[rij.naam]
            )
            for rij in organisaties
            if rij.naam in _PLAATSEN
        ],
        ignore_conflicts=True,
    )


def _gezinnen(demo: Demo) -> list[Demogezin]:
    """Families that live here, each once: those of the plan all, of any number one in so many."""
    per_gezin: dict[int, Demogezin] = {}
    for deel in demo.gezinnen:
        if _begin(deel) and not (deel.verblijven and deel.verblijven[-1][1]):
            per_gezin.setdefault(deel.gezin.pk, deel)
    alle = list(per_gezin.values())
    return alle[::_VEEL] if demo.aantal else alle


def _begin(deel: Demogezin) -> date | None:
    """The day of the home, or of coming here from elsewhere; None for who still comes."""
    return deel.gehuisvest_op or (deel.verblijven[0][0] if deel.verblijven else None)


def _leden(gezinnen: Sequence[int], dag: date) -> dict[int, list[Statushouder]]:
    """Who is in each of these families, the head first; one query."""
    rijen = Gezinslid.objects.lopend_op(dag).filter(gezin__in=gezinnen).select_related("statushouder")
    leden: dict[int, list[Statushouder]] = {gezin: [] for gezin in gezinnen}
    for rij in rijen.hoofd_eerst():
        leden[rij.gezin_id].append(rij.statushouder)
    return leden


def _van(
    vraag: Vraag, gezinnen: Sequence[Demogezin], leden: dict[int, list[Statushouder]], vandaag: date
) -> Iterator[Doorverwijzing]:
    """A request for each family that it suits, two weeks before its home."""
    passend = [deel for deel in gezinnen if not vraag.met_kinderen or len(leden[deel.gezin.pk]) > 2]
    wijken = figures.wijken_van([leden[deel.gezin.pk][0] for deel in passend], vandaag)
    for nummer, deel in enumerate(passend[:: vraag.elke]):
        personen = leden[deel.gezin.pk]
        van = _begin(deel) or vandaag
        if deel.verblijven and nummer % 2:  # of many families one in two has it renewed each year
            jaren = (vandaag - van).days // 366
            van = na(van, 12 * jaren)
        rij = Doorverwijzing(
            gezin=deel.gezin,
            domeinen=list(vraag.domeinen),
            doel=vraag.doel,
            van=van,
            tot_en_met=na(van, vraag.maanden) - timedelta(days=1),
            gevraagd_op=van - _AANLOOP,
            kaart=minimale_kaart(
                [persoon for persoon in personen if not persoon.afgeschermd] or personen,
                domeinen=vraag.domeinen,
                dag=vandaag,
                wijk=wijken.get(personen[0].pk, ""),
            ),
        )
        _beantwoord(rij, nummer, vandaag)
        if (
            rij.gevraagd_op > vandaag - _KORT_GELEDEN
        ):  # what is older was asked before there was a term for it
            for veld, dag in antwoorddagen(rij.gevraagd_op, rij.tot_en_met)._asdict().items():
                setattr(rij, veld, dag)
        yield rij


def _beantwoord(rij: Doorverwijzing, nummer: int, vandaag: date) -> None:
    """The last ones wait; of the others most were accepted, a few declined, and a few withdrawn later."""
    if rij.van > vandaag - _AANLOOP:
        rij.gevraagd_op = rij.van
        rij.van = max(rij.van, vandaag)
        return
    if nummer % 11 == 5:
        rij.afgewezen_op, rij.reden = rij.gevraagd_op + timedelta(days=5), _GEEN_PLEK
        return
    rij.aangenomen_op = rij.gevraagd_op + timedelta(days=1 + nummer % 5)
    einde = rij.van + timedelta(days=90 + nummer)
    if nummer % 9 == 4 and einde <= vandaag:
        rij.beeindigd_op, rij.einde = einde, Doorverwijzing.INGETROKKEN
        rij.reden = _NIET_MEER[nummer % len(_NIET_MEER)]
    elif nummer % 13 == 7 and einde <= vandaag:
        rij.beeindigd_op, rij.einde = einde, Doorverwijzing.AFGEROND
