from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toegang", "0007_aanmelden")]

    operations = [
        migrations.AlterField(
            model_name="leesregel",
            name="handeling",
            field=models.CharField(
                choices=[
                    ("inzien", "Dossier bekeken"),
                    ("afdrukken", "Dossier afgedrukt"),
                    ("document", "Document geopend"),
                    ("bsn", "BSN bekeken"),
                    ("lijst", "Lijst bekeken"),
                    ("zoeken", "Gezocht"),
                    ("uitvoer", "Lijst als bestand gehaald"),
                ],
                max_length=10,
            ),
        ),
    ]
