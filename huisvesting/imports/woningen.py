"""The homes of a file with placements: found by their address, or made and set aside to be filled in."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from huisvesting.models import Aanbod, Woning
from huisvesting.models.woning import Woningsoort
from huisvesting.rules.adres import ADRES, ELDERS, NIET_TE_GEBRUIKEN, POSTCODES, WAT_DAN
from toegang.models import Organisatie
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL, zin

_ADRESDELEN = (
    "replace(w.postcode, ' ', '')",
    "w.huisnummer",
    "lower(coalesce(w.toevoeging, ''))",
    "lower(w.straat)",
)
_ADRES = ", ".join(_ADRESDELEN)
_ADRES_MET_NAMEN = ", ".join(f"{deel} AS a{nummer}" for nummer, deel in enumerate(_ADRESDELEN, 1))
# Among the rows of one home the first says what is known of it, so that the same file twice changes nothing.
_EERSTE = f"""SELECT w.rij FROM (SELECT w.rij, row_number() OVER (PARTITION BY w.woning ORDER BY w.rij) AS n
    FROM {TABEL} w WHERE w.goed) w WHERE w.n = 1"""
# Of a home that this user may not know of: it can be neither found nor made a second time.
_VERBORGEN = f"""{ADRES.format(rij="w")} IN (SELECT wi_verborgen_huisvesting_woning_bij(
    ARRAY(SELECT {ADRES.format(rij="x")} FROM {TABEL} x WHERE x.goed AND x.woning IS NULL)))"""
# The file cannot say in which place a home stands, nor of what kind it is: somebody does, on its page.
_ELDERS = f"left(w.postcode, 4)::int NOT BETWEEN {POSTCODES[0]} AND {POSTCODES[1]}"
MEER_AANGEBODEN = "Plekken in deze woning zijn aan meer jongeren aangeboden."
_AANVULLINGEN = {
    "adres_nieuw": "Dit adres is nieuw. Vul aan voor hoeveel personen er plek is.",
    "wijk_nieuw": "Deze wijk is nieuw.",
    "verhuurder_nieuw": "Deze verhuurder is nieuw.",
}


def adressen(sleutels: Collection[str]) -> dict[str, str]:
    """Homes in words, by primary key as text; those that are still to be made are left out."""
    return {str(rij.pk): str(rij) for rij in Woning.objects.filter(pk__in=sleutels)}


def verhuurders(sleutels: Collection[str]) -> dict[str, str]:
    """Landlords in words, by primary key as text; those that are still to be made are left out."""
    return {str(rij.pk): str(rij) for rij in Organisatie.objects.filter(pk__in=sleutels)}


class Adressen:
    """Homes, landlords and districts of the rows of one file."""

    def herken(self, werk: Werk) -> None:
        """Give each good row its home: a known one by the address, or the key of one to be made.

        Known homes are locked, so that two cannot fill the last place together, or pass by an offer made meanwhile.
        """
        werk.kolom("woning", "bigint")
        werk.kolom("adres_nieuw", "boolean NOT NULL DEFAULT false")
        werk.vraag(
            f"""UPDATE {TABEL} w SET woning = h.id FROM huisvesting_woning h
            WHERE w.goed AND (h.postcode, h.huisnummer, lower(h.toevoeging), lower(h.straat)) = ({_ADRES})"""
        )
        werk.fout(
            "adres_niet_in_te_lezen",
            "straat",
            waar=f"w.goed AND w.woning IS NULL AND {_VERBORGEN}",
            melding=zin(NIET_TE_GEBRUIKEN),
            goed=zin(WAT_DAN),
        )
        werk.vraag(
            f"""WITH nieuw AS (
                SELECT min(w.rij) AS rij, {_ADRES_MET_NAMEN} FROM {TABEL} w
                WHERE w.goed AND w.woning IS NULL GROUP BY {_ADRES}
            ), sleutel AS (
                SELECT nieuw.*, nextval(pg_get_serial_sequence('huisvesting_woning', 'id')) AS id FROM nieuw
            )
            UPDATE {TABEL} w SET woning = s.id, adres_nieuw = true FROM sleutel s
            WHERE w.goed AND w.woning IS NULL AND (s.a1, s.a2, s.a3, s.a4) = ({_ADRES})"""
        )
        werk.ververs()
        werk.rijen(
            f"""SELECT h.id FROM huisvesting_woning h
            WHERE h.id IN (SELECT woning FROM {TABEL}) ORDER BY h.id FOR NO KEY UPDATE"""
        )
        self._eis_een_aanbod(werk)

    def _eis_een_aanbod(self, werk: Werk) -> None:
        """An AMV home that is offered to more than one stays one, as on its page.

        At each row that says otherwise: which is the first good row of a home is not known yet.
        """
        met_meer = (
            Aanbod.objects.zonder_uitkomst()
            .filter(woning__amv_woning=True)
            .exclude(woning__soort=Woningsoort.DOORSTROOM)
            .order_by()
            .values("woning")
            .annotate(aantal=Count("pk"))
            .filter(aantal__gt=1)
        )
        werk.fout(
            "woning_aan_meer_aangeboden",
            "amv_woning",
            waar="w.goed AND NOT w.amv_woning AND w.woning = ANY(%(met_meer)s)",
            melding=zin(MEER_AANGEBODEN),
            goed=zin("Ja of een lege cel. Of rond eerst het aanbod af."),
            met_meer=list(met_meer.values_list("woning", flat=True)),
        )

    def vul_aan(self, werk: Werk) -> None:
        """Set aside what has to be made, once for each home, district and landlord; mark what changes."""
        werk.kolom("eerste", "boolean NOT NULL DEFAULT false")
        werk.kolom("verhuurder_pk", "bigint")
        for naam in ("wijk_nieuw", "verhuurder_nieuw"):
            werk.kolom(naam, "boolean NOT NULL DEFAULT false")
        werk.vraag(f"UPDATE {TABEL} w SET eerste = true WHERE w.rij IN ({_EERSTE})")
        self._verhuurders(werk)
        werk.vraag(
            f"""UPDATE {TABEL} w SET wijk_nieuw = true WHERE w.rij IN (
                SELECT min(w.rij) FROM {TABEL} w WHERE w.eerste AND w.wijk IS NOT NULL AND NOT EXISTS (
                    SELECT FROM huisvesting_woning h WHERE lower(h.wijk) = lower(w.wijk))
                GROUP BY lower(w.wijk))"""
        )
        delen = ", ".join(f"CASE WHEN w.{naam} THEN '{tekst}' END" for naam, tekst in _AANVULLINGEN.items())
        delen += f", CASE WHEN w.adres_nieuw AND {_ELDERS} THEN {zin(ELDERS)} END"
        werk.opzij(
            "woning_aangevuld",
            waar="w.eerste AND (w.adres_nieuw OR w.wijk_nieuw OR w.verhuurder_nieuw)",
            melding=f"concat_ws(' ', {delen})",
            bekend="w.woning",
        )
        werk.vergelijk(
            Woning,
            {"wijk": "w.wijk", "verhuurder_id": "w.verhuurder_pk", "amv_woning": "w.amv_woning"},
            pk="w.woning",
            waar="w.eerste AND NOT w.adres_nieuw",
            bij={"verhuurder_id": "verhuurder"},
        )

    def schrijf(self, werk: Werk) -> None:
        """Make the landlords and homes; they are of no person, so taking back leaves them to the last."""
        van = f"""(SELECT rij, NULL::bigint AS dossier, verhuurder, verhuurder_pk, verhuurder_nieuw, woning,
            adres_nieuw, straat, huisnummer, toevoeging, postcode, wijk, amv_woning
            FROM {TABEL} WHERE goed AND eerste) w"""
        werk.maak(
            Organisatie,
            {"id": "w.verhuurder_pk", "naam": "w.verhuurder", "rol": "'Verhuurder'"},
            van=van,
            waar="w.verhuurder_nieuw",
        )
        werk.maak(
            Woning,
            {
                "id": "w.woning",
                "straat": "w.straat",
                "huisnummer": "w.huisnummer",
                "toevoeging": "coalesce(w.toevoeging, '')",
                "postcode": "replace(w.postcode, ' ', '')",
                "wijk": "coalesce(w.wijk, '')",
                "verhuurder_id": "w.verhuurder_pk",
                "amv_woning": "coalesce(w.amv_woning, false)",
            },
            van=van,
            waar="w.adres_nieuw",
        )

    def _verhuurders(self, werk: Werk) -> None:
        """Landlords by name in any case; a new one gets its key now, so that a home can refer to it."""
        werk.vraag(
            f"""UPDATE {TABEL} w SET verhuurder_pk = o.id FROM toegang_organisatie o
            WHERE w.eerste AND lower(o.naam) = lower(w.verhuurder)"""
        )
        werk.vraag(
            f"""WITH nieuw AS (
                SELECT min(w.rij) AS rij, lower(w.verhuurder) AS naam FROM {TABEL} w
                WHERE w.eerste AND w.verhuurder IS NOT NULL AND w.verhuurder_pk IS NULL GROUP BY 2
            ), sleutel AS (
                SELECT nieuw.*, nextval(pg_get_serial_sequence('toegang_organisatie', 'id')) AS id FROM nieuw
            )
            UPDATE {TABEL} w SET verhuurder_pk = s.id, verhuurder_nieuw = (w.rij = s.rij) FROM sleutel s
            WHERE w.eerste AND lower(w.verhuurder) = s.naam"""
        )
