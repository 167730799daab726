"""Signing in, sessions and what a browser may do with our pages. Part of base.py."""

from datetime import timedelta

from csp.constants import NONCE, NONE, SELF

AUTH_USER_MODEL = "toegang.Gebruiker"
AUTHENTICATION_BACKENDS = ["toegang.poort.inlogger.Inlogger"]
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
