"""Sharing a dossier with a partner: asking, answering, withdrawing and finishing.

Each act is done once: the same act a second time, by the back button, changes nothing and is no fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from dossiers import figures
from dossiers.models import Doorverwijzing, Gezinslid, Grondslag, Statushouder, Verwijsstand
from dossiers.models.doorverwijzing import DoorverwijzingQuerySet
from dossiers.models.sloten import vergrendel
from dossiers.rules.antwoordtermijn import antwoorddagen
from dossiers.rules.verwijzen import deelbare_domeinen, minimale_kaart
from kern.contract import Gebruiker
from kern.namens import buiten_de_rol
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import botsing_als_weigering
from toegang.actions import herinner_aan_verwijzing, te_herinneren

Stand = Verwijsstand
_AFGESCHERMD = "Dit dossier is afgeschermd. Hef eerst de afscherming op, of noem een collega."
_GEZEGD = {
    Stand.AANGENOMEN: "Deze verwijzing is al aangenomen.",
    Stand.AFGEWEZEN: "Deze verwijzing is al afgewezen.",
    Stand.INGETROKKEN: "De gemeente heeft deze verwijzing ingetrokken.",
    Stand.AFGEROND: "Deze verwijzing is al afgerond.",
    Stand.GEVRAAGD: "Deze verwijzing is nog niet aangenomen.",
}


def verwijs(
    persoon: Statushouder,
    *,
    gegevens: Mapping[str, Any],
    heel_gezin: bool,
    op: date,
    door: Gebruiker | None,
) -> Doorverwijzing:
    """Ask an organisation to take part in this dossier, or in that of the family with who comes later.

    `gegevens` are `organisatie`, `domeinen`, `doel`, `tot_en_met` (inclusive), and where they differ from
    today and from the task of the municipality `van` and `grondslag`. What was asked already in the same
    words gives that referral again. ValidationError at the field that cannot be so; where the same
    organisation was asked already for one of these days; where everybody whom it is about is shielded.
    """
    velden = {"van": op, "grondslag": Grondslag.TAAK, **gegevens}
    velden["doel"] = str(velden["doel"]).strip()
    _eis_geldig(velden, op)
    velden["domeinen"] = [code for code in deelbare_domeinen() if code in velden["domeinen"]]
    gezin = figures.gezin_op(persoon, op) if heel_gezin else None
    if heel_gezin and gezin is None:
        raise ValidationError({"heel_gezin": "Dit dossier hoort nu niet bij een gezin."})
    with transaction.atomic(), botsing_als_weigering(Doorverwijzing):
        wie = {"gezin": gezin} if gezin else {"statushouder": persoon}
        # before the lock on the dossier: the night, too, takes the referral first
        laat_verlopen(op=op, rijen=Doorverwijzing.objects.filter(**wie))
        # two who send the same form at once come one after the other
        vergrendel([persoon.pk])
        bekend = Doorverwijzing.objects.filter(**wie, **velden, afgewezen_op=None, beeindigd_op=None).first()
        if bekend:
            return bekend
        leden = figures.gezinsleden_op(gezin, op) if gezin else [persoon]
        verwijzing = Doorverwijzing.objects.create(
            **wie,
            **velden,
            gevraagd_op=op,
            **antwoorddagen(op, velden["tot_en_met"])._asdict(),
            gevraagd_door_id=door.pk if door else None,
            kaart=_kaart(leden, domeinen=velden["domeinen"], op=op),
        )
        register.werk_bij(leden)
    return verwijzing


def _kaart(leden: Sequence[Statushouder], *, domeinen: Sequence[str], op: date) -> Mapping[str, Any]:
    """What the partner decides on; it does not hear of who is shielded. ValidationError where that is everybody."""
    bekend = [lid for lid in leden if not lid.afgeschermd]
    if not bekend:
        raise ValidationError(_AFGESCHERMD)
    return minimale_kaart(bekend, domeinen=domeinen, dag=op, wijk=figures.wijk_van(bekend, op))


def neem_aan(verwijzing: Doorverwijzing, *, op: date, door: Gebruiker | None) -> Doorverwijzing:
    """The organisation takes part from now on. ValidationError for one that is no longer open."""
    with transaction.atomic(), botsing_als_weigering(Doorverwijzing):
        rij = _vergrendeld(verwijzing)
        if rij.stand_op(op) != Stand.AANGENOMEN:
            _eis(rij, op, Stand.GEVRAAGD)
            _bewaar(rij, aangenomen_op=op, beantwoord_door_id=door.pk if door else None)
    return rij


def wijs_af(verwijzing: Doorverwijzing, *, reden: str, op: date, door: Gebruiker | None) -> Doorverwijzing:
    """The organisation does not take part. ValidationError at `reden` without one; for one no longer open."""
    _eis_reden(reden, "Vul in waarom u deze verwijzing afwijst.")
    with transaction.atomic(), botsing_als_weigering(Doorverwijzing):
        rij = _vergrendeld(verwijzing)
        if rij.stand_op(op) != Stand.AFGEWEZEN:
            _eis(rij, op, Stand.GEVRAAGD)
            _bewaar(
                rij,
                afgewezen_op=op,
                reden=reden.strip(),
                beantwoord_door_id=door.pk if door else None,
            )
    return rij


def trek_verwijzing_in(
    verwijzing: Doorverwijzing, *, reden: str, op: date, door: Gebruiker | None
) -> Doorverwijzing:
    """Not shared any more, from `op` on. ValidationError at `reden` without one; for one that is over."""
    _eis_reden(reden, "Vul in waarom u deze verwijzing intrekt.")
    return _beeindig(
        verwijzing, Doorverwijzing.INGETROKKEN, (Stand.GEVRAAGD, Stand.AANGENOMEN), reden.strip(), op, door
    )


def rond_verwijzing_af(verwijzing: Doorverwijzing, *, op: date, door: Gebruiker | None) -> Doorverwijzing:
    """The work is done: not shared any more, from `op` on. ValidationError for one that was never in force."""
    return _beeindig(verwijzing, Doorverwijzing.AFGEROND, (Stand.AANGENOMEN,), "", op, door)


def _beeindig(
    verwijzing: Doorverwijzing,
    einde: str,
    vanuit: tuple[Stand, ...],
    reden: str,
    op: date,
    door: Gebruiker | None,
) -> Doorverwijzing:
    with transaction.atomic(), botsing_als_weigering(Doorverwijzing):
        rij = _vergrendeld(verwijzing)
        if rij.einde != einde:
            _eis(rij, op, *vanuit)
            _bewaar(
                rij,
                beeindigd_op=op,
                einde=einde,
                reden=reden,
                beeindigd_door_id=door.pk if door else None,
            )
    return rij


def _vergrendeld(verwijzing: Doorverwijzing) -> Doorverwijzing:
    return Doorverwijzing.objects.select_for_update(of=("self",)).get(pk=verwijzing.pk)


def _eis(rij: Doorverwijzing, op: date, *standen: Stand) -> None:
    stand = rij.stand_op(op)
    if stand in standen:
        return
    if stand == Stand.VERLOPEN and not rij.aangenomen_op:
        raise ValidationError(
            f"Deze verwijzing is verlopen: antwoorden kon tot en met {schrijf_datum(rij.laatste_antwoorddag)}. "
            "Vraag de gemeente om een nieuwe."
        )
    if stand == Stand.VERLOPEN:
        raise ValidationError(
            f"Deze verwijzing is verlopen: zij gold tot en met {schrijf_datum(rij.tot_en_met)}."
        )
    raise ValidationError(_GEZEGD[stand])


def _bewaar(rij: Doorverwijzing, **velden: Any) -> None:
    """Write these fields only: a partner may write no others. All dossiers that it is about are worked out anew."""
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie += 1
    rij.save(update_fields=[*(naam.removesuffix("_id") for naam in velden), "versie"])
    register.werk_bij(figures.dossiers_van([rij]))


def laat_verlopen(*, op: date, rijen: DoorverwijzingQuerySet | None = None) -> list[Doorverwijzing]:
    """End what got no answer in time, from the day after its last one; which those were. Safe to run twice.

    By default of all that stand open: the night does it, and asking the same anew does it for those in the way.
    """
    with transaction.atomic():
        te_laat = (Doorverwijzing.objects.all() if rijen is None else rijen).onbeantwoord()
        gevonden = list(
            te_laat.filter(antwoord_tot_en_met__lt=op).select_for_update(of=("self",)).order_by("pk")
        )
        if gevonden:
            Doorverwijzing.objects.filter(pk__in=[rij.pk for rij in gevonden]).update(
                beeindigd_op=F("antwoord_tot_en_met") + timedelta(days=1),
                einde=Doorverwijzing.VERLOPEN,
                versie=F("versie") + 1,
            )
            register.werk_bij(figures.dossiers_van(gevonden))
    return gevonden


def herinner(verwijzing: Doorverwijzing, *, op: date) -> Doorverwijzing:
    """Ask the organisation once more for an answer, by mail; on one day once, however often it is asked.

    ValidationError where it was answered or is over, where the organisation sees no card, or has nobody to mail.
    """
    with transaction.atomic(), botsing_als_weigering(Doorverwijzing):
        rij = _vergrendeld(verwijzing)
        _eis(rij, op, Stand.GEVRAAGD)
        if rij.herinnerd_op == op:
            return rij
        if not Doorverwijzing.objects.filter(_met_kaart(op), pk=rij.pk).exists():
            raise ValidationError("Dit dossier is afgeschermd: de organisatie ziet deze vraag nu niet.")
        if not te_herinneren().filter(organisatie=rij.organisatie_id).exists():
            raise ValidationError(
                f"Bij {rij.organisatie} kan niemand nu inloggen, dus niemand krijgt de mail. Bel de organisatie."
            )
        _bewaar(rij, herinnerd_op=op)
        with buiten_de_rol():
            herinner_aan_verwijzing([rij.organisatie_id])
    return rij


def _met_kaart(op: date) -> Q:
    """Referrals of which the organisation sees a card: about somebody who is not shielded."""
    bekend = Gezinslid.objects.lopend_op(op).filter(gezin=OuterRef("gezin"), statushouder__afgeschermd=False)
    return Q(statushouder__afgeschermd=False) | Q(Exists(bekend))


def merk_herinnerd(*, op: date) -> list[int]:
    """Mark the referrals of which the organisation is reminded on `op`; the keys of those organisations.

    Whoever calls it puts the mail in the outbox in the same transaction. Each is reminded once, also where the
    night was missed; not who was reminded by hand since its time was over. Not what expired meanwhile, nor where
    the organisation sees no card, for all are shielded, nor where it has nobody to mail.
    """
    nog_niet = Q(herinnerd_op=None) | Q(herinnerd_op__lte=F("herinner_na"))
    lezers = te_herinneren().filter(organisatie=OuterRef("organisatie"))
    rijen = Doorverwijzing.objects.open_op(op).filter(nog_niet, Exists(lezers), herinner_na__lt=op)
    rijen = rijen.filter(_met_kaart(op))
    gevonden = list(rijen.select_for_update(of=("self",)).order_by("pk"))
    Doorverwijzing.objects.filter(pk__in=[rij.pk for rij in gevonden]).update(
        herinnerd_op=op, versie=F("versie") + 1
    )
    return sorted({rij.organisatie_id for rij in gevonden})


def _eis_reden(reden: str, zin: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": zin})


def _eis_geldig(velden: Mapping[str, Any], op: date) -> None:
    """Everything that is wrong with what was asked, at once."""
    fouten: dict[str, str] = {}
    if not figures.verwijsbaar().filter(pk=velden["organisatie"].pk).exists():
        fouten["organisatie"] = "Kies een organisatie die meedoet."
    deelbaar = deelbare_domeinen()
    vreemd = [code for code in velden["domeinen"] if code not in deelbaar]
    if vreemd:
        fouten["domeinen"] = (
            f"{', '.join(vreemd)} kan niet met een partner worden gedeeld. Kies uit: {', '.join(deelbaar)}."
        )
    elif not velden["domeinen"]:
        fouten["domeinen"] = "Kies waarover u deze partner iets laat zien."
    if not velden["doel"]:
        fouten["doel"] = "Vul in waarvoor u doorverwijst."
    if velden["van"] < op:
        fouten["van"] = "Deze dag is al voorbij. Kies vandaag of een dag daarna."
    if velden["tot_en_met"] < op:
        fouten["tot_en_met"] = "Deze dag is al voorbij. Kies vandaag of een dag daarna."
    elif velden["tot_en_met"] < velden["van"]:
        fouten["tot_en_met"] = "De laatste dag moet op of na de eerste dag liggen."
    if fouten:
        raise ValidationError(fouten)
