from django.apps import AppConfig


class InburgeringConfig(AppConfig):
    name = "inburgering"
