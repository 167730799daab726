from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class DossiersConfig(AppConfig):
    name = "dossiers"

    def ready(self) -> None:
        from dossiers.rijrechten import zet_rijrechten

        # after the last app with models, of which alone Django tells: then every table is there
        laatste = [app for app in apps.get_app_configs() if app.models_module][-1]
        post_migrate.connect(zet_rijrechten, sender=laatste, dispatch_uid="rijrechten")
