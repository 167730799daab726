"""May two be one person: field by field, and the whole."""

from dataclasses import replace

import pytest

from dossiers.rules.gelijkenis import Kandidaat, vergelijk, vergelijk_velden
from kern.leeftijd import Geboortedatum

RIMA = Kandidaat(
    achternaam="Al-Masri",
    voornamen="Rima",
    geboren=Geboortedatum.lees("11-2-1989"),
    geslacht="V",
    nationaliteit="Syrische",
    vnummer="2741831147",
    bsn_index="a",
)


def met(geboren=None, **velden):
    return replace(RIMA, **({"geboren": Geboortedatum.lees(geboren)} if geboren else {}), **velden)


def zonder_nummers(**velden):
    return met(vnummer=None, bsn_index=None, **velden)


@pytest.mark.parametrize(
    ("ander", "veld", "soort", "woorden"),
    [
        (RIMA, "naam", "gelijk", "gelijk"),
        (met(achternaam="al masri"), "naam", "gelijk", "gelijk"),
        (met(achternaam="El-Masry"), "naam", "lijkt", "andere spelling"),
        (met(achternaam="المصري"), "naam", "lijkt", "ander schrift"),
        (met(achternaam="Rima", voornamen="Masri"), "naam", "lijkt", "voornaam en achternaam omgekeerd"),
        (met(voornamen="Rima Nour"), "naam", "lijkt", "een naam meer"),
        (met(voornamen="Layla"), "naam", "verschilt", "verschilt"),
        (RIMA, "geboren", "gelijk", "gelijk"),
        (met("1989"), "geboren", "lijkt", "alleen het jaar bekend"),
        (met("2-1989"), "geboren", "lijkt", "alleen de maand bekend"),
        (met("3-1989"), "geboren", "verschilt", "verschilt"),
        (met("2-11-1989"), "geboren", "lijkt", "dag en maand omgekeerd"),
        (met("1-1-1989"), "geboren", "lijkt", "misschien alleen het jaar bekend"),
        (met("11-2-1998"), "geboren", "lijkt", "twee cijfers omgekeerd"),
        (met("12-2-1989"), "geboren", "lijkt", "één cijfer anders"),
        (met("30-9-1994"), "geboren", "verschilt", "verschilt"),
        (met("onbekend"), "geboren", "een_keer", "één keer bekend"),
        (met(vnummer="2741831174"), "vnummer", "lijkt", "twee cijfers omgekeerd"),
        (met(vnummer="2741831148"), "vnummer", "lijkt", "één cijfer anders"),
        (met(vnummer="2741839999"), "vnummer", "verschilt", "verschilt"),
        (met(vnummer=None), "vnummer", "een_keer", "één keer bekend"),
        (met(bsn_index="b"), "bsn", "verschilt", "verschilt"),
        (met(bsn_index=None), "bsn", "een_keer", "één keer bekend"),
        (met(geslacht="O"), "geslacht", "een_keer", "één keer bekend"),
        (met(geslacht="M"), "geslacht", "verschilt", "verschilt"),
        (met(nationaliteit="Eritrese"), "nationaliteit", "verschilt", "verschilt"),
        (met(nationaliteit="Staatloos"), "nationaliteit", "een_keer", "één keer bekend"),
    ],
)
def test_veld_voor_veld(ander, veld, soort, woorden):
    oordelen = {oordeel.veld: oordeel for oordeel in vergelijk_velden(RIMA, ander)}
    assert (oordelen[veld].soort, oordelen[veld].woorden) == (soort, woorden)
    omgekeerd = {oordeel.veld: oordeel for oordeel in vergelijk_velden(ander, RIMA)}
    assert (omgekeerd[veld].soort, omgekeerd[veld].woorden) == (soort, woorden)


@pytest.mark.parametrize(
    ("ander", "oordeel"),
    [
        (RIMA, "Lijkt sterk"),
        (zonder_nummers(achternaam="El Masry"), "Lijkt sterk"),
        (zonder_nummers(geboren="1989"), "Lijkt sterk"),
        (zonder_nummers(geboren="2-11-1989"), "Lijkt sterk"),
        (zonder_nummers(geboren="2-11-1989", achternaam="المصري", voornamen="ريما"), "Lijkt sterk"),
        (zonder_nummers(geboren="onbekend"), "Lijkt een beetje"),
        (zonder_nummers(geboren="onbekend", nationaliteit="Eritrese"), None),
        (zonder_nummers(geboren="30-9-1994"), None),
        (zonder_nummers(geboren="12-2-1989"), None),
        (zonder_nummers(voornamen="Layla"), None),
        (zonder_nummers(achternaam="Barakat"), None),
        (zonder_nummers(geboren="1989", geslacht="M"), None),
        (zonder_nummers(geslacht="M"), "Lijkt sterk"),
        (zonder_nummers(geboren="1989", nationaliteit="Eritrese"), "Lijkt een beetje"),
        (met(vnummer="2741839999", bsn_index=None), None),
        (met(bsn_index="b", vnummer=None), None),
        (met(vnummer="2741831174", bsn_index=None, geboren="2-11-1989"), "Lijkt sterk"),
        (met(voornamen="Anders", achternaam="Geschreven", geboren="1-1-1960", bsn_index=None), "Lijkt sterk"),
    ],
)
def test_het_geheel(ander, oordeel):
    for gelijkenis in (vergelijk(RIMA, ander), vergelijk(ander, RIMA)):
        assert (gelijkenis and gelijkenis.oordeel) == oordeel


def test_in_een_gezin_moet_de_voornaam_gelijk_klinken():
    een, ander = zonder_nummers(voornamen="Salma"), zonder_nummers(voornamen="Salima")
    assert vergelijk(een, ander)
    assert vergelijk(replace(een, gezin=1), replace(ander, gezin=2))
    assert vergelijk(replace(een, gezin=1), replace(ander, gezin=1)) is None
    assert vergelijk(replace(een, gezin=1), replace(een, gezin=1))
