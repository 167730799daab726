"""The keys by which a person is found, filled for who is there; and what the search goes by."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
import dossiers.models.zoeksleutels
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

from kern.namen import paarsleutels, sleutels

STAP = 5_000


def vul(apps, schema_editor):
    """Work out the keys of the persons that are stored, by ranges of the primary key."""
    Statushouder = apps.get_model("dossiers", "Statushouder")
    velden = ("achternaam", "voorvoegsel", "voornamen")
    rijen = Statushouder.objects.only("pk", *velden, "geboren_vroegst").order_by("pk")
    vanaf = 0
    while stap := list(rijen.filter(pk__gt=vanaf)[:STAP]):
        for rij in stap:
            naam = [getattr(rij, veld) for veld in velden]
            rij.zoeksleutels = sleutels(*naam)
            rij.paarsleutels = paarsleutels(*naam, rij.geboren_vroegst.year if rij.geboren_vroegst else None)
        Statushouder.objects.bulk_update(stap, ["zoeksleutels", "paarsleutels"], batch_size=1_000)
        vanaf = stap[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0007_samenvoegen'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddField(
            model_name='statushouder',
            name='paarsleutels',
            field=dossiers.models.zoeksleutels.Paarsleutels(base_field=models.IntegerField(), default=list, editable=False, size=None),
        ),
        migrations.AddField(
            model_name='statushouder',
            name='zoeksleutels',
            field=dossiers.models.zoeksleutels.Zoeksleutels(base_field=models.TextField(), default=list, editable=False, size=None),
        ),
        migrations.RunPython(vul, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='statushouder',
            index=django.contrib.postgres.indexes.GinIndex(fields=['zoeksleutels'], name='statushouder_op_zoeksleutels'),
        ),
        migrations.AddIndex(
            model_name='statushouder',
            index=django.contrib.postgres.indexes.GinIndex(fields=['sorteernaam'], name='statushouder_op_letters', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='statushouder',
            index=models.Index(django.db.models.functions.text.Right(models.Func(models.F('telefoon'), models.Value('\\D'), models.Value(''), models.Value('g'), function='regexp_replace', output_field=models.CharField()), 9), condition=models.Q(('telefoon', ''), _negated=True), name='statushouder_op_telefoon'),
        ),
    ]
