"""The sections of the plan file on money: checked to the cent here, loaded as the budget."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from financien.actions import stel_begroting_gelijk
from financien.models import (
    Activiteit,
    Boeking,
    Inkomstenpost,
    Regel,
    Rekening,
    Soort,
    Toedeling,
    Verklaring,
    Verplichting,
    Wijzigingsregel,
)
from financien.models.begroting import VAST
from financien.rules import OVERHEVELING_UIT
from kern import schrijfwijze
from kern.contract import Controle, Laadtelling
from kern.plan import Planbestand, Planrij
from kern.plandeel import jaren
from kern.planlader import kort
from kern.register import register

SECTIES = ("inkomsten", "controle_inkomsten", "activiteiten", "controle_activiteiten", "rekeningen")
Rij = dict[str, Any]
_GROOTSTE_AANTAL = 1_000_000
# What people hang on a line, and what it is called.
_HANGT_ERAAN: tuple[tuple[Any, str], ...] = (
    (Rekening, "een rekening"),
    (Verplichting, "een verplichting"),
    (Toedeling, "een boeking"),
    (Wijzigingsregel, "een begrotingswijziging"),
    (Verklaring, "een verklaring"),
)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Persons × rate of each line, counter entries at zero, and the plan's own totals."""
    planjaren = jaren(bestand)
    posten = [(rij, _post(rij, planjaren)) for rij in bestand.rijen("inkomsten", "code")]
    activiteiten = [(rij, _activiteit(rij)) for rij in bestand.rijen("activiteiten", "code")]
    _codes_uniek(posten, activiteiten)
    _rekeningen_kloppen(bestand, {rij["code"] for _, rij in posten + activiteiten})
    if Boeking.objects.exists():
        _bedragen_staan_vast(bestand, "inkomsten", posten, Inkomstenpost)
        _bedragen_staan_vast(bestand, "activiteiten", activiteiten, Activiteit)
    _blijft_in_gebruik(bestand, "inkomsten", posten, Inkomstenpost)
    _blijft_in_gebruik(bestand, "activiteiten", activiteiten, Activiteit)
    return [
        *_keersommen([*posten, *activiteiten]),
        *_tegenposten(posten),
        *_totalen(bestand, planjaren, [rij for _, rij in posten], [rij for _, rij in activiteiten]),
    ]


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load lines and accounts; see `actions.stel_begroting_gelijk`."""
    planjaren = jaren(bestand)
    posten = [_post(rij, planjaren) for rij in bestand.rijen("inkomsten", "code")]
    codes = {post["code"] for post in posten}
    return stel_begroting_gelijk(
        posten=posten,
        activiteiten=[_activiteit(rij) for rij in bestand.rijen("activiteiten", "code")],
        rekeningen=[_rekening(rij, codes) for rij in bestand.rijen("rekeningen")],
    )


def _post(rij: Planrij, planjaren: Sequence[int]) -> Rij:
    rij.alleen("code", "jaar", "soort", "omschrijving", "aantal", "tarief", "bedrag", "tegenpost")
    jaar = rij.geheel("jaar")
    if planjaren and rij.heeft("jaar") and jaar not in planjaren:
        rij.fout("jaar", f"{jaar} hoort niet bij het plan; kies uit {', '.join(map(str, planjaren))}")
    return {
        **_regel(rij),
        "jaar": jaar,
        "soort": rij.keuze("soort", Soort.values),
        "tegenpost_id": rij.tekst("tegenpost") if rij.heeft("tegenpost") else None,
    }


def _activiteit(rij: Planrij) -> Rij:
    rij.alleen("code", "hoofdstuk", "omschrijving", "aantal", "tarief", "bedrag")
    regel = _regel(rij)
    if regel["bedrag"] < 0:
        rij.fout("bedrag", f"{kort(regel['bedrag'])} kan niet, een activiteit kost nul euro of meer")
    return {**regel, "hoofdstuk": rij.keuze("hoofdstuk", [domein.code for domein in register])}


def _regel(rij: Planrij) -> Rij:
    for sleutel, ander in (("aantal", "tarief"), ("tarief", "aantal")):
        if rij.heeft(ander) and not rij.heeft(sleutel):
            rij.fout(sleutel, f"ontbreekt; {ander} staat er wel, en het bedrag is aantal × tarief")
    aantal = rij.geheel("aantal") if rij.heeft("aantal") else None
    if aantal is not None and not 0 <= aantal <= _GROOTSTE_AANTAL:
        rij.fout("aantal", f"{kort(aantal)} kan niet, kies 0 tot en met {kort(_GROOTSTE_AANTAL)}")
    return {
        "code": rij.code("code"),
        "omschrijving": rij.tekst("omschrijving"),
        "aantal": aantal,
        "tarief": rij.bedrag("tarief") if rij.heeft("tarief") else None,
        "bedrag": rij.bedrag("bedrag"),
    }


def _codes_uniek(posten: list[tuple[Planrij, Rij]], activiteiten: list[tuple[Planrij, Rij]]) -> None:
    """An account names a line by its code alone, so income and activities share one set of codes."""
    inkomsten = {post["code"] for _, post in posten}
    for rij, activiteit in activiteiten:
        if activiteit["code"] and activiteit["code"] in inkomsten:
            rij.fout("code", "is ook de code van een inkomstenregel; kies een andere")


def _bedragen_staan_vast(
    bestand: Planbestand, sectie: str, regels: list[tuple[Planrij, Rij]], model: type[Regel]
) -> None:
    """After the first booking the file may name things otherwise, but no other amounts."""
    oud = {regel.code: regel for regel in model._default_manager.all()}
    for rij, regel in regels:
        bekend = oud.pop(regel["code"], None)
        was = bekend.bedrag if bekend else Decimal(0)
        anders = bekend is not None and any(
            getattr(bekend, naam) != regel[naam] for naam in ("aantal", "tarief", "jaar") if naam in regel
        )
        if (was != regel["bedrag"] or anders) and not rij.heeft_fout():
            rij.fout("bedrag", f"{kort(was)} staat vast. {VAST}")
    for code, weg in oud.items():
        if weg.bedrag:
            bestand.fout(sectie, f"{code} ontbreekt, en {kort(weg.bedrag)} staat vast. {VAST}")


def _blijft_in_gebruik(
    bestand: Planbestand, sectie: str, regels: list[tuple[Planrij, Rij]], model: type[Regel]
) -> None:
    """A line that people hung something on does not go: their account, a commitment, a decision, a remark."""
    weg = model._default_manager.exclude(code__in=[regel["code"] for _, regel in regels])
    weg = weg.exclude(code__regex=OVERHEVELING_UIT)
    wat: dict[str, set[str]] = {}
    for soort, naam in _HANGT_ERAAN:
        if soort is Verplichting and model is Inkomstenpost:
            continue
        rijen = soort._default_manager.filter(**{f"{model._meta.model_name}__in": weg})
        if soort is Rekening:
            rijen = rijen.filter(door__isnull=False)
        for code in rijen.values_list(f"{model._meta.model_name}_id", flat=True).distinct():
            wat.setdefault(str(code), set()).add(naam)
    for code, dingen in sorted(wat.items()):
        namen = schrijfwijze.opsomming(sorted(dingen))
        bestand.fout(
            sectie, f"{code} ontbreekt, en aan die regel hangt nog iets: {namen}. Laat de regel staan."
        )


def _rekeningen_kloppen(bestand: Planbestand, codes: set[str]) -> None:
    gezien: dict[tuple[str, str], str] = {}
    van_mensen = {
        (een.kostenplaats, een.grootboekrekening): een.inkomstenpost_id or een.activiteit_id
        for een in _alleen_van_mensen()
    }
    for rij in bestand.rijen("rekeningen"):
        rij.alleen("regel", "kostenplaats", "grootboekrekening")
        rekening = _rekening(rij, codes)
        code = rekening["inkomstenpost_id"] or rekening["activiteit_id"]
        if code and code not in codes:
            rij.fout("regel", f"{code!r} bestaat niet; neem de code van een inkomsten- of activiteitenregel")
        paar = (rekening["kostenplaats"], rekening["grootboekrekening"])
        if all(paar) and paar in gezien:
            rij.fout("grootboekrekening", f"hoort met deze kostenplaats al bij {gezien[paar]}")
        elif paar in van_mensen:
            rij.fout(
                "grootboekrekening",
                f"hoort met deze kostenplaats al bij {van_mensen[paar]}: dat is hier zelf ingevoerd. Haal deze "
                "rekening uit het bestand.",
            )
        gezien[paar] = code or ""


def _alleen_van_mensen() -> QuerySet[Rekening]:
    """Accounts of people on days that an account of the plan has as well.

    One of the plan is without days, until somebody stops it: what stands after its last day does not collide.
    """
    van_plan = Rekening.objects.filter(
        door=None, kostenplaats=OuterRef("kostenplaats"), grootboekrekening=OuterRef("grootboekrekening")
    )
    return Rekening.objects.filter(~Exists(van_plan), door__isnull=False)


def _rekening(rij: Planrij, inkomsten: set[str]) -> Rij:
    code = rij.tekst("regel")
    return {
        "inkomstenpost_id": code if code in inkomsten else None,
        "activiteit_id": code if code not in inkomsten else None,
        "kostenplaats": rij.tekst("kostenplaats", 20),
        "grootboekrekening": rij.tekst("grootboekrekening", 20),
    }


def _keersommen(regels: list[tuple[Planrij, Rij]]) -> list[Controle]:
    """bedrag = aantal × tarief, for each line that has them."""
    return [
        Controle(
            f"{rij.pad}.bedrag",
            _tekst(regel["bedrag"]),
            _tekst(regel["aantal"] * regel["tarief"]),
            f"{kort(regel['aantal'])} × {kort(regel['tarief'])}",
        )
        for rij, regel in regels
        if regel["aantal"] is not None and regel["tarief"] is not None and not rij.heeft_fout()
    ]


def _tegenposten(posten: list[tuple[Planrij, Rij]]) -> list[Controle]:
    """Two lines that name each other net to zero: one control for each pair."""
    per_code = {post["code"]: post for _, post in posten}
    controles = []
    for rij, post in posten:
        ander = per_code.get(post["tegenpost_id"])
        if post["tegenpost_id"] is None or rij.heeft_fout("tegenpost"):
            continue
        if ander is None or ander is post:
            rij.fout("tegenpost", f"{post['tegenpost_id']!r} is geen andere regel van de inkomsten")
        elif ander["tegenpost_id"] != post["code"]:
            rij.fout("tegenpost", f"{ander['code']} moet ook {post['code']} als tegenpost noemen")
        elif post["bedrag"] <= ander["bedrag"]:
            som = f"{kort(post['bedrag'])} + {kort(ander['bedrag'])} van {ander['code']}"
            totaal = _tekst(post["bedrag"] + ander["bedrag"])
            controles.append(Controle(f"{rij.pad}.tegenpost", "0.00", totaal, som))
    return controles


def _totalen(
    bestand: Planbestand, planjaren: Sequence[int], posten: list[Rij], activiteiten: list[Rij]
) -> list[Controle]:
    """The plan's own totals. Only judged where every line could be read: else they say nothing."""
    inkomsten = bestand.tabel("controle_inkomsten")
    inkomsten.alleen(*(f"totaal_{jaar}" for jaar in planjaren), "totaal")
    lasten = bestand.tabel("controle_activiteiten")
    lasten.alleen("totaal")
    sommen = [
        (inkomsten, f"totaal_{jaar}", [post for post in posten if post["jaar"] == jaar], f"inkomsten {jaar}")
        for jaar in planjaren
    ]
    sommen.append((inkomsten, "totaal", posten, "alle inkomsten"))
    sommen.append((lasten, "totaal", activiteiten, "alle activiteiten"))
    verwacht = [tabel.bedrag(sleutel) for tabel, sleutel, _, _ in sommen]
    if bestand.heeft_fout("inkomsten", "activiteiten", "controle_inkomsten", "controle_activiteiten"):
        return []
    return [
        Controle(
            f"{tabel.pad}.{sleutel}",
            _tekst(bedrag),
            _tekst(sum((regel["bedrag"] for regel in regels), Decimal(0))),
            f"{naam} samen",
        )
        for (tabel, sleutel, regels, naam), bedrag in zip(sommen, verwacht, strict=True)
    ]


def _tekst(bedrag: Decimal) -> str:
    """As in the JSON: 344926.00."""
    return f"{bedrag:.2f}"
