from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "toegang"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from toegang.poort.tijdslot import begin

        user_logged_in.connect(begin, dispatch_uid="tijdslot")
