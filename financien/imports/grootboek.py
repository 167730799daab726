"""The ledger from a file: entries that are new, their line where it is known, and what a person must judge.

Source of keys, amounts, codes and of what is set aside: the promise of the command line (`grootboek`). An
entry never changes, so a row that says something else of a known one is a fault.
"""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse

from financien.figures import planjaren
from financien.figures.ingelezen import SOORT as INLEESSOORT
from financien.figures.vanzelf import REGEL_BIJ, REGEL_KOLOMMEN
from financien.models import Boeking, Merk, Merkcode, Periodeafsluiting, Toedeling, Wijze
from kern.contract import Celsoort, Gemaakt, Importsoort, Kolom, Opzijwoord
from kern.register import register
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.schrijven import volgende
from uitwisseling.inlezen.werk import TABEL, zin

_BOEKING = Boeking._meta.db_table
_GESLOTEN = Periodeafsluiting._meta.db_table
# Two entries that look alike lie at most so many days apart.
DAGEN_DUBBEL = 7
# In this order the first that differs is named.
_INHOUD = (
    "bedrag",
    "boekdatum",
    "kostenplaats",
    "grootboekrekening",
    "omschrijving",
    "relatie",
    "verplichting",
)
_KAN_LEEG = {"omschrijving", "relatie", "verplichting"}


def _euro(bedrag: str) -> str:
    """An amount in the Dutch way, as SQL of text; the database itself writes it the English way."""
    return f"translate(to_char({bedrag}, 'FM999G999G999G990D00'), ',.', '.,')"


def _verschilt(kolom: str) -> str:
    """The row says something else than the entry `b`; an empty cell says nothing."""
    gevuld = f"w.{kolom} IS NOT NULL AND " if kolom in _KAN_LEEG else ""
    return f"{gevuld}w.{kolom} <> b.{kolom}"


def _getoond(kolom: str) -> str:
    if kolom == "bedrag":
        return _euro("b.bedrag")
    return "to_char(b.boekdatum, 'DD-MM-YYYY')" if kolom == "boekdatum" else f"b.{kolom}"


_ANDERS = " ".join(f"WHEN {_verschilt(kolom)} THEN '{kolom}'" for kolom in _INHOUD)
_WAS = " ".join(f"WHEN {_verschilt(kolom)} THEN {_getoond(kolom)}" for kolom in _INHOUD)
_NIEUW = "w.onderwerp IS NULL"


