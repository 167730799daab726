"""The keys by which a person is found, kept with the person by every way of saving: save and bulk_create."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Right

from kern.namen import paarsleutels, sleutels

TELEFOON_CIJFERS = 9


def telefooncijfers() -> Right:
    """The last nine digits of a telephone number: the same for 06 12345678, +31 6 12345678 and 0031612345678."""
    cijfers = Func(
        F("telefoon"),
        Value(r"\D"),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=models.CharField(),
    )
    return Right(cijfers, TELEFOON_CIJFERS)


class _Sleutelveld(ArrayField):  # type: ignore[type-arg]
    """An array that follows from the name; nobody assigns it."""

    def __init__(self, base_field: models.Field[Any, Any] | None = None, **kwargs: Any) -> None:
        kwargs |= {"editable": False, "default": list}
        super().__init__(base_field or self.elementen(), **kwargs)

    def elementen(self) -> models.Field[Any, Any]:
        """What one key is."""
        raise NotImplementedError

    def bereken(self, persoon: Any) -> list[Any]:
        """The keys of this person."""
        raise NotImplementedError

    def pre_save(self, model_instance: models.Model, add: bool) -> list[Any]:
        """Worked out anew at every save, so that they cannot lag behind the name."""
        waarde = self.bereken(model_instance)
        setattr(model_instance, self.attname, waarde)
        return waarde


class Zoeksleutels(_Sleutelveld):
    """How the words of the name sound, each alone and neighbours as one (`kern.namen.sleutels`)."""

    def elementen(self) -> models.Field[Any, Any]:
        """Text."""
        return models.TextField()

    def bereken(self, persoon: Any) -> list[str]:
        """The keys of the whole name."""
        return sleutels(persoon.achternaam, persoon.voorvoegsel, persoon.voornamen)


class Paarsleutels(_Sleutelveld):
    """The same for pairs of words with the year of birth, to compare whole files (`kern.namen.paarsleutels`)."""

    def elementen(self) -> models.Field[Any, Any]:
        """Numbers of 32 bits."""
        return models.IntegerField()

    def bereken(self, persoon: Any) -> list[int]:
        """The keys of the name in the year of birth, or in no year."""
        # a new row may still hold a date as text, as Django lets it
        vroegst = models.DateField().to_python(persoon.geboren_vroegst)
        jaar = vroegst.year if vroegst else None
        return paarsleutels(persoon.achternaam, persoon.voorvoegsel, persoon.voornamen, jaar)
