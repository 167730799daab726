"""Telephone numbers and e-mail addresses of a person: checked, and kept as people write them."""

import pytest
from django.core.exceptions import ValidationError

from dossiers.rules import nagekeken_telefoon


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("", ""),
        ("  ", ""),
        ("0612345678", "0612345678"),
        (" 06  1234 5678 ", "06 1234 5678"),
        ("06-12345678", "06-12345678"),
        ("(070) 512 22 22", "(070) 512 22 22"),
        ("+31 6 12345678", "+31 6 12345678"),
        ("+31 (0)6 12345678", "+31 (0)6 12345678"),
        ("0031612345678", "0031612345678"),
        ("+49 30 123456", "+49 30 123456"),
        ("+963 11 2345678", "+963 11 2345678"),
    ],
)
def test_wat_een_nummer_is(getypt, bewaard):
    assert nagekeken_telefoon(getypt) == bewaard


@pytest.mark.parametrize(
    "getypt",
    [
        "061234567",  # nine digits
        "06123456789",  # eleven
        "0012345",
        "+31 6 1234567",
        "12345678",
        "+49",
        "+1234567890123456",
        "bel na zes uur",
        "06 1234 5678 of 5679",
        "٠٦١٢٣٤٥٦٧٨",
        "06+12345678",
    ],
)
def test_wat_geen_nummer_is(getypt):
    with pytest.raises(ValidationError, match="10 cijfers"):
        nagekeken_telefoon(getypt)


@pytest.mark.django_db
def test_op_het_formulier_van_een_persoon(client, ik, persoon):
    vast = {"achternaam": "Haddad", "geslacht": "V", "nationaliteit": "Syrische", "vergunning": "asiel"}
    vast |= {"wijze_van_komst": "nareiziger", "opvang": "azc", "versie": "1"}
    adres = f"/dossiers/{persoon.sleutel}/wijzigen/"
    fout = client.post(adres, vast | {"telefoon": "06 123", "email": "rima@"})
    assert set(fout.context["form"].errors) == {"telefoon", "email"}
    client.post(adres, vast | {"telefoon": "06  1234 5678", "email": "rima@voorbeeld.example"})
    persoon.refresh_from_db()
    assert (persoon.telefoon, persoon.email) == ("06 1234 5678", "rima@voorbeeld.example")