class Grootboek:
    """The rows of one file; see `kern.contract.Verwerker`."""

    def controleer(self, werk: Werk) -> None:
        """Recognise entries, refuse what cannot be booked, find lines, and set aside what asks for judgement."""
        werk.bereken(
            {
                "onderwerp": "b.id",
                "anders": f"CASE WHEN b.id IS NOT NULL THEN CASE {_ANDERS} END END",
                "was": f"CASE WHEN b.id IS NOT NULL THEN CASE {_WAS} END END",
                "eerste": "min(w.rij) OVER (PARTITION BY w.boekjaar, w.boekstuk, w.regelnummer)",
                **REGEL_KOLOMMEN,
            },
            bij=f"""LEFT JOIN {_BOEKING} b ON b.boekstuk = w.boekstuk AND b.regelnummer = w.regelnummer
                AND b.boekjaar = w.boekjaar {REGEL_BIJ.format(boeking="w")}""",
        )
        self._weiger(werk)
        self._vergelijk(werk)
        self._zet_opzij(werk)

    def schrijf(self, werk: Werk) -> None:
        """Book what is new, on its line where it has one, with its marks."""
        werk.bereken({"boeking": f"CASE WHEN w.uitkomst = 'nieuw' THEN {volgende(Boeking)} END"})
        self._boek(werk)
        self._zet_op_regel(werk)
        self._merk(werk)
        register.werk_onderwerpen_bij("financien")

    def _boek(self, werk: Werk) -> None:
        tekst = ("omschrijving", "relatie", "verplichting")
        rest = (
            "boekstuk",
            "regelnummer",
            "boekdatum",
            "boekjaar",
            "kostenplaats",
            "grootboekrekening",
            "bedrag",
        )
        werk.maak(
            Boeking,
            {
                "id": "w.boeking",
                **{naam: f"w.{naam}" for naam in rest},
                **{naam: f"coalesce(w.{naam}, '')" for naam in tekst},
            },
        )

    def _zet_op_regel(self, werk: Werk) -> None:
        werk.maak(
            Toedeling,
            {
                "boeking_id": "w.boeking",
                "inkomstenpost_id": "w.inkomstenpost",
                "activiteit_id": "w.activiteit",
                "verplichting_id": "w.verplicht",
                "bedrag": "w.bedrag",
                "wijze": f"CASE WHEN w.verplicht IS NULL THEN '{Wijze.REKENING}' ELSE '{Wijze.VERPLICHTING}' END",
                "op": "%(op)s::date",
                "door_id": "%(gebruiker)s::bigint",
            },
            waar="w.uitkomst = 'nieuw' AND (w.inkomstenpost IS NOT NULL OR w.activiteit IS NOT NULL)",
        )

    def _merk(self, werk: Werk) -> None:
        merk = {
            "boeking_id": "w.boeking",
            "code": f"'{Merkcode.DUBBEL}'",
            "lijkt_op_id": "coalesce(w.dubbel, v.boeking)",
        }
        werk.maak(
            Merk,
            merk,
            van=f"{TABEL} w LEFT JOIN {TABEL} v ON v.rij = w.dubbel_rij",
            waar="w.uitkomst = 'nieuw' AND (w.dubbel IS NOT NULL OR w.dubbel_rij IS NOT NULL)",
        )
        werk.maak(
            Merk,
            {"boeking_id": "w.boeking", "code": f"'{Merkcode.TEGENBOEKING}'"},
            waar="w.uitkomst = 'nieuw' AND w.zonder_origineel",
        )

    def _weiger(self, werk: Werk) -> None:
        werk.fout(
            "dubbel_in_bestand",
            "boekstuk",
            waar="w.boekstuk IS NOT NULL AND w.regelnummer IS NOT NULL AND w.boekjaar IS NOT NULL AND w.eerste < w.rij",
            melding="'Deze boeking staat al in dit bestand, op rij ' || w.eerste || '.'",
            goed=zin("Elke regel van een boekstuk één keer. Haal deze rij weg."),
        )
        for kolom in _INHOUD:
            werk.fout(
                "al_geboekt_anders",
                kolom,
                waar="w.goed AND w.anders = %(welke)s",
                melding="""'Deze boeking is al ingelezen, en toen stond hier ' ||
                    CASE WHEN w.was = '' THEN 'niets' ELSE w.was END || '.'""",
                goed=zin("Een boeking verandert niet. Laat de administratie een tegenboeking maken."),
                welke=kolom,
            )
        jaren = planjaren()
        goed = f"Een jaar van het plan: {' of '.join(map(str, jaren))}." if jaren else "Laad eerst het plan."
        buiten = "NOT (extract(year FROM w.boekdatum)::int = ANY (%(jaren)s::int[]))"
        werk.fout(
            "datum_buiten_plan",
            "boekdatum",
            waar=buiten,
            melding=zin("Deze datum ligt niet in de jaren van het plan."),
            goed=zin(goed),
            jaren=jaren,
        )
        werk.fout(
            "datum_buiten_plan",
            "boekjaar",
            waar=f"NOT (w.boekjaar = ANY (%(jaren)s::int[])) AND NOT coalesce({buiten}, false)",
            melding=zin("Dit jaar hoort niet bij het plan."),
            goed=zin(goed),
            jaren=jaren,
        )
        werk.fout(
            "maand_gesloten",
            "boekdatum",
            waar=f"""{_NIEUW} AND EXISTS (SELECT FROM {_GESLOTEN} p WHERE p.heropend_op IS NULL
                AND w.boekdatum >= p.maand AND w.boekdatum < p.maand + interval '1 month')""",
            melding="'De maand ' || to_char(w.boekdatum, 'MM-YYYY') || ' is gesloten.'",
            goed=zin("Boek dit in een open maand, of heropen de maand eerst."),
        )

    def _vergelijk(self, werk: Werk) -> None:
        """Find for good, new rows what they look like, and whether a credit has its original."""
        werk.vraag(f"CREATE INDEX ON {TABEL} (lower(relatie), bedrag, boekdatum)")
        dagen = f"BETWEEN w.boekdatum - {DAGEN_DUBBEL} AND w.boekdatum + {DAGEN_DUBBEL}"
        gelijk = f"""lower(x.relatie) = lower(w.relatie) AND x.bedrag = w.bedrag AND x.boekdatum {dagen}
            AND x.boekstuk <> w.boekstuk AND w.goed AND {_NIEUW} ORDER BY x.boekdatum LIMIT 1"""
        eerder_bewaard = f"""EXISTS (SELECT FROM {_BOEKING} x WHERE lower(x.relatie) = lower(w.relatie)
            AND x.bedrag >= -w.bedrag AND x.boekdatum <= w.boekdatum)"""
        hoogste = """max(w.bedrag) FILTER (WHERE w.goed AND w.bedrag > 0)
            OVER (PARTITION BY lower(w.relatie) ORDER BY w.boekdatum)"""
        werk.bereken(
            {
                "dubbel": "s.id",
                "dubbel_rij": "CASE WHEN s.id IS NULL THEN e.rij END",
                "lijkt_op": "coalesce(s.boekstuk, e.boekstuk)",
                "zonder_origineel": f"""(w.goed AND {_NIEUW} AND w.bedrag < 0 AND w.activiteit IS NOT NULL
                    AND (w.relatie IS NULL
                        OR (coalesce({hoogste}, 0) < -w.bedrag AND NOT {eerder_bewaard})))""",
            },
            bij=f"""LEFT JOIN LATERAL (SELECT x.id, x.boekstuk FROM {_BOEKING} x WHERE {gelijk}) s ON true
                LEFT JOIN LATERAL (SELECT x.rij, x.boekstuk FROM {TABEL} x
                    WHERE x.rij < w.rij AND x.goed AND {gelijk}) e ON true""",
        )

    def _zet_opzij(self, werk: Werk) -> None:
        werk.opzij(
            "niet_toegewezen",
            waar=f"{_NIEUW} AND w.inkomstenpost IS NULL AND w.activiteit IS NULL",
            melding="""'Kostenplaats ' || w.kostenplaats || ' met rekening ' || w.grootboekrekening
                || ' hoort bij geen regel van de begroting. De boeking staat bij de boekingen zonder regel.'""",
        )
        werk.opzij(
            Merkcode.DUBBEL,
            waar="w.dubbel IS NOT NULL OR w.dubbel_rij IS NOT NULL",
            melding="""'Lijkt op boekstuk ' || w.lijkt_op
                || ': dezelfde relatie en hetzelfde bedrag, ten hoogste 7 dagen ervoor of erna.'""",
        )
        werk.opzij(
            Merkcode.TEGENBOEKING,
            waar="w.zonder_origineel",
            melding=f"""'Er is geen eerdere uitgave aan deze relatie van ten minste ' || {_euro("-w.bedrag")}
                || ' euro gevonden.'""",
        )


