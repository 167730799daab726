"""The task queue. Tasks live in `tasks.py` of each app and get their dates as arguments."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wassenaar_integratie.settings.ontwikkeling")

app = Celery("wassenaar_integratie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
