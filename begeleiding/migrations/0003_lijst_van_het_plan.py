"""The steps that were there are the plan's own list."""

from django.db import migrations


def _maak(apps, _editor):
    stappen = apps.get_model("begeleiding", "EersteMaandStap").objects.filter(lijst=None)
    if stappen.exists():
        stappen.update(lijst=apps.get_model("begeleiding", "Stappenlijst").objects.create(geldig_vanaf=None))


class Migration(migrations.Migration):
    dependencies = [("begeleiding", "0002_eerste_maand")]

    operations = [migrations.RunPython(_maak, migrations.RunPython.noop)]
