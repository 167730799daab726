"""The log says what went wrong and where, and nothing of anybody."""

import io
import logging
import logging.config
import sys

import pytest
from django.conf import settings as instellingen
from django.core.mail import mail_admins
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.utils.log import AdminEmailHandler
from django.views.debug import ExceptionReporter

from kern.logboek import ZonderPersonen

NAAM, BSN = "Fatima Haddad", "123456782"


def regel(fout: BaseException, tekst: str = "Het ging mis") -> str:
    """What the log holds of this exception."""
    uit = io.StringIO()
    handler = logging.StreamHandler(uit)
    handler.setFormatter(ZonderPersonen())
    logger = logging.Logger("proef")
    logger.addHandler(handler)
    try:
        raise fout
    except type(fout):
        logger.exception(tekst)
    return uit.getvalue()


def test_soort_en_plaats_zonder_de_tekst():
    logtekst = regel(ValueError(f"invalid literal: {NAAM}"))
    assert "ERROR proef: Het ging mis" in logtekst
    assert "builtins.ValueError" in logtekst
    assert "in regel" in logtekst
    assert NAAM not in logtekst


def test_ook_de_fout_eronder():
    binnen = KeyError(BSN)
    buiten = RuntimeError(NAAM)
    buiten.__cause__ = binnen
    logtekst = regel(buiten)
    assert logtekst.index("builtins.KeyError") < logtekst.index("builtins.RuntimeError")
    assert not {NAAM, BSN} & {deel for deel in (NAAM, BSN) if deel in logtekst}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sql", "wel", "niet"),
    [
        (f"SELECT '{NAAM}'::date", "22007", NAAM),
        ("SELECT * FROM bestaat_niet", 'relation "bestaat_niet" does not exist', NAAM),
    ],
)
def test_de_databank_zegt_wat_zonder_waarden(sql, wel, niet):
    with pytest.raises(DatabaseError) as gevangen, connection.cursor() as cursor:
        cursor.execute(sql)
    logtekst = regel(gevangen.value)
    assert wel in logtekst
    assert niet not in logtekst


def test_een_taak_die_mislukt():
    """Celery writes the exception's text itself."""
    record = logging.LogRecord(
        "celery.app.trace",
        logging.ERROR,
        __file__,
        1,
        "Task %(name)s[%(id)s] raised unexpected: %(exc)s\n%(traceback)s",
        ({"name": "taak", "id": "1", "exc": f"ValueError({NAAM})", "traceback": NAAM},),
        None,
    )
    tekst = ZonderPersonen().format(record)
    assert "Task taak[1] raised" in tekst
    assert NAAM not in tekst


def test_een_fout_komt_in_elke_instelling_op_standaardfout(monkeypatch, client, rf):
    """The production's and the development's alike: DEBUG is off in both."""
    uit = io.StringIO()
    monkeypatch.setattr(sys, "stderr", uit)
    oud = {naam: list(logging.getLogger(naam).handlers) for naam in ("", "django", "django.server")}
    try:
        logging.config.dictConfig(instellingen.LOGGING)
        try:
            raise PermissionError(NAAM)
        except PermissionError:
            logging.getLogger("django.request").exception("Internal Server Error: %s", "/dossiers/")
    finally:
        for naam, handlers in oud.items():
            logging.getLogger(naam).handlers = handlers
    assert "django.request: Internal Server Error: /dossiers/" in uit.getvalue()
    assert "builtins.PermissionError" in uit.getvalue()
    assert NAAM not in uit.getvalue()


class TestVerslag:
    """What Django's report of an error is made of, as a mail would carry it."""

    def verslag(self) -> str:
        verzoek = RequestFactory().post(
            "/dossiers/", {"achternaam": NAAM}, headers={"cookie": f"sessie={BSN}"}
        )
        persoon = NAAM  # noqa: F841
        try:
            raise ValueError("stuk")
        except ValueError:
            gegevens = ExceptionReporter(verzoek, *sys.exc_info()).get_traceback_data()
        kaders = [kader["vars"] for kader in gegevens["frames"]]
        return f"{kaders} {gegevens['filtered_POST_items']} {gegevens['request_meta']}"

    def test_zonder_wat_verstuurd_is_en_zonder_variabelen(self):
        tekst = self.verslag()
        assert "achternaam" in tekst
        assert "persoon" in tekst
        assert NAAM not in tekst
        assert BSN not in tekst

    def test_in_debug_ziet_de_ontwikkelaar_ze(self, settings):
        """The control: there the same report holds them."""
        settings.DEBUG = True
        assert NAAM in self.verslag()


def test_er_gaat_geen_mail_met_fouten(mailoutbox, settings):
    namen = [handler["class"] for handler in settings.LOGGING["handlers"].values()]
    assert namen == ["logging.StreamHandler"]
    assert not [h for h in logging.getLogger("django").handlers if isinstance(h, AdminEmailHandler)]
    mail_admins("x", "y")
    assert not mailoutbox  # nobody is named to get one
