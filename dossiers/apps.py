from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class DossiersConfig(AppConfig):
    name = "dossiers"

    def ready(self) -> None:
        from dossiers.rijrechten import zet_rijrechten

        # after the last app: then every table is there
        laatste = list(apps.get_app_configs())[-1]
        post_migrate.connect(zet_rijrechten, sender=laatste, dispatch_uid="rijrechten")
