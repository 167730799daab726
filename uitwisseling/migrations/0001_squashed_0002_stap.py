"""All of uitwisseling at once, for a new database. One that has some of it goes on with the old files."""

import django.contrib.postgres.fields
import django.db.models.deletion
import kern.nieuwe_modellen
import uitwisseling.models.inlezing
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('uitwisseling', '0001_inlezen'), ('uitwisseling', '0002_stap')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Inlezing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('soort', models.CharField(max_length=30)),
                        ('bestandsnaam', models.CharField(max_length=255)),
                        ('bestand', models.FileField(upload_to=uitwisseling.models.inlezing._opaak)),
                        ('grootte', models.PositiveBigIntegerField(default=0, verbose_name='grootte in bytes')),
                        ('sha256', models.CharField(max_length=64)),
                        ('kolommen', models.JSONField(default=dict)),
                        ('niet_gelezen', models.JSONField(default=list, help_text='Headers of the file that are no column of ours.')),
                        ('op', models.DateField()),
                        ('status', models.CharField(choices=[('ontvangen', 'Wordt gelezen'), ('geweigerd', 'Niet te lezen'), ('klaargezet', 'Nog niet opgeslagen'), ('opslaan', 'Wordt opgeslagen'), ('opgeslagen', 'Opgeslagen'), ('gestopt', 'Gestopt, niets opgeslagen'), ('ongedaan', 'Ongedaan gemaakt')], default='ontvangen', max_length=12)),
                        ('reden', models.TextField(blank=True, help_text='Why the file as a whole was refused, in Dutch.')),
                        ('gelezen', models.PositiveIntegerField(default=0)),
                        ('aangemaakt', models.PositiveIntegerField(default=0)),
                        ('gewijzigd', models.PositiveIntegerField(default=0)),
                        ('ongewijzigd', models.PositiveIntegerField(default=0)),
                        ('met_fout', models.PositiveIntegerField(default=0)),
                        ('opzij', models.PositiveIntegerField(default=0)),
                        ('gedaan', models.PositiveIntegerField(default=0)),
                        ('goede_rijen', models.BooleanField(default=False, help_text='The good rows were saved without the faulty ones.')),
                        ('besluiten', models.JSONField(default=dict, help_text='By row number: the pk that it is, or 0.')),
                        ('opgeslagen_op', models.DateField(null=True)),
                        ('ongedaan_op', models.DateField(null=True)),
                        ('behouden', models.JSONField(default=list, help_text='What stayed when it was taken back.')),
                        ('gebruiker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ongedaan_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['soort', '-id'], name='inlezing_soort')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['ontvangen', 'geweigerd', 'klaargezet', 'opslaan', 'opgeslagen', 'gestopt', 'ongedaan'])), name='inlezing_bekende_status', violation_error_message='Deze status van een bestand bestaat niet.')],
                    },
                ),
                migrations.CreateModel(
                    name='Inleesverschil',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rij', models.PositiveIntegerField()),
                        ('model', models.CharField(max_length=80)),
                        ('object_id', models.BigIntegerField()),
                        ('dossier', models.BigIntegerField(null=True)),
                        ('veld', models.CharField(max_length=40)),
                        ('kolom', models.CharField(blank=True, max_length=40)),
                        ('was', models.TextField(null=True)),
                        ('wordt', models.TextField(null=True)),
                        ('stap', models.PositiveSmallIntegerField(default=0)),
                        ('inlezing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verschillen', to='uitwisseling.inlezing')),
                    ],
                    options={
                        'ordering': ['inlezing', 'rij', 'pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['inlezing', 'rij'], name='inleesverschil_rij')],
                    },
                ),
                migrations.CreateModel(
                    name='Inleesspoor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rij', models.PositiveIntegerField()),
                        ('model', models.CharField(max_length=80)),
                        ('object_id', models.BigIntegerField()),
                        ('dossier', models.BigIntegerField(null=True)),
                        ('versie', models.PositiveIntegerField(null=True)),
                        ('oud', models.JSONField(null=True)),
                        ('nieuw', models.JSONField(null=True)),
                        ('inlezing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sporen', to='uitwisseling.inlezing')),
                        ('stap', models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['inlezing', 'rij', 'pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['inlezing', 'rij'], name='inleesspoor_rij')],
                    },
                ),
                migrations.CreateModel(
                    name='Inleesrij',
                    fields=[
                        ('pk', models.CompositePrimaryKey('inlezing', 'rij', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('rij', models.PositiveIntegerField()),
                        ('cellen', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(null=True), size=None)),
                        ('velden', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(null=True), size=None)),
                        ('inlezing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rijen', to='uitwisseling.inlezing')),
                    ],
                ),
                migrations.CreateModel(
                    name='Inleesopzij',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rij', models.PositiveIntegerField()),
                        ('code', models.CharField(max_length=40)),
                        ('melding', models.TextField()),
                        ('bekend', models.BigIntegerField(null=True)),
                        ('besluit', models.CharField(blank=True, max_length=10)),
                        ('inlezing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opzijgezet', to='uitwisseling.inlezing')),
                    ],
                    options={
                        'ordering': ['inlezing', 'rij', 'pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['inlezing', 'rij'], name='inleesopzij_rij')],
                    },
                ),
                migrations.CreateModel(
                    name='Inleesfout',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rij', models.PositiveIntegerField()),
                        ('kolom', models.CharField(max_length=40)),
                        ('waarde', models.TextField(null=True)),
                        ('code', models.CharField(max_length=40)),
                        ('melding', models.TextField()),
                        ('goed', models.TextField(blank=True)),
                        ('bij_lezen', models.BooleanField(default=False)),
                        ('inlezing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fouten', to='uitwisseling.inlezing')),
                    ],
                    options={
                        'ordering': ['inlezing', 'rij', 'pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['inlezing', 'rij'], name='inleesfout_rij')],
                    },
                ),
                migrations.CreateModel(
                    name='Kolomkoppeling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('soort', models.CharField(max_length=30)),
                        ('koppen', models.CharField(max_length=64)),
                        ('kolommen', models.JSONField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('soort', 'koppen'), name='kolomkoppeling_een_per_bron', violation_error_message='Voor deze kolommen is al een koppeling bewaard.')],
                    },
                ),
            ],
        ),
    ]
