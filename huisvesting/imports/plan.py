"""The sections of the plan file on the quota: checked here, loaded as periods and their positions."""

from __future__ import annotations

from typing import Any

from huisvesting import rules
from huisvesting.models import Beginstand, Opgave, Periode
from kern.contract import Controle, Laadtelling
from kern.laden import maak_gelijk
from kern.plan import Planbestand, Planrij

SECTIES = ("taakstelling_per_jaar", "controle_taakstelling", "stand_taakstelling", "huisvesting")
BRON = "Plan 2017-2018, hoofdstuk Huisvesting"
_BIJ_EEN_STAND = ("stand_op", "achterstand", "nog_te_realiseren")
_STAND = ("periode", "opgave", "achterstand_vorige", "te_realiseren", "gerealiseerd", *_BIJ_EEN_STAND)
_HUISVESTING = (
    "nog_te_huisvesten_mei_tot_en_met_december_2017",
    "amv_woningen",
    "amv_begeleiding",
    "amv_recht_op_herhuisvesting_vanaf_leeftijd",
)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """The sums of the quota: 137 over three years, each period's remainder, and 25 to the end of 2017."""
    per_jaar = [_per_jaar(rij) for rij in bestand.rijen("taakstelling_per_jaar", "jaar")]
    controle = bestand.tabel("controle_taakstelling")
    controle.alleen("totaal")
    totaal = controle.geheel("totaal")
    controles = [Controle("controle_taakstelling.totaal", totaal, sum(per_jaar))]
    standen = bestand.rijen("stand_taakstelling", "periode")
    for rij in standen:
        _eis_sleutels(rij)
        _grenzen(rij)
        controles += _sommen(rij)
    plan = bestand.tabel("huisvesting")
    plan.alleen(*_HUISVESTING)
    te_huisvesten = plan.geheel("nog_te_huisvesten_mei_tot_en_met_december_2017")
    if standen:
        open_staand = _open_in_2017(standen)
        sleutel = "huisvesting.nog_te_huisvesten_mei_tot_en_met_december_2017"
        controles.append(Controle(sleutel, te_huisvesten, open_staand))
    return controles


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load periods, quotas and opening positions; results of the plan are checked, not loaded."""
    rijen = bestand.rijen("stand_taakstelling", "periode")
    telling = maak_gelijk(Periode, "code", [_periode(rij) for rij in rijen], verwijder=False)
    telling += _vervallen({rij.tekst("periode") for rij in rijen})
    periodes = {periode.code: periode for periode in Periode.objects.all()}
    telling += maak_gelijk(
        Opgave,
        ("periode_id", "bekend_op"),
        [
            {
                "periode_id": periodes[rij.tekst("periode")].pk,
                "bekend_op": None,
                "aantal": rij.geheel("opgave"),
                "bron": BRON,
            }
            for rij in rijen
        ],
        verwijder=False,
    )
    return telling + maak_gelijk(
        Beginstand,
        "periode_id",
        [
            {
                "periode_id": periodes[rij.tekst("periode")].pk,
                "gerealiseerd": rij.geheel("gerealiseerd"),
                "stand_op": rij.datum("stand_op"),
                "bron": BRON,
            }
            for rij in rijen
            if rij.heeft("gerealiseerd")
        ],
    )


def _vervallen(codes: set[str]) -> Laadtelling:
    """Take away what an earlier plan gave and this one does not; a number entered since stays, with its period."""
    van_plan = Opgave.objects.filter(bekend_op=None).exclude(periode__code__in=codes)
    periodes = list(van_plan.values_list("periode_id", flat=True))
    van_plan.delete()
    leeg = Periode.objects.filter(pk__in=periodes, opgaven=None)
    aantal = len(periodes) + leeg.count()
    leeg.delete()
    return Laadtelling(gewijzigd=aantal)


def _per_jaar(rij: Planrij) -> int:
    """The quota that the introduction names for a year; kept for the check of 137 only."""
    rij.alleen("jaar", "opgave")
    rij.geheel("jaar")
    return rij.geheel("opgave")


def _eis_sleutels(rij: Planrij) -> None:
    """A position needs its number, its day and its remainder together: one alone is a mistake."""
    rij.alleen(*_STAND)
    met_stand = [sleutel for sleutel in _BIJ_EEN_STAND if rij.heeft(sleutel)]
    if met_stand and not rij.heeft("gerealiseerd"):
        rij.fout("gerealiseerd", f"ontbreekt, en {', '.join(met_stand)} staat er wel")


def _grenzen(rij: Planrij) -> None:
    code = rij.tekst("periode")
    try:
        van, tot_en_met = rules.grenzen(code)
    except ValueError as fout:
        rij.fout("periode", f'{fout} Schrijf "2016" of "2017-H1".')
        return
    if rij.heeft("gerealiseerd") and not van <= rij.datum("stand_op") <= tot_en_met:
        rij.fout("stand_op", f"moet in {code} liggen")


def _periode(rij: Planrij) -> dict[str, Any]:
    van, tot_en_met = rules.grenzen(rij.tekst("periode"))
    return {"code": rij.tekst("periode"), "van": van, "tot_en_met": tot_en_met}


def _sommen(rij: Planrij) -> list[Controle]:
    """te_realiseren = opgave + backlog before; the remainder = te_realiseren − gerealiseerd."""
    vorige = rij.geheel("achterstand_vorige") if rij.heeft("achterstand_vorige") else 0
    te_realiseren = rij.geheel("te_realiseren")
    controles = [Controle(f"{rij.pad}.te_realiseren", te_realiseren, rij.geheel("opgave") + vorige)]
    if rij.heeft("gerealiseerd"):
        naam = "achterstand" if rij.heeft("achterstand") else "nog_te_realiseren"
        rest = te_realiseren - rij.geheel("gerealiseerd")
        controles.append(Controle(f"{rij.pad}.{naam}", rij.geheel(naam), rest))
    return controles


def _open_in_2017(standen: list[Planrij]) -> int:
    """What the last period with a position still needs, and the quotas of the periods after it."""
    met_stand = [nummer for nummer, rij in enumerate(standen) if rij.heeft("nog_te_realiseren")]
    if not met_stand:
        return sum(rij.geheel("te_realiseren") for rij in standen)
    laatste = met_stand[-1]
    later = sum(rij.geheel("te_realiseren") for rij in standen[laatste + 1 :])
    return standen[laatste].geheel("nog_te_realiseren") + later
