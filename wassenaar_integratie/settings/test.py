"""The tests: strict templates, no network, tasks run at once."""

import os
from pathlib import Path

# before the other settings read it: tests never touch the demonstration's files or server
os.environ["WI_DATA"] = os.environ.get("WI_TESTDATA") or str(Path(__file__).parents[2] / "var" / "test")

from wassenaar_integratie.settings.ontwikkeling import *  # noqa: F403

DEBUG = False
VANDAAG = "2017-05-01"
SECRET_KEY = BSN_SLEUTEL = BSN_INDEX_SLEUTEL = "alleen-voor-de-tests-en-nergens-anders-te-gebruiken"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
# The log's own connection would not see what a test has not committed; tests/storing and tests/toegang try it.
DATABASES = {"default": DATABASES["default"]}  # noqa: F405
LEESLOG_VERBINDING = "default"
