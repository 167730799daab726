"""The lists of the first month: always what follows from who settled when, and the facts that fill in steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction

from begeleiding import figures
from begeleiding.figures.volgen import Hoort, Staat
from begeleiding.models import EersteMaand, Stappenlijst, Stapstand
from dossiers.models import Gezin, Gezinslid, Statushouder
from kern.namens import als_gemeente
from kern.register import register

# Families that are worked out at once; the rest waits in the database.
STAPEL = 2_000


class Paar(NamedTuple):
    """A list of a family as it is and as it should be; None on the side where there is none."""

    gezin: int
    is_er: Staat | None
    hoort: Hoort | None


def volg_vestigingen(dossiers: Iterable[Statushouder]) -> int:
    """Write the lists of the families of these persons as they follow from the facts; how many changed.

    Called inside every action that touches dossiers (`register.werk_bij`). Three queries where all is right. As the
    municipality: of a family in which somebody is hidden from this user, the user sees too little to judge it.
    """
    sleutels = _sleutels(dossiers)
    if not sleutels:
        return 0
    with als_gemeente():
        return sum(len(_volg(deel, ())) for deel in _stapels(sleutels))


def volg_alles() -> int:
    """The same for every family, in parts, with all that follows from their lists; how many changed."""
    gezinnen = list(Gezin.objects.order_by("pk").values_list("pk", flat=True))
    return sum(_volg_door(deel) for deel in _stapels(gezinnen))


def vernieuw_lijsten(vanaf: date) -> int:
    """Lists of families that settle on `vanaf` or later begin anew, by the version that holds now; how many families.

    Only those on which nobody ticked anything. The list itself stays, with its address and with what was decided
    about its term; its steps are new. As the municipality: who keeps the steps reads not every dossier.
    """
    with als_gemeente(), transaction.atomic():
        rijen = EersteMaand.objects.filter(begint_op__gte=vanaf).exclude(stappen__gedaan_op__isnull=False)
        lijsten = list(rijen.order_by("pk"))
        if not lijsten:
            return 0
        versies = list(Stappenlijst.objects.prefetch_related("stappen"))
        for rij in lijsten:
            rij.lijst = _versie(versies, rij.begint_op)
        EersteMaand.objects.bulk_update(lijsten, ["lijst"], batch_size=STAPEL)
        Stapstand.objects.filter(eerste_maand__in=lijsten).delete()
        _maak_stappen(lijsten)
        gezinnen = {rij.gezin_id for rij in lijsten}
        _volg((), gezinnen)
        _laat_volgen(gezinnen)
    return len(gezinnen)


def _volg_door(gezinnen: Collection[int]) -> int:
    """Write the lists of these families, and let the terms follow; how many changed."""
    with transaction.atomic():
        anders = _volg((), gezinnen)
        if anders:
            _laat_volgen(anders)
    return len(anders)


def _laat_volgen(gezinnen: Collection[int]) -> None:
    leden = Gezinslid.objects.filter(gezin__in=gezinnen).order_by().values("statushouder")
    register.werk_bij(Statushouder.objects.filter(pk__in=leden))


def _sleutels(dossiers: Iterable[Any]) -> list[int]:
    waarden = getattr(dossiers, "values_list", None)  # a queryset of what a file holds: its keys only
    if waarden is not None:
        return list(dossiers.order_by().values_list("pk", flat=True))  # type: ignore[attr-defined]
    return [persoon.pk for persoon in dossiers]


def _stapels(sleutels: list[int]) -> Iterator[list[int]]:
    for begin in range(0, len(sleutels), STAPEL):
        yield sleutels[begin : begin + STAPEL]


def _volg(personen: Collection[int], gezinnen: Collection[int]) -> list[int]:
    """Compare, and where something differs lock these families, compare again and write; those families."""
    anders = _anders(figures.hoort(personen, gezinnen))
    if not anders:
        return []
    with transaction.atomic():
        list(
            Gezin.objects.select_for_update(of=("self",), no_key=True)
            .filter(pk__in=anders)
            .order_by("pk")
            .values_list("pk")
        )
        nu = figures.hoort((), anders)
        _schrijf(list(_paren(nu, figures.staat(nu))))
    return anders


def _anders(lijsten: dict[int, list[Hoort]]) -> list[int]:
    """The families of which something is not as it should be."""
    paren = list(_paren(lijsten, figures.staat(lijsten)))
    dagen = _feitdagen(paren)
    anders = {paar.gezin for paar in paren if paar.is_er and _verschilt(paar.is_er, paar.hoort, dagen)}
    nieuw = {paar.gezin for paar in paren if paar.is_er is None}
    if nieuw and Stappenlijst.objects.exists():  # nothing to copy before the plan was loaded
        anders |= nieuw
    return sorted(anders)


def _paren(hoort: dict[int, list[Hoort]], is_er: dict[int, list[Staat]]) -> Iterator[Paar]:
    """Each list that is there with the one that it should be: by its day, and those that are left in order."""
    for gezin, nodig in hoort.items():
        staten = is_er.get(gezin, [])
        dagen = {staat.begint_op: staat for staat in staten}
        over = [staat for staat in staten if staat.begint_op not in {een.begint_op for een in nodig}]
        for een in nodig:
            staat = dagen.get(een.begint_op) or (over.pop(0) if over else None)
            yield Paar(gezin, staat, een)
        for staat in over:
            yield Paar(gezin, staat, None)


def _feitdagen(paren: Collection[Paar]) -> Any:
    codes = {stap.feit for paar in paren if paar.is_er for stap in paar.is_er.stappen if stap.feit}
    personen = {persoon for paar in paren if paar.hoort for persoon in paar.hoort.leden}
    return figures.feitdagen(codes, personen)


def _verschilt(staat: Staat, hoort: Hoort | None, dagen: Any) -> bool:
    if hoort is None:
        return not staat.aangeraakt or staat.begint_op is not None
    kolommen = (staat.begint_op, staat.hoofd, staat.met_kinderen)
    if kolommen != (hoort.begint_op, hoort.hoofd, hoort.met_kinderen):
        return True
    return any(
        stap.hoofd != hoort.hoofd or stap.feit_op != figures.feitdag(hoort, stap.feit, dagen)
        for stap in staat.stappen
    )


def _schrijf(paren: list[Paar]) -> None:
    """Make what is missing, take away what nobody touched, and change the rest; a fixed number of statements."""
    _neem_weg([paar.is_er for paar in paren if paar.is_er and paar.hoort is None])
    EersteMaand.objects.bulk_update(
        [
            EersteMaand(
                pk=paar.is_er.pk,
                statushouder_id=paar.hoort.hoofd,
                begint_op=paar.hoort.begint_op,
                met_kinderen=paar.hoort.met_kinderen,
            )
            for paar in paren
            if paar.is_er and paar.hoort
        ],
        ["statushouder", "begint_op", "met_kinderen"],
    )
    _maak([paar for paar in paren if paar.is_er is None])
    # the new ones too have steps that are done by facts already
    hoort: dict[int, list[Hoort]] = {gezin: [] for gezin in {paar.gezin for paar in paren}}
    for paar in paren:
        if paar.hoort:
            hoort[paar.gezin].append(paar.hoort)
    _vul_in(list(_paren(hoort, figures.staat(hoort))))


def _neem_weg(staten: list[Staat]) -> None:
    """A list of which nobody settled any more goes; where somebody ticked or decided, it waits for a new day."""
    EersteMaand.objects.filter(pk__in=[staat.pk for staat in staten if not staat.aangeraakt]).delete()
    EersteMaand.objects.filter(pk__in=[staat.pk for staat in staten if staat.aangeraakt]).update(
        begint_op=None
    )


def _maak(paren: list[Paar]) -> None:
    versies = list(Stappenlijst.objects.prefetch_related("stappen"))
    if not paren or not versies:
        return
    lijsten = [
        EersteMaand(
            gezin_id=paar.gezin,
            statushouder_id=paar.hoort.hoofd,
            lijst=_versie(versies, paar.hoort.begint_op),
            begint_op=paar.hoort.begint_op,
            met_kinderen=paar.hoort.met_kinderen,
        )
        for paar in paren
        if paar.hoort
    ]
    EersteMaand.objects.bulk_create(lijsten)
    _maak_stappen(lijsten)


def _maak_stappen(lijsten: list[EersteMaand]) -> None:
    Stapstand.objects.bulk_create(
        Stapstand(eerste_maand=lijst, statushouder_id=lijst.statushouder_id, stap=stap)
        for lijst in lijsten
        for stap in lijst.lijst.stappen.all()
    )


def _versie(versies: list[Stappenlijst], dag: date | None) -> Stappenlijst:
    """The version that holds for who settles on this day: the last that began by then, else the first of all."""
    begonnen = [rij for rij in versies if rij.geldig_vanaf is None or (dag and rij.geldig_vanaf <= dag)]
    return begonnen[-1] if begonnen else versies[0]


def _vul_in(paren: list[Paar]) -> None:
    """Steps that other domains have done, and whose dossier they are in."""
    dagen = _feitdagen(paren)
    rijen = [
        Stapstand(
            pk=stap.pk,
            statushouder_id=paar.hoort.hoofd,
            feit_op=figures.feitdag(paar.hoort, stap.feit, dagen),
        )
        for paar in paren
        if paar.is_er and paar.hoort
        for stap in paar.is_er.stappen
        if stap.hoofd != paar.hoort.hoofd or stap.feit_op != figures.feitdag(paar.hoort, stap.feit, dagen)
    ]
    Stapstand.objects.bulk_update(rijen, ["statushouder", "feit_op"], batch_size=STAPEL)
