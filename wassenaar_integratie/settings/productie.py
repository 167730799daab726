"""Production: every secret and address from the environment, and no default for any of them."""

from wassenaar_integratie.settings.base import *  # noqa: F403
from wassenaar_integratie.settings.base import databanken, env

DEBUG = False
DEMONSTRATIE = False
VANDAAG = None  # the real day, whatever the environment says
SECRET_KEY = env.str("SECRET_KEY")
BSN_SLEUTEL = env.str("BSN_SLEUTEL")
BSN_INDEX_SLEUTEL = env.str("BSN_INDEX_SLEUTEL")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
BASISADRES = f"https://{ALLOWED_HOSTS[0]}/"
CSRF_TRUSTED_ORIGINS = [f"https://{naam}" for naam in ALLOWED_HOSTS]
DATABASES = {
    naam: {**instellingen, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    for naam, instellingen in databanken(env.str("DATABASE_URL")).items()
}
CELERY_BROKER_URL = env.str("REDIS_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CELERY_BROKER_URL}
}
EMAIL_CONFIG = env.email_url("EMAIL_URL")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env.str("WI_DATA")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
TWEEDE_STAP_VERPLICHT = True
MFA_TRUST_COOKIE_NAME = "__Host-apparaat"
MFA_TRUST_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
BEKEND_COOKIE = "__Host-bekend"
# The proxies in front of us: each adds an address to X-Forwarded-For. The one that the last but (number - 1)
# added is the client's; what the client wrote in that header itself stands before it and is not read.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("WI_PROXIES", default=1)
SESSION_COOKIE_NAME = "__Host-sessie"
CSRF_COOKIE_NAME = "__Host-csrf"
