from django.apps import AppConfig


class RegieConfig(AppConfig):
    name = "regie"
