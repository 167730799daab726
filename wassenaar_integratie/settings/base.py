"""What holds everywhere. Secrets and addresses come from the environment in the other files."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import django_stubs_ext
import environ
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from wassenaar_integratie.settings.aanmelden import *  # noqa: F403
from wassenaar_integratie.settings.logboek import *  # noqa: F403

django_stubs_ext.monkeypatch()

# Seconds that PostgreSQL gives a statement, waiting for a lock, and a transaction in which nothing happens.
# A page gives up before the web server does (30 s); a task may read in a large file. Commands wait as long as
# they like: who started one sees it, and can stop it.
TIJDSLIMIETEN = {
    "web": {"statement_timeout": 25, "lock_timeout": 5, "idle_in_transaction_session_timeout": 60},
    "worker": {"statement_timeout": 1800, "lock_timeout": 60, "idle_in_transaction_session_timeout": 900},
}

BASIS = Path(__file__).resolve().parent.parent.parent
env = environ.Env()


def databank(url: str) -> dict[str, Any]:
    """Django's settings for a database URL; the host may be a percent-encoded socket folder (libpq)."""
    instellingen: dict[str, Any] = env.db_url_config(url)
    if not instellingen.get("ENGINE") or "HOST" not in instellingen:
        raise ImproperlyConfigured(
            "Schrijf DATABASE_URL als postgres://gebruiker:wachtwoord@server:5432/naam."
        )
    return {**instellingen, "HOST": unquote(instellingen["HOST"])}


def databanken(eigenaar: str) -> dict[str, dict[str, Any]]:
    """The database by three roles: who owns it, the web with the worker, and the read log (design section 10).

    `eigenaar` is DATABASE_URL; the other two have DATABASE_URL_WEB and DATABASE_URL_LOG, or the same server.
    Commands are the owner's and enter the role of the staff. The web and the worker never log in as the
    owner: where WI_VERBINDING is "web" or "worker", theirs is the one for everything, with its time limits.
    """
    web = databank(env.str("DATABASE_URL_WEB", default=_met_rol(eigenaar, "wi_web")))
    log = databank(env.str("DATABASE_URL_LOG", default=_met_rol(eigenaar, "wi_log")))
    wie = env.str("WI_VERBINDING", default="")
    standaard = met_tijdslimiet(web, **TIJDSLIMIETEN[wie]) if wie in TIJDSLIMIETEN else databank(eigenaar)
    return {"default": standaard, "leeslog": met_tijdslimiet(log, **TIJDSLIMIETEN["web"])}


def met_tijdslimiet(databank: dict[str, Any], **seconden: int) -> dict[str, Any]:
    """The database, with the limits of PostgreSQL (by their names there) that hold for each connection."""
    opties = " ".join(f"-c {naam}={aantal}s" for naam, aantal in seconden.items())
    eigen: dict[str, Any] = databank.get("OPTIONS", {})
    return {**databank, "OPTIONS": {**eigen, "options": f"{eigen.get('options', '')} {opties}".strip()}}


def _met_rol(url: str, rol: str) -> str:
    """The same database for another role, who needs no password where this is used."""
    deel = urlsplit(url)
    return urlunsplit(deel._replace(netloc=f"{rol}@{deel.netloc.rpartition('@')[2]}"))


LEESLOG_VERBINDING = "leeslog"  # of DATABASES
# Only ontwikkeling.py sets this to True; productie.py cannot.
DEMONSTRATIE = False
VANDAAG: str | None = env("WI_VANDAAG", default=None)

# From bottom to top, as the layers of the design; a test compares this list with import-linter's.
EIGEN_APPS = [
    "kern",
    "toegang",
    "uitwisseling",
    "dossiers",
    "termijnen",
    "huisvesting",
    "begeleiding",
    "onderwijs",
    "inburgering",
    "werk_inkomen",
    "financien",
    "werkplek",
    "regie",
    "partners",
    "rapportage",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    *EIGEN_APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # outside the static files: they have the headers too
    "toegang.poort.koppen.Koppen",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # a session that lasted too long ends before anything else is asked of it
    "toegang.poort.tijdslot.Tijdslot",
    "toegang.poort.inlogplicht.Inlogplicht",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "toegang.schil.EisTweedeStap",
    "toegang.poort.inlogplicht.Terugzetten",
    # inside sessions and users, outside everything of persons
    "toegang.schil.Databankrol",
    # inside the role, outside the view: no page with persons goes out that is not in the log
    "toegang.schil.Leeslog",
    # inside the log: a file that may not go out was not read; still before the body of a request is read
    "toegang.poort.grenzen.Grenzen",
    # after signing in: history says who changed a row
    "pghistory.middleware.HistoryMiddleware",
]
ROOT_URLCONF = "wassenaar_integratie.urls"
WSGI_APPLICATION = "wassenaar_integratie.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASIS / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "toegang.schil.schil",
            ],
        },
    },
]
FORM_RENDERER = "kern.formulierweergave.Formulierweergave"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["wassenaar"]
CRISPY_TEMPLATE_PACK = "wassenaar"
CRISPY_FAIL_SILENTLY = False

# The page of a person lies in an app above the case, so that lower ones need no name of it.
ABSOLUTE_URL_OVERRIDES = {
    "dossiers.statushouder": lambda persoon: reverse("werkplek:dossier", args=[persoon.sleutel])
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["kern.opmaak"]
# Templates write numbers through our own filters; a year or a primary key must never get a point.
USE_THOUSAND_SEPARATOR = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The largest file that a dossier takes.
DOCUMENT_MB = 20
# What one request may carry: all of it, and what is no file in it.
VERZOEK_MB = 110
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
# Rows that go out: in one file, and in all files of one user on one day.
UITVOER_RIJEN = 150_000
UITVOER_RIJEN_PER_DAG = 500_000

STATIC_URL = "static/"
STATICFILES_DIRS = [BASIS / "static"]
STATIC_ROOT = BASIS / "staticfiles"

CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A row that was asked for and not made is found again: the row is the outbox, not the message.
CELERY_BEAT_SCHEDULE = {
    "inlezingen-openstaand": {"task": "uitwisseling.tasks.verwerk_openstaande", "schedule": crontab()},
    "post-openstaand": {"task": "toegang.tasks.verstuur_post", "schedule": crontab()},
    "telling-nacht": {"task": "huisvesting.tasks.hertel", "schedule": crontab(hour="3", minute="10")},
    "eerste-maand-nacht": {"task": "begeleiding.tasks.volg", "schedule": crontab(hour="3", minute="30")},
    "verwijzingen-nacht": {"task": "partners.tasks.bewaak", "schedule": crontab(hour="3", minute="15")},
    "leeslog-zegel": {"task": "toegang.tasks.verzegel_leeslog", "schedule": crontab(minute="0")},
    "sessies-voorbij": {"task": "toegang.tasks.ruim_op", "schedule": crontab(hour="3", minute="20")},
    "termijnen-nacht": {
        "task": "termijnen.tasks.bereken_termijnen",
        "schedule": crontab(hour="3", minute="40"),
    },
    "rapporten-openstaand": {"task": "rapportage.tasks.maak_openstaande", "schedule": crontab()},
}
