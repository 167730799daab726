"""The base of our commands: arguments, refusals and answers as people and scripts may rely on.

A command says what it answers; this class reads `--json`, `--peildatum` and `--als`, prints one
JSON document or plain Dutch text, and refuses wrong arguments in Dutch with exit code 2.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from typing import Any, ClassVar, NoReturn, cast

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kern.contract import Gebruiker
from kern.klok import vandaag
from kern.namens import namens_doorlopend
from kern.weigering import NietVastgelegd

# What argparse says, and how we say it. Its words differ a little between versions of Python.
_VERTALINGEN = [
    (r"^argument (?P<wat>[^:]+): expected one argument$", r"\g<wat>: hierachter ontbreekt een waarde."),
    (
        r"^argument (?P<wat>[^:]+): expected at least one argument$",
        r"\g<wat>: geef hierachter ten minste één waarde.",
    ),
    (
        r"^argument (?P<wat>[^:]+): invalid choice: (?P<waarde>'.*?') \(choose from (?P<keuze>.*)\)$",
        r"\g<wat>: \g<waarde> bestaat niet. Kies uit: \g<keuze>.",
    ),
    (
        r"^argument (?P<wat>[^:]+): invalid int value: (?P<waarde>.*)$",
        r"\g<wat>: \g<waarde> is geen geheel getal.",
    ),
    (
        r"^argument (?P<wat>[^:]+): not allowed with argument (?P<ander>.*)$",
        r"\g<wat>: kan niet samen met \g<ander>.",
    ),
    (
        r"^argument (?P<wat>[^:]+): ignored explicit argument (?P<waarde>.*)$",
        r"\g<wat>: hierachter hoort geen waarde, dus niet \g<waarde>.",
    ),
    (r"^argument (?P<wat>[^:]+): (?P<zin>.*)$", r"\g<wat>: \g<zin>"),
    (r"^the following arguments are required: (?P<wat>.*)$", r"Dit ontbreekt: \g<wat>."),
    (r"^one of the arguments (?P<wat>.*) is required$", r"Geef een van deze: \g<wat>."),
    (r"^unrecognized arguments: (?P<wat>.*)$", r"Dit kent de opdracht niet: \g<wat>."),
    (r"^ambiguous option: (?P<wat>\S+) could match (?P<keuze>.*)$", r"\g<wat> kan dit zijn: \g<keuze>."),
]

# So many tokens of JSON are written at once.
_STUKKEN = 10_000


class Geweigerd(CommandError):
    """Wrong arguments, or input that is refused; nothing changed. Exit code 2."""

    def __init__(self, *args: object, returncode: int = 2) -> None:
        super().__init__(*args, returncode=returncode)


class NietToegestaan(Geweigerd):
    """Not allowed here: a user without the right, demo people in production. Exit code 5."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args, returncode=5)


@dataclass(frozen=True)
class Vraag:
    """What a command is asked: the day, as whom (None: the municipality), and its own options."""

    peildatum: date
    gebruiker: Gebruiker | None
    opties: Mapping[str, Any]


def dag(waarde: str) -> date:
    """Argument type: a date as JJJJ-MM-DD, nothing else."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde, re.ASCII):
            return date.fromisoformat(waarde)
    except ValueError:
        pass
    raise ArgumentTypeError(f"{waarde!r} is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2017-05-01.")


def jaartal(waarde: str) -> int:
    """Argument type: a year of four digits."""
    if not re.fullmatch(r"[12]\d{3}", waarde, re.ASCII):
        raise ArgumentTypeError(f"{waarde!r} is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2017.")
    return int(waarde)


def in_het_nederlands(melding: str) -> str:
    """A refusal by argparse as a Dutch sentence; what is not known stays as it is."""
    for patroon, zin in _VERTALINGEN:
        if re.match(patroon, melding, re.DOTALL):
            return re.sub(patroon, zin, melding, count=1, flags=re.DOTALL)
    return melding


class Opdracht(BaseCommand):
    """One command of the promise. Subclasses set `schema` and give `document` and `tekst`.

    `leest` says that the command reads: then it has `--als`, and `--peildatum` besides `--json`.
    `over_gebruikers` says that it keeps who signs in: no role of the database may, so it asks in none.
    """

    schema: ClassVar[str]
    leest: ClassVar[bool] = True
    over_gebruikers: ClassVar[bool] = False

    def argumenten(self, parser: CommandParser) -> None:
        """Add the command's own arguments."""

    def document(self, vraag: Vraag) -> dict[str, Any]:
        """The JSON document without `schema` and `peildatum`. Geweigerd when the input is wrong."""
        raise NotImplementedError

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        """The same answer as lines of plain Dutch."""
        raise NotImplementedError

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Geef één JSON-document.")
        if self.leest:
            parser.add_argument("--peildatum", type=dag, metavar="D", help="Dag van de cijfers: JJJJ-MM-DD.")
            parser.add_argument("--als", metavar="E-MAIL", help="Antwoord zoals deze gebruiker het ziet.")
        self.argumenten(parser)

    def handle(self, *_args: Any, **opties: Any) -> None:
        vraag = Vraag(
            peildatum=opties.get("peildatum") or self._vandaag(),
            gebruiker=_gebruiker(opties.get("als")),
            opties=opties,
        )
        document = {
            "schema": self.schema,
            "peildatum": vraag.peildatum.isoformat(),
            **self._namens(vraag),
        }
        if opties["json"]:
            for deel in _json(document):
                self.stdout.write(deel, ending="")
            self.stdout.write("")
        else:
            self.stdout.write("\n".join(self.tekst(document)))

    def _namens(self, vraag: Vraag) -> dict[str, Any]:
        """The document as this user may see it, or as the municipality. CommandError when it cannot be logged."""
        if self.over_gebruikers:
            return self.document(vraag)
        try:
            with namens_doorlopend(vraag.gebruiker, op=self._vandaag()):
                return self.document(vraag)
        except NietVastgelegd as fout:
            raise CommandError(str(fout)) from fout

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, allow_abbrev=False, **kwargs)
        parser.error = _weiger  # type: ignore[method-assign]  # Django makes the parser; only its voice is ours
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """Django reads the arguments outside its own net for errors, so a refusal there ends here."""
        try:
            super().run_from_argv(argv)
        except Geweigerd as weigering:
            self.stderr.write(f"Geweigerd: {weigering}")
            sys.exit(weigering.returncode)

    @staticmethod
    def _vandaag() -> date:
        try:
            return vandaag()
        except ValueError as fout:
            raise Geweigerd(
                "WI_VANDAAG is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2017-05-01."
            ) from fout


def _json(document: dict[str, Any]) -> Iterator[str]:
    """The document in pieces: of an answer with a row for each of a million, the whole text would fill the memory."""
    stukken = json.JSONEncoder(ensure_ascii=False, indent=2, default=asdict).iterencode(document)
    while deel := "".join(islice(stukken, _STUKKEN)):
        yield deel


def _weiger(message: str) -> NoReturn:
    raise Geweigerd(in_het_nederlands(message))


def _gebruiker(email: str | None) -> Gebruiker | None:
    """The user with this address who may sign in. Geweigerd when there is none."""
    if email is None:
        return None
    gevonden = get_user_model()._default_manager.filter(email=email.strip().lower(), is_active=True).first()
    if gevonden is None:
        raise Geweigerd("--als: er is geen gebruiker met dit e-mailadres die mag inloggen.")
    return cast(Gebruiker, gevonden)
