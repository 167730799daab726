"""A refused write as a Dutch sentence: the one on the constraint that the database kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


class Verouderd(ValidationError):
    """Somebody else saved this row since the form was opened; nothing was written."""

    def __init__(self, actueel: models.Model) -> None:
        super().__init__(
            "Iemand anders heeft dit intussen gewijzigd. Vergelijk de twee versies en kies wat blijft.",
            code="verouderd",
        )
        self.actueel = actueel


class NietVastgelegd(Exception):
    """The read log could not be written: what was asked must not be shown."""

    def __init__(self) -> None:
        super().__init__(
            "Wij kunnen nu niet opschrijven dat u dit bekijkt. Daarom laten wij het niet zien. Er is niets veranderd."
        )


@contextmanager
def botsing_als_weigering(*modellen: type[models.Model]) -> Iterator[None]:
    """Turn a violated constraint of these models into a ValidationError with its sentence.

    Runs in a savepoint. A violation of anything else stays the error that it is.
    """
    zinnen = {naam: zin for model in modellen for naam, zin in _zinnen(model).items()}
    try:
        with transaction.atomic():
            yield
            _beslis_uitgestelde()
    except IntegrityError as fout:
        naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
        if naam not in zinnen:
            raise
        raise ValidationError(zinnen[naam], code=naam) from fout


def _zinnen(model: type[models.Model]) -> dict[str, str]:
    """Sentences by constraint name; triggers have theirs in the class attribute `triggerzinnen`."""
    van_constraints = {c.name: str(c.violation_error_message) for c in model._meta.constraints}
    return {**van_constraints, **getattr(model, "triggerzinnen", {})}


def _beslis_uitgestelde() -> None:
    """Let deferred constraints speak here, where they can still become a sentence."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
