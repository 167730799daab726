"""Loading the plan in a test, and all that it left in the database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command

JONG = 'omschrijving = "Specifieke aanpak jongeren"\nbedrag = 20000'  # a line of the plan, to be replaced


def laad(pad: Path | None = None) -> dict[str, Any]:
    uit = StringIO()
    call_command("laad_plan", *([str(pad)] if pad else []), "--json", stdout=uit)
    document: dict[str, Any] = json.loads(uit.getvalue())
    return document


def tellingen(document: dict[str, Any]) -> tuple[int, int, int]:
    return document["aangemaakt"], document["gewijzigd"], document["ongewijzigd"]


def inhoud() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours that the plan fills."""
    namen = ("kern", "toegang", "huisvesting", "begeleiding", "regie", "financien")
    modellen = [model for naam in namen for model in apps.get_app_config(naam).get_models()]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in modellen}
