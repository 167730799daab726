"""A home is offered to a household, and what becomes of it, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from dossiers.models import Statushouder, Vestiging
from dossiers.models.sloten import vergrendel
from huisvesting import figures, rules
from huisvesting.actions.plaatsen import plaats
from huisvesting.actions.terugnemen import neem_huur_terug
from huisvesting.models import Aanbod, Plaatsing, Telling, Woning
from huisvesting.rules import Stap
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import Verouderd, botsing_als_weigering


def bied_aan(
    *, huurder: Statushouder, woning: Woning, personen: int, aangeboden_op: date, vandaag: date
) -> Aanbod:
    """Offer a home to a household by its tenant; `personen` is how many would move in.

    ValidationError, in Dutch with the source of the rule: on `woning` when it is full, no longer to be let, an
    AMV home for somebody else, or offered already (by the place: all of them); on `aangeboden_op` for a day to
    come, or one before the permit; without a field when an offer to this tenant is open, or to who moves along.
    """
    with transaction.atomic(), botsing_als_weigering(Aanbod):
        # one at a time for a family and for a home, so that the second sees what the first did
        vergrendel([huurder.pk])
        woning = Woning.objects.select_for_update().get(pk=woning.pk)
        _eis_dag(huurder, aangeboden_op, vandaag)
        _eis_woning(woning, huurder, personen, aangeboden_op, vandaag)
        _eis_een_aanbod(huurder, vandaag)
        rij = Aanbod.objects.create(
            statushouder=huurder, woning=woning, personen=personen, aangeboden_op=aangeboden_op
        )
        register.werk_bij([huurder])
    return rij


def zet_stap(aanbod: Aanbod, *, stap: Stap, versie: int, op: date, vandaag: date, reden: str = "") -> Aanbod:
    """A step of an offer on a day; the start of the tenancy is `teken`.

    ValidationError on the field of the step when it cannot be (twice the same is one sentence), and on
    `reden` where a no has none. Verouderd when the row changed since `versie`.
    """
    if stap is Stap.CONTRACT:
        raise ValueError("De huur gaat in met `teken`, dat de bewoners plaatst.")
    with transaction.atomic(), botsing_als_weigering(Aanbod):
        vergrendel([aanbod.statushouder_id])
        rij = _voor_stap(aanbod, stap, versie, op, vandaag)
        if stap in rules.NEE and not reden.strip():
            raise ValidationError({"reden": "Schrijf op waarom."})
        setattr(rij, stap.veld, op)
        if stap in rules.NEE:
            rij.reden = reden.strip()
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij


def teken(
    aanbod: Aanbod, *, versie: int, op: date, vandaag: date, personen: Sequence[Statushouder]
) -> list[Plaatsing]:
    """The tenancy starts on `op`, and these persons live there from that day: all or nothing.

    Who lives elsewhere here leaves that home on the same day. Refusals as of `zet_stap` and `plaats`, at
    `bewoners` where they are about persons, also when the tenant is not among them and does not live there yet.
    """
    with transaction.atomic(), botsing_als_weigering(Aanbod, Plaatsing, Telling, Vestiging):
        vergrendel([aanbod.statushouder_id, *(persoon.pk for persoon in personen)])
        rij = _voor_stap(aanbod, Stap.CONTRACT, versie, op, vandaag)
        _eis_huurder(rij, personen, op)
        _verlaat(personen, rij.woning, op)
        try:
            plaatsingen = plaats(personen, woning=rij.woning, van=op, aanbod=rij)
        except ValidationError as fout:
            raise _op_veld_van_contract(fout) from fout
        rij.contract_op, rij.personen = op, len(personen)
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return plaatsingen


def neem_stap_terug(aanbod: Aanbod, *, versie: int, vandaag: date) -> Stap:
    """Take back the last step of an offer; with the tenancy goes what it placed, ended and opened.

    ValidationError when there is no step, somebody built on who moved in, or the offer cannot be open again.
    """
    with transaction.atomic(), botsing_als_weigering(Aanbod, Plaatsing, Telling, Vestiging):
        vergrendel([aanbod.statushouder_id])
        rij = Aanbod.vergrendeld(aanbod.pk, versie)
        stap, waarom_niet = rules.terug_te_nemen(figures.aanbodstand(rij))
        if stap is None:
            raise ValidationError(waarom_niet)
        geraakt = [rij.statushouder]
        if rij.contract_op and stap is Stap.CONTRACT:
            geraakt += neem_huur_terug(rij, op=rij.contract_op)
        if stap in rules.NEE or stap is Stap.CONTRACT:
            _eis_weer_open(rij, stap, vandaag)
        setattr(rij, stap.veld, None)
        if stap in rules.NEE:
            rij.reden = ""
        rij.bewaar_volgende()
        register.werk_bij(geraakt)
    return stap


def _voor_stap(aanbod: Aanbod, stap: Stap, versie: int, op: date, vandaag: date) -> Aanbod:
    """The row, locked. Twice the same act says that it was done, whatever version it was opened with."""
    rij = (
        Aanbod.objects.select_for_update(of=("self",))
        .select_related("woning", "statushouder")
        .get(pk=aanbod.pk)
    )
    al_vast = rules.staat_al_vast(stap, figures.aanbodstand(rij))
    if al_vast:
        raise ValidationError(al_vast, code="al_vast")
    if rij.versie != versie:
        raise Verouderd(rij)
    bezwaar = rules.stapbezwaar(stap, figures.aanbodstand(rij), op=op, vandaag=vandaag)
    if bezwaar:
        raise ValidationError({stap.veld: bezwaar})
    return rij


def _eis_dag(huurder: Statushouder, op: date, vandaag: date) -> None:
    if op > vandaag:
        raise ValidationError({"aangeboden_op": rules.met_bron("Deze dag is nog niet geweest.", "komt_nog")})
    if huurder.vergunning_op and op < huurder.vergunning_op:
        dag = schrijf_datum(huurder.vergunning_op)
        zin = f"De vergunning is van {dag}. Kies die dag of een dag erna."
        raise ValidationError({"aangeboden_op": rules.met_bron(zin, "voor_vergunning")})


def _eis_woning(woning: Woning, huurder: Statushouder, personen: int, op: date, vandaag: date) -> None:
    """By the rule of who could live in a home (`rules.passen`); the family is in nobody's way in its own home."""
    if Aanbod.objects.zonder_uitkomst().filter(woning=woning, statushouder=huurder).exists():
        zin = "Deze woning is al aan deze persoon aangeboden. Rond dat aanbod eerst af."
        raise ValidationError({"woning": f"{zin} Bron: {rules.EEN_AANBOD}."})
    ruimte = figures.ruimte(
        woning, op, familie=figures.familie(huurder, op) | figures.familie(huurder, vandaag)
    )
    vraag = rules.Vraag(personen=personen, amv=figures.zoekt_amv_plek(huurder, op))
    zin = rules.weigering(vraag, ruimte)
    if zin:
        raise ValidationError({"woning": zin})


