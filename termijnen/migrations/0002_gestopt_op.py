"""From which day on a term is asked no more: they left."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("termijnen", "0001_termijnen")]

    operations = [
        migrations.AddField("termijn", "gestopt_op", models.DateField(null=True)),
    ]
