"""What always holds in guidance."""

from __future__ import annotations

from begeleiding.figures.volgen import feitdag, feitdagen, hoort, staat
from begeleiding.models import EersteMaand
from dossiers.models import Gezin
from kern.contract import Bevinding

# Families that are worked out at once.
STAPEL = 2_000


def eerste_maand_volgt() -> Bevinding:
    """Each list and each step that a fact fills in is as it follows from who settled when."""
    alle = list(Gezin.objects.order_by("pk").values_list("pk", flat=True))
    fout = [gezin for begin in range(0, len(alle), STAPEL) for gezin in _anders(alle[begin : begin + STAPEL])]
    return Bevinding(len(fout), [f"gezin {gezin}" for gezin in fout[:10]])


def _anders(gezinnen: list[int]) -> list[int]:
    nodig, is_er = hoort((), gezinnen), staat(gezinnen)
    codes = {
        stap.feit for lijsten in is_er.values() for lijst in lijsten for stap in lijst.stappen if stap.feit
    }
    leden = {persoon for lijsten in nodig.values() for lijst in lijsten for persoon in lijst.leden}
    dagen = feitdagen(codes, leden)
    fout = []
    for gezin in gezinnen:
        hier = [lijst for lijst in is_er.get(gezin, []) if lijst.begint_op]
        zoals = [
            (
                lijst.begint_op,
                lijst.hoofd,
                lijst.met_kinderen,
                {(stap.hoofd, stap.feit_op) for stap in lijst.stappen},
            )
            for lijst in hier
        ]
        hoe = [
            (
                een.begint_op,
                een.hoofd,
                een.met_kinderen,
                {(een.hoofd, feitdag(een, stap.feit, dagen)) for stap in lijst.stappen},
            )
            for een, lijst in zip(nodig.get(gezin, []), hier, strict=False)
        ]
        if zoals != hoe or len(hier) != len(nodig.get(gezin, [])):
            fout.append(gezin)
    return fout if EersteMaand.objects.exists() else []