def _noem(pks: Collection[int]) -> dict[int, tuple[str, str]]:
    """Of entries: number and relation as the file names a row, and the address of the page."""
    return {
        rij.pk: (
            " ".join(filter(None, (rij.boekstuk, rij.relatie))),
            reverse("financien:boeking", args=[rij.pk]),
        )
        for rij in Boeking.objects.filter(pk__in=pks)
    }


GROOTBOEK = Importsoort(
    soort=INLEESSOORT,
    label="Grootboek",
    kolommen=(
        Kolom("boekstuk", "Boekstuk", voorbeeld="4470912", verplicht=True, lengte=40),
        Kolom("regelnummer", "Regelnummer", voorbeeld="1", verplicht=True, soort=Celsoort.GETAL),
        Kolom("boekdatum", "Boekdatum", "Dag-maand-jaar", "26-04-2017", verplicht=True, soort=Celsoort.DATUM),
        Kolom("boekjaar", "Boekjaar", voorbeeld="2017", verplicht=True, soort=Celsoort.GETAL),
        Kolom("kostenplaats", "Kostenplaats", voorbeeld="67110", verplicht=True, lengte=20),
        Kolom("grootboekrekening", "Grootboekrekening", voorbeeld="43810", verplicht=True, lengte=20),
        Kolom("omschrijving", "Omschrijving", voorbeeld="Uitnodigingen"),
        Kolom("relatie", "Relatie", voorbeeld="Drukkerij De Horst"),
        Kolom(
            "bedrag",
            "Bedrag",
            "Uitgaven positief, inkomsten negatief",
            "312,50",
            verplicht=True,
            soort=Celsoort.BEDRAG,
        ),
        Kolom("verplichting", "Verplichting", "Nummer van de verplichting. Leeg: geen", "", lengte=40),
    ),
    verwerker=Grootboek,
    rijnaam=("boekstuk", "relatie"),
    na_herstel=lambda _dossiers: register.werk_onderwerpen_bij("financien"),
    opzijwoorden={
        "niet_toegewezen": Opzijwoord("Geen regel van de begroting", ("kostenplaats", "grootboekrekening")),
        Merkcode.DUBBEL: Opzijwoord(Merkcode.DUBBEL.label, ("relatie", "bedrag")),
        Merkcode.TEGENBOEKING: Opzijwoord(Merkcode.TEGENBOEKING.label, ("relatie", "bedrag")),
    },
    gemaakt=Gemaakt(Boeking._meta.label_lower, _noem),
    daarna=(
        ("Koppel wat geen regel heeft", "financien:boekingen"),
        ("Kijk na wat vreemd is", "financien:nakijken"),
        ("Bekijk de aansluiting", "financien:aansluiting"),
    ),
)
