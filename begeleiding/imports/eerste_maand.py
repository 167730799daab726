"""Steps of the first month from a file: what was done on which day, or why it does not apply.

A row is known by the family and the step. The list of a family is there from the day of settling on, so that a
file fills in its rows and makes none.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import QuerySet

from begeleiding.models import EersteMaand, EersteMaandStap, Stapstand
from begeleiding.rules import VOORAF
from dossiers.models import Statushouder
from kern.contract import Celsoort, Importsoort, Kolom
from kern.register import register
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL, zin

_STAND = Stapstand._meta.db_table
_LIJST = EersteMaand._meta.db_table
_STAP = EersteMaandStap._meta.db_table
# What is found of a row, and its kind in the table of the file.
_GEVONDEN = {
    "stand": "bigint",
    "lijst": "bigint",
    "vestiging": "bigint",
    "begint_op": "date",
    "mag_eerder": "boolean",
    "vanzelf": "date",
    "nvt": "boolean",
    "dag": "date",
    "waarom": "text",
}
_ONBEKEND = "Er is geen dossier met dit V-nummer."
_EERST_PERSONEN = "Het V-nummer van iemand met een dossier. Nog geen dossier? Lees eerst de personen in."


class _Bezwaar(NamedTuple):
    """What is wrong with a row for which `waar` holds, at which column, and what is good; SQL over `w`."""

    code: str
    kolom: str
    waar: str
    melding: str
    goed: str


_BEZWAREN = (
    _Bezwaar(
        "waarde_onbekend",
        "stap",
        waar="w.goed AND w.stap IS NOT NULL AND w.stand IS NULL",
        melding=zin("Deze stap staat niet op de lijst van dit gezin."),
        goed=f"""coalesce((SELECT 'Kies uit: ' || string_agg(s.code, ', ' ORDER BY s.volgorde) || '.'
            FROM {_STAND} d JOIN {_STAP} s ON s.id = d.stap_id
            JOIN {_LIJST} e ON e.id = d.eerste_maand_id
            WHERE d.eerste_maand_id = w.lijst AND (e.met_kinderen OR NOT s.alleen_met_kinderen)), '')""",
    ),
    _Bezwaar(
        "dubbel_in_bestand",
        "stap",
        waar=f"""w.goed AND EXISTS (SELECT FROM {TABEL} v WHERE v.goed AND v.stand = w.stand AND v.rij < w.rij)""",
        melding=zin("Deze stap van dit gezin staat al in het bestand."),
        goed=zin("Elke stap één keer per gezin."),
    ),
    _Bezwaar(
        "ontbreekt",
        "gedaan_op",
        waar="w.goed AND NOT w.nvt AND w.gedaan_op IS NULL",
        melding=zin("Vul in wanneer de stap gedaan is, of dat hij niet van toepassing is."),
        goed=zin("Een dag, of ja bij niet_van_toepassing."),
    ),
    _Bezwaar(
        "ontbreekt",
        "reden",
        waar="w.goed AND w.nvt AND trim(w.waarom) = ''",
        melding=zin("Schrijf op waarom deze stap niet van toepassing is."),
        goed=zin("Een korte reden."),
    ),
    _Bezwaar(
        "datum_toekomst",
        "gedaan_op",
        waar="w.goed AND w.dag > %(op)s",
        melding=zin("Deze dag is nog niet geweest."),
        goed=zin("Vandaag of eerder."),
    ),
    _Bezwaar(
        "voor_vestiging",
        "gedaan_op",
        waar="w.goed AND NOT w.nvt AND w.dag < w.begint_op AND NOT w.mag_eerder",
        melding="'Dit kan pas vanaf de dag van vestiging: ' || to_char(w.begint_op, 'FMDD-FMMM-YYYY') || '.'",
        goed=zin("Een dag op of na de vestiging."),
    ),
    _Bezwaar(
        "voor_vestiging",
        "gedaan_op",
        waar=f"w.goed AND NOT w.nvt AND w.dag < w.begint_op - {VOORAF}",
        melding=zin("Deze dag ligt meer dan een half jaar voor de vestiging."),
        goed=zin("Kijk of het jaar klopt."),
    ),
    _Bezwaar(
        "vanzelf",
        "stap",
        waar="w.goed AND w.vanzelf IS NOT NULL AND (w.nvt OR w.vanzelf IS DISTINCT FROM w.dag)",
        melding="'Deze stap is al ingevuld uit het dossier, op ' || to_char(w.vanzelf, 'FMDD-FMMM-YYYY') || '.'",
        goed=zin("Laat de rij weg, of wijzig het in het dossier."),
    ),
)


class EersteMaanden:
    """The rows of one file; see `kern.contract.Verwerker`."""

    def controleer(self, werk: Werk) -> None:
        """Recognise families and steps, refuse what the page would refuse, and mark what changes."""
        self._herken(werk)
        self._weiger(werk)
        if werk.opslaan:
            werk.vraag(
                f"SELECT id FROM {_STAND} WHERE id IN (SELECT stand FROM {TABEL} WHERE goed) "
                "ORDER BY id FOR NO KEY UPDATE"
            )
        werk.vergelijk(
            Stapstand,
            {
                "gedaan_op": "w.dag",
                "niet_van_toepassing": "w.nvt",
                "reden": "w.waarom",
                "opmerking": "CASE WHEN w.nvt THEN '' ELSE d.opmerking END",
                "vestiging_id": "coalesce(d.vestiging_id, w.vestiging)",
                "door_id": "NULL::bigint",
                "organisatie_id": "NULL::bigint",
            },
            pk="w.stand",
            waar="""d.feit_op IS NULL
                AND (d.gedaan_op, d.niet_van_toepassing, d.reden) IS DISTINCT FROM (w.dag, w.nvt, w.waarom)""",
            leeg_telt=True,
            bij={"gedaan_op": "gedaan_op"},
        )

    def schrijf(self, werk: Werk) -> None:
        """All is written by then; what follows from it is worked out."""
        geraakt = werk.rijen(f"SELECT DISTINCT dossier FROM {TABEL} WHERE goed AND dossier IS NOT NULL")
        register.werk_bij(personen([pk for (pk,) in geraakt]))

    def _herken(self, werk: Werk) -> None:
        """The person, the list on which they settled, and the step; what was ticked before is known."""
        for naam, soort in _GEVONDEN.items():
            werk.kolom(naam, soort)
        self._zoek_persoon(werk)
        self._zoek_lijst(werk)
        self._zoek_stap(werk)
        werk.ververs()

    def _zoek_persoon(self, werk: Werk) -> None:
        werk.vraag(
            f"""UPDATE {TABEL} w SET dossier = p.id FROM dossiers_statushouder s
            JOIN dossiers_statushouder p ON p.id = coalesce(s.samengevoegd_met_id, s.id)
            WHERE s.vnummer = w.vnummer AND p.samengevoegd_met_id IS NULL"""
        )
        werk.fout(
            "persoon_onbekend",
            "vnummer",
            waar="w.vnummer IS NOT NULL AND w.dossier IS NULL",
            melding=zin(_ONBEKEND),
            goed=zin(_EERST_PERSONEN),
        )

    def _zoek_lijst(self, werk: Werk) -> None:
        """Of a family with more lists the one of this person: the last that began when they had settled."""
        werk.vraag(
            f"""UPDATE {TABEL} w SET lijst = gekozen.lijst, begint_op = gekozen.begint_op, vestiging = (
                SELECT v.id FROM dossiers_vestiging v JOIN dossiers_gezinslid l USING (statushouder_id)
                WHERE l.gezin_id = gekozen.gezin_id AND v.van = gekozen.begint_op ORDER BY v.id LIMIT 1)
            FROM (
                SELECT DISTINCT ON (x.rij) x.rij, e.id AS lijst, e.begint_op, e.gezin_id
                FROM {TABEL} x JOIN dossiers_gezinslid l ON l.statushouder_id = x.dossier
                JOIN {_LIJST} e ON e.gezin_id = l.gezin_id AND e.begint_op IS NOT NULL
                LEFT JOIN dossiers_vestiging v ON v.statushouder_id = x.dossier AND v.van >= e.begint_op
                ORDER BY x.rij, v.id IS NULL, e.begint_op DESC
            ) gekozen WHERE gekozen.rij = w.rij"""
        )
        werk.fout(
            "niet_gevestigd",
            "vnummer",
            waar="w.dossier IS NOT NULL AND w.lijst IS NULL",
            melding=zin("Dit gezin heeft nog geen dag van vestiging, en dus nog geen eerste maand."),
            goed=zin("Leg eerst de vestiging vast."),
        )

    def _zoek_stap(self, werk: Werk) -> None:
        """The step on that list, and the day that would stand with it."""
        werk.vraag(
            f"""UPDATE {TABEL} w SET stand = d.id, mag_eerder = s.mag_eerder, vanzelf = d.feit_op,
                onderwerp = CASE WHEN d.klaar_op IS NOT NULL THEN d.id END,
                nvt = coalesce(w.niet_van_toepassing, false)
            FROM {_STAND} d JOIN {_STAP} s ON s.id = d.stap_id
            JOIN {_LIJST} e ON e.id = d.eerste_maand_id
            WHERE w.goed AND d.eerste_maand_id = w.lijst AND s.code = lower(trim(w.stap))
            AND (e.met_kinderen OR NOT s.alleen_met_kinderen)"""
        )
        werk.vraag(
            f"""UPDATE {TABEL} w SET waarom = CASE WHEN nvt THEN coalesce(w.reden, '') ELSE '' END,
                dag = CASE WHEN nvt THEN coalesce(
                    w.gedaan_op, CASE WHEN d.niet_van_toepassing THEN d.gedaan_op END, %(op)s) ELSE w.gedaan_op END
            FROM {_STAND} d WHERE d.id = w.stand"""
        )

    def _weiger(self, werk: Werk) -> None:
        """The objections of the page, and those that only a file can have."""
        for bezwaar in _BEZWAREN:
            werk.fout(**bezwaar._asdict())


def personen(sleutels: Collection[int]) -> QuerySet[Statushouder]:
    """The persons with these primary keys."""
    return Statushouder.objects.filter(pk__in=sleutels)


def werk_bij(sleutels: Collection[int]) -> None:
    """What others derive of these persons, after an import was taken back."""
    register.werk_bij(personen(sleutels))


EERSTE_MAAND = Importsoort(
    soort="eerste_maand",
    label="Eerste maand",
    kolommen=(
        Kolom(
            "vnummer",
            "V-nummer",
            "Van iemand van het gezin",
            "2741603318",
            verplicht=True,
            soort=Celsoort.VNUMMER,
        ),
        Kolom("stap", "Stap", "De code van een stap op de lijst", "telefoon", verplicht=True, lengte=50),
        Kolom("gedaan_op", "Gedaan op", "Dag-maand-jaar", "31-03-2017", soort=Celsoort.DATUM),
        Kolom("niet_van_toepassing", "Niet van toepassing", "Ja of nee", "nee", soort=Celsoort.JA_NEE),
        Kolom("reden", "Reden", "Alleen bij niet van toepassing", ""),
    ),
    verwerker=EersteMaanden,
    sleutels=(("vnummer", "stap", "gedaan_op"), ("vnummer", "stap", "niet_van_toepassing")),
    rijnaam=("vnummer", "stap"),
    dossiers=personen,
    na_herstel=werk_bij,
)
