"""A home is offered to a household, and what becomes of it, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from dossiers.models import Statushouder, Vestiging
from huisvesting import figures, rules
from huisvesting.actions.plaatsen import plaats
from huisvesting.models import Aanbod, Plaatsing, Telling, Woning
from huisvesting.rules import Stap
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import Verouderd, botsing_als_weigering


def bied_aan(
    *, huurder: Statushouder, woning: Woning, personen: int, aangeboden_op: date, vandaag: date
) -> Aanbod:
    """Offer a home to a household by its tenant; `personen` is how many would move in.

    ValidationError, in Dutch: on `woning` when it is full, no longer to be let, an AMV home for somebody
    else or offered already; on `aangeboden_op` for a day to come, or one before the permit; without a
    field when an offer to this tenant is open.
    """
    with transaction.atomic(), botsing_als_weigering(Aanbod):
        # one at a time for a home, so that the second sees what the first did
        woning = Woning.objects.select_for_update().get(pk=woning.pk)
        _eis_dag(huurder, aangeboden_op, vandaag)
        _eis_woning(woning, huurder, personen, aangeboden_op)
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

    Who lives elsewhere here leaves that home on the same day. Refusals as of `zet_stap` and `plaats`.
    """
    with transaction.atomic(), botsing_als_weigering(Aanbod, Plaatsing, Telling, Vestiging):
        rij = _voor_stap(aanbod, Stap.CONTRACT, versie, op, vandaag)
        _verlaat(personen, rij.woning, op)
        try:
            plaatsingen = plaats(personen, woning=rij.woning, van=op)
        except ValidationError as fout:
            raise _op_veld_van_contract(fout) from fout
        rij.contract_op, rij.personen = op, len(personen)
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return plaatsingen


def neem_stap_terug(aanbod: Aanbod, *, versie: int) -> Stap:
    """Take back the last step of an offer. ValidationError when there is none, or people were placed by it."""
    with transaction.atomic(), botsing_als_weigering(Aanbod):
        rij = Aanbod.vergrendeld(aanbod.pk, versie)
        stap, waarom_niet = rules.terug_te_nemen(figures.aanbodstand(rij))
        if stap is None:
            raise ValidationError(waarom_niet)
        setattr(rij, stap.veld, None)
        if stap in rules.NEE:
            rij.reden = ""
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
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
        raise ValidationError({"aangeboden_op": "Deze dag is nog niet geweest."})
    if huurder.vergunning_op and op < huurder.vergunning_op:
        dag = schrijf_datum(huurder.vergunning_op)
        raise ValidationError({"aangeboden_op": f"De vergunning is van {dag}. Kies die dag of een dag erna."})


def _eis_woning(woning: Woning, huurder: Statushouder, personen: int, op: date) -> None:
    """To be let, for this kind of tenant, and with room for them once who leaves has left."""
    ruimte = figures.ruimte(woning, op)
    einde = ruimte.vrij_tot_en_met
    if einde and ruimte.vrij_van > einde:
        raise ValidationError({"woning": f"Deze woning is beschikbaar tot en met {schrijf_datum(einde)}."})
    if ruimte.aanbod:
        zelf = Aanbod.objects.open_op(op).filter(woning=woning, statushouder=huurder).exists()
        wie = "deze persoon" if zelf else "iemand"
        raise ValidationError(
            {"woning": f"Deze woning is al aan {wie} aangeboden. Rond dat aanbod eerst af."}
        )
    zoekt_amv = figures.zoekt_amv_plek(huurder, op)
    if ruimte.amv != zoekt_amv:
        zin = (
            "Dit is een AMV-woning. Kies een gewone woning."
            if ruimte.amv
            else "Deze jongere zoekt een plek in een AMV-woning. Kies een AMV-woning."
        )
        raise ValidationError({"woning": zin})
    if ruimte.plaatsen is not None and personen > ruimte.plaatsen:
        plek = f"plek voor {ruimte.plaatsen}" if ruimte.plaatsen else "geen plek meer"
        raise ValidationError({"woning": f"In deze woning is {plek}, en er zijn {personen} personen."})


def _verlaat(personen: Sequence[Statushouder], woning: Woning, op: date) -> None:
    """End the running placements elsewhere of who moves, as the next version of each; one statement."""
    elders = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=personen, van__lt=op)
    elders.exclude(woning=woning).update(tot=op, versie=F("versie") + 1)


def _op_veld_van_contract(fout: ValidationError) -> ValidationError:
    """The refusal of placing, at the fields of this form: `van` is the start of the tenancy."""
    if not hasattr(fout, "error_dict"):
        return fout
    velden = {"van": Stap.CONTRACT.veld, "woning": "personen"}
    return ValidationError({velden.get(naam, naam): fouten for naam, fouten in fout.error_dict.items()})
