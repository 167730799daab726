"""All of begeleiding at once, for a new database. One that has some of it goes on with the old files.

Left out, as it does nothing on an empty database: the list that was made for the steps that were there (0003).
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import kern.nieuwe_modellen
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('begeleiding', '0001_initial'), ('begeleiding', '0002_eerste_maand'), ('begeleiding', '0003_lijst_van_het_plan'), ('begeleiding', '0004_lijst_verplicht')]

    initial = True

    dependencies = [
        ('dossiers', '0001_squashed_0019_antwoordtermijn'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('toegang', '0001_squashed_0011_herinnering'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Begeleidingstraject',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('vrijwilliger', models.CharField(blank=True, max_length=100, verbose_name='vrijwilliger')),
                        ('intensiteit', models.CharField(choices=[('intensief', 'Elke week of vaker'), ('gewoon', 'Om de week'), ('licht', 'Eén keer per maand of minder')], default='gewoon', max_length=10, verbose_name='hoe vaak?')),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('begeleider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='begeleidingstrajecten', to=settings.AUTH_USER_MODEL)),
                        ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='begeleidingstrajecten', to='toegang.organisatie')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='begeleidingstrajecten', to='dossiers.statushouder')),
                    ],
                    options={
                        'verbose_name': 'begeleidingstraject',
                        'verbose_name_plural': 'begeleidingstrajecten',
                        'ordering': ['van', 'pk'],
                        'indexes': [models.Index(fields=['organisatie', 'van'], name='traject_op_organisatie')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='traject_tot_na_van', violation_error_message='De laatste dag mag niet voor de eerste dag liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('statushouder', '='), ('organisatie', '='), ('periode', '&&')], name='traject_een_per_organisatie', violation_error_message='Deze persoon krijgt in deze periode al begeleiding van deze organisatie. Beëindig die eerst.'), models.CheckConstraint(condition=models.Q(('begeleider', None), ('vrijwilliger', ''), _connector='OR'), name='traject_begeleider_of_vrijwilliger', violation_error_message='Kies een begeleider, of vul de naam van een vrijwilliger in: niet allebei.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_begeleidingstrajectevent" ("begeleider_id", "id", "intensiteit", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "vrijwilliger") SELECT new_values."begeleider_id", new_values."id", new_values."intensiteit", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie", new_values."vrijwilliger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='380c0dba993cfd939d3e082e88c51bd3c232aaaa', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_2e44a', referencing='REFERENCING NEW TABLE AS new_values ', table='begeleiding_begeleidingstraject', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_begeleidingstrajectevent" ("begeleider_id", "id", "intensiteit", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "vrijwilliger") SELECT new_values."begeleider_id", new_values."id", new_values."intensiteit", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie", new_values."vrijwilliger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bbf1013d3a0a2456067a69a3b3dcecc7bb77c708', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_91adb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='begeleiding_begeleidingstraject', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_begeleidingstrajectevent" ("begeleider_id", "id", "intensiteit", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "vrijwilliger") SELECT old_values."begeleider_id", old_values."id", old_values."intensiteit", old_values."organisatie_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie", old_values."vrijwilliger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='20c62626b77e00f8ed9d6e785215f60f341cce53', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_cc394', referencing='REFERENCING OLD TABLE AS old_values ', table='begeleiding_begeleidingstraject', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BegeleidingstrajectEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('vrijwilliger', models.CharField(blank=True, max_length=100, verbose_name='vrijwilliger')),
                        ('intensiteit', models.CharField(choices=[('intensief', 'Elke week of vaker'), ('gewoon', 'Om de week'), ('licht', 'Eén keer per maand of minder')], default='gewoon', max_length=10, verbose_name='hoe vaak?')),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('begeleider', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisatie', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='begeleiding.begeleidingstraject')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Stappenlijst',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('geldig_vanaf', models.DateField(null=True, verbose_name='geldt vanaf')),
                        ('toelichting', models.CharField(blank=True, max_length=200, verbose_name='waarom?')),
                    ],
                    options={
                        'verbose_name': 'stappenlijst',
                        'verbose_name_plural': 'stappenlijsten',
                        'ordering': [models.OrderBy(models.F('geldig_vanaf'), nulls_first=True)],
                        'constraints': [models.UniqueConstraint(fields=('geldig_vanaf',), name='stappenlijst_een_per_dag', nulls_distinct=False, violation_error_message='Er is al een lijst die op deze dag ingaat. Wijzig die.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stappenlijstevent" ("geldig_vanaf", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "versie") SELECT new_values."geldig_vanaf", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."toelichting", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='af4a608733d7db7dc2150245adf54dcad4be27f1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_c684f', referencing='REFERENCING NEW TABLE AS new_values ', table='begeleiding_stappenlijst', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stappenlijstevent" ("geldig_vanaf", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "versie") SELECT new_values."geldig_vanaf", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."toelichting", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6e500bf7a1d45e2c1e2831688ffc86132e86c34d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_823d0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='begeleiding_stappenlijst', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stappenlijstevent" ("geldig_vanaf", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "versie") SELECT old_values."geldig_vanaf", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."toelichting", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a64a54b7f40252693283b1e3a41b19edf4f2e90d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_3c4fa', referencing='REFERENCING OLD TABLE AS old_values ', table='begeleiding_stappenlijst', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='EersteMaandStap',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(help_text='Zo heet de stap in een bestand dat u inleest. Kleine letters en cijfers', verbose_name='code')),
                        ('stap', models.CharField(help_text='Als iets dat klaar is: Telefoon geregeld', max_length=200, verbose_name='stap')),
                        ('alleen_met_kinderen', models.BooleanField(default=False, help_text='Alleen voor een gezin met iemand die jonger is dan 18 op de dag van vestiging', verbose_name='alleen met kinderen')),
                        ('volgorde', models.PositiveSmallIntegerField(verbose_name='plaats in de lijst')),
                        ('feit', models.CharField(blank=True, help_text='Uit een ander deel van het dossier', max_length=60, verbose_name='vult zichzelf in')),
                        ('mag_eerder', models.BooleanField(default=False, help_text='Zoals het bekijken van de woning', verbose_name='kan vóór de vestiging klaar zijn')),
                        ('uitleg', models.CharField(blank=True, help_text='Wat een vrijwilliger erover moet weten', max_length=300, verbose_name='uitleg')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('lijst', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stappen', to='begeleiding.stappenlijst')),
                    ],
                    options={
                        'verbose_name': 'stap van de eerste maand',
                        'verbose_name_plural': 'stappen van de eerste maand',
                        'ordering': ['lijst', 'volgorde', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('lijst', 'code'), name='eerstemaandstap_code_per_lijst', violation_error_message='Er is al een stap met deze code.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_eerstemaandstapevent" ("alleen_met_kinderen", "code", "feit", "id", "lijst_id", "mag_eerder", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap", "uitleg", "versie", "volgorde") SELECT new_values."alleen_met_kinderen", new_values."code", new_values."feit", new_values."id", new_values."lijst_id", new_values."mag_eerder", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."stap", new_values."uitleg", new_values."versie", new_values."volgorde" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0154a418fff873c845e8cbdb06f78f8c1f5c6102', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_3ceda', referencing='REFERENCING NEW TABLE AS new_values ', table='begeleiding_eerstemaandstap', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_eerstemaandstapevent" ("alleen_met_kinderen", "code", "feit", "id", "lijst_id", "mag_eerder", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap", "uitleg", "versie", "volgorde") SELECT new_values."alleen_met_kinderen", new_values."code", new_values."feit", new_values."id", new_values."lijst_id", new_values."mag_eerder", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."stap", new_values."uitleg", new_values."versie", new_values."volgorde" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='09bfccd2ec0d0c729aefc8fab4fc4619171deb4d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_a67af', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='begeleiding_eerstemaandstap', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_eerstemaandstapevent" ("alleen_met_kinderen", "code", "feit", "id", "lijst_id", "mag_eerder", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap", "uitleg", "versie", "volgorde") SELECT old_values."alleen_met_kinderen", old_values."code", old_values."feit", old_values."id", old_values."lijst_id", old_values."mag_eerder", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."stap", old_values."uitleg", old_values."versie", old_values."volgorde" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='92d180666b1bbe80ae901b388be843dbb7cdbbff', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_48277', referencing='REFERENCING OLD TABLE AS old_values ', table='begeleiding_eerstemaandstap', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='EersteMaand',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('begint_op', models.DateField(null=True)),
                        ('met_kinderen', models.BooleanField(default=False)),
                        ('uiterlijk_op', models.GeneratedField(db_persist=True, expression=models.Func(models.F('begint_op'), output_field=models.DateField(), template='(%(expressions)s + 30)'), output_field=models.DateField())),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eerste_maanden', to='dossiers.gezin')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eerste_maanden', to='dossiers.statushouder')),
                        ('lijst', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='eerste_maanden', to='begeleiding.stappenlijst')),
                    ],
                    options={
                        'verbose_name': 'eerste maand',
                        'verbose_name_plural': 'eerste maanden',
                        'ordering': ['begint_op', 'pk'],
                        'indexes': [models.Index(fields=['begint_op', 'id'], name='eerstemaand_op_begin')],
                        'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], fields=('gezin', 'begint_op'), name='eerstemaand_een_per_dag', violation_error_message='Dit gezin heeft al een eerste maand vanaf deze dag.')],
                    },
                ),
                migrations.CreateModel(
                    name='EersteMaandStapEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('code', models.SlugField(db_index=False, help_text='Zo heet de stap in een bestand dat u inleest. Kleine letters en cijfers', verbose_name='code')),
                        ('stap', models.CharField(help_text='Als iets dat klaar is: Telefoon geregeld', max_length=200, verbose_name='stap')),
                        ('uitleg', models.CharField(blank=True, help_text='Wat een vrijwilliger erover moet weten', max_length=300, verbose_name='uitleg')),
                        ('alleen_met_kinderen', models.BooleanField(default=False, help_text='Alleen voor een gezin met iemand die jonger is dan 18 op de dag van vestiging', verbose_name='alleen met kinderen')),
                        ('mag_eerder', models.BooleanField(default=False, help_text='Zoals het bekijken van de woning', verbose_name='kan vóór de vestiging klaar zijn')),
                        ('feit', models.CharField(blank=True, help_text='Uit een ander deel van het dossier', max_length=60, verbose_name='vult zichzelf in')),
                        ('volgorde', models.PositiveSmallIntegerField(verbose_name='plaats in de lijst')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='begeleiding.eerstemaandstap')),
                        ('lijst', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='begeleiding.stappenlijst')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='StappenlijstEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('geldig_vanaf', models.DateField(null=True, verbose_name='geldt vanaf')),
                        ('toelichting', models.CharField(blank=True, max_length=200, verbose_name='waarom?')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='begeleiding.stappenlijst')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Stapstand',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gedaan_op', models.DateField(blank=True, null=True, verbose_name='wanneer gedaan?')),
                        ('niet_van_toepassing', models.BooleanField(default=False, verbose_name='niet van toepassing')),
                        ('reden', models.CharField(blank=True, max_length=200, verbose_name='waarom niet?')),
                        ('opmerking', models.CharField(blank=True, max_length=300, verbose_name='opmerking')),
                        ('feit_op', models.DateField(editable=False, null=True)),
                        ('klaar_op', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('feit_op', 'gedaan_op'), output_field=models.DateField())),
                        ('door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eerste_maand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stappen', to='begeleiding.eerstemaand')),
                        ('organisatie', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='toegang.organisatie')),
                        ('stap', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standen', to='begeleiding.eerstemaandstap')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eerste_maand_stappen', to='dossiers.statushouder')),
                        ('vestiging', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='eerste_maand_stappen', to='dossiers.vestiging')),
                    ],
                    options={
                        'verbose_name': 'stap in de eerste maand',
                        'verbose_name_plural': 'stappen in de eerste maand',
                        'ordering': ['eerste_maand', 'stap__volgorde', 'pk'],
                        'indexes': [models.Index(condition=models.Q(('klaar_op', None)), fields=['eerste_maand'], name='stapstand_nog_te_doen')],
                        'constraints': [models.UniqueConstraint(fields=('eerste_maand', 'stap'), name='stapstand_een_per_stap', violation_error_message='Deze stap staat al op de lijst van dit gezin.'), models.CheckConstraint(condition=models.Q(('niet_van_toepassing', False), models.Q(('gedaan_op__isnull', False), models.Q(('reden', ''), _negated=True)), _connector='OR'), name='stapstand_nvt_met_reden', violation_error_message='Schrijf op waarom deze stap niet van toepassing is.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stapstandevent" ("door_id", "eerste_maand_id", "feit_op", "gedaan_op", "id", "niet_van_toepassing", "opmerking", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "stap_id", "statushouder_id", "versie", "vestiging_id") SELECT new_values."door_id", new_values."eerste_maand_id", new_values."feit_op", new_values."gedaan_op", new_values."id", new_values."niet_van_toepassing", new_values."opmerking", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."stap_id", new_values."statushouder_id", new_values."versie", new_values."vestiging_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8529879d824136d551d938e49501f69d215e1d7f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_1b35d', referencing='REFERENCING NEW TABLE AS new_values ', table='begeleiding_stapstand', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stapstandevent" ("door_id", "eerste_maand_id", "feit_op", "gedaan_op", "id", "niet_van_toepassing", "opmerking", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "stap_id", "statushouder_id", "versie", "vestiging_id") SELECT new_values."door_id", new_values."eerste_maand_id", new_values."feit_op", new_values."gedaan_op", new_values."id", new_values."niet_van_toepassing", new_values."opmerking", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."stap_id", new_values."statushouder_id", new_values."versie", new_values."vestiging_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b2ae4adaf23ac7bacc541d8f903914821f92f5db', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_45658', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='begeleiding_stapstand', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "begeleiding_stapstandevent" ("door_id", "eerste_maand_id", "feit_op", "gedaan_op", "id", "niet_van_toepassing", "opmerking", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "stap_id", "statushouder_id", "versie", "vestiging_id") SELECT old_values."door_id", old_values."eerste_maand_id", old_values."feit_op", old_values."gedaan_op", old_values."id", old_values."niet_van_toepassing", old_values."opmerking", old_values."organisatie_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."stap_id", old_values."statushouder_id", old_values."versie", old_values."vestiging_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ff136851e21a3ad880466fef1c09b3099f520f41', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_0a181', referencing='REFERENCING OLD TABLE AS old_values ', table='begeleiding_stapstand', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='StapstandEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gedaan_op', models.DateField(blank=True, null=True, verbose_name='wanneer gedaan?')),
                        ('niet_van_toepassing', models.BooleanField(default=False, verbose_name='niet van toepassing')),
                        ('reden', models.CharField(blank=True, max_length=200, verbose_name='waarom niet?')),
                        ('opmerking', models.CharField(blank=True, max_length=300, verbose_name='opmerking')),
                        ('feit_op', models.DateField(editable=False, null=True)),
                        ('klaar_op', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('feit_op', 'gedaan_op'), output_field=models.DateField())),
                        ('door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eerste_maand', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='begeleiding.eerstemaand')),
                        ('organisatie', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='begeleiding.stapstand')),
                        ('stap', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='begeleiding.eerstemaandstap')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('vestiging', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.vestiging')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
