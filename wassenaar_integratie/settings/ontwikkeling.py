"""Development and the demonstration: embedded servers, invented people, one-click sign-in."""

from wassenaar_integratie import lokaal
from wassenaar_integratie.settings.base import *  # noqa: F403
from wassenaar_integratie.settings.base import databanken, env

DEMONSTRATIE = True
DEBUG = env.bool("WI_DEBUG", default=False)
SECRET_KEY = lokaal.geheim("django")
BSN_SLEUTEL = lokaal.geheim("bsn")
BSN_INDEX_SLEUTEL = lokaal.geheim("bsn-index")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = databanken(lokaal.database_url())
# where a link in a mail leads to
BASISADRES = "http://127.0.0.1:8000/"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost
CELERY_BROKER_URL = lokaal.redis_url()
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(lokaal.map_voor("post"))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(lokaal.map_voor("bestanden"))},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
