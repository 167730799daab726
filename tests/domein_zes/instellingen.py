"""The settings of a municipality that adds a domain: one line. The other names a database of its own."""

from wassenaar_integratie.settings.test import *  # noqa: F403
from wassenaar_integratie.settings.test import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.domein_zes"]

# so that it can run while the tests that start it have theirs
DATABASES["default"]["TEST"] = {"NAME": "test_domein_zes"}
