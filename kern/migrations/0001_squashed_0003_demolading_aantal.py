"""All of kern at once, for a new database. One that has some of it goes on with the old files."""

import kern.nieuwe_modellen
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('kern', '0001_initial'), ('kern', '0002_demolading'), ('kern', '0003_demolading_aantal')]

    initial = True

    dependencies = [
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Bronverschil',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(unique=True)),
                        ('onderwerp', models.CharField(max_length=200)),
                        ('waarden', models.JSONField(help_text='List of {bron, waarde}, as the plan has them.')),
                        ('verklaring', models.TextField()),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Plan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kenmerk', models.CharField(max_length=60, unique=True)),
                        ('naam', models.CharField(max_length=200)),
                        ('gemeente', models.CharField(max_length=100)),
                        ('jaren', models.JSONField(help_text='Years of the plan, in order.')),
                        ('sha256', models.CharField(max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name='Demolading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('enige', models.BooleanField(default=True, editable=False, unique=True)),
                        ('zaad', models.BigIntegerField()),
                        ('personen', models.PositiveIntegerField()),
                        ('gezinnen', models.PositiveIntegerField()),
                        ('vingerafdruk', models.CharField(max_length=64)),
                        ('aantal', models.PositiveIntegerField(null=True)),
                    ],
                ),
            ],
        ),
    ]
