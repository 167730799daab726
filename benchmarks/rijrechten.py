"""What row-level security costs: a partner's list, search and dossier page against a municipal user's.

The organisation has five thousand referrals. As a control the same search under policies that ask a
subquery for each row: it must miss the goal, or the goal says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import connection, transaction
from django.test import Client

from benchmarks.doelen import doel
from benchmarks.harnas import Kandidaat, Proef
from benchmarks.lijst import NUMMER, pagina
from dossiers.models import Doorverwijzing, Statushouder
from dossiers.rijrechten import dossiersleutels, met_dossier
from toegang.models import Gebruiker, Organisatie, Rol

VERWIJZINGEN = 5_000
HOOGSTENS = 1.25  # a partner's time against a municipal user's
ORGANISATIE = "Meetpartner met veel verwijzingen"
_VERWIJS = """
INSERT INTO dossiers_doorverwijzing
    (sleutel, statushouder_id, organisatie_id, domeinen, doel, grondslag, van, tot_en_met, gevraagd_op,
     aangenomen_op, reden, einde, kaart, versie)
SELECT gen_random_uuid(), s.id, %(organisatie)s, ARRAY['dossiers', 'huisvesting'], 'Meting', 'taak',
       '2017-01-01', '2018-12-31', '2017-01-01', '2017-01-02', '', '', '{}', 1
FROM (SELECT id FROM dossiers_statushouder WHERE samengevoegd_met_id IS NULL ORDER BY sleutel LIMIT %(aantal)s) s
WHERE NOT EXISTS (SELECT FROM dossiers_doorverwijzing WHERE organisatie_id = %(organisatie)s)
"""
# The measured trap (valkuilen): right, and asked again for each row.
_PER_RIJ = (
    "EXISTS (SELECT FROM dossiers_doorverwijzing v"
    " WHERE v.organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint"
    " AND v.statushouder_id = {tabel}.{kolom} AND v.aangenomen_op <= wi_dag() AND v.van <= wi_dag()"
    " AND v.tot_en_met >= wi_dag() AND (v.beeindigd_op IS NULL OR v.beeindigd_op > wi_dag()))"
)
Doen = Callable[[], Sequence[object]]


def proeven() -> list[Proef]:
    """The three pages, and the control."""
    partner, gemeente = _client(_partner()), _client(_klantregisseur())
    personen = list(
        Statushouder.objects.filter(doorverwijzingen__organisatie__naam=ORGANISATIE)
        .exclude(voornamen="")
        .order_by("sleutel")[:8]
    )
    som = Statushouder.objects.count()
    return [
        _proef("Lijst", som, pagina(partner, "/dossiers/"), pagina(gemeente, "/dossiers/")),
        _proef("Zoeken", som, _zoek(partner, personen), _zoek(gemeente, personen), rondes=9),
        _proef("Dossier", som, _dossiers(partner, personen), _dossiers(gemeente, personen), rondes=9),
        Proef(
            "Controle: beleid met een vraag per rij, moet het doel missen",
            [
                Kandidaat("zoeken als partner, vraag per rij", _met_beleid(_zoek(partner, personen))),
                Kandidaat("zoeken als gemeente", _zoek(gemeente, personen), doel(som, 1 / HOOGSTENS)),
            ],
            rondes=5,
            zelfde=False,
            controle=True,
        ),
    ]


def _proef(naam: str, som: int, partner: Doen, gemeente: Doen, *, rondes: int = 25) -> Proef:
    return Proef(
        f"{naam} als partner met {VERWIJZINGEN} verwijzingen",
        [Kandidaat("als partner", partner), Kandidaat("als gemeente", gemeente, doel(som, 1 / HOOGSTENS))],
        rondes=rondes,
        zelfde=False,
    )


def _client(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def _klantregisseur() -> Gebruiker:
    eerste: Gebruiker = Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk")
    return eerste


def _partner() -> Gebruiker:
    """A user of the organisation, with its referrals: by one statement, and only the first time."""
    organisatie, _nieuw = Organisatie.objects.get_or_create(naam=ORGANISATIE, defaults={"rol": "Meting"})
    with connection.cursor() as cursor:
        cursor.execute(_VERWIJS, {"organisatie": organisatie.pk, "aantal": VERWIJZINGEN})
        cursor.execute("VACUUM ANALYZE dossiers_doorverwijzing")
    gevonden = Gebruiker.objects.filter(organisatie=organisatie).first()
    return gevonden or Gebruiker.objects.create_user(
        "meting@partner.example", rol=Rol.PARTNER, naam="Meting", organisatie=organisatie
    )


def _zoek(client: Client, personen: Sequence[Statushouder]) -> Doen:
    def doe() -> list[bool]:
        gevonden = []
        for rij in personen:
            antwoord = client.post(
                "/dossiers/zoeken/", {"q": f"{rij.voornamen} {rij.achternaam}"}, follow=True
            )
            gevonden.append(rij.nummer in NUMMER.findall(antwoord.content.decode()))
        if not any(gevonden):  # of a common name the municipality has more than a page
            raise RuntimeError("Niemand is gevonden.")
        return gevonden

    return doe


def _dossiers(client: Client, personen: Sequence[Statushouder]) -> Doen:
    vragen = [pagina(client, f"/dossiers/{rij.sleutel}/") for rij in personen]
    return lambda: [nummer for vraag in vragen for nummer in vraag()[:1]]


def _met_beleid(doe: Doen) -> Doen:
    """The same under policies that ask for each row; taken back after it, so that nothing stays of it."""

    def binnen() -> Sequence[object]:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_PER_RIJ_OVERAL)
            gevonden = doe()
            transaction.set_rollback(True)
        return gevonden

    return binnen


def _per_rij_overal() -> str:
    """Every policy of a partner that goes by a key of a dossier, with the question for each row.

    The search asks them too then: the function that goes before them by the index of names is the cure.
    """
    delen = ["ALTER FUNCTION wi_op_naam(jsonb) SECURITY INVOKER;"]
    for model in met_dossier():
        tabel = model._meta.db_table
        if model is not Doorverwijzing and (kolommen := dossiersleutels(model)):
            per_rij = " AND ".join(_PER_RIJ.format(tabel=tabel, kolom=kolom) for kolom in kolommen)
            delen.append(f'ALTER POLICY partner ON "{tabel}" USING ({per_rij});')
    return "\n".join(delen)


_PER_RIJ_OVERAL = _per_rij_overal()
