from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KernConfig(AppConfig):
    name = "kern"

    def ready(self) -> None:
        from kern import checks  # noqa: F401  (registers the system checks)

        autodiscover_modules("domain")
