"""What other domains know of a person and that needs a spell: it keeps the spell from being cut short."""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from dossiers.models import Vestiging
from kern.register import register

_TABEL = Vestiging._meta.db_table


def eis_steun(vestiging: Vestiging, *, veld: str) -> None:
    """A changed spell, not yet saved, still holds all that leans on it as it is stored; one query each.

    ValidationError at `veld` with the sentence of the domain (`kern.contract.Steun`), which a file gives too.
    """
    nieuw = "SELECT %(persoon)s::bigint AS statushouder_id, %(van)s::date AS van, %(tot)s::date AS tot"
    for steun in register.steunen(Vestiging._meta.label_lower):
        if not steun.code:
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                f"""SELECT EXISTS (SELECT FROM {apps.get_model(steun.leunt)._meta.db_table} x, {_TABEL} d
                    WHERE d.id = %(pk)s AND {steun.waar}
                    AND NOT EXISTS (SELECT FROM ({nieuw}) AS d WHERE {steun.waar}))""",  # noqa: S608  (the conditions are those of our own domains)
                {
                    "pk": vestiging.pk,
                    "persoon": vestiging.statushouder_id,
                    "van": vestiging.van,
                    "tot": vestiging.tot,
                },
            )
            [valt_om] = cursor.fetchone()
        if valt_om:
            raise ValidationError({veld: ValidationError(steun.zin, code=steun.code)})
