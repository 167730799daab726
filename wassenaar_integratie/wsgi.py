"""The web server's entry."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wassenaar_integratie.settings.productie")
os.environ["WI_VERBINDING"] = "web"  # never as the owner of the tables

application = get_wsgi_application()
