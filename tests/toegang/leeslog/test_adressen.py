"""Every page with a right says what it shows of persons, and every page of a dossier that it shows one."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from dossiers.views import LeestDossier
from toegang.views import RechtMixin

# Addresses with a `sleutel` that is not of a dossier: a file that was read in, a referral, a row of the log itself.
NIET_VAN_EEN_DOSSIER = ("inlezen/", "verwijzingen/", "leeslog/")


def weergaven(resolver: URLResolver, voor: str = ""):
    for deel in resolver.url_patterns:
        pad = f"{voor}{deel.pattern}"
        if isinstance(deel, URLResolver):
            yield from weergaven(deel, pad)
        elif isinstance(deel, URLPattern):
            klasse = getattr(deel.callback, "view_class", None)
            if klasse and issubclass(klasse, RechtMixin):
                yield pad, klasse


MET_RECHT = dict(weergaven(get_resolver()))


def zwijgt(klassen) -> list[str]:
    """Pages that do not say what they show."""
    return sorted(pad for pad, klasse in klassen.items() if not hasattr(klasse, "leest"))


def ongelogd(klassen) -> list[str]:
    """Pages with the key of a dossier in the address that are not logged as a dossier."""
    return sorted(
        pad
        for pad, klasse in klassen.items()
        if "<uuid:sleutel>" in pad
        and not pad.startswith(NIET_VAN_EEN_DOSSIER)
        and not (issubclass(klasse, LeestDossier) and klasse.leest)
    )


def test_elke_pagina_zegt_wat_ze_toont():
    assert zwijgt(MET_RECHT) == []


def test_elke_pagina_van_een_dossier_staat_in_het_log():
    assert ongelogd(MET_RECHT) == []
    assert sum("<uuid:sleutel>" in pad for pad in MET_RECHT) > 20


def test_elke_pagina_van_een_dossier_heeft_een_eigen_naam():
    """ "Dossier" alone does not say what somebody looked at."""
    assert [pad for pad, klasse in MET_RECHT.items() if klasse.leest and klasse.leest.wat == "Dossier"] == []


def test_de_controle_ziet_een_pagina_die_zwijgt():
    class Nieuw(RechtMixin):
        recht = ("dossiers", "inzien")

    class Stil(Nieuw):
        leest = None

    assert zwijgt({"a/": Nieuw, "b/": Stil}) == ["a/"]
    assert ongelogd({"x/<uuid:sleutel>/": Stil, "y/": Stil}) == ["x/<uuid:sleutel>/"]
    with pytest.raises(ImproperlyConfigured, match="Nieuw zegt niet wat het van personen toont"):
        Nieuw.as_view()(RequestFactory().get("/"))


def test_wat_er_staat_past_in_het_log_en_noemt_niemand():
    """The words are those of the class, the same for everybody."""
    namen = {klasse.leest.wat for klasse in MET_RECHT.values() if klasse.leest}
    assert all(0 < len(naam) <= 60 and "{" not in naam for naam in namen)
