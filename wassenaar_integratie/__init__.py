"""The Django project: settings, addresses, task queue and the launcher of the demonstration."""

from wassenaar_integratie.celery import app as celery_app

__all__ = ["celery_app"]
