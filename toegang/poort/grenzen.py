"""How much one request may carry, how much may go out, and what is said when the database gave up."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg2 import errors

from kern.klok import vandaag
from kern.opmaak.scherm import getal
from toegang.poort.paginas import te_druk, te_groot

logger = logging.getLogger(__name__)
# Cancelled for lasting too long, waiting too long for a lock, or two who waited for each other.
_DRUK: Final = (errors.QueryCanceled, errors.LockNotAvailable, errors.DeadlockDetected)


class TeVeelRijen(Exception):
    """A table is longer than a file may be: settings.UITVOER_RIJEN."""


class Grenzen:
    """Middleware: refuses a request that is too large before it is read; says "probeer opnieuw" when busy.

    An answer with `rijen`, the number of rows of a table that goes out, counts for its user and the day.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        # who is not inside sends no files
        hoogstens = settings.VERZOEK_MB * 1_000_000 if request.user.is_authenticated else 1_000_000
        if lengte.isdecimal() and int(lengte) > hoogstens:
            return te_groot()
        antwoord = self.get_response(request)
        if self._te_veel_op_een_dag(request, getattr(antwoord, "rijen", 0)):
            zin = f"U nam vandaag al {getal(settings.UITVOER_RIJEN_PER_DAG)} rijen mee. Morgen kan het weer."
            return te_groot(f"{zin} Hebt u er nu meer nodig? Vraag de functioneel beheerder.", status=429)
        return antwoord

    @staticmethod
    def _te_veel_op_een_dag(request: HttpRequest, rijen: int) -> bool:
        if not rijen or not request.user.is_authenticated:
            return False
        sleutel = f"uitvoer:{request.user.pk}:{vandaag().isoformat()}"
        cache.add(sleutel, 0, timeout=2 * 86_400)
        totaal: int = cache.incr(sleutel, rijen)
        if totaal <= settings.UITVOER_RIJEN_PER_DAG:
            return False
        logger.warning("Uitvoer geweigerd: gebruiker %s is over de grens van een dag.", request.user.pk)
        cache.decr(sleutel, rijen)  # it did not go out
        return True

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """After a view that failed; None leaves it to the page of an error of ours."""
        if isinstance(exception, TeVeelRijen):
            grens = getal(settings.UITVOER_RIJEN)
            return te_groot(
                f"Deze lijst is te lang voor een bestand: meer dan {grens} rijen. Kies eerst een filter."
            )
        if not isinstance(exception, OperationalError) or not isinstance(exception.__cause__, _DRUK):
            return None
        logger.warning("Databank gaf op: %s op %s", type(exception.__cause__).__name__, request.path)
        return te_druk(request)
