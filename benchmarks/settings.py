"""The demonstration with Django's admin beside it, to measure against; the product never has one."""

from wassenaar_integratie.settings.ontwikkeling import *  # noqa: F403
from wassenaar_integratie.settings.ontwikkeling import ALLOWED_HOSTS as _HOSTS
from wassenaar_integratie.settings.ontwikkeling import INSTALLED_APPS as _APPS

INSTALLED_APPS = [*_APPS, "django.contrib.admin", "benchmarks"]
ROOT_URLCONF = "benchmarks.urls"
ALLOWED_HOSTS = [*_HOSTS, "testserver"]
LOGGING_CONFIG = None
