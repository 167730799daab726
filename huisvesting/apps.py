from django.apps import AppConfig


class HuisvestingConfig(AppConfig):
    name = "huisvesting"
