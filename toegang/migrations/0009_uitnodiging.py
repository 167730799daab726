import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toegang", "0008_lijst_als_bestand")]

    operations = [
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=150)),
                ("gevraagd_op", models.DateTimeField(auto_now_add=True)),
                ("ingetrokken", models.BooleanField(default=False)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitnodigingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodigingen",
                        to="toegang.organisatie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("organisatie"),
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("ingetrokken", False)),
                        name="uitnodiging_een_keer_open",
                        violation_error_message="Deze persoon is al uitgenodigd of staat al in uw lijst.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="poststuk",
            name="uitnodiging",
            field=models.ForeignKey(
                help_text="What this mail is about, besides who gets it.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                to="toegang.uitnodiging",
            ),
        ),
        migrations.AlterField(
            model_name="poststuk",
            name="soort",
            field=models.CharField(
                choices=[
                    ("uitnodiging", "Uitnodiging"),
                    ("wachtzin", "Nieuwe wachtzin"),
                    ("al_toegang", "U hebt al toegang"),
                    ("al_bekend", "Iemand is twee keer gevraagd"),
                ],
                max_length=20,
            ),
        ),
    ]
