"""How much one request may carry, and what the user reads when the database had to give up on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg2 import errors

from toegang.poort.paginas import te_druk, te_groot

logger = logging.getLogger(__name__)
# Cancelled for lasting too long, waiting too long for a lock, or two who waited for each other.
_DRUK: Final = (errors.QueryCanceled, errors.LockNotAvailable, errors.DeadlockDetected)


class Grenzen:
    """Middleware: refuses a request that is too large before it is read; says "probeer opnieuw" when busy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        # who is not inside sends no files
        hoogstens = settings.VERZOEK_MB * 1_000_000 if request.user.is_authenticated else 1_000_000
        if lengte.isdecimal() and int(lengte) > hoogstens:
            return te_groot()
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """After a view that failed; None leaves it to the page of an error of ours."""
        if not isinstance(exception, OperationalError) or not isinstance(exception.__cause__, _DRUK):
            return None
        logger.warning("Databank gaf op: %s op %s", type(exception.__cause__).__name__, request.path)
        return te_druk(request)
