"""What the cases of the rules share."""

from datetime import date

from tests.financien.factories import ActiviteitFactory

Sql = tuple[object, ...]
MEI = date(2017, 5, 1)


def twee_regels() -> tuple[str, str]:
    return ActiviteitFactory().code, ActiviteitFactory().code


TOEDELING = (
    "INSERT INTO financien_toedeling (versie, boeking_id, activiteit_id, inkomstenpost_id, bedrag, wijze, waarom, op)"
    " VALUES (1, %s, %s, %s, %s, 'hand', '', '2017-05-01')"
)
WIJZIGINGSREGEL = (
    "INSERT INTO financien_wijzigingsregel (wijziging_id, activiteit_id, inkomstenpost_id, bedrag)"
    " VALUES (%s, %s, %s, %s)"
)
