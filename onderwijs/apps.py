from django.apps import AppConfig


class OnderwijsConfig(AppConfig):
    name = "onderwijs"
