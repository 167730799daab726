"""Placements from a file: who moves into which home, and the homes that were not known yet.

The judgement is that of the page (`huisvesting.rules`), for all rows at once; only the writing is the
engine's, so that it can be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.db.models import QuerySet

from dossiers.models import Statushouder, Vestiging
from huisvesting import rules
from huisvesting.figures.inhuizen import omgeving
from huisvesting.imports.woningen import Adressen, adressen, verhuurders
from huisvesting.models import Plaatsing
from huisvesting.rules import Bezwaar, Inhuizing, Omgeving
from kern.contract import Celsoort, Importsoort, Kolom
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL, zin

_ONBEKEND = "Er is geen dossier met dit V-nummer."
_EERST_PERSONEN = "Het V-nummer van iemand met een dossier. Nog geen dossier? Lees eerst de personen in."
_DUBBEL = "Deze persoon staat al in het bestand met dezelfde eerste dag."
_EIND = "De laatste dag ligt voor de eerste dag."
# By code of an objection: the column of the file where it stands, and what would be right.
_BEZWAREN = {
    "overlapt": ("van", "Een verhuizing is twee rijen: geef de oude woning een laatste dag, vóór deze dag."),
    "voor_vergunning": ("van", "Een dag op of na de vergunning."),
    "voor_vestiging": (
        "van",
        "Een dag op of na de vestiging, of bij een eerder verblijf een laatste dag daarvóór.",
    ),
    "niet_beschikbaar": ("van", "Een dag waarop de woning te huur is."),
    "woning_vol": ("straat", "Een woning met plek, of een eerste dag waarop iemand vertrokken is."),
    "woning_aangeboden": ("straat", "Een woning die niet is aangeboden. Of rond eerst het aanbod af."),
    "persoon_aangeboden": ("vnummer", "Iemand zonder open aanbod. Of rond eerst het aanbod af."),
}


class Plaatsingen:
    """The rows of one file; see `kern.contract.Verwerker`."""

    def __init__(self) -> None:
        self._adressen = Adressen()

    def controleer(self, werk: Werk) -> None:
        """Recognise persons, homes and placements; refuse what the page would refuse; mark what changes."""
        self._herken(werk)
        self._adressen.herken(werk)
        self._weiger(werk)
        self._adressen.vul_aan(werk)
        werk.vergelijk(
            Plaatsing,
            {"tot": "w.tot_en_met + 1", "woning_id": "w.woning"},
            bij={"tot": "tot_en_met", "woning_id": "straat"},
        )

    def schrijf(self, werk: Werk) -> None:
        """Make homes, placements and the spells that they open; the counts follow from them."""
        self._adressen.schrijf(werk)
        werk.vraag(
            f"""UPDATE {TABEL} SET plaatsing = nextval(pg_get_serial_sequence('huisvesting_plaatsing', 'id'))
            WHERE uitkomst = 'nieuw'"""
        )
        persoon = {"statushouder_id": "w.dossier"}
        werk.maak(
            Plaatsing,
            {
                **persoon,
                "id": "w.plaatsing",
                "woning_id": "w.woning",
                "van": "w.van",
                "tot": "w.tot_en_met + 1",
            },
        )
        werk.maak(
            Vestiging,
            {**persoon, "van": "w.van", "tot": "w.vestigt_tot"},
            waar="w.uitkomst = 'nieuw' AND w.vestigt",
        )
        geraakt = werk.rijen(
            f"""SELECT dossier FROM {TABEL} WHERE uitkomst IN ('nieuw', 'gewijzigd') UNION
            SELECT p.statushouder_id FROM huisvesting_plaatsing p JOIN uitwisseling_inleesverschil v
                ON v.object_id = p.woning_id AND v.model = 'huisvesting.woning'
            WHERE v.inlezing_id = %(inlezing)s"""
        )
        # Counts them too (huisvesting.actions.hertel), also who lives in a home that turned out another kind.
        register.werk_bij(personen([pk for (pk,) in geraakt]))

    def _herken(self, werk: Werk) -> None:
        """Persons by V-nummer, also of a dossier that was made one with another; placements by `van`."""
        werk.vraag(
            f"""UPDATE {TABEL} w SET dossier = p.id FROM dossiers_statushouder s
            JOIN dossiers_statushouder p ON p.id = coalesce(s.samengevoegd_met_id, s.id)
            WHERE s.vnummer = w.vnummer AND p.samengevoegd_met_id IS NULL"""
        )
        if werk.opslaan:  # persons before homes, as each act does
            werk.vraag(f"SELECT wi_vergrendel(ARRAY(SELECT dossier FROM {TABEL} WHERE dossier > 0), false)")
        werk.fout(
            "persoon_onbekend",
            "vnummer",
            waar="w.vnummer IS NOT NULL AND w.dossier IS NULL",
            melding=zin(_ONBEKEND),
            goed=zin(_EERST_PERSONEN),
        )
        werk.fout(
            "einde_voor_begin",
            "tot_en_met",
            waar="w.tot_en_met < w.van",
            melding=zin(_EIND),
            goed="'Een dag vanaf ' || to_char(w.van, 'FMDD-FMMM-YYYY') || ', of een lege cel.'",
        )
        werk.vraag(f"CREATE INDEX ON {TABEL} (dossier, van)")
        werk.ververs()
        werk.fout(
            "dubbel_in_bestand",
            "vnummer",
            waar=f"""w.goed AND EXISTS (SELECT FROM {TABEL} v
                WHERE v.goed AND v.dossier = w.dossier AND v.van = w.van AND v.rij < w.rij)""",
            melding=zin(_DUBBEL),
            goed=zin("Elke plaatsing één keer."),
        )
        werk.kolom("plaatsing", "bigint")
        werk.vraag(
            f"""UPDATE {TABEL} w SET onderwerp = p.id FROM huisvesting_plaatsing p
            WHERE w.goed AND p.statushouder_id = w.dossier AND p.van = w.van"""
        )

    def _weiger(self, werk: Werk) -> None:
        """Refuse by the rules of the page; of what is left, keep who settles."""
        for naam in ("bezwaar", "bezwaarzin"):
            werk.kolom(naam, "text")
        werk.kolom("vestigt", "boolean NOT NULL DEFAULT false")
        werk.kolom("vestigt_tot", "date")
        rijen, inhuizingen = _inhuizingen(werk)
        if not rijen:
            return
        bekend = omgeving(inhuizingen)
        bezwaren = rules.bezwaren(inhuizingen, bekend)
        if bezwaren:
            _noteer_bezwaren(werk, rijen, bezwaren)
        geweigerd = {bezwaar.nummer for bezwaar in bezwaren}
        _noteer_vestigingen(
            werk,
            *_over(
                [
                    (rij, een)
                    for nummer, (rij, een) in enumerate(zip(rijen, inhuizingen, strict=True))
                    if nummer not in geweigerd and een.plaatsing is None
                ]
            ),
            bekend,
        )


def _inhuizingen(werk: Werk) -> tuple[list[int], list[Inhuizing]]:
    """The good rows that are new, or that change a stored placement, with their row numbers."""
    gevonden = werk.rijen(
        f"""SELECT w.rij, w.dossier, CASE WHEN NOT w.adres_nieuw THEN w.woning END, w.van,
            coalesce(w.tot_en_met + 1, p.tot), w.onderwerp
        FROM {TABEL} w LEFT JOIN huisvesting_plaatsing p ON p.id = w.onderwerp
        WHERE w.goed AND (p.id IS NULL OR p.woning_id <> w.woning
            OR coalesce(w.tot_en_met + 1, p.tot) IS DISTINCT FROM p.tot)
        ORDER BY w.rij"""
    )
    inhuizingen = [
        Inhuizing(persoon=persoon, woning=woning, van=van, tot=tot, plaatsing=plaatsing)
        for _rij, persoon, woning, van, tot, plaatsing in gevonden
    ]
    return [rij for rij, *_ in gevonden], inhuizingen


def _noteer_bezwaren(werk: Werk, rijen: Sequence[int], bezwaren: Sequence[Bezwaar]) -> None:
    werk.vraag(
        f"""UPDATE {TABEL} w SET bezwaar = b.code, bezwaarzin = b.zin
        FROM unnest(%(rijen)s::int[], %(codes)s::text[], %(zinnen)s::text[]) AS b(rij, code, zin)
        WHERE w.rij = b.rij""",
        rijen=[rijen[bezwaar.nummer] for bezwaar in bezwaren],
        codes=[bezwaar.code for bezwaar in bezwaren],
        zinnen=[bezwaar.met_bron for bezwaar in bezwaren],
    )
    for code, (kolom, goed) in _BEZWAREN.items():
        werk.fout(code, kolom, waar="w.bezwaar = %(code)s", melding="w.bezwaarzin", goed=zin(goed))


def _over(paren: Sequence[tuple[int, Inhuizing]]) -> tuple[list[int], list[Inhuizing]]:
    return [rij for rij, _ in paren], [inhuizing for _, inhuizing in paren]


def _noteer_vestigingen(
    werk: Werk, rijen: Sequence[int], inhuizingen: Sequence[Inhuizing], bekend: Omgeving
) -> None:
    vestigingen = rules.te_vestigen(inhuizingen, bekend)
    werk.vraag(
        f"""UPDATE {TABEL} w SET vestigt = true, vestigt_tot = v.tot
        FROM unnest(%(rijen)s::int[], %(tot)s::date[]) AS v(rij, tot) WHERE w.rij = v.rij""",
        rijen=[rijen[nummer] for nummer in vestigingen],
        tot=[spel.tot for spel in vestigingen.values()],
    )


def personen(sleutels: Collection[int]) -> QuerySet[Statushouder]:
    """The persons with these primary keys."""
    return Statushouder.objects.filter(pk__in=sleutels)


def werk_bij(sleutels: Collection[int]) -> None:
    """What others derive of these persons, after an import was taken back."""
    register.werk_bij(personen(sleutels))


def laatste_dagen(waarden: Collection[str]) -> dict[str, str]:
    """The last day in a home, in words, by the day after it as it is stored."""
    return {waarde: schrijf_datum(date.fromisoformat(waarde) - timedelta(days=1)) for waarde in waarden}


PLAATSINGEN = Importsoort(
    soort="plaatsingen",
    label="Plaatsingen",
    kolommen=(
        Kolom("vnummer", "V-nummer", voorbeeld="2741603318", verplicht=True, soort=Celsoort.VNUMMER),
        Kolom("straat", "Straat", voorbeeld="Zijdeweg", verplicht=True, lengte=100),
        Kolom(
            "huisnummer",
            "Huisnummer",
            "Alleen het getal",
            "12",
            verplicht=True,
            soort=Celsoort.GETAL,
            goed="Alleen het getal. Een letter hoort in de kolom toevoeging.",
        ),
        Kolom("toevoeging", "Toevoeging", "Letter of nummer achter het huisnummer", "a", lengte=10),
        Kolom("postcode", "Postcode", voorbeeld="2245 AB", verplicht=True, soort=Celsoort.POSTCODE),
        Kolom("wijk", "Wijk", voorbeeld="Kerkehout", lengte=80),
        Kolom("verhuurder", "Verhuurder", voorbeeld="De Sleutels"),
        Kolom("amv_woning", "AMV-woning", "Ja of nee", "nee", soort=Celsoort.JA_NEE),
        Kolom("van", "Van", "Eerste dag van de huur", "28-03-2017", verplicht=True, soort=Celsoort.DATUM),
        Kolom(
            "tot_en_met",
            "Tot en met",
            "Laatste dag in de woning. Leeg: woont er nog",
            "",
            soort=Celsoort.DATUM,
        ),
    ),
    verwerker=Plaatsingen,
    rijnaam=("straat", "huisnummer"),
    dossiers=personen,
    na_herstel=werk_bij,
    woorden={"straat": adressen, "verhuurder": verhuurders, "tot_en_met": laatste_dagen},
)
