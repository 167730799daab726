"""What holds everywhere. Secrets and addresses come from the environment in the other files."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import django_stubs_ext
import environ
from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

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
    # before the body is read, which the first view function or the token of a form does
    "toegang.poort.grenzen.Grenzen",
    # inside sessions and users, outside everything of persons
    "toegang.schil.Databankrol",
    # inside the role, outside the view: no page with persons goes out that is not in the log
    "toegang.schil.Leeslog",
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

AUTH_USER_MODEL = "toegang.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "naam")},
    },
    {"NAME": "toegang.poort.wachtzinnen.BekendeWoorden"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "toegang.adapter.Toegangsadapter"
ACCOUNT_FORMS = {
    "login": "toegang.forms.InlogForm",
    "reset_password": "toegang.forms.VergetenForm",
    "reset_password_from_key": "toegang.forms.NieuweWachtzinForm",
    "set_password": "toegang.forms.EersteWachtzinForm",
    "change_password": "toegang.forms.WachtzinWijzigenForm",
    "reauthenticate": "toegang.forms.BevestigWachtzinForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds
# How often something may be tried. Only failures count for the passphrase. What goes by somebody's address alone
# is never so tight that a stranger who tries it keeps its owner out: from a known device, or from elsewhere
# on the network, there is another count (toegang.adapter).
ACCOUNT_RATE_LIMITS = {
    "login": None,  # in its place the next four
    "inloggen_bekend": "10/5m/key",  # this address, on a device where it signed in before
    "inloggen_ip": "30/m/key",  # any address, from this place on the network
    "inloggen_hier": "5/5m/key",  # this address, from this place
    "inloggen_overal": "300/h/key",  # this address, from unknown devices all over the world
    "login_failed": "10/5m/key",  # the code of the second step, asked only after the right passphrase
    "reset_password": "20/m/ip",
    "wachtzin_mail": "3/h/key",  # mails to one address; more is answered the same, and not sent
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}

# How long a session lasts without a click, and in all; and when the page warns that it is about to end.
SESSIE_STIL = timedelta(minutes=30)
SESSIE_LANGST = timedelta(hours=12)
SESSIE_WAARSCHUWING = timedelta(minutes=2)
SESSION_COOKIE_AGE = int(SESSIE_LANGST.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# In the session and not in a cookie: they name people.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# A device from which somebody signed in before: its tries are counted apart.
BEKEND_COOKIE = "bekend"
BEKEND_DUUR = timedelta(days=180)

# The second step. Production requires one of everybody; a known device is asked again after a month.
TWEEDE_STAP_VERPLICHT = False
MFA_ADAPTER = "toegang.adapter.Factoradapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = timedelta(days=30)
MFA_ALLOW_UNVERIFIED_EMAIL = True  # who manages users gave the address
MFA_TOTP_ISSUER = "Wassenaar Integratie"
MFA_TOTP_TOLERANCE = 1  # the code before and after too: a telephone's clock is not ours
MFA_FORMS = {
    "authenticate": "toegang.forms.CodeForm",
    "reauthenticate": "toegang.forms.OpnieuwCodeForm",
    "activate_totp": "toegang.forms.AppForm",
    "add_webauthn": "toegang.forms.SleutelForm",
    "edit_webauthn": "toegang.forms.SleutelnaamForm",
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

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "toegang.poort.paginas.formulier_verlopen"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"

# To standard error, which whoever runs it keeps; no mail of errors, and in no line anything of a person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kaal": {"()": "kern.logboek.ZonderPersonen"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "kaal"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "celery": {"level": "INFO"},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "kern.logboek.NietsVanPersonen"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # the same lines there

CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A row that was asked for and not made is found again: the row is the outbox, not the message.
CELERY_BEAT_SCHEDULE = {
    "inlezingen-openstaand": {"task": "uitwisseling.tasks.verwerk_openstaande", "schedule": crontab()},
    "post-openstaand": {"task": "toegang.tasks.verstuur_post", "schedule": crontab()},
    "leeslog-zegel": {"task": "toegang.tasks.verzegel_leeslog", "schedule": crontab(minute="0")},
    "rapporten-openstaand": {"task": "rapportage.tasks.maak_openstaande", "schedule": crontab()},
}
