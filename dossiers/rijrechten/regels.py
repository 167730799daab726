"""Which rows each role sees of which table, as conditions in SQL, made from the models.

A condition on a key asks for a list that is computed once in a statement; see `functies`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.apps import apps
from django.db import models

from dossiers.models import (
    Bewaardfilter,
    Doorverwijzing,
    Gezin,
    Relatie,
    Relatiesoort,
    Samenvoegregel,
    Statushouder,
)
from dossiers.rijrechten.vindplaatsen import functie, vindplaatsen
from kern.contract.persoonsgegevens import GEBRUIKERS, RELATIES
from kern.namens import GEMEENTE
from kern.register import register
from kern.verwerkingen import aangifte_van
from toegang.models import Leesbeoordeling, Leesregel
from toegang.rules import INZAGE, INZIEN, LEESLOG, rollen_met
from uitwisseling.models import (
    Inleesfout,
    Inleesopzij,
    Inleesrij,
    Inleesspoor,
    Inleesverschil,
    Inlezing,
)

Model = type[models.Model]

# Tables of a person that carry no key of a dossier of their own, with the rule for each role.
_GEZIN = "{kolom} <> ALL ((SELECT wi_verborgen_gezinnen())::bigint[])"
_STAF = "({kolom} IS NULL OR {kolom} <> ALL ((SELECT wi_verborgen())::bigint[]))"
# Where the key is empty nobody knows whether it is about a child.
_VOLWASSEN = "{kolom} IN (SELECT id FROM dossiers_statushouder WHERE geboren_laatst <= wi_volwassen_voor())"
# Of families those with a member whom the mandate sees; by key, so that a page asks it for its own rows only.
_VOLWASSEN_GEZIN = 'EXISTS (SELECT FROM dossiers_gezinslid l WHERE l.gezin_id = "{tabel}".{kolom})'
# One bit for each key: an array would be sorted again for each row of a list that looks in this table.
_PARTNER = (
    "CASE WHEN {kolom} <= (SELECT wi_hoogste()) THEN get_bit((SELECT wi_bits()), {kolom}) = 1 ELSE false END"
)
# Of families those with a member whom the partner sees on the day, by key too.
_GEZIN_PARTNER = (
    'EXISTS (SELECT FROM dossiers_gezinslid l WHERE l.gezin_id = "{tabel}".{kolom}'
    " AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag()))"
)
# A referral of a family is hidden where all of it is: who knows of one member must see with whom it is shared.
_VERWEZEN_GEZIN = "(gezin_id IS NULL OR gezin_id <> ALL ((SELECT wi_geheel_verborgen_gezinnen())::bigint[]))"
_VERWEZEN_PARTNER = (
    "organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint"
    " AND (statushouder_id IS NULL OR statushouder_id <> ALL ((SELECT wi_verborgen())::bigint[]))"
    f" AND {_VERWEZEN_GEZIN}"
)
# The row itself: its own columns, so that it is not asked of the same table again.
_STAF_ZELF = "id <> ALL ((SELECT wi_verborgen())::bigint[])"
_VOLWASSEN_ZELF = "geboren_laatst <= wi_volwassen_voor()"
# A home in which somebody lives who may not be known of, and each row that tells of it.
_OPEN = "({kolom} IS NULL OR {kolom} <> ALL ((SELECT {functie}())::bigint[]))"
# What a user keeps of their own: nobody else reads it, and a partner may write it too.
VAN_DE_GEBRUIKER = (Bewaardfilter,)
_ZELF = "gebruiker_id = wi_gebruiker()"
# Files are of who reads them in, until they are saved; what stands in their rows, and what is wrong with it,
# stays so. Tasks and commands of the municipality itself see all.
_GEMEENTE = "current_setting('app.rol', true) = 'gemeente'"
_BESTAND = f"{_GEMEENTE} OR {_ZELF} OR status IN ('opgeslagen', 'ongedaan')"
_EIGEN_BESTAND = f"{_GEMEENTE} OR inlezing_id = ANY ((SELECT wi_eigen_bestanden())::bigint[])"
_VAN_SAMENVOEGING = "samenvoeging_id IN (SELECT m.id FROM dossiers_samenvoeging m)"
# Who came after whom tells how they came, which is the municipality's.
_GEEN_REFERENT = f"soort <> '{Relatiesoort.REFERENT}'"
# What tells of a referral goes with it: the policy of that table holds in the subquery too.
_VAN_VERWIJZING = "{kolom} IN (SELECT v.id FROM dossiers_doorverwijzing v)"
# What an organisation keeps of itself (`van_organisatie` of the model): its own partners write it.
_EIGEN_ORGANISATIE = "organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint"
GEEN = "false"
# A table that a partner's pages may ask, and find empty.
_NIETS = "(false)"


def _in_rol(*rollen: str) -> str:
    return f"(SELECT current_setting('app.rol', true)) IN ({', '.join(repr(str(rol)) for rol in rollen)})"


# The read log is for whom the table of rights gives it: all of it, or that of a dossier which the user sees; and
# everybody's own rows.
_LEESLOG = _in_rol(GEMEENTE, *sorted(rollen_met("toegang", LEESLOG)))
_GELEZEN_DOSSIER = "EXISTS (SELECT FROM dossiers_statushouder s WHERE s.sleutel = toegang_leesregel.dossier)"
_MET_INZAGE = f"({_in_rol(*sorted(rollen_met('dossiers', INZAGE)))} AND {_GELEZEN_DOSSIER})"
_LEESREGEL = f"{_LEESLOG} OR gebruiker = (SELECT wi_gebruiker()) OR {_MET_INZAGE}"


class Regels(NamedTuple):
    """What each role may see of a table, as conditions in SQL; `mandaat` is besides what `staf` may."""

    staf: str
    partner: str
    mandaat: str = "true"

    def en(self, *voorwaarden: str) -> Regels:
        """The same with more conditions for everybody."""
        if not voorwaarden:
            return self
        staf, partner = (
            regel
            if regel == GEEN
            else " AND ".join([*([] if regel == "true" else [f"({regel})"]), *voorwaarden])
            for regel in (self.staf, self.partner)
        )
        return self._replace(staf=staf, partner=partner)


def modellen() -> Iterator[Model]:
    """Every model with a table of its own."""
    return (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)


def dossiersleutels(model: Model) -> list[str]:
    """Columns of this model that hold the key of a dossier; of the history too."""
    if model is Statushouder:
        return ["id"]
    return sleutels_van(model, Statushouder)


def sleutels_van(model: Model, doel: Model) -> list[str]:
    """Columns of this model that hold the key of a row of `doel`; of the history too."""
    if getattr(model, "pgh_tracked_model", None) is doel:
        return ["pgh_obj_id"]
    return [
        veld.column
        for veld in model._meta.concrete_fields
        if veld.column and veld.is_relation and veld.related_model is doel and veld.name != "pgh_obj"
    ]


def van_organisatie() -> list[Model]:
    """Tables of what an organisation keeps of itself."""
    return [model for model in modellen() if getattr(model, "van_organisatie", False)]


def met_personen() -> set[Model]:
    """Tables that tell of those who are helped or of who gave a signal, as they declare it; history too."""
    return {
        model
        for model in modellen()
        if (aangifte := aangifte_van(model))
        and any(
            (gegeven.over or aangifte.over) not in {GEBRUIKERS, RELATIES} for gegeven in aangifte.gegevens
        )
    }


def met_dossier() -> dict[Model, Regels]:
    """By model: what each role may see of it. A partner reads no history."""
    regels = {model: regel for model in modellen() if (regel := _van_personen(model))}
    regels = {
        model: regel._replace(partner=GEEN) if hasattr(model, "pgh_tracked_model") else regel
        for model, regel in regels.items()
    }
    regels |= dict.fromkeys(VAN_DE_GEBRUIKER, Regels(_ZELF, _ZELF))
    regels |= dict.fromkeys(van_organisatie(), Regels("true", _EIGEN_ORGANISATIE))
    regels |= _bestanden()
    regels[Relatie] = regels[Relatie]._replace(partner=f"{regels[Relatie].partner} AND {_GEEN_REFERENT}")
    for domein in register:
        for model in map(apps.get_model, domein.alleen_gemeente):
            regels[model] = regels[model]._replace(partner=_NIETS)
    regels[Samenvoegregel] = Regels(_VAN_SAMENVOEGING, GEEN)
    regels |= {Leesregel: Regels(_LEESREGEL, GEEN), Leesbeoordeling: Regels(_LEESLOG, GEEN)}
    regels |= {model: Regels("true", _genoemd(model, regels)) for model in naslag()}
    return _zonder_vindplaatsen(regels)


def _van_personen(model: Model) -> Regels | None:
    """Of a table with a key of a dossier, of families and of referrals; None for all others."""
    gevolgd, tabel = getattr(model, "pgh_tracked_model", model), model._meta.db_table
    if model is Statushouder:
        return Regels(_STAF_ZELF, _PARTNER.format(kolom="id"), _VOLWASSEN_ZELF)
    if gevolgd is Gezin:
        kolom = "id" if model is Gezin else "pgh_obj_id"
        return Regels(
            _GEZIN.format(kolom=kolom),
            _GEZIN_PARTNER.format(tabel=tabel, kolom=kolom),
            _VOLWASSEN_GEZIN.format(tabel=tabel, kolom=kolom),
        )
    if gevolgd is Doorverwijzing:
        volwassen = _VOLWASSEN.format(kolom="statushouder_id")
        gezin = _VOLWASSEN_GEZIN.format(tabel=tabel, kolom="gezin_id")
        return Regels(
            f"{_STAF.format(kolom='statushouder_id')} AND {_VERWEZEN_GEZIN}",
            _VERWEZEN_PARTNER,
            f"(statushouder_id IS NULL OR {volwassen}) AND (gezin_id IS NULL OR {gezin})",
        )
    if kolommen := dossiersleutels(model):
        per_rol = (_STAF, _PARTNER, _VOLWASSEN)
        regels = Regels(*(" AND ".join(regel.format(kolom=kolom) for kolom in kolommen) for regel in per_rol))
        # without a dossier for who has work in this domain; the council, a partner and a mandate see no such row
        if domein := getattr(gevolgd, "zonder_dossier_voor", ""):
            lezers = sorted(rollen_met(domein, INZIEN, met_partners=False))
            zonder = f"({kolommen[0]} IS NOT NULL OR {_in_rol(GEMEENTE, *lezers)})"
            regels = regels._replace(staf=f"{regels.staf} AND {zonder}")
        return regels
    if kolommen := sleutels_van(model, Doorverwijzing):
        samen = " AND ".join(_VAN_VERWIJZING.format(kolom=kolom) for kolom in kolommen)
        return Regels(samen, samen)
    return None


def _bestanden() -> dict[Model, Regels]:
    """What a file changed says in plain text what was known of somebody; a partner reads no files in."""
    geschreven = Regels(_STAF.format(kolom="dossier"), GEEN, _VOLWASSEN.format(kolom="dossier"))
    for vindplaats, plek in vindplaatsen():
        label, sleutel = vindplaats._meta.label_lower, _OPEN.format(kolom="object_id", functie=functie(plek))
        geschreven = geschreven.en(f"(model <> '{label}' OR {sleutel})")
    return {
        Inlezing: Regels(_BESTAND, GEEN),
        **dict.fromkeys((Inleesrij, Inleesfout, Inleesopzij), Regels(_EIGEN_BESTAND, GEEN)),
        Inleesverschil: geschreven,
        # who read it in takes it back, and must be told of a row that stays
        Inleesspoor: Regels(
            *(f"({_EIGEN_BESTAND}) OR ({regel})" if regel != GEEN else GEEN for regel in geschreven)
        ),
    }


def _zonder_vindplaatsen(regels: dict[Model, Regels]) -> dict[Model, Regels]:
    """The same without the rows by which somebody is found who is hidden, and without all that names those."""
    for vindplaats, plek in vindplaatsen():
        for model in modellen():
            kolommen = ["id"] if model is vindplaats else sleutels_van(model, vindplaats)
            if kolommen:
                open_ = [_OPEN.format(kolom=kolom, functie=functie(plek)) for kolom in kolommen]
                regels[model] = regels.get(model, Regels("true", GEEN)).en(*open_)
    return regels


def naslag() -> list[Model]:
    """Tables without persons that the panels of a dossier read, as the domains say."""
    return [apps.get_model(label) for domein in register for label in domein.naslag]


def _genoemd(model: Model, regels: Mapping[Model, Regels]) -> str:
    """Rows to which something refers in a dossier that this partner sees: that has a policy itself."""
    tabel = model._meta.db_table
    delen = [
        f'EXISTS (SELECT FROM "{ander._meta.db_table}" x WHERE x.{veld.column} = "{tabel}".id)'
        for ander, regel in regels.items()
        for veld in ander._meta.concrete_fields
        if veld.related_model is model and regel.partner != GEEN
    ]
    return " OR ".join(delen) or GEEN
