from django.db import migrations, models

ZIN = "Dit nummer kunt u niet gebruiken. Kijk of het nummer klopt. Klopt het? Vraag de projectcoördinator."


class Migration(migrations.Migration):
    """The sentence at a number of a dossier of which the user may not know; nothing in the database changes."""

    dependencies = [
        ("dossiers", "0014_verwijzing_wisselbaar"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="statushouder",
            name=f"statushouder_{kolom}_uniek",
            constraint=models.UniqueConstraint(
                fields=(veld,), name=f"statushouder_{kolom}_uniek", violation_error_message=ZIN
            ),
        )
        for kolom, veld in (("bsn", "bsn_index"), ("vnummer", "vnummer"))
    ]
