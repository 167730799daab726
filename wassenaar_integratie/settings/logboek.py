"""What is written down of errors, and what never is. Part of base.py."""

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
DEFAULT_EXCEPTION_REPORTER = "kern.logboek.FoutZonderTekst"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # the same lines there
