"""Writing in the shared case: one function for each act of a user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.actions.afschermen import scherm_nieuwe_leden_af
from dossiers.actions.steunen import eis_steun
from dossiers.models import Dossierteller, Gezin, Gezinslid, Regie, Rol, Statushouder, Vestiging
from dossiers.models.sloten import vergrendel
from kern.contract import Gebruiker
from kern.leeftijd import Geboortedatum
from kern.register import register
from kern.velden import blinde_index
from kern.weigering import botsing_als_weigering


@dataclass(frozen=True, kw_only=True)
class NieuwePersoon:
    """What is known of somebody who is registered; `velden` are other fields of Statushouder."""

    achternaam: str
    voornamen: str = ""
    voorvoegsel: str = ""
    geboren: Geboortedatum = field(default_factory=Geboortedatum.onbekend)
    rol: str = Rol.OVERIG
    bsn: str = ""
    vnummer: str | None = None
    velden: Mapping[str, Any] = field(default_factory=dict)

    def als_statushouder(self, nummer: str) -> Statushouder:
        """The row, not yet saved."""
        return Statushouder(
            nummer=nummer,
            achternaam=self.achternaam,
            voornamen=self.voornamen,
            voorvoegsel=self.voorvoegsel,
            geboren_vroegst=self.geboren.vroegst,
            geboren_laatst=self.geboren.laatst,
            bsn=self.bsn,
            bsn_index=blinde_index(self.bsn) if self.bsn else None,
            vnummer=self.vnummer or None,
            **self.velden,
        )


@dataclass(frozen=True, kw_only=True)
class NieuwGezin:
    """A family to register; `gevestigd_op` opens a spell for every new member.

    With `gezin` the persons come into that family, and `naam` is not used. Without `regisseur` the
    dossiers come into the open work stock.
    """

    naam: str = ""
    gezin: Gezin | None = None
    personen: Sequence[NieuwePersoon]
    gevestigd_op: date | None = None
    brp_op: date | None = None
    regisseur: Gebruiker | None = None


def neem_nummers(aantal: int, *, jaar: int) -> list[str]:
    """The next dossier numbers of a year, D-17-0001 and on; locks the counter until the commit."""
    Dossierteller.objects.get_or_create(jaar=jaar)
    teller = Dossierteller.objects.select_for_update().get(jaar=jaar)
    eerste = teller.laatste + 1
    teller.laatste += aantal
    teller.save()
    return [f"D-{jaar % 100:02d}-{volgnummer:04d}" for volgnummer in range(eerste, eerste + aantal)]


def registreer_gezinnen(gezinnen: Sequence[NieuwGezin], *, op: date) -> list[Statushouder]:
    """Register families with their members on day `op`; all or nothing, a fixed number of queries.

    Gives the persons in the order given, in which they also get their numbers. ValidationError, in
    Dutch: a V-nummer or BSN that is known, two heads, a birth date that cannot be.
    """
    paren = [(gezin, persoon) for gezin in gezinnen for persoon in gezin.personen]
    with transaction.atomic(), botsing_als_weigering(Statushouder, Gezinslid, Vestiging, Regie):
        if bekend := [rij.gezin for rij in gezinnen if rij.gezin]:
            leden = Gezinslid.objects.filter(gezin__in=bekend).order_by()
            vergrendel(leden.values_list("statushouder", flat=True))
        nummers = neem_nummers(len(paren), jaar=op.year)
        personen = Statushouder.objects.bulk_create(
            persoon.als_statushouder(nummer) for (_, persoon), nummer in zip(paren, nummers, strict=True)
        )
        nieuw = Gezin.objects.bulk_create(Gezin(naam=rij.naam) for rij in gezinnen if not rij.gezin)
        volgende = iter(nieuw)
        doel = {id(rij): rij.gezin or next(volgende) for rij in gezinnen}
        samen = [(rij, gegevens, persoon) for (rij, gegevens), persoon in zip(paren, personen, strict=True)]
        Gezinslid.objects.bulk_create(
            Gezinslid(
                gezin=doel[id(rij)],
                statushouder=persoon,
                rol=gegevens.rol,
                van=min(op, rij.gevestigd_op or op),
            )
            for rij, gegevens, persoon in samen
        )
        Vestiging.objects.bulk_create(
            Vestiging(statushouder=persoon, van=rij.gevestigd_op, brp_op=rij.brp_op)
            for rij, _, persoon in samen
            if rij.gevestigd_op
        )
        Regie.objects.bulk_create(
            Regie(statushouder=persoon, regisseur_id=rij.regisseur.pk if rij.regisseur else None, van=op)
            for rij, _, persoon in samen
        )
        scherm_nieuwe_leden_af([(rij.gezin, persoon) for rij, _, persoon in samen if rij.gezin], op=op)
        register.werk_bij(personen)
    return personen


def wijzig_persoon(persoon: Statushouder, *, versie: int, gegevens: Mapping[str, Any]) -> Statushouder:
    """Change fields of a person, as the next version.

    Verouderd when somebody else saved since `versie`; ValidationError when a constraint refuses.
    `bsn` in `gegevens` replaces the number; leave it out to keep it.
    """
    with transaction.atomic(), botsing_als_weigering(Statushouder):
        rij = Statushouder.vergrendeld(persoon.pk, versie)
        for naam, waarde in gegevens.items():
            setattr(rij, naam, waarde)
        if "bsn" in gegevens:
            rij.bsn_index = blinde_index(rij.bsn) if rij.bsn else None
        rij.bewaar_volgende()
        register.werk_bij([rij])
    return rij


def vestig(personen: Sequence[Statushouder], *, van: date) -> list[Vestiging]:
    """Open a spell on `van` for the persons for whom none runs on that day.

    ValidationError when a later spell of one of them would overlap.
    """
    lopend = Vestiging.objects.lopend_op(van).filter(statushouder__in=personen)
    bezet = set(lopend.values_list("statushouder_id", flat=True))
    nieuw = [Vestiging(statushouder=persoon, van=van) for persoon in personen if persoon.pk not in bezet]
    with botsing_als_weigering(Vestiging):
        return Vestiging.objects.bulk_create(nieuw)


def vertrek(persoon: Statushouder, *, op: date, reden: str) -> Vestiging:
    """Somebody leaves Wassenaar on `op`, the first day on which they no longer count.

    ValidationError on `op` when no spell runs on that day, or a home begins on it or later.
    """
    with transaction.atomic(), botsing_als_weigering(Vestiging):
        vergrendel([persoon.pk])
        vestiging = (
            Vestiging.objects.select_for_update().filter(statushouder=persoon, tot=None, van__lte=op).first()
        )
        if vestiging is None:
            raise ValidationError({"op": "Deze persoon is op die dag niet gevestigd in Wassenaar."})
        vestiging.tot, vestiging.reden_vertrek = op, reden
        eis_steun(vestiging, veld="op")
        vestiging.bewaar_volgende()
        register.werk_bij([persoon])
    return vestiging


def wijzig_vestiging(vestiging: Vestiging, *, versie: int, gegevens: Mapping[str, Any]) -> Vestiging:
    """Correct the registration in the BRP and the leaving of a spell; without `tot` it runs on.

    Verouderd when somebody else saved since `versie`. ValidationError when a constraint refuses, as where a
    later spell would overlap; on `tot` when a home would begin after it.
    """
    with transaction.atomic(), botsing_als_weigering(Vestiging):
        vergrendel([vestiging.statushouder_id])
        rij = Vestiging.vergrendeld(vestiging.pk, versie)
        for naam, waarde in gegevens.items():
            setattr(rij, naam, waarde)
        eis_steun(rij, veld="tot")
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij
