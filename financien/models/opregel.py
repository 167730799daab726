"""What hangs on a line of the budget: on an income line or on an activity."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from financien.models.begroting import Activiteit, Inkomstenpost


class OpRegel(models.Model):
    """A row of one line: of income, or of an activity."""

    inkomstenpost = models.ForeignKey(
        Inkomstenpost, models.PROTECT, to_field="code", null=True, blank=True, related_name="%(class)sen"
    )
    activiteit = models.ForeignKey(
        Activiteit, models.PROTECT, to_field="code", null=True, blank=True, related_name="%(class)sen"
    )

    class Meta:
        abstract = True

    @property
    def regel(self) -> Inkomstenpost | Activiteit | None:
        """The line itself."""
        return self.inkomstenpost or self.activiteit

    @property
    def regelcode(self) -> str | None:
        """The code of the line."""
        code: str | None = self.inkomstenpost_id or self.activiteit_id
        return code


def een_regel(naam: str, zin: str) -> models.CheckConstraint:
    """Exactly one of the two."""
    return models.CheckConstraint(
        name=naam,
        condition=Q(inkomstenpost__isnull=True, activiteit__isnull=False)
        | Q(inkomstenpost__isnull=False, activiteit__isnull=True),
        violation_error_message=zin,
    )