def _eis_een_aanbod(huurder: Statushouder, op: date) -> None:
    """Who move together are offered one home at a time, whoever of them is the tenant."""
    aanbod = figures.huishouden_van(huurder, op).aanbod
    if aanbod is None:
        return
    wie = "deze persoon" if aanbod.statushouder_id == huurder.pk else "iemand uit dit huishouden"
    zin = f"Voor {wie} staat al een aanbod open. Rond dat eerst af."
    raise ValidationError(f"{zin} Bron: {rules.EEN_AANBOD}.")


def _eis_weer_open(rij: Aanbod, stap: Stap, vandaag: date) -> None:
    """As when it was made: nobody of the household has another offer, and a home by the place still has it.

    After a no the home may have gone to another, and the tenant to another home.
    """
    woning = Woning.objects.select_for_update().get(pk=rij.woning_id)
    _eis_een_aanbod(rij.statushouder, vandaag)
    if stap in rules.NEE:
        _eis_niet_geplaatst(rij, vandaag)
        try:
            _eis_woning(woning, rij.statushouder, rij.personen, vandaag, vandaag)
        except ValidationError as fout:  # there is no field for it on this page
            raise ValidationError(fout.messages) from fout
        return
    plekken = figures.ruimte(woning, vandaag).plaatsen
    if woning.per_plek and plekken is not None and plekken < rij.personen:
        zin = "In deze woning is geen plek meer die niet is aangeboden."
        raise ValidationError(rules.met_bron(zin, "woning_vol"))


def _eis_niet_geplaatst(rij: Aanbod, vandaag: date) -> None:
    sinds = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=vandaag), statushouder=rij.statushouder)
    if woont := sinds.filter(van__gte=rij.aangeboden_op).first():
        zin = (
            f"Deze persoon heeft een woning vanaf {schrijf_datum(woont.van)}. Maak zo nodig een nieuw aanbod."
        )
        raise ValidationError(rules.met_bron(zin, "overlapt"))


def _eis_huurder(rij: Aanbod, personen: Sequence[Statushouder], op: date) -> None:
    """Who rents a home lives in it."""
    huurder = rij.statushouder
    woont_er = Plaatsing.objects.lopend_op(op).filter(statushouder=huurder, woning=rij.woning)
    if huurder not in personen and not woont_er.exists():
        zin = f"{huurder.naam} huurt de woning en gaat er dus ook wonen."
        raise ValidationError({"bewoners": f"{zin} Bron: {rules.HUURDER_WOONT}."})


def _verlaat(personen: Sequence[Statushouder], woning: Woning, op: date) -> None:
    """End the running placements elsewhere of who moves, as the next version of each; one statement."""
    elders = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=personen, van__lt=op)
    elders.exclude(woning=woning).update(tot=op, versie=F("versie") + 1)


def _op_veld_van_contract(fout: ValidationError) -> ValidationError:
    """The refusal of placing, at the fields of this form: `van` is the start of the tenancy."""
    if not hasattr(fout, "error_dict"):
        return fout
    velden = {"van": Stap.CONTRACT.veld, "woning": "bewoners", "personen": "bewoners"}
    return ValidationError({velden.get(naam, naam): fouten for naam, fouten in fout.error_dict.items()})
