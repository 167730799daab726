import django.contrib.postgres.constraints
import django.db.models.constraints
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("huisvesting", "0006_opgaven")]

    operations = [
        migrations.RemoveConstraint(model_name="plaatsing", name="plaatsing_een_woning_tegelijk"),
        migrations.AddConstraint(
            model_name="plaatsing",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                expressions=[("statushouder", "="), ("periode", "&&")],
                name="plaatsing_een_woning_tegelijk",
                violation_error_message="Deze persoon woont in deze periode al op een ander adres.",
            ),
        ),
    ]
