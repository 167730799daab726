from django.apps import AppConfig


class WerkInkomenConfig(AppConfig):
    name = "werk_inkomen"
