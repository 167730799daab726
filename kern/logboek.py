"""Log lines and reports of errors without anything of a person: what went wrong and where, not with whom.

The text of an exception is left out: it may hold what somebody typed (`invalid literal: …`) or a row (`Key
(email)=(…)`). Its kind, its place in the code and what the database says of itself stay.
"""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

# SQLSTATE classes of which the first line names tables and settings only: rights and syntax, limits, shutdown.
_ZONDER_GEGEVENS = ("42", "53", "54", "55", "57", "08")
_Fout = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ZonderPersonen(logging.Formatter):
    """One line: when, how bad, which logger, what; after it the place of an exception, without its text."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """As Python's; celery's report of a task carries the exception's text among its arguments.

        `exc_text` is what another handler's formatter made of the exception, with its text: never reused.
        """
        regel = logging.makeLogRecord({**vars(record), "exc_text": None})
        if isinstance(record.args, dict) and "exc" in record.args:
            regel.args = {**record.args, "exc": "", "traceback": ""}
        return super().format(regel)

    def formatException(self, ei: _Fout) -> str:  # noqa: N802
        """Files, lines and functions of each exception in the chain, and its kind."""
        fout = ei[1]
        delen: list[str] = []
        gezien: set[int] = set()
        while fout is not None and id(fout) not in gezien:
            gezien.add(id(fout))
            plaatsen = traceback.extract_tb(fout.__traceback__)
            regels = [f'  File "{plek.filename}", line {plek.lineno}, in {plek.name}' for plek in plaatsen]
            delen.insert(0, "\n".join(["Traceback:", *regels, _soort(fout)]))
            fout = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
        return "\n".join(delen)


def _soort(fout: BaseException) -> str:
    """The kind of exception, with what PostgreSQL says of tables and constraints."""
    naam = f"{type(fout).__module__}.{type(fout).__qualname__}"
    diag = getattr(fout, "diag", None)
    if diag is None or diag.sqlstate is None:
        return naam
    kenmerken = [diag.sqlstate, diag.table_name, diag.constraint_name]
    if diag.sqlstate.startswith(_ZONDER_GEGEVENS):
        kenmerken.append(diag.message_primary)
    return f"{naam}: {' '.join(deel for deel in kenmerken if deel)}"


class NietsVanPersonen(SafeExceptionReporterFilter):
    """What Django's report of an error leaves out: all that was sent, and every variable.

    Not in DEBUG: that is a developer's own machine, with invented people.
    """

    def is_active(self, request: HttpRequest | None) -> bool:
        """Everywhere but in DEBUG, also where a view did not mark its arguments."""
        return not settings.DEBUG

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """The names of what was sent."""
        if request is None or settings.DEBUG:
            return super().get_post_parameters(request)
        return dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> Any:
        """The names of the variables."""
        if settings.DEBUG:
            return list(tb_frame.f_locals.items())
        return [(naam, self.cleansed_substitute) for naam in tb_frame.f_locals]

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        """The request's headers without its cookies."""
        meta: dict[str, Any] = super().get_safe_request_meta(request)
        return {naam: waarde for naam, waarde in meta.items() if "COOKIE" not in naam}


class FoutZonderTekst(ExceptionReporter):
    """Django's report of an error with the kinds of exceptions, and not what they say."""

    def get_traceback_data(self) -> dict[str, Any]:
        """As Django's; in DEBUG whole."""
        gegevens: dict[str, Any] = super().get_traceback_data()
        if settings.DEBUG:
            return gegevens
        for naam in gegevens.keys() & {"exception_value", "exception_notes"}:
            gegevens[naam] = ""
        for frame in gegevens.get("frames", ()):
            if frame.get("exc_cause"):
                frame["exc_cause"] = type(frame["exc_cause"]).__name__
        return gegevens
