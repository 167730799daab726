"""All of huisvesting at once, for a new database. One that has some of it goes on with the old files."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import kern.nieuwe_modellen
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

# No more persons in a home than it has places, on any day: held by the database, past every page. Both triggers
# lock the home first, so that two sessions cannot fill the last place together. A placement that stayed behind at
# a dossier that was merged into another takes no place; when the merge is undone it holds again: the undoing
# writes its key once more, and the trigger looks.
BEZETTING = """
CREATE FUNCTION huisvesting_hoogste_bezetting(woning bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    -- the number of residents can only rise on a day on which somebody moves in
    WITH bewoond AS (
        SELECT p.van, p.periode FROM huisvesting_plaatsing p
        JOIN dossiers_statushouder s ON s.id = p.statushouder_id AND s.samengevoegd_met_id IS NULL
        WHERE p.woning_id = woning)
    SELECT coalesce(max((SELECT count(*) FROM bewoond b WHERE b.periode @> begin.van)), 0) FROM bewoond begin
$$;

CREATE FUNCTION huisvesting_woning_niet_vol() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE plaatsen integer;
BEGIN
    SELECT capaciteit INTO plaatsen FROM huisvesting_woning WHERE id = NEW.woning_id FOR NO KEY UPDATE;
    IF plaatsen IS NOT NULL AND huisvesting_hoogste_bezetting(NEW.woning_id) > plaatsen THEN
        RAISE EXCEPTION 'woning % is vol', NEW.woning_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'plaatsing_woning_niet_vol';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION huisvesting_woning_plaatsen_genoeg() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.capaciteit IS NOT NULL AND huisvesting_hoogste_bezetting(NEW.id) > NEW.capaciteit THEN
        RAISE EXCEPTION 'woning % heeft te weinig plaatsen', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'woning_plaatsen_genoeg';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER plaatsing_woning_niet_vol
    AFTER INSERT OR UPDATE OF statushouder_id, woning_id, van, tot ON huisvesting_plaatsing
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_niet_vol();
CREATE TRIGGER woning_plaatsen_genoeg
    AFTER UPDATE OF capaciteit ON huisvesting_woning
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_plaatsen_genoeg();
"""
BEZETTING_TERUG = """
DROP TRIGGER plaatsing_woning_niet_vol ON huisvesting_plaatsing;
DROP TRIGGER woning_plaatsen_genoeg ON huisvesting_woning;
DROP FUNCTION huisvesting_woning_niet_vol();
DROP FUNCTION huisvesting_woning_plaatsen_genoeg();
DROP FUNCTION huisvesting_hoogste_bezetting(bigint);
"""
# One open offer at a time of a home; an AMV home and a doorstroomlocatie (H10) are offered by the place. A unique
# index cannot ask what kind of home it is, so that a trigger does. It locks the home first, so that two sessions
# cannot offer it together.
AANBOD = """
CREATE FUNCTION huisvesting_aanbod_een_open() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE per_plek boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.woning_id = NEW.woning_id
        AND OLD.geweigerd_op IS NULL AND OLD.ingetrokken_op IS NULL AND OLD.contract_op IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT amv_woning OR soort = 'doorstroom' INTO per_plek FROM huisvesting_woning WHERE id = NEW.woning_id FOR NO KEY UPDATE;
    IF NOT per_plek AND EXISTS (
        SELECT FROM huisvesting_aanbod a
        WHERE a.woning_id = NEW.woning_id AND a.id <> NEW.id
          AND a.geweigerd_op IS NULL AND a.ingetrokken_op IS NULL AND a.contract_op IS NULL
    ) THEN
        RAISE EXCEPTION 'woning % is al aangeboden', NEW.woning_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'aanbod_een_open_per_woning';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER aanbod_een_open_per_woning
    AFTER INSERT OR UPDATE OF woning_id, geweigerd_op, ingetrokken_op, contract_op ON huisvesting_aanbod
    FOR EACH ROW WHEN (NEW.geweigerd_op IS NULL AND NEW.ingetrokken_op IS NULL AND NEW.contract_op IS NULL)
    EXECUTE FUNCTION huisvesting_aanbod_een_open();
"""
AANBOD_TERUG = """
DROP TRIGGER aanbod_een_open_per_woning ON huisvesting_aanbod;
DROP FUNCTION huisvesting_aanbod_een_open();
"""


class Migration(migrations.Migration):

    replaces = [('huisvesting', '0001_huisvesting'), ('huisvesting', '0002_woning_niet_vol'), ('huisvesting', '0003_geschiedenis'), ('huisvesting', '0004_telling_wisselbaar'), ('huisvesting', '0005_samengevoegd_woont_een_keer'), ('huisvesting', '0006_opgaven'), ('huisvesting', '0007_plaatsing_wisselbaar'), ('huisvesting', '0008_woningen_aanbod_sturing'), ('huisvesting', '0009_meldingen_van_gemeenten'), ('huisvesting', '0010_toezichtstap_doorgehaald'), ('huisvesting', '0011_aanbod_per_plek'), ('huisvesting', '0012_coa_op_lijst'), ('huisvesting', '0013_aanbod_per_plek_ook_doorstroom')]

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
                    name='Periode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=7, unique=True, verbose_name='periode')),
                        ('van', models.DateField()),
                        ('tot_en_met', models.DateField()),
                        ('bereik', models.GeneratedField(db_persist=True, expression=models.Func('van', 'tot_en_met', models.Value('[]'), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                    ],
                    options={
                        'ordering': ['van'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_en_met__gt', models.F('van'))), name='periode_tot_en_met_na_van', violation_error_message='De laatste dag moet na de eerste dag liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('bereik', '&&')], name='periode_zonder_overlap', violation_error_message='Deze periode overlapt een andere periode.')],
                    },
                ),
                migrations.CreateModel(
                    name='Opgave',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('aantal', models.PositiveIntegerField(verbose_name='opgave in personen')),
                        ('bron', models.CharField(max_length=200)),
                        ('periode', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opgaven', to='huisvesting.periode')),
                        ('bekend_op', models.DateField(blank=True, null=True, verbose_name='bekend op')),
                        ('inwoners_gemeente', models.PositiveIntegerField(blank=True, null=True, verbose_name='inwoners van Wassenaar')),
                        ('inwoners_land', models.PositiveIntegerField(blank=True, null=True, verbose_name='inwoners van Nederland')),
                        ('landelijk', models.PositiveIntegerField(blank=True, null=True, verbose_name='landelijke opgave')),
                        ('staatscourant', models.CharField(blank=True, max_length=20, verbose_name='nummer in de Staatscourant')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('periode', 'bekend_op'), name='opgave_een_per_dag', nulls_distinct=False, violation_error_message='Op deze dag werd al een opgave voor deze periode bekend. Wijzig die.'), models.CheckConstraint(condition=models.Q(models.Q(('inwoners_gemeente', None), ('inwoners_land', None), ('landelijk', None)), models.Q(('inwoners_gemeente__gt', 0), ('inwoners_gemeente__isnull', False), ('inwoners_land__gte', models.F('inwoners_gemeente')), ('inwoners_land__isnull', False), ('landelijk__isnull', False)), _connector='OR'), name='opgave_invoer_volledig', violation_error_message='Vul de landelijke opgave en beide aantallen inwoners in, of geen van de drie. Nederland heeft niet minder inwoners dan Wassenaar.')],
                        'ordering': ['periode__van', models.OrderBy(models.F('bekend_op'), nulls_first=True), 'pk'],
                        'verbose_name': 'opgave',
                        'verbose_name_plural': 'opgaven',
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_opgaveevent" ("aantal", "bekend_op", "bron", "id", "inwoners_gemeente", "inwoners_land", "landelijk", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staatscourant", "versie") SELECT new_values."aantal", new_values."bekend_op", new_values."bron", new_values."id", new_values."inwoners_gemeente", new_values."inwoners_land", new_values."landelijk", new_values."periode_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."staatscourant", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2ead88dda1ceaef8db6b0d945abd692b076db2ef', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_89a28', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_opgave', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_opgaveevent" ("aantal", "bekend_op", "bron", "id", "inwoners_gemeente", "inwoners_land", "landelijk", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staatscourant", "versie") SELECT new_values."aantal", new_values."bekend_op", new_values."bron", new_values."id", new_values."inwoners_gemeente", new_values."inwoners_land", new_values."landelijk", new_values."periode_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."staatscourant", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b81cb5a4c284d946045dc140d0f5b72240100360', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_ea4a4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_opgave', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_opgaveevent" ("aantal", "bekend_op", "bron", "id", "inwoners_gemeente", "inwoners_land", "landelijk", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staatscourant", "versie") SELECT old_values."aantal", old_values."bekend_op", old_values."bron", old_values."id", old_values."inwoners_gemeente", old_values."inwoners_land", old_values."landelijk", old_values."periode_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."staatscourant", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bb45ac965c2610eca2cc5055de7af9aa81d14e97', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_5ca76', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_opgave', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Beginstand',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('gerealiseerd', models.PositiveIntegerField(verbose_name='gehuisvest in personen')),
                        ('stand_op', models.DateField(verbose_name='stand op')),
                        ('bron', models.CharField(max_length=200)),
                        ('periode', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='beginstand', to='huisvesting.periode')),
                    ],
                ),
                migrations.CreateModel(
                    name='Woning',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('straat', models.CharField(max_length=100)),
                        ('huisnummer', models.PositiveIntegerField()),
                        ('toevoeging', models.CharField(blank=True, max_length=10)),
                        ('postcode', models.CharField(max_length=6)),
                        ('plaats', models.CharField(default='Wassenaar', max_length=80)),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('capaciteit', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='plaatsen')),
                        ('amv_woning', models.BooleanField(default=False, verbose_name='AMV-woning')),
                        ('beschikbaar_van', models.DateField(blank=True, null=True)),
                        ('beschikbaar_tot_en_met', models.DateField(blank=True, null=True)),
                        ('verhuurder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='toegang.organisatie')),
                        ('koppelgemeente', models.CharField(default='Wassenaar', help_text='De gemeente waarvoor een tijdelijke woning telt, ook als zij in een andere gemeente staat.', max_length=80, verbose_name='koppelgemeente')),
                        ('soort', models.CharField(choices=[('gewoon', 'Gewone woning'), ('doorstroom', 'Doorstroomlocatie of andere tijdelijke woning')], default='gewoon', max_length=10, verbose_name='soort woning')),
                    ],
                    options={
                        'ordering': ['straat', 'huisnummer', 'toevoeging'],
                        'constraints': [models.UniqueConstraint(models.F('postcode'), models.F('huisnummer'), django.db.models.functions.text.Lower('toevoeging'), django.db.models.functions.text.Lower('straat'), name='woning_adres_uniek', violation_error_message='Deze woning staat al in de lijst.'), models.CheckConstraint(condition=models.Q(('postcode__regex', '^[1-9][0-9]{3}[A-Z]{2}$')), name='woning_postcode_geldig', violation_error_message='Schrijf de postcode als 2241 AB.'), models.CheckConstraint(condition=models.Q(('beschikbaar_van', None), ('beschikbaar_tot_en_met', None), ('beschikbaar_tot_en_met__gte', models.F('beschikbaar_van')), _connector='OR'), name='woning_tot_en_met_na_van', violation_error_message='De laatste dag moet op of na de eerste dag liggen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_woningevent" ("amv_woning", "beschikbaar_tot_en_met", "beschikbaar_van", "capaciteit", "huisnummer", "id", "koppelgemeente", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "postcode", "soort", "straat", "toevoeging", "verhuurder_id", "versie", "wijk") SELECT new_values."amv_woning", new_values."beschikbaar_tot_en_met", new_values."beschikbaar_van", new_values."capaciteit", new_values."huisnummer", new_values."id", new_values."koppelgemeente", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."plaats", new_values."postcode", new_values."soort", new_values."straat", new_values."toevoeging", new_values."verhuurder_id", new_values."versie", new_values."wijk" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4cda5a04970b323dbd25a451c387e0065bab37fe', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_7e073', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_woning', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_woningevent" ("amv_woning", "beschikbaar_tot_en_met", "beschikbaar_van", "capaciteit", "huisnummer", "id", "koppelgemeente", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "postcode", "soort", "straat", "toevoeging", "verhuurder_id", "versie", "wijk") SELECT new_values."amv_woning", new_values."beschikbaar_tot_en_met", new_values."beschikbaar_van", new_values."capaciteit", new_values."huisnummer", new_values."id", new_values."koppelgemeente", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."plaats", new_values."postcode", new_values."soort", new_values."straat", new_values."toevoeging", new_values."verhuurder_id", new_values."versie", new_values."wijk" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6bd36a58aff2e4ff1fb92b4e937b3d453c76f68a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_7e4bf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_woning', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_woningevent" ("amv_woning", "beschikbaar_tot_en_met", "beschikbaar_van", "capaciteit", "huisnummer", "id", "koppelgemeente", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "postcode", "soort", "straat", "toevoeging", "verhuurder_id", "versie", "wijk") SELECT old_values."amv_woning", old_values."beschikbaar_tot_en_met", old_values."beschikbaar_van", old_values."capaciteit", old_values."huisnummer", old_values."id", old_values."koppelgemeente", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."plaats", old_values."postcode", old_values."soort", old_values."straat", old_values."toevoeging", old_values."verhuurder_id", old_values."versie", old_values."wijk" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f359b19cc956fe1327cfeb5fa3825d9ff06a4de6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_a5f54', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_woning', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Plaatsing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='ingangsdatum')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='einddatum')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plaatsingen', to='dossiers.statushouder')),
                        ('woning', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plaatsingen', to='huisvesting.woning')),
                    ],
                    options={
                        'ordering': ['van', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='plaatsing_tot_na_van', violation_error_message='De einddatum moet na de ingangsdatum liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('statushouder', '='), ('periode', '&&')], name='plaatsing_een_woning_tegelijk', violation_error_message='Deze persoon woont in deze periode al op een ander adres.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_plaatsingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "woning_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie", new_values."woning_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ecdef990f6800ac192ccdb936ceb1b7ec3760280', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_6bca3', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_plaatsing', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_plaatsingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "woning_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie", new_values."woning_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ff7ea1df31eef9ab2ff5e0193c5d8b8f911c8861', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_f2f93', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_plaatsing', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_plaatsingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "tot", "van", "versie", "woning_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie", old_values."woning_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='55d85b677f50cd31cdf03341dd1b64f3f4d76750', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_d77da', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_plaatsing', when='AFTER'))],
                        'verbose_name': 'plaatsing',
                        'verbose_name_plural': 'plaatsingen',
                    },
                ),
                migrations.CreateModel(
                    name='Telling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('waarde', models.SmallIntegerField()),
                        ('telt_op', models.DateField(verbose_name='telt op')),
                        ('reden', models.CharField(max_length=200)),
                        ('regel', models.CharField(max_length=10)),
                        ('bron', models.CharField(max_length=200)),
                        ('plaatsing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='tellingen', to='huisvesting.plaatsing')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tellingen', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['telt_op', 'pk'],
                        'indexes': [models.Index(fields=['telt_op'], name='telling_op_datum')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('waarde__in', [1, -1])), name='telling_waarde_plus_of_min_een', violation_error_message='Een telling is plus een of min een.'), models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], fields=('statushouder', 'waarde'), name='telling_een_keer_per_persoon', violation_error_message='Deze persoon telt al mee voor de taakstelling. Iedereen telt één keer. Bron: Huisvestingswet 2014, art. 28.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_tellingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsing_id", "reden", "regel", "statushouder_id", "telt_op", "waarde") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."plaatsing_id", new_values."reden", new_values."regel", new_values."statushouder_id", new_values."telt_op", new_values."waarde" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d8c8ddb6e531b4689c3590a77ed7303d682a4d13', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_6c4a2', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_telling', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_tellingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsing_id", "reden", "regel", "statushouder_id", "telt_op", "waarde") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."plaatsing_id", new_values."reden", new_values."regel", new_values."statushouder_id", new_values."telt_op", new_values."waarde" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9e0b05ee79d6b02234c9e41e00254726d93fbd70', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_1e3c5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_telling', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_tellingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsing_id", "reden", "regel", "statushouder_id", "telt_op", "waarde") SELECT old_values."bron", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."plaatsing_id", old_values."reden", old_values."regel", old_values."statushouder_id", old_values."telt_op", old_values."waarde" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6732ad10c8cb9fa16e33e39802fec99229731b6b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_9c46d', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_telling', when='AFTER'))],
                        'verbose_name': 'telling',
                        'verbose_name_plural': 'tellingen',
                    },
                ),
                migrations.CreateModel(
                    name='Verwachting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('verwacht_op', models.DateField(verbose_name='verwacht op')),
                        ('bron', models.CharField(max_length=200)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verwachtingen', to='dossiers.statushouder')),
                        ('woonvraag', models.CharField(choices=[('eigen', 'Een eigen woning'), ('groter', 'Een grotere woning voor het hele gezin'), ('familie', 'Gaat bij familie wonen'), ('amv', 'Een plek in een AMV-woning')], default='eigen', max_length=10, verbose_name='wat is er nodig?')),
                    ],
                    options={
                        'ordering': ['verwacht_op', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('statushouder',), name='verwachting_een_per_persoon', violation_error_message='Voor deze persoon staat al een verwachte datum vast.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_verwachtingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "verwacht_op", "woonvraag") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."versie", new_values."verwacht_op", new_values."woonvraag" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='96d53da21237237ea9b6b97919fae8c7dc01b0e9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_331f0', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_verwachting', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_verwachtingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "verwacht_op", "woonvraag") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."versie", new_values."verwacht_op", new_values."woonvraag" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5648b1250774c970e1bad84fc37efda54a862eb1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_2457c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_verwachting', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_verwachtingevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "verwacht_op", "woonvraag") SELECT old_values."bron", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."versie", old_values."verwacht_op", old_values."woonvraag" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9b1c84c3135bab2c4df127a32525ad254bf0aa60', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_313d0', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_verwachting', when='AFTER'))],
                        'verbose_name': 'verwachting',
                        'verbose_name_plural': 'verwachtingen',
                    },
                ),
                migrations.CreateModel(
                    name='PlaatsingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='ingangsdatum')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='einddatum')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.plaatsing')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('woning', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.woning')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TellingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('waarde', models.SmallIntegerField()),
                        ('telt_op', models.DateField(verbose_name='telt op')),
                        ('reden', models.CharField(max_length=200)),
                        ('regel', models.CharField(max_length=10)),
                        ('bron', models.CharField(max_length=200)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.telling')),
                        ('plaatsing', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.plaatsing')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='VerwachtingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('verwacht_op', models.DateField(verbose_name='verwacht op')),
                        ('bron', models.CharField(max_length=200)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.verwachting')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('woonvraag', models.CharField(choices=[('eigen', 'Een eigen woning'), ('groter', 'Een grotere woning voor het hele gezin'), ('familie', 'Gaat bij familie wonen'), ('amv', 'Een plek in een AMV-woning')], default='eigen', max_length=10, verbose_name='wat is er nodig?')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WoningEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('straat', models.CharField(max_length=100)),
                        ('huisnummer', models.PositiveIntegerField()),
                        ('toevoeging', models.CharField(blank=True, max_length=10)),
                        ('postcode', models.CharField(max_length=6)),
                        ('plaats', models.CharField(default='Wassenaar', max_length=80)),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('capaciteit', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='plaatsen')),
                        ('amv_woning', models.BooleanField(default=False, verbose_name='AMV-woning')),
                        ('beschikbaar_van', models.DateField(blank=True, null=True)),
                        ('beschikbaar_tot_en_met', models.DateField(blank=True, null=True)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.woning')),
                        ('verhuurder', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                        ('koppelgemeente', models.CharField(default='Wassenaar', help_text='De gemeente waarvoor een tijdelijke woning telt, ook als zij in een andere gemeente staat.', max_length=80, verbose_name='koppelgemeente')),
                        ('soort', models.CharField(choices=[('gewoon', 'Gewone woning'), ('doorstroom', 'Doorstroomlocatie of andere tijdelijke woning')], default='gewoon', max_length=10, verbose_name='soort woning')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='OpgaveEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('aantal', models.PositiveIntegerField(verbose_name='opgave in personen')),
                        ('bekend_op', models.DateField(blank=True, null=True, verbose_name='bekend op')),
                        ('landelijk', models.PositiveIntegerField(blank=True, null=True, verbose_name='landelijke opgave')),
                        ('inwoners_gemeente', models.PositiveIntegerField(blank=True, null=True, verbose_name='inwoners van Wassenaar')),
                        ('inwoners_land', models.PositiveIntegerField(blank=True, null=True, verbose_name='inwoners van Nederland')),
                        ('staatscourant', models.CharField(blank=True, max_length=20, verbose_name='nummer in de Staatscourant')),
                        ('bron', models.CharField(max_length=200)),
                        ('periode', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.periode')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.opgave')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Uitruil',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gemeente', models.CharField(max_length=80, verbose_name='met welke gemeente?')),
                        ('aantal', models.SmallIntegerField(verbose_name='personen erbij of eraf')),
                        ('besloten_op', models.DateField(verbose_name='besloten op')),
                        ('bron', models.CharField(max_length=200, verbose_name='besluit')),
                        ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uitruil', to='huisvesting.periode')),
                    ],
                    options={
                        'verbose_name': 'uitruil',
                        'verbose_name_plural': 'uitruil',
                        'ordering': ['besloten_op', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('aantal', 0), _negated=True), name='uitruil_niet_nul', violation_error_message='Ruil ten minste één persoon: met + erbij, met − eraf.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_uitruilevent" ("aantal", "besloten_op", "bron", "gemeente", "id", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") SELECT new_values."aantal", new_values."besloten_op", new_values."bron", new_values."gemeente", new_values."id", new_values."periode_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='38654eb34328978830d55ba580331b409f517bbf', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_93ea7', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_uitruil', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_uitruilevent" ("aantal", "besloten_op", "bron", "gemeente", "id", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") SELECT new_values."aantal", new_values."besloten_op", new_values."bron", new_values."gemeente", new_values."id", new_values."periode_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ca5e5c7ba489b6a79861900607973bd3381d49f8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_dace2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_uitruil', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_uitruilevent" ("aantal", "besloten_op", "bron", "gemeente", "id", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") SELECT old_values."aantal", old_values."besloten_op", old_values."bron", old_values."gemeente", old_values."id", old_values."periode_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='96f793b047aa2d15fe040912745e0d152f69f068', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_9bd53', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_uitruil', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='UitruilEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gemeente', models.CharField(max_length=80, verbose_name='met welke gemeente?')),
                        ('aantal', models.SmallIntegerField(verbose_name='personen erbij of eraf')),
                        ('besloten_op', models.DateField(verbose_name='besloten op')),
                        ('bron', models.CharField(max_length=200, verbose_name='besluit')),
                        ('periode', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.periode')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.uitruil')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Aanbod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('personen', models.PositiveSmallIntegerField(default=1, verbose_name='personen die erin gaan')),
                        ('aangeboden_op', models.DateField(verbose_name='aangeboden op')),
                        ('bezichtigd_op', models.DateField(blank=True, null=True, verbose_name='bezichtigd op')),
                        ('geaccepteerd_op', models.DateField(blank=True, null=True, verbose_name='geaccepteerd op')),
                        ('geweigerd_op', models.DateField(blank=True, null=True, verbose_name='geweigerd op')),
                        ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ingetrokken op')),
                        ('reden', models.CharField(blank=True, max_length=300, verbose_name='reden van weigeren of intrekken')),
                        ('contract_op', models.DateField(blank=True, null=True, verbose_name='huur gaat in op')),
                        ('sleutel_op', models.DateField(blank=True, null=True, verbose_name='sleutel gekregen op')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanbod', to='dossiers.statushouder', verbose_name='hoofdhuurder')),
                        ('woning', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanbod', to='huisvesting.woning')),
                    ],
                    options={
                        'verbose_name': 'aanbod',
                        'verbose_name_plural': 'aanbod',
                        'ordering': ['aangeboden_op', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('contract_op', None), ('geweigerd_op', None), ('ingetrokken_op', None)), fields=('statushouder',), name='aanbod_een_open_per_hoofdhuurder', violation_error_message='Voor deze persoon staat al een aanbod open. Rond dat eerst af. Bron: werkwijze van de gemeente, één aanbod tegelijk.'), models.CheckConstraint(condition=models.Q(models.Q(('geweigerd_op', None), ('ingetrokken_op', None)), models.Q(('contract_op', None), ('geweigerd_op', None)), models.Q(('contract_op', None), ('ingetrokken_op', None)), _connector='OR'), name='aanbod_een_uitkomst', violation_error_message='Een aanbod is geweigerd, ingetrokken of getekend: één van de drie.'), models.CheckConstraint(condition=models.Q(models.Q(('geweigerd_op', None), ('ingetrokken_op', None)), models.Q(('reden', ''), _negated=True), _connector='OR'), name='aanbod_reden_bij_nee', violation_error_message='Schrijf op waarom de woning is geweigerd of ingetrokken.'), models.CheckConstraint(condition=models.Q(('sleutel_op', None), ('contract_op__isnull', False), _connector='OR'), name='aanbod_sleutel_na_contract', violation_error_message='De sleutel komt pas als de huur een begindatum heeft.'), models.CheckConstraint(condition=models.Q(('personen__gte', 1)), name='aanbod_personen_ten_minste_een', violation_error_message='Er gaat ten minste één persoon in de woning.'), models.CheckConstraint(condition=models.Q(('bezichtigd_op__isnull', True), ('bezichtigd_op__gte', models.F('aangeboden_op')), _connector='OR'), name='aanbod_bezichtigd_op_na_aanbod', violation_error_message='De bezichtiging is op of na de dag van het aanbod.'), models.CheckConstraint(condition=models.Q(('geaccepteerd_op__isnull', True), ('geaccepteerd_op__gte', models.F('aangeboden_op')), _connector='OR'), name='aanbod_geaccepteerd_op_na_aanbod', violation_error_message='Accepteren kan op of na de dag van het aanbod.'), models.CheckConstraint(condition=models.Q(('geweigerd_op__isnull', True), ('geweigerd_op__gte', models.F('aangeboden_op')), _connector='OR'), name='aanbod_geweigerd_op_na_aanbod', violation_error_message='Weigeren kan op of na de dag van het aanbod.'), models.CheckConstraint(condition=models.Q(('ingetrokken_op__isnull', True), ('ingetrokken_op__gte', models.F('aangeboden_op')), _connector='OR'), name='aanbod_ingetrokken_op_na_aanbod', violation_error_message='Intrekken kan op of na de dag van het aanbod.'), models.CheckConstraint(condition=models.Q(('contract_op__isnull', True), ('contract_op__gte', models.F('aangeboden_op')), _connector='OR'), name='aanbod_contract_op_na_aanbod', violation_error_message='De huur gaat in op of na de dag van het aanbod.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_aanbodevent" ("aangeboden_op", "bezichtigd_op", "contract_op", "geaccepteerd_op", "geweigerd_op", "id", "ingetrokken_op", "personen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel_op", "statushouder_id", "versie", "woning_id") SELECT new_values."aangeboden_op", new_values."bezichtigd_op", new_values."contract_op", new_values."geaccepteerd_op", new_values."geweigerd_op", new_values."id", new_values."ingetrokken_op", new_values."personen", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."sleutel_op", new_values."statushouder_id", new_values."versie", new_values."woning_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='558c96ee5cd4ec660f20fadf527436955da9f1b6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_af747', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_aanbod', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_aanbodevent" ("aangeboden_op", "bezichtigd_op", "contract_op", "geaccepteerd_op", "geweigerd_op", "id", "ingetrokken_op", "personen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel_op", "statushouder_id", "versie", "woning_id") SELECT new_values."aangeboden_op", new_values."bezichtigd_op", new_values."contract_op", new_values."geaccepteerd_op", new_values."geweigerd_op", new_values."id", new_values."ingetrokken_op", new_values."personen", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."sleutel_op", new_values."statushouder_id", new_values."versie", new_values."woning_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cc78d5448638a2e12741725d3d92980e81f3ca15', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_4ede5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_aanbod', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_aanbodevent" ("aangeboden_op", "bezichtigd_op", "contract_op", "geaccepteerd_op", "geweigerd_op", "id", "ingetrokken_op", "personen", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel_op", "statushouder_id", "versie", "woning_id") SELECT old_values."aangeboden_op", old_values."bezichtigd_op", old_values."contract_op", old_values."geaccepteerd_op", old_values."geweigerd_op", old_values."id", old_values."ingetrokken_op", old_values."personen", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."sleutel_op", old_values."statushouder_id", old_values."versie", old_values."woning_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='43979f600d25179c25a002756eeb82c6997ed33d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_e2479', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_aanbod', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AanbodEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('personen', models.PositiveSmallIntegerField(default=1, verbose_name='personen die erin gaan')),
                        ('aangeboden_op', models.DateField(verbose_name='aangeboden op')),
                        ('bezichtigd_op', models.DateField(blank=True, null=True, verbose_name='bezichtigd op')),
                        ('geaccepteerd_op', models.DateField(blank=True, null=True, verbose_name='geaccepteerd op')),
                        ('geweigerd_op', models.DateField(blank=True, null=True, verbose_name='geweigerd op')),
                        ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ingetrokken op')),
                        ('reden', models.CharField(blank=True, max_length=300, verbose_name='reden van weigeren of intrekken')),
                        ('contract_op', models.DateField(blank=True, null=True, verbose_name='huur gaat in op')),
                        ('sleutel_op', models.DateField(blank=True, null=True, verbose_name='sleutel gekregen op')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.aanbod')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder', verbose_name='hoofdhuurder')),
                        ('woning', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.woning')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AmvUitkomst',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('naam', models.CharField(max_length=120)),
                        ('peildatum', models.DateField()),
                        ('invoer', models.JSONField()),
                        ('uitkomst', models.JSONField()),
                        ('bewaard_op', models.DateField()),
                        ('bewaard_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'bewaarde uitkomst',
                        'verbose_name_plural': 'bewaarde uitkomsten',
                        'ordering': ['-bewaard_op', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CoaRegel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('vnummer', models.CharField(max_length=10, unique=True, verbose_name='V-nummer')),
                        ('achternaam', models.CharField(blank=True, max_length=200)),
                        ('voornamen', models.CharField(blank=True, max_length=200)),
                        ('geboren_vroegst', models.DateField(blank=True, null=True)),
                        ('geboren_laatst', models.DateField(blank=True, null=True)),
                        ('koppeldatum', models.DateField(blank=True, null=True)),
                        ('gehuisvest_op', models.DateField(blank=True, null=True, verbose_name='gehuisvest op')),
                        ('gezinsgrootte', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('statushouder', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='coa_regel', to='dossiers.statushouder')),
                        ('op_lijst', models.BooleanField(default=True, verbose_name='op de nieuwste lijst')),
                    ],
                    options={
                        'verbose_name': 'regel van COA',
                        'verbose_name_plural': 'regels van COA',
                        'ordering': ['vnummer'],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_coaregelevent" ("achternaam", "geboren_laatst", "geboren_vroegst", "gehuisvest_op", "gezinsgrootte", "id", "koppeldatum", "op_lijst", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "vnummer", "voornamen") SELECT new_values."achternaam", new_values."geboren_laatst", new_values."geboren_vroegst", new_values."gehuisvest_op", new_values."gezinsgrootte", new_values."id", new_values."koppeldatum", new_values."op_lijst", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."versie", new_values."vnummer", new_values."voornamen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5216e2c6eb08f133f03457a8184de71ad31e16fd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_f5c2f', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_coaregel', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_coaregelevent" ("achternaam", "geboren_laatst", "geboren_vroegst", "gehuisvest_op", "gezinsgrootte", "id", "koppeldatum", "op_lijst", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "vnummer", "voornamen") SELECT new_values."achternaam", new_values."geboren_laatst", new_values."geboren_vroegst", new_values."gehuisvest_op", new_values."gezinsgrootte", new_values."id", new_values."koppeldatum", new_values."op_lijst", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."versie", new_values."vnummer", new_values."voornamen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ca8b397bc74ca2c4b95d26ca24b1a299ef67ab28', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_10106', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_coaregel', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_coaregelevent" ("achternaam", "geboren_laatst", "geboren_vroegst", "gehuisvest_op", "gezinsgrootte", "id", "koppeldatum", "op_lijst", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie", "vnummer", "voornamen") SELECT old_values."achternaam", old_values."geboren_laatst", old_values."geboren_vroegst", old_values."gehuisvest_op", old_values."gezinsgrootte", old_values."id", old_values."koppeldatum", old_values."op_lijst", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."versie", old_values."vnummer", old_values."voornamen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='5946f8454c91dac37cb44e0462c7b57231a15dbb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_ff8c2', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_coaregel', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CoaRegelEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('vnummer', models.CharField(max_length=10, verbose_name='V-nummer')),
                        ('achternaam', models.CharField(blank=True, max_length=200)),
                        ('voornamen', models.CharField(blank=True, max_length=200)),
                        ('geboren_vroegst', models.DateField(blank=True, null=True)),
                        ('geboren_laatst', models.DateField(blank=True, null=True)),
                        ('koppeldatum', models.DateField(blank=True, null=True)),
                        ('gehuisvest_op', models.DateField(blank=True, null=True, verbose_name='gehuisvest op')),
                        ('gezinsgrootte', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.coaregel')),
                        ('statushouder', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('op_lijst', models.BooleanField(default=True, verbose_name='op de nieuwste lijst')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MogelijkeWoning',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('omschrijving', models.CharField(max_length=200, verbose_name='adres of gebouw')),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('herkomst', models.CharField(choices=[('corporatie', 'Woningcorporatie'), ('commercieel', 'Commerciële verhuurder'), ('gemeente', 'Gebouw van de gemeente'), ('particulier', 'Particulier')], max_length=12)),
                        ('eigenaar', models.CharField(blank=True, max_length=200, verbose_name='eigenaar of verhuurder')),
                        ('woningen', models.PositiveSmallIntegerField(default=1, verbose_name='aantal woningen')),
                        ('plaatsen', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='plaatsen per woning')),
                        ('status', models.CharField(choices=[('idee', 'Idee'), ('onderzoek', 'In onderzoek'), ('toegezegd', 'Toegezegd'), ('afgevallen', 'Afgevallen'), ('woning', 'In de lijst met woningen')], default='idee', max_length=12)),
                        ('verwacht_op', models.DateField(blank=True, null=True, verbose_name='verwacht op')),
                        ('toelichting', models.TextField(blank=True)),
                        ('behandelaar', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL, verbose_name='wie zoekt dit uit?')),
                        ('woning', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kwam_uit', to='huisvesting.woning')),
                    ],
                    options={
                        'verbose_name': 'mogelijke woning',
                        'verbose_name_plural': 'mogelijke woningen',
                        'ordering': [models.OrderBy(models.F('verwacht_op'), nulls_last=True), 'omschrijving', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('woningen__gte', 1)), name='mogelijke_woning_ten_minste_een', violation_error_message='Het gaat om ten minste één woning.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'toegezegd'), _negated=True), ('verwacht_op__isnull', False), _connector='OR'), name='mogelijke_woning_toegezegd_met_dag', violation_error_message='Een toegezegde woning heeft een dag waarop zij komt.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_mogelijkewoningevent" ("behandelaar_id", "eigenaar", "herkomst", "id", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "status", "toelichting", "versie", "verwacht_op", "wijk", "woning_id", "woningen") SELECT new_values."behandelaar_id", new_values."eigenaar", new_values."herkomst", new_values."id", new_values."omschrijving", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."plaatsen", new_values."status", new_values."toelichting", new_values."versie", new_values."verwacht_op", new_values."wijk", new_values."woning_id", new_values."woningen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4378d3dbe196cb98349d5b0bb6d2aa5e1ca0db25', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_1f2f0', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_mogelijkewoning', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_mogelijkewoningevent" ("behandelaar_id", "eigenaar", "herkomst", "id", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "status", "toelichting", "versie", "verwacht_op", "wijk", "woning_id", "woningen") SELECT new_values."behandelaar_id", new_values."eigenaar", new_values."herkomst", new_values."id", new_values."omschrijving", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."plaatsen", new_values."status", new_values."toelichting", new_values."versie", new_values."verwacht_op", new_values."wijk", new_values."woning_id", new_values."woningen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ddcc6fbe8bc4bfe9b17e380f9882d3d53d5c5493', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_bed93', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_mogelijkewoning', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_mogelijkewoningevent" ("behandelaar_id", "eigenaar", "herkomst", "id", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "status", "toelichting", "versie", "verwacht_op", "wijk", "woning_id", "woningen") SELECT old_values."behandelaar_id", old_values."eigenaar", old_values."herkomst", old_values."id", old_values."omschrijving", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."plaatsen", old_values."status", old_values."toelichting", old_values."versie", old_values."verwacht_op", old_values."wijk", old_values."woning_id", old_values."woningen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2756cbcf7835ce5f62af764a307935d1fb8a3d0f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_4db1e', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_mogelijkewoning', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='MogelijkeWoningEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('omschrijving', models.CharField(max_length=200, verbose_name='adres of gebouw')),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('herkomst', models.CharField(choices=[('corporatie', 'Woningcorporatie'), ('commercieel', 'Commerciële verhuurder'), ('gemeente', 'Gebouw van de gemeente'), ('particulier', 'Particulier')], max_length=12)),
                        ('eigenaar', models.CharField(blank=True, max_length=200, verbose_name='eigenaar of verhuurder')),
                        ('woningen', models.PositiveSmallIntegerField(default=1, verbose_name='aantal woningen')),
                        ('plaatsen', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='plaatsen per woning')),
                        ('status', models.CharField(choices=[('idee', 'Idee'), ('onderzoek', 'In onderzoek'), ('toegezegd', 'Toegezegd'), ('afgevallen', 'Afgevallen'), ('woning', 'In de lijst met woningen')], default='idee', max_length=12)),
                        ('verwacht_op', models.DateField(blank=True, null=True, verbose_name='verwacht op')),
                        ('toelichting', models.TextField(blank=True)),
                        ('behandelaar', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie zoekt dit uit?')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.mogelijkewoning')),
                        ('woning', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.woning')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Prestatieafspraak',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='eerste dag')),
                        ('tot_en_met', models.DateField(verbose_name='laatste dag')),
                        ('woningen', models.PositiveSmallIntegerField(verbose_name='woningen')),
                        ('waarvan_amv', models.PositiveSmallIntegerField(default=0, verbose_name='waarvan AMV-woningen')),
                        ('bron', models.CharField(max_length=200, verbose_name='waar staat dit?')),
                        ('verhuurder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prestatieafspraken', to='toegang.organisatie')),
                    ],
                    options={
                        'verbose_name': 'prestatieafspraak',
                        'verbose_name_plural': 'prestatieafspraken',
                        'ordering': ['-van', 'verhuurder__naam'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_en_met__gte', models.F('van'))), name='prestatieafspraak_tot_en_met_na_van', violation_error_message='De laatste dag moet op of na de eerste dag liggen.'), models.CheckConstraint(condition=models.Q(('waarvan_amv__lte', models.F('woningen'))), name='prestatieafspraak_amv_binnen_totaal', violation_error_message='Er kunnen niet meer AMV-woningen dan woningen zijn.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_prestatieafspraakevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot_en_met", "van", "verhuurder_id", "versie", "waarvan_amv", "woningen") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."tot_en_met", new_values."van", new_values."verhuurder_id", new_values."versie", new_values."waarvan_amv", new_values."woningen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e65a0de8cea18b89602e380ff36c219ab44a1542', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_45bdc', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_prestatieafspraak', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_prestatieafspraakevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot_en_met", "van", "verhuurder_id", "versie", "waarvan_amv", "woningen") SELECT new_values."bron", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."tot_en_met", new_values."van", new_values."verhuurder_id", new_values."versie", new_values."waarvan_amv", new_values."woningen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cd79e2b3f5356f7d46a23aa49b0fff6df82ea6d3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_86f4f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_prestatieafspraak', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_prestatieafspraakevent" ("bron", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot_en_met", "van", "verhuurder_id", "versie", "waarvan_amv", "woningen") SELECT old_values."bron", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."tot_en_met", old_values."van", old_values."verhuurder_id", old_values."versie", old_values."waarvan_amv", old_values."woningen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ee4729cece1f4dce9c8477a9cafee1c970f837c5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_c237d', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_prestatieafspraak', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='PrestatieafspraakEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='eerste dag')),
                        ('tot_en_met', models.DateField(verbose_name='laatste dag')),
                        ('woningen', models.PositiveSmallIntegerField(verbose_name='woningen')),
                        ('waarvan_amv', models.PositiveSmallIntegerField(default=0, verbose_name='waarvan AMV-woningen')),
                        ('bron', models.CharField(max_length=200, verbose_name='waar staat dit?')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.prestatieafspraak')),
                        ('verhuurder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Stuurgetal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('code', models.CharField(choices=[('drempel_tempo', 'Personen achter op tempo: waarschuw vanaf'), ('drempel_prognose', 'Personen te weinig verwacht: waarschuw vanaf'), ('drempel_woningen', 'Woningen tekort: waarschuw vanaf'), ('instroom_laag', 'Personen die per half jaar erbij komen, laag'), ('instroom_verwacht', 'Personen die per half jaar erbij komen, verwacht'), ('instroom_hoog', 'Personen die per half jaar erbij komen, hoog'), ('opgave_later', 'Opgave per half jaar zolang er geen bekend is, in personen'), ('amv_instroom', 'AMV die per jaar komen, in jongeren'), ('amv_verblijf', 'Verblijf in een AMV-woning, in maanden'), ('amv_plekken', 'Plekken per AMV-woning'), ('amv_woningen', 'Woningen per jongere die 18 wordt'), ('amv_maanden', 'Maanden begeleiding na 18 jaar'), ('amv_tarief', 'Euro per maand begeleiding'), ('amv_zoeken', 'Maanden voor 18 jaar waarop het zoeken van een woning begint'), ('woningen_wijk', 'Woningen in een wijk, voor het aandeel per 1.000')], max_length=20, verbose_name='wat')),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('waarde', models.DecimalField(decimal_places=2, max_digits=10)),
                        ('vanaf', models.DateField(verbose_name='geldt vanaf')),
                        ('bron', models.CharField(max_length=200, verbose_name='hoe weten we dit?')),
                        ('vast', models.BooleanField(default=False, verbose_name='vastgesteld of afgesproken')),
                    ],
                    options={
                        'verbose_name': 'stuurgetal',
                        'verbose_name_plural': 'stuurgetallen',
                        'ordering': ['code', 'wijk', 'vanaf'],
                        'constraints': [models.UniqueConstraint(fields=('code', 'wijk', 'vanaf'), name='stuurgetal_een_per_dag', violation_error_message='Vanaf deze dag geldt al een getal. Wijzig dat.'), models.CheckConstraint(condition=models.Q(('waarde__gte', 0)), name='stuurgetal_niet_negatief', violation_error_message='Vul 0 of meer in.'), models.CheckConstraint(condition=models.Q(models.Q(('code', 'woningen_wijk'), models.Q(('wijk', ''), _negated=True)), models.Q(models.Q(('code', 'woningen_wijk'), _negated=True), ('wijk', '')), _connector='OR'), name='stuurgetal_wijk_waar_het_hoort', violation_error_message='Vul een wijk in bij woningen in een wijk, en bij niets anders.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_stuurgetalevent" ("bron", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vanaf", "vast", "versie", "waarde", "wijk") SELECT new_values."bron", new_values."code", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."vanaf", new_values."vast", new_values."versie", new_values."waarde", new_values."wijk" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='979f2d6d5b2f5531826a0610eac0bf4eb3e02ee8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_d29ff', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_stuurgetal', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_stuurgetalevent" ("bron", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vanaf", "vast", "versie", "waarde", "wijk") SELECT new_values."bron", new_values."code", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."vanaf", new_values."vast", new_values."versie", new_values."waarde", new_values."wijk" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='254afc67b51c3c7e249aae4aeb0a31fbebdd8049', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_9ac31', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_stuurgetal', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_stuurgetalevent" ("bron", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vanaf", "vast", "versie", "waarde", "wijk") SELECT old_values."bron", old_values."code", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."vanaf", old_values."vast", old_values."versie", old_values."waarde", old_values."wijk" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d9032bcf963c880d17ba37d1d421f03af6898ee6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_91c12', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_stuurgetal', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='StuurgetalEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('code', models.CharField(choices=[('drempel_tempo', 'Personen achter op tempo: waarschuw vanaf'), ('drempel_prognose', 'Personen te weinig verwacht: waarschuw vanaf'), ('drempel_woningen', 'Woningen tekort: waarschuw vanaf'), ('instroom_laag', 'Personen die per half jaar erbij komen, laag'), ('instroom_verwacht', 'Personen die per half jaar erbij komen, verwacht'), ('instroom_hoog', 'Personen die per half jaar erbij komen, hoog'), ('opgave_later', 'Opgave per half jaar zolang er geen bekend is, in personen'), ('amv_instroom', 'AMV die per jaar komen, in jongeren'), ('amv_verblijf', 'Verblijf in een AMV-woning, in maanden'), ('amv_plekken', 'Plekken per AMV-woning'), ('amv_woningen', 'Woningen per jongere die 18 wordt'), ('amv_maanden', 'Maanden begeleiding na 18 jaar'), ('amv_tarief', 'Euro per maand begeleiding'), ('amv_zoeken', 'Maanden voor 18 jaar waarop het zoeken van een woning begint'), ('woningen_wijk', 'Woningen in een wijk, voor het aandeel per 1.000')], max_length=20, verbose_name='wat')),
                        ('wijk', models.CharField(blank=True, max_length=80)),
                        ('waarde', models.DecimalField(decimal_places=2, max_digits=10)),
                        ('vanaf', models.DateField(verbose_name='geldt vanaf')),
                        ('bron', models.CharField(max_length=200, verbose_name='hoe weten we dit?')),
                        ('vast', models.BooleanField(default=False, verbose_name='vastgesteld of afgesproken')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.stuurgetal')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Toezichtstap',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('trede', models.CharField(choices=[('signaleren', 'Signaleren'), ('informatie', 'Informatie opvragen en valideren'), ('actief', 'Actief toezicht'), ('vooraankondiging', 'Vooraankondiging'), ('besluit', 'Besluit tot indeplaatsstelling'), ('uitvoering', 'Indeplaatsstelling')], max_length=20, verbose_name='stap')),
                        ('op', models.DateField(verbose_name='datum')),
                        ('toelichting', models.CharField(blank=True, max_length=300, verbose_name='kenmerk of toelichting')),
                        ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='toezichtstappen', to='huisvesting.periode')),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200, verbose_name='waarom hoort dit er niet?')),
                    ],
                    options={
                        'verbose_name': 'stap van de provincie',
                        'verbose_name_plural': 'stappen van de provincie',
                        'ordering': ['op', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('doorgehaald_reden', '')), fields=('periode', 'trede'), name='toezichtstap_een_keer', violation_error_message='Deze stap staat bij dit half jaar al in de lijst.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_toezichtstapevent" ("doorgehaald_reden", "id", "op", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "trede", "versie") SELECT new_values."doorgehaald_reden", new_values."id", new_values."op", new_values."periode_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."toelichting", new_values."trede", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cfbc3f83825a8d9b3531a3068619ad138ea9d9b6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_61464', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_toezichtstap', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_toezichtstapevent" ("doorgehaald_reden", "id", "op", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "trede", "versie") SELECT new_values."doorgehaald_reden", new_values."id", new_values."op", new_values."periode_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."toelichting", new_values."trede", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5be049decd8f861a1516335ec82a5834ca90d9a1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_72413', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_toezichtstap', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_toezichtstapevent" ("doorgehaald_reden", "id", "op", "periode_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toelichting", "trede", "versie") SELECT old_values."doorgehaald_reden", old_values."id", old_values."op", old_values."periode_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."toelichting", old_values."trede", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1dac59f7cde06c1ae82ee79051cbadeb04dd4855', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_43e5d', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_toezichtstap', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ToezichtstapEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('trede', models.CharField(choices=[('signaleren', 'Signaleren'), ('informatie', 'Informatie opvragen en valideren'), ('actief', 'Actief toezicht'), ('vooraankondiging', 'Vooraankondiging'), ('besluit', 'Besluit tot indeplaatsstelling'), ('uitvoering', 'Indeplaatsstelling')], max_length=20, verbose_name='stap')),
                        ('op', models.DateField(verbose_name='datum')),
                        ('toelichting', models.CharField(blank=True, max_length=300, verbose_name='kenmerk of toelichting')),
                        ('periode', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='huisvesting.periode')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.toezichtstap')),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200, verbose_name='waarom hoort dit er niet?')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Overname',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gemeente', models.CharField(max_length=80, verbose_name='welke gemeente?')),
                        ('gemeld_op', models.DateField(verbose_name='gemeld op')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overnames', to='dossiers.statushouder')),
                    ],
                    options={
                        'verbose_name': 'melding van een andere gemeente',
                        'verbose_name_plural': 'meldingen van andere gemeenten',
                        'ordering': ['gemeld_op', 'pk'],
                        'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], fields=('statushouder',), name='overname_een_keer', violation_error_message='Voor deze persoon staat al een melding vast.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_overnameevent" ("gemeente", "gemeld_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie") SELECT new_values."gemeente", new_values."gemeld_op", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='34497e9bf6190aba6a8dd1058d136f47d10632ca', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_9b584', referencing='REFERENCING NEW TABLE AS new_values ', table='huisvesting_overname', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_overnameevent" ("gemeente", "gemeld_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie") SELECT new_values."gemeente", new_values."gemeld_op", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5ee1fb2d35dd9d807b859e00762e5154fe5e2fd8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_935c0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='huisvesting_overname', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "huisvesting_overnameevent" ("gemeente", "gemeld_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "versie") SELECT old_values."gemeente", old_values."gemeld_op", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a92efc9481b77b869e32327c0982eaf5972e29b9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_93496', referencing='REFERENCING OLD TABLE AS old_values ', table='huisvesting_overname', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='OvernameEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('gemeente', models.CharField(max_length=80, verbose_name='welke gemeente?')),
                        ('gemeld_op', models.DateField(verbose_name='gemeld op')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='huisvesting.overname')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=BEZETTING,
            reverse_sql=BEZETTING_TERUG,
        ),
        migrations.RunSQL(
            sql=AANBOD,
            reverse_sql=AANBOD_TERUG,
        ),
    ]
