"""Spells of living in Wassenaar from a file: begun, corrected, ended, and begun again."""

from __future__ import annotations

from django.apps import apps

from dossiers.models import Vestiging
from kern.register import register
from uitwisseling.inlezen import Werk, zin

_TABEL = Vestiging._meta.db_table
_IETS = "(w.gevestigd_op IS NOT NULL OR w.brp_op IS NOT NULL OR w.vertrokken_op IS NOT NULL)"
# A day that is there but could not be read has its own fault.
_LEESBAAR = """NOT EXISTS (SELECT FROM uitwisseling_inleesfout f WHERE f.inlezing_id = %(inlezing)s
    AND f.rij = w.rij AND f.kolom = 'gevestigd_op')"""
_BEKEND = "w.onderwerp IS NOT NULL"


def keur(werk: Werk) -> None:
    """Find the spell that a row is about (`vestiging_id`; none: a new one), and mark what cannot be.

    It is the spell that began on the same day, else the one that the row's days overlap: then its
    begin is corrected. Without a begin it is the last spell.
    """
    werk.kolom("vestiging_id", "bigint")
    werk.fout(
        "vertrek_voor_vestiging",
        "vertrokken_op",
        waar="w.vertrokken_op < w.gevestigd_op",
        melding="""format('Het vertrek ligt voor de vestiging (rij %%s, %%s).', w.rij,
            to_char(w.gevestigd_op, 'FMDD-FMMM-YYYY'))""",
        goed="format('Een datum vanaf %%s, of een lege cel.', to_char(w.gevestigd_op, 'FMDD-FMMM-YYYY'))",
    )
    _zoek(werk)
    werk.fout(
        "ontbreekt",
        "gevestigd_op",
        waar=f"w.gevestigd_op IS NULL AND w.vestiging_id IS NULL AND {_IETS} AND {_LEESBAAR}",
        melding=zin("Er staat wel een BRP-datum of een vertrek, maar geen vestiging."),
        goed=zin("De dag van vestiging."),
    )
    werk.fout(
        "vertrek_voor_vestiging",
        "vertrokken_op",
        waar=f"""w.gevestigd_op IS NULL AND EXISTS (SELECT FROM {_TABEL} v
            WHERE v.id = w.vestiging_id AND v.van > w.vertrokken_op)""",
        melding=zin("Het vertrek ligt voor de vestiging die wij kennen."),
        goed=f"""format('Een datum vanaf %%s, of een lege cel.', (SELECT to_char(v.van, 'FMDD-FMMM-YYYY')
            FROM {_TABEL} v WHERE v.id = w.vestiging_id))""",
    )
    _keur_overlap(werk)
    _keur_steunen(werk)


def _zoek(werk: Werk) -> None:
    werk.vraag(
        f"""UPDATE inleeswerk w SET vestiging_id = v.id FROM {_TABEL} v
        WHERE v.statushouder_id = w.onderwerp AND v.van = w.gevestigd_op"""
    )
    werk.vraag(
        f"""UPDATE inleeswerk w SET vestiging_id = o.id FROM (
            SELECT i.rij, min(v.id) AS id FROM inleeswerk i JOIN {_TABEL} v ON v.statushouder_id = i.onderwerp
                AND v.periode && daterange(least(i.gevestigd_op, i.vertrokken_op), i.vertrokken_op)
            WHERE i.vestiging_id IS NULL AND i.gevestigd_op IS NOT NULL
            GROUP BY i.rij HAVING count(*) = 1
        ) o WHERE o.rij = w.rij"""
    )
    werk.vraag(
        f"""UPDATE inleeswerk w SET vestiging_id = (
            SELECT v.id FROM {_TABEL} v WHERE v.statushouder_id = w.onderwerp ORDER BY v.van DESC LIMIT 1)
        WHERE w.gevestigd_op IS NULL AND {_IETS} AND {_BEKEND}"""
    )


def _keur_overlap(werk: Werk) -> None:
    werk.fout(
        "overlapt",
        "gevestigd_op",
        waar=f"""w.goed AND {_BEKEND} AND {_IETS} AND EXISTS (
            SELECT FROM {_TABEL} ander LEFT JOIN {_TABEL} v ON v.id = w.vestiging_id
            WHERE ander.statushouder_id = w.onderwerp AND ander.id IS DISTINCT FROM w.vestiging_id
            AND ander.periode && daterange(coalesce(w.gevestigd_op, v.van), coalesce(w.vertrokken_op, v.tot)))""",
        melding=zin("In deze periode woonde deze persoon hier al."),
        goed=zin("Een vestiging na het vorige vertrek."),
    )


def _keur_steunen(werk: Werk) -> None:
    """A spell that is moved away from under what other domains know of its days, such as a first day at home."""
    nieuw = """(SELECT v.statushouder_id, coalesce(w.gevestigd_op, v.van) AS van,
        coalesce(w.vertrokken_op, v.tot) AS tot) AS d"""
    ander_begin = "coalesce(w.gevestigd_op <> v.van, false)"
    for steun in register.steunen(Vestiging._meta.label_lower):
        if not steun.code:
            continue
        leunt = apps.get_model(steun.leunt)._meta.db_table
        for kolom, waar in (("gevestigd_op", ander_begin), ("vertrokken_op", f"NOT {ander_begin}")):
            werk.fout(
                steun.code,
                kolom,
                waar=f"""w.goed AND {_BEKEND} AND {_IETS} AND EXISTS (SELECT FROM {_TABEL} v WHERE v.id = w.vestiging_id
                    AND {waar} AND EXISTS (
                        SELECT FROM {leunt} x, LATERAL (SELECT v.*) AS d WHERE {steun.waar}
                        AND NOT EXISTS (SELECT FROM {nieuw} WHERE {steun.waar})))""",
                melding=zin(steun.zin),
                goed=zin("Dagen waarbinnen die eerste dag valt."),
            )


def vergelijk(werk: Werk) -> None:
    """What changes in the spell that is known, and that a new one begins."""
    werk.vergelijk(
        Vestiging,
        {"van": "w.gevestigd_op", "tot": "w.vertrokken_op", "brp_op": "w.brp_op"},
        pk="w.vestiging_id",
        bij={"van": "gevestigd_op", "tot": "vertrokken_op"},
    )
    werk.meld(
        "gevestigd_op",
        was="NULL",
        wordt="w.gevestigd_op::text",
        waar="w.gevestigd_op IS NOT NULL AND w.vestiging_id IS NULL",
    )


def maak(werk: Werk) -> None:
    """The spells that begin."""
    werk.maak(
        Vestiging,
        {
            "statushouder_id": "w.dossier",
            "van": "w.gevestigd_op",
            "tot": "w.vertrokken_op",
            "brp_op": "w.brp_op",
        },
        waar="w.uitkomst <> 'ongewijzigd' AND w.gevestigd_op IS NOT NULL AND w.vestiging_id IS NULL",
    )
