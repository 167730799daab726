"""All of termijnen at once, for a new database. One that has some of it goes on with the old files."""

import django.db.models.deletion
import kern.nieuwe_modellen
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('termijnen', '0001_termijnen'), ('termijnen', '0002_gestopt_op'), ('termijnen', '0003_zonder_dossier')]

    initial = True

    dependencies = [
        ('dossiers', '0001_squashed_0019_antwoordtermijn'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Uitzondering',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=60)),
                        ('gelegenheid', models.CharField(blank=True, max_length=60)),
                        ('soort', models.CharField(choices=[('uitstel', 'Uitstel'), ('vrijstelling', 'Vrijstelling'), ('voldaan', 'Gedaan, buiten het systeem om')], max_length=12)),
                        ('nieuwe_datum', models.DateField(blank=True, null=True, verbose_name='nieuwe datum')),
                        ('reden', models.CharField(max_length=300)),
                        ('besloten_op', models.DateField(verbose_name='besloten op')),
                        ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='teruggedraaid op')),
                        ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uitzonderingen', to=settings.AUTH_USER_MODEL)),
                        ('gezin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='uitzonderingen', to='dossiers.gezin')),
                        ('statushouder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='uitzonderingen', to='dossiers.statushouder')),
                        ('onderwerp', models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        'verbose_name': 'uitzondering',
                        'verbose_name_plural': 'uitzonderingen',
                        'ordering': ['besloten_op', 'pk'],
                        'indexes': [models.Index(fields=['statushouder', 'code', 'gelegenheid'], name='uitzondering_van_termijn'), models.Index(condition=models.Q(('statushouder', None)), fields=['code', 'onderwerp', 'gelegenheid'], name='uitzondering_van_onderwerp')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('nieuwe_datum', None), ('soort', 'vrijstelling')), models.Q(models.Q(('soort', 'vrijstelling'), _negated=True), ('nieuwe_datum__isnull', False)), _connector='OR'), name='uitzondering_datum_waar_het_hoort', violation_error_message='Vul bij uitstel en bij gedaan een datum in, en bij vrijstelling geen.'), models.CheckConstraint(condition=models.Q(('reden', ''), _negated=True), name='uitzondering_met_reden', violation_error_message='Schrijf op waarom.'), models.CheckConstraint(condition=models.Q(models.Q(('onderwerp', ''), ('statushouder__isnull', False)), models.Q(('gezin', None), ('statushouder', None), models.Q(('onderwerp', ''), _negated=True)), _connector='OR'), name='uitzondering_dossier_of_onderwerp', violation_error_message='Een besluit gaat over een dossier of over een ander onderwerp: één van de twee.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "termijnen_uitzonderingevent" ("besloten_op", "code", "door_id", "gelegenheid", "gezin_id", "id", "ingetrokken_op", "nieuwe_datum", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "statushouder_id") SELECT new_values."besloten_op", new_values."code", new_values."door_id", new_values."gelegenheid", new_values."gezin_id", new_values."id", new_values."ingetrokken_op", new_values."nieuwe_datum", new_values."onderwerp", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."soort", new_values."statushouder_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='55921380357f0903efb277b0f8ef327a0d274500', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_8c6c5', referencing='REFERENCING NEW TABLE AS new_values ', table='termijnen_uitzondering', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "termijnen_uitzonderingevent" ("besloten_op", "code", "door_id", "gelegenheid", "gezin_id", "id", "ingetrokken_op", "nieuwe_datum", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "statushouder_id") SELECT new_values."besloten_op", new_values."code", new_values."door_id", new_values."gelegenheid", new_values."gezin_id", new_values."id", new_values."ingetrokken_op", new_values."nieuwe_datum", new_values."onderwerp", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."soort", new_values."statushouder_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e3ab6cbf3c942d0bcf8084f0904859ac7386a0fe', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_2416a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='termijnen_uitzondering', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "termijnen_uitzonderingevent" ("besloten_op", "code", "door_id", "gelegenheid", "gezin_id", "id", "ingetrokken_op", "nieuwe_datum", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "statushouder_id") SELECT old_values."besloten_op", old_values."code", old_values."door_id", old_values."gelegenheid", old_values."gezin_id", old_values."id", old_values."ingetrokken_op", old_values."nieuwe_datum", old_values."onderwerp", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."soort", old_values."statushouder_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='18d8e15ed5afcab7392f79a199c726cc2723176c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_b6e20', referencing='REFERENCING OLD TABLE AS old_values ', table='termijnen_uitzondering', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='UitzonderingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(max_length=60)),
                        ('gelegenheid', models.CharField(blank=True, max_length=60)),
                        ('soort', models.CharField(choices=[('uitstel', 'Uitstel'), ('vrijstelling', 'Vrijstelling'), ('voldaan', 'Gedaan, buiten het systeem om')], max_length=12)),
                        ('nieuwe_datum', models.DateField(blank=True, null=True, verbose_name='nieuwe datum')),
                        ('reden', models.CharField(max_length=300)),
                        ('besloten_op', models.DateField(verbose_name='besloten op')),
                        ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='teruggedraaid op')),
                        ('door', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gezin', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.gezin')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='termijnen.uitzondering')),
                        ('statushouder', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('onderwerp', models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Termijn',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=60)),
                        ('gelegenheid', models.CharField(blank=True, max_length=60)),
                        ('begint_op', models.DateField()),
                        ('vervalt_op', models.DateField()),
                        ('voldaan_op', models.DateField(null=True)),
                        ('gezin', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='termijnen', to='dossiers.gezin')),
                        ('statushouder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='termijnen', to='dossiers.statushouder')),
                        ('gestopt_op', models.DateField(null=True)),
                        ('onderwerp', models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        'verbose_name': 'termijn',
                        'verbose_name_plural': 'termijnen',
                        'ordering': ['vervalt_op', 'pk'],
                        'indexes': [models.Index(fields=['vervalt_op', 'id'], name='termijn_op_vervaldag')],
                        'constraints': [models.UniqueConstraint(fields=('statushouder', 'code', 'gelegenheid'), name='termijn_een_per_gelegenheid', violation_error_message='Deze termijn staat er al.'), models.CheckConstraint(condition=models.Q(('vervalt_op__gte', models.F('begint_op'))), name='termijn_vervalt_niet_voor_begin', violation_error_message='Een termijn loopt niet af voordat zij begint.'), models.UniqueConstraint(condition=models.Q(('statushouder', None)), fields=('code', 'onderwerp', 'gelegenheid'), name='termijn_een_per_onderwerp', violation_error_message='Deze termijn staat er al.'), models.CheckConstraint(condition=models.Q(models.Q(('onderwerp', ''), ('statushouder__isnull', False)), models.Q(('gezin', None), ('statushouder', None), models.Q(('onderwerp', ''), _negated=True)), _connector='OR'), name='termijn_dossier_of_onderwerp', violation_error_message='Een termijn is van een dossier of van een ander onderwerp: één van de twee.')],
                    },
                ),
            ],
        ),
    ]
