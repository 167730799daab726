"""All of financien at once, for a new database. One that has some of it goes on with the old files.

Left out, as it does nothing on an empty database: the day of the explanations that were there (0008).
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import kern.nieuwe_modellen
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

# Counter entries net to zero: the two lines can only be right together, so no check on one row can hold it. The
# error carries the name under which `Inkomstenpost.triggerzinnen` has its sentence.
TEGENPOST = """
CREATE FUNCTION financien_tegenpost_op_nul() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    codes text[] := ARRAY[CASE WHEN TG_OP <> 'DELETE' THEN NEW.code END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.code END];
    fout text;
BEGIN
    SELECT post.code INTO fout
    FROM financien_inkomstenpost post
    LEFT JOIN financien_inkomstenpost ander ON ander.code = post.tegenpost_id
    WHERE (post.code = ANY (codes) OR post.tegenpost_id = ANY (codes))
      AND post.tegenpost_id IS NOT NULL
      AND (ander.tegenpost_id = post.code AND ander.bedrag + post.bedrag = 0) IS NOT TRUE
    LIMIT 1;
    IF fout IS NOT NULL THEN
        RAISE EXCEPTION 'post % en de tegenpost komen samen niet op nul', fout
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'inkomstenpost_tegenpost_op_nul',
                  TABLE = 'financien_inkomstenpost';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER inkomstenpost_tegenpost_op_nul
    AFTER INSERT OR DELETE OR UPDATE OF code, bedrag, tegenpost_id ON financien_inkomstenpost
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION financien_tegenpost_op_nul();
"""
TEGENPOST_TERUG = """
DROP TRIGGER inkomstenpost_tegenpost_op_nul ON financien_inkomstenpost;
DROP FUNCTION financien_tegenpost_op_nul();
"""
# The parts of an entry that hold are together the entry, or there are none. Not by pgtrigger: its functions catch
# an error for each row, and that walks the whole queue of what is deferred (measured: 50,000 rows did not end).
SOM = """
CREATE FUNCTION financien_toedeling_som() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    welke bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.boeking_id ELSE NEW.boeking_id END;
    som numeric;
BEGIN
    SELECT sum(t.bedrag) INTO som FROM financien_toedeling t WHERE t.boeking_id = welke AND t.ongedaan_op IS NULL;
    IF som IS NOT NULL AND som IS DISTINCT FROM (SELECT b.bedrag FROM financien_boeking b WHERE b.id = welke) THEN
        RAISE EXCEPTION 'de delen zijn samen niet de boeking'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_som', TABLE = 'financien_toedeling';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER toedeling_som AFTER INSERT OR UPDATE OR DELETE ON financien_toedeling
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION financien_toedeling_som();
"""
SOM_TERUG = """
DROP TRIGGER toedeling_som ON financien_toedeling;
DROP FUNCTION financien_toedeling_som();
"""
# What is free in an activity. A commitment counts up to the day on which it ends, and is used up by the entries of
# its activity that name it or that bear its number, so that one can be made after its entries were read in.
VRIJ = """
CREATE FUNCTION financien_vrij(regel text) RETURNS numeric LANGUAGE sql STABLE AS $$
    WITH geldig AS (
        SELECT t.bedrag, coalesce(t.verplichting_id, v.id) AS verplichting_id
        FROM financien_toedeling t
        LEFT JOIN financien_boeking b ON t.verplichting_id IS NULL AND b.id = t.boeking_id AND b.verplichting <> ''
        LEFT JOIN financien_verplichting v ON lower(v.nummer) = lower(b.verplichting) AND v.activiteit_id = regel
        WHERE t.activiteit_id = regel AND t.ongedaan_op IS NULL
    )
    SELECT a.bedrag
        + coalesce((SELECT sum(w.bedrag) FROM financien_wijzigingsregel w WHERE w.activiteit_id = a.code), 0)
        - coalesce((SELECT sum(g.bedrag) FROM geldig g), 0)
        - coalesce((SELECT sum(greatest(v.bedrag - coalesce(
                (SELECT sum(g.bedrag) FROM geldig g WHERE g.verplichting_id = v.id), 0), 0))
            FROM financien_verplichting v WHERE v.activiteit_id = a.code AND (v.beeindigd_op IS NULL
                OR v.beeindigd_op > nullif(current_setting('app.dag', true), '')::date)), 0)
    FROM financien_activiteit a WHERE a.code = regel
$$;
"""
VRIJ_TERUG = "DROP FUNCTION financien_vrij(text)"
# What is free in an activity at the end of a day, as the reconciliation of that day has it; and the least that it
# is from that day on: there, and on each last day before a change of its budget.
VRIJ_OP = """
CREATE FUNCTION financien_vrij_op(regel text, dag date) RETURNS numeric LANGUAGE sql STABLE AS $$
    WITH geldig AS (
        SELECT t.bedrag, coalesce(t.verplichting_id, v.id) AS verplichting_id
        FROM financien_toedeling t JOIN financien_boeking b ON b.id = t.boeking_id
        LEFT JOIN financien_verplichting v ON t.verplichting_id IS NULL AND b.verplichting <> ''
            AND lower(v.nummer) = lower(b.verplichting) AND v.activiteit_id = regel
        WHERE t.activiteit_id = regel AND t.ongedaan_op IS NULL AND b.boekdatum <= dag
    )
    SELECT a.bedrag
        + coalesce((SELECT sum(r.bedrag) FROM financien_wijzigingsregel r
            JOIN financien_begrotingswijziging w ON w.id = r.wijziging_id
            WHERE r.activiteit_id = a.code AND w.op <= dag), 0)
        - coalesce((SELECT sum(g.bedrag) FROM geldig g), 0)
        - coalesce((SELECT sum(greatest(v.bedrag - coalesce(
                (SELECT sum(g.bedrag) FROM geldig g WHERE g.verplichting_id = v.id), 0), 0))
            FROM financien_verplichting v WHERE v.activiteit_id = a.code AND v.aangegaan_op <= dag
                AND (v.beeindigd_op IS NULL OR v.beeindigd_op > dag)), 0)
    FROM financien_activiteit a WHERE a.code = regel
$$;
CREATE FUNCTION financien_vrij_vanaf(regel text, dag date) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT min(financien_vrij_op(regel, d.dag)) FROM (
        SELECT financien_vrij_vanaf.dag UNION
        SELECT w.op - 1 FROM financien_begrotingswijziging w JOIN financien_wijzigingsregel r ON r.wijziging_id = w.id
        WHERE r.activiteit_id = regel AND w.op > financien_vrij_vanaf.dag) d(dag)
$$;
"""
VRIJ_OP_TERUG = "DROP FUNCTION financien_vrij_vanaf(text, date); DROP FUNCTION financien_vrij_op(text, date)"


class Migration(migrations.Migration):

    replaces = [('financien', '0001_initial'), ('financien', '0002_tegenpost_op_nul'), ('financien', '0003_boekingen'), ('financien', '0004_vrij_budget'), ('financien', '0005_koppelingen_vlot'), ('financien', '0006_verklaringen_en_rekeningen'), ('financien', '0007_sloten_en_verplichtingen'), ('financien', '0008_verklaarde_stand_en_gesloten_maand')]

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
                    name='Activiteit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(error_messages={'unique': 'Er is al een regel met deze code.'}, unique=True)),
                        ('omschrijving', models.CharField(max_length=200)),
                        ('aantal', models.PositiveIntegerField(blank=True, help_text='Persons.', null=True)),
                        ('tarief', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('hoofdstuk', models.SlugField(help_text='Code of the domain that the activity is about.')),
                    ],
                    options={
                        'verbose_name_plural': 'activiteiten',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('aantal__isnull', True), ('tarief__isnull', True)), models.Q(('aantal__isnull', False), ('tarief__isnull', False)), _connector='OR'), name='activiteit_aantal_met_tarief', violation_error_message='Vul het aantal en het tarief allebei in, of geen van beide.'), models.CheckConstraint(condition=models.Q(('aantal__isnull', True), ('tarief__isnull', True), ('bedrag', models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(models.F('aantal'), '*', models.F('tarief')), output_field=models.DecimalField(decimal_places=2, max_digits=24))), _connector='OR'), name='activiteit_bedrag_is_aantal_keer_tarief', violation_error_message='Het bedrag moet het aantal keer het tarief zijn.'), models.CheckConstraint(condition=models.Q(('bedrag__gte', 0)), name='activiteit_bedrag_niet_negatief', violation_error_message='Het budget van een activiteit is nul euro of meer.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='activiteit_vast', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF TG_OP = 'INSERT' THEN IF NEW.bedrag = 0 THEN RETURN NEW; END IF;\n        ELSIF TG_OP = 'UPDATE' THEN\n            IF (OLD.code, OLD.aantal, OLD.tarief, OLD.bedrag) IS NOT DISTINCT FROM (NEW.code, NEW.aantal, NEW.tarief, NEW.bedrag) THEN RETURN NEW; END IF;\n        ELSIF OLD.bedrag = 0 THEN RETURN OLD; END IF;\n        IF EXISTS (SELECT FROM financien_boeking) THEN RAISE EXCEPTION 'er zijn boekingen' USING ERRCODE = 'check_violation', CONSTRAINT = 'activiteit_vast'; END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='eb1450b018702879a265b354ec53289e33b61980', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_activiteit_vast_b5db9', table='financien_activiteit', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Inkomstenpost',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(error_messages={'unique': 'Er is al een regel met deze code.'}, unique=True)),
                        ('omschrijving', models.CharField(max_length=200)),
                        ('aantal', models.PositiveIntegerField(blank=True, help_text='Persons.', null=True)),
                        ('tarief', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('jaar', models.PositiveSmallIntegerField()),
                        ('soort', models.CharField(choices=[('overheveling', 'Overheveling'), ('rmba', 'RMBA'), ('decentralisatie-uitkering', 'Decentralisatie-uitkering'), ('correctie', 'Correctie')], max_length=30)),
                        ('tegenpost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='tegenpost_van', to='financien.inkomstenpost', to_field='code')),
                    ],
                    options={
                        'verbose_name_plural': 'inkomstenposten',
                        'ordering': ['jaar', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('aantal__isnull', True), ('tarief__isnull', True)), models.Q(('aantal__isnull', False), ('tarief__isnull', False)), _connector='OR'), name='inkomstenpost_aantal_met_tarief', violation_error_message='Vul het aantal en het tarief allebei in, of geen van beide.'), models.CheckConstraint(condition=models.Q(('aantal__isnull', True), ('tarief__isnull', True), ('bedrag', models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(models.F('aantal'), '*', models.F('tarief')), output_field=models.DecimalField(decimal_places=2, max_digits=24))), _connector='OR'), name='inkomstenpost_bedrag_is_aantal_keer_tarief', violation_error_message='Het bedrag moet het aantal keer het tarief zijn.'), models.CheckConstraint(condition=models.Q(('soort__in', ['overheveling', 'rmba', 'decentralisatie-uitkering', 'correctie'])), name='inkomstenpost_soort_bestaat', violation_error_message='Kies een soort inkomsten uit de lijst.'), models.CheckConstraint(condition=models.Q(('tegenpost__isnull', True), models.Q(('tegenpost', models.F('code')), _negated=True), _connector='OR'), name='inkomstenpost_niet_eigen_tegenpost', violation_error_message='Een post kan niet de eigen tegenpost zijn.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='inkomstenpost_vast', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF TG_OP = 'INSERT' THEN IF NEW.bedrag = 0 THEN RETURN NEW; END IF;\n        ELSIF TG_OP = 'UPDATE' THEN\n            IF (OLD.code, OLD.jaar, OLD.aantal, OLD.tarief, OLD.bedrag, OLD.tegenpost_id) IS NOT DISTINCT FROM (NEW.code, NEW.jaar, NEW.aantal, NEW.tarief, NEW.bedrag, NEW.tegenpost_id) THEN RETURN NEW; END IF;\n        ELSIF OLD.bedrag = 0 THEN RETURN OLD; END IF;\n        IF EXISTS (SELECT FROM financien_boeking) THEN RAISE EXCEPTION 'er zijn boekingen' USING ERRCODE = 'check_violation', CONSTRAINT = 'inkomstenpost_vast'; END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='811385bd061ed45b6da527afdf3a21049000cba9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_inkomstenpost_vast_62b2e', table='financien_inkomstenpost', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Rekening',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kostenplaats', models.CharField(max_length=20)),
                        ('grootboekrekening', models.CharField(max_length=20)),
                        ('activiteit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rekeningen', to='financien.activiteit', to_field='code')),
                        ('inkomstenpost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rekeningen', to='financien.inkomstenpost', to_field='code')),
                        ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='laatste dag')),
                        ('van', models.DateField(blank=True, null=True, verbose_name='eerste dag')),
                        ('door', models.ForeignKey(blank=True, help_text='Empty: of the plan file.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'rekeningen',
                        'ordering': ['kostenplaats', 'grootboekrekening'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('activiteit__isnull', False), ('inkomstenpost__isnull', True)), models.Q(('activiteit__isnull', True), ('inkomstenpost__isnull', False)), _connector='OR'), name='rekening_een_regel', violation_error_message='Een rekening hoort bij precies één inkomstenpost of activiteit.'), models.CheckConstraint(condition=models.Q(('van', None), ('tot_en_met', None), ('tot_en_met__gte', models.F('van')), _connector='OR'), name='rekening_tot_en_met_na_van', violation_error_message='De laatste dag moet op of na de eerste dag liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('kostenplaats', '='), ('grootboekrekening', '='), (models.Func('van', 'tot_en_met', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='rekening_een_keer', violation_error_message='Deze kostenplaats met deze grootboekrekening hoort al bij een regel.')],
                    },
                ),
                migrations.CreateModel(
                    name='Begrotingswijziging',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kenmerk', models.CharField(max_length=60, unique=True, verbose_name='besluit')),
                        ('omschrijving', models.CharField(max_length=200)),
                        ('op', models.DateField(verbose_name='geldt vanaf')),
                        ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'begrotingswijziging',
                        'verbose_name_plural': 'begrotingswijzigingen',
                        'ordering': ['op', 'pk'],
                        'triggers': [pgtrigger.compiler.Trigger(name='begrotingswijziging_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'een begrotingswijziging verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'begrotingswijziging_blijft'; RETURN NULL;", hash='627cef42f310557095a600d10643e79e738e0567', operation='UPDATE OR DELETE', pgid='pgtrigger_begrotingswijziging_blijft_936c3', table='financien_begrotingswijziging', when='BEFORE')), pgtrigger.compiler.Trigger(name='begrotingswijziging_maand_open', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT DISTINCT op AS boekdatum FROM rijen) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'begrotingswijziging_maand_open'; END IF; RETURN NULL;", hash='6081c9446e5e73afe7589410333f1aee0d6df402', level='STATEMENT', operation='INSERT', pgid='pgtrigger_begrotingswijziging_maand_open_21452', referencing='REFERENCING NEW TABLE AS rijen ', table='financien_begrotingswijziging', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Boeking',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('boekstuk', models.CharField(max_length=40)),
                        ('regelnummer', models.PositiveIntegerField()),
                        ('boekdatum', models.DateField()),
                        ('boekjaar', models.PositiveSmallIntegerField()),
                        ('kostenplaats', models.CharField(max_length=20)),
                        ('grootboekrekening', models.CharField(max_length=20)),
                        ('omschrijving', models.CharField(blank=True, max_length=200)),
                        ('relatie', models.CharField(blank=True, max_length=200)),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=14)),
                        ('verplichting', models.CharField(blank=True, max_length=40, verbose_name='verplichtingnummer')),
                    ],
                    options={
                        'verbose_name': 'boeking',
                        'verbose_name_plural': 'boekingen',
                        'ordering': ['boekdatum', 'pk'],
                        'indexes': [models.Index(models.F('boekdatum'), models.F('id'), name='boeking_op_datum'), models.Index(django.db.models.functions.text.Lower('relatie'), models.F('bedrag'), models.F('boekdatum'), name='boeking_lijkt_op')],
                        'constraints': [models.UniqueConstraint(fields=('boekstuk', 'regelnummer', 'boekjaar'), name='boeking_een_keer', violation_error_message='Deze regel van dit boekstuk is in dit jaar al geboekt.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='boeking_onveranderlijk', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'een boeking verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_onveranderlijk'; RETURN NULL;", hash='1d62ec079223a5c071fe1973980bd0f6ab98f33f', operation='UPDATE', pgid='pgtrigger_boeking_onveranderlijk_2f42b', table='financien_boeking', when='BEFORE')), pgtrigger.compiler.Trigger(name='boeking_maand_open_nieuw', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT DISTINCT boekdatum FROM rijen) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_maand_open'; END IF; RETURN NULL;", hash='c46d94bce8586504e411a00e5a4b041851bdfce8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_boeking_maand_open_nieuw_dbe61', referencing='REFERENCING NEW TABLE AS rijen ', table='financien_boeking', when='AFTER')), pgtrigger.compiler.Trigger(name='boeking_maand_open_weg', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT DISTINCT boekdatum FROM rijen) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_maand_open'; END IF; RETURN NULL;", hash='e6dd98883b5b51af11b9ae09785ecde117061e00', level='STATEMENT', operation='DELETE', pgid='pgtrigger_boeking_maand_open_weg_7a9d4', referencing='REFERENCING OLD TABLE AS rijen ', table='financien_boeking', when='AFTER')), pgtrigger.compiler.Trigger(name='boeking_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM rijen) AND NOT (nullif(current_setting('pghistory.context_id', true), '') IS NOT NULL\n    AND nullif(current_setting('pghistory.context_metadata', true), '')::jsonb ? 'terug_van') THEN RAISE EXCEPTION 'een boeking verdwijnt niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_blijft'; END IF;\n        RETURN NULL;", hash='5713f580edcd0520a5f84e6caf188a4e03986b3c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_boeking_blijft_8b936', referencing='REFERENCING OLD TABLE AS rijen ', table='financien_boeking', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Merk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('code', models.CharField(choices=[('mogelijk_dubbel', 'Mogelijk dubbel'), ('tegenboeking_zonder_origineel', 'Tegenboeking zonder origineel')], max_length=40)),
                        ('besluit', models.CharField(blank=True, choices=[('terecht', 'Klopt, zo laten'), ('herstellen', 'Fout, de administratie herstelt dit')], max_length=12)),
                        ('toelichting', models.CharField(blank=True, max_length=200)),
                        ('besloten_op', models.DateField(blank=True, null=True)),
                        ('besloten_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('boeking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merken', to='financien.boeking')),
                        ('lijkt_op', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='gelijkende', to='financien.boeking')),
                    ],
                    options={
                        'verbose_name': 'aandachtspunt',
                        'verbose_name_plural': 'aandachtspunten',
                        'ordering': ['boeking', 'code'],
                        'constraints': [models.UniqueConstraint(fields=('boeking', 'code'), name='merk_een_keer', violation_error_message='Dit punt staat al bij deze boeking.'), models.CheckConstraint(condition=models.Q(models.Q(('besloten_door', None), ('besloten_op', None), ('besluit', '')), models.Q(models.Q(('besluit', ''), _negated=True), ('besloten_door__isnull', False), ('besloten_op__isnull', False)), _connector='OR'), name='merk_besluit_met_dag', violation_error_message='Een besluit heeft een dag en iemand die het nam.')],
                    },
                ),
                migrations.CreateModel(
                    name='Periodeafsluiting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('maand', models.DateField()),
                        ('afgesloten_op', models.DateField()),
                        ('heropend_op', models.DateField(blank=True, null=True)),
                        ('reden', models.CharField(blank=True, max_length=300, verbose_name='waarom weer open?')),
                        ('afgesloten_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('heropend_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'gesloten maand',
                        'verbose_name_plural': 'gesloten maanden',
                        'ordering': ['-maand', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('heropend_op', None)), fields=('maand',), name='periodeafsluiting_een_keer', violation_error_message='Deze maand is al gesloten.'), models.CheckConstraint(condition=models.Q(('maand__day', 1)), name='periodeafsluiting_eerste_dag', violation_error_message='Een maand begint op de eerste dag.'), models.CheckConstraint(condition=django.db.models.lookups.GreaterThan(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.datetime.ExtractYear('afgesloten_op'), '*', models.Value(12)), '+', django.db.models.functions.datetime.ExtractMonth('afgesloten_op')), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.functions.datetime.ExtractYear('maand'), '*', models.Value(12)), '+', django.db.models.functions.datetime.ExtractMonth('maand'))), name='periodeafsluiting_na_afloop', violation_error_message='Sluit een maand pas als zij voorbij is.'), models.CheckConstraint(condition=models.Q(models.Q(('heropend_door', None), ('heropend_op', None), ('reden', '')), models.Q(('heropend_door__isnull', False), ('heropend_op__gte', models.F('afgesloten_op')), models.Q(('reden', ''), _negated=True)), _connector='OR'), name='periodeafsluiting_heropend_met_reden', violation_error_message='Schrijf op waarom de maand weer open gaat.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='periodeafsluiting_slot', sql=pgtrigger.compiler.UpsertTriggerSql(func='PERFORM pg_advisory_xact_lock(7169410016); RETURN NEW;', hash='f6bdb3e365d66b811f1b33a69be08aa75deda6e8', operation='INSERT', pgid='pgtrigger_periodeafsluiting_slot_0c42d', table='financien_periodeafsluiting', when='BEFORE')), pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_periodeafsluitingevent" ("afgesloten_door_id", "afgesloten_op", "heropend_door_id", "heropend_op", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "versie") SELECT new_values."afgesloten_door_id", new_values."afgesloten_op", new_values."heropend_door_id", new_values."heropend_op", new_values."id", new_values."maand", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='636e59102098696e4c2f5485b04f609d86602927', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_e0d8a', referencing='REFERENCING NEW TABLE AS new_values ', table='financien_periodeafsluiting', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_periodeafsluitingevent" ("afgesloten_door_id", "afgesloten_op", "heropend_door_id", "heropend_op", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "versie") SELECT new_values."afgesloten_door_id", new_values."afgesloten_op", new_values."heropend_door_id", new_values."heropend_op", new_values."id", new_values."maand", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a7db5e1afd54884a06dd7d9ac821be67ca6d7a3b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_fc02d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='financien_periodeafsluiting', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_periodeafsluitingevent" ("afgesloten_door_id", "afgesloten_op", "heropend_door_id", "heropend_op", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "versie") SELECT old_values."afgesloten_door_id", old_values."afgesloten_op", old_values."heropend_door_id", old_values."heropend_op", old_values."id", old_values."maand", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fccd151b45dade6fcfb1e7c77a47558b382807d1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_19973', referencing='REFERENCING OLD TABLE AS old_values ', table='financien_periodeafsluiting', when='AFTER')), pgtrigger.compiler.Trigger(name='periodeafsluiting_vast', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF TG_OP = 'UPDATE' THEN\n                    IF OLD.heropend_op IS NULL AND (OLD.maand, OLD.afgesloten_op, OLD.afgesloten_door_id)\n                        = (NEW.maand, NEW.afgesloten_op, NEW.afgesloten_door_id) THEN RETURN NEW; END IF;\n                END IF; RAISE EXCEPTION 'een gesloten maand gaat alleen open met een reden' USING ERRCODE = 'check_violation', CONSTRAINT = 'periodeafsluiting_vast';", hash='6e9b6bda08717d643c7667bf1b91f42cf0799ac8', operation='UPDATE OR DELETE', pgid='pgtrigger_periodeafsluiting_vast_10a6c', table='financien_periodeafsluiting', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='PeriodeafsluitingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('maand', models.DateField()),
                        ('afgesloten_op', models.DateField()),
                        ('heropend_op', models.DateField(blank=True, null=True)),
                        ('reden', models.CharField(blank=True, max_length=300, verbose_name='waarom weer open?')),
                        ('afgesloten_door', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('heropend_door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='financien.periodeafsluiting')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Verplichting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('nummer', models.CharField(max_length=40, verbose_name='nummer')),
                        ('soort', models.CharField(choices=[('subsidie', 'Subsidie'), ('contract', 'Contract'), ('inhuur', 'Inhuur')], max_length=10)),
                        ('omschrijving', models.CharField(max_length=200)),
                        ('relatie', models.CharField(max_length=200, verbose_name='met wie?')),
                        ('jaar', models.PositiveSmallIntegerField(verbose_name='ten laste van jaar')),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('aangegaan_op', models.DateField(verbose_name='aangegaan op')),
                        ('beeindigd_op', models.DateField(blank=True, null=True, verbose_name='beëindigd op')),
                        ('activiteit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verplichtingen', to='financien.activiteit', to_field='code')),
                        ('kerncijfer', models.CharField(blank=True, max_length=80, verbose_name='resultaat gemeten met')),
                    ],
                    options={
                        'verbose_name': 'verplichting',
                        'verbose_name_plural': 'verplichtingen',
                        'ordering': ['nummer'],
                        'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('nummer'), name='verplichting_een_nummer', violation_error_message='Er is al een verplichting met dit nummer.'), models.CheckConstraint(condition=models.Q(('bedrag__gt', 0)), name='verplichting_bedrag_positief', violation_error_message='Een verplichting is meer dan nul euro.'), models.CheckConstraint(condition=models.Q(('beeindigd_op', None), ('beeindigd_op__gte', models.F('aangegaan_op')), _connector='OR'), name='verplichting_einde_na_begin', violation_error_message='Het einde ligt op of na de dag waarop de verplichting is aangegaan.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_verplichtingevent" ("aangegaan_op", "activiteit_id", "bedrag", "beeindigd_op", "id", "jaar", "kerncijfer", "nummer", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relatie", "soort", "versie") SELECT new_values."aangegaan_op", new_values."activiteit_id", new_values."bedrag", new_values."beeindigd_op", new_values."id", new_values."jaar", new_values."kerncijfer", new_values."nummer", new_values."omschrijving", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."relatie", new_values."soort", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='06409a99cf9309b80b0cc1bcbc92ea108d612ac9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_410c9', referencing='REFERENCING NEW TABLE AS new_values ', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_verplichtingevent" ("aangegaan_op", "activiteit_id", "bedrag", "beeindigd_op", "id", "jaar", "kerncijfer", "nummer", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relatie", "soort", "versie") SELECT new_values."aangegaan_op", new_values."activiteit_id", new_values."bedrag", new_values."beeindigd_op", new_values."id", new_values."jaar", new_values."kerncijfer", new_values."nummer", new_values."omschrijving", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."relatie", new_values."soort", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='10ec35a77b9029e111d5a4d66279008fddf9bcb6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_c1463', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "financien_verplichtingevent" ("aangegaan_op", "activiteit_id", "bedrag", "beeindigd_op", "id", "jaar", "kerncijfer", "nummer", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relatie", "soort", "versie") SELECT old_values."aangegaan_op", old_values."activiteit_id", old_values."bedrag", old_values."beeindigd_op", old_values."id", old_values."jaar", old_values."kerncijfer", old_values."nummer", old_values."omschrijving", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."relatie", old_values."soort", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8acd7630d34fdb336254bbd3f8f423705dbdbbef', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_2311e', referencing='REFERENCING OLD TABLE AS old_values ', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='verplichting_binnen_budget', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE vandaag date; vanaf date;', func="vandaag := nullif(current_setting('app.dag', true), '')::date; vanaf := NEW.aangegaan_op;\n                IF NOT (NEW.beeindigd_op IS NULL OR coalesce(NEW.beeindigd_op > vandaag, false)) THEN RETURN NULL; END IF;\n                PERFORM 1 FROM financien_activiteit a WHERE a.code = NEW.activiteit_id FOR NO KEY UPDATE;\n                IF TG_OP = 'UPDATE' AND NEW.activiteit_id = OLD.activiteit_id\n                    AND NEW.aangegaan_op >= OLD.aangegaan_op AND (OLD.beeindigd_op IS NULL OR coalesce(OLD.beeindigd_op > vandaag, false)) THEN\n                    IF NEW.bedrag <= OLD.bedrag THEN RETURN NULL; END IF;\n                    -- Made before, it becomes more today: then the money must be there today.\n                    vanaf := greatest(vanaf, vandaag);\n                END IF;\n                IF financien_vrij(NEW.activiteit_id) < 0\n                THEN RAISE EXCEPTION 'meer dan vrij is' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichting_binnen_budget'; END IF;\n                IF financien_vrij_vanaf(NEW.activiteit_id, vanaf) < 0\n                THEN RAISE EXCEPTION 'het geld komt later' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichting_geld_op_tijd'; END IF; RETURN NULL;", hash='f44e4b35073de485ca9c41e0ee7e965fff1d07fc', operation='INSERT OR UPDATE', pgid='pgtrigger_verplichting_binnen_budget_316a7', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='verplichting_maand_open_nieuw', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT aangegaan_op AS boekdatum FROM rijen\n    UNION SELECT beeindigd_op FROM rijen WHERE beeindigd_op IS NOT NULL) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichting_maand_open'; END IF; RETURN NULL;", hash='9870bb2e601ab1e4b8c95910a3c0adbe7f81eec2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_verplichting_maand_open_nieuw_2b360', referencing='REFERENCING NEW TABLE AS rijen ', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='verplichting_maand_open_weg', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT aangegaan_op AS boekdatum FROM rijen\n    UNION SELECT beeindigd_op FROM rijen WHERE beeindigd_op IS NOT NULL) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichting_maand_open'; END IF; RETURN NULL;", hash='46d4e4161b427b822371b5960744325595463ad5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_verplichting_maand_open_weg_8d2c0', referencing='REFERENCING OLD TABLE AS rijen ', table='financien_verplichting', when='AFTER')), pgtrigger.compiler.Trigger(name='verplichting_maand_open_anders', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT dag.een AS boekdatum FROM nieuw n JOIN oud o ON o.id = n.id CROSS JOIN LATERAL (\n    VALUES (n.aangegaan_op, o.aangegaan_op), (o.aangegaan_op, n.aangegaan_op),\n        (n.beeindigd_op, o.beeindigd_op), (o.beeindigd_op, n.beeindigd_op)) dag(een, ander)\n    WHERE dag.een IS DISTINCT FROM dag.ander) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichting_maand_open'; END IF; RETURN NULL;", hash='ed4c26edcf37fa9cd351db4541d723a784a042ef', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_verplichting_maand_open_anders_cc8d5', referencing='REFERENCING OLD TABLE AS oud  NEW TABLE AS nieuw ', table='financien_verplichting', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Toedeling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=14)),
                        ('wijze', models.CharField(choices=[('verplichting', 'Via de verplichting'), ('rekening', 'Via de rekening'), ('voorstel', 'Volgens voorstel'), ('hand', 'Met de hand')], max_length=12)),
                        ('waarom', models.CharField(blank=True, max_length=200)),
                        ('op', models.DateField()),
                        ('ongedaan_op', models.DateField(blank=True, null=True)),
                        ('activiteit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.activiteit', to_field='code')),
                        ('boeking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='toedelingen', to='financien.boeking')),
                        ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('inkomstenpost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.inkomstenpost', to_field='code')),
                        ('ongedaan_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('verplichting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='toedelingen', to='financien.verplichting')),
                    ],
                    options={
                        'verbose_name': 'koppeling',
                        'verbose_name_plural': 'koppelingen',
                        'ordering': ['boeking', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('activiteit__isnull', False), ('inkomstenpost__isnull', True)), models.Q(('activiteit__isnull', True), ('inkomstenpost__isnull', False)), _connector='OR'), name='toedeling_een_regel', violation_error_message='Kies één regel van de begroting.'), models.UniqueConstraint(condition=models.Q(('ongedaan_op', None)), fields=('boeking', 'inkomstenpost'), name='toedeling_een_keer_per_post', violation_error_message='Deze boeking staat al bij deze regel.'), models.UniqueConstraint(condition=models.Q(('ongedaan_op', None)), fields=('boeking', 'activiteit'), name='toedeling_een_keer_per_activiteit', violation_error_message='Deze boeking staat al bij deze regel.'), models.CheckConstraint(condition=models.Q(('verplichting', None), ('activiteit__isnull', False), _connector='OR'), name='toedeling_verplichting_bij_activiteit', violation_error_message='Een verplichting hoort bij een activiteit.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='toedeling_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM rijen) AND NOT (nullif(current_setting('pghistory.context_id', true), '') IS NOT NULL\n    AND nullif(current_setting('pghistory.context_metadata', true), '')::jsonb ? 'terug_van') THEN RAISE EXCEPTION 'een koppeling verdwijnt niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_blijft'; END IF;\n        RETURN NULL;", hash='f618da20f07b45e7d2d116d997bba4da7444a646', level='STATEMENT', operation='DELETE', pgid='pgtrigger_toedeling_blijft_41d3a', referencing='REFERENCING OLD TABLE AS rijen ', table='financien_toedeling', when='AFTER')), pgtrigger.compiler.Trigger(name='toedeling_bij_verplichting', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM rijen r JOIN financien_verplichting v ON v.id = r.verplichting_id\n                    WHERE r.activiteit_id IS DISTINCT FROM v.activiteit_id)\n                THEN RAISE EXCEPTION 'de verplichting is van een andere activiteit' USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_bij_verplichting';\n                END IF; RETURN NULL;", hash='88fd2dc64c7951f0df4dc0e8612cf32bf4df259f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_toedeling_bij_verplichting_44566', referencing='REFERENCING NEW TABLE AS rijen ', table='financien_toedeling', when='AFTER')), pgtrigger.compiler.Trigger(name='toedeling_vast', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE komt_bij boolean;', func="komt_bij := OLD.verplichting_id IS NULL AND NEW.verplichting_id IS NOT NULL\n                    AND NEW.ongedaan_op IS NULL AND NEW.ongedaan_door_id IS NULL;\n                IF OLD.ongedaan_op IS NOT NULL OR (NEW.ongedaan_op IS NULL AND NOT komt_bij)\n                    OR (NEW.verplichting_id IS DISTINCT FROM OLD.verplichting_id AND NOT komt_bij)\n                    OR to_jsonb(OLD) - '{ongedaan_op,ongedaan_door_id,versie,verplichting_id}'::text[]\n                        <> to_jsonb(NEW) - '{ongedaan_op,ongedaan_door_id,versie,verplichting_id}'::text[]\n                THEN RAISE EXCEPTION 'een koppeling verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_vast'; END IF;\n                IF komt_bij AND NOT EXISTS (SELECT FROM financien_verplichting v\n                    WHERE v.id = NEW.verplichting_id AND v.activiteit_id = NEW.activiteit_id)\n                THEN RAISE EXCEPTION 'de verplichting is van een andere activiteit' USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_bij_verplichting';\n                END IF; RETURN NEW;", hash='694066e5961da33a12678ac712a657840907fe5c', operation='UPDATE', pgid='pgtrigger_toedeling_vast_b943d', table='financien_toedeling', when='BEFORE')), pgtrigger.compiler.Trigger(name='toedeling_maand_open', sql=pgtrigger.compiler.UpsertTriggerSql(func="PERFORM pg_advisory_xact_lock_shared(7169410016);\n    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN (SELECT DISTINCT b.boekdatum FROM rijen JOIN financien_boeking b ON b.id = rijen.boeking_id\n                    WHERE rijen.ongedaan_op IS NOT NULL) b\n        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'\n        WHERE p.heropend_op IS NULL) THEN RAISE EXCEPTION 'deze maand is gesloten' USING ERRCODE = 'check_violation', CONSTRAINT = 'toedeling_maand_open'; END IF; RETURN NULL;", hash='128f60467d5e7562c6141d65c6474185a38b9794', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_toedeling_maand_open_1c29b', referencing='REFERENCING NEW TABLE AS rijen ', table='financien_toedeling', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='VerplichtingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('nummer', models.CharField(max_length=40, verbose_name='nummer')),
                        ('soort', models.CharField(choices=[('subsidie', 'Subsidie'), ('contract', 'Contract'), ('inhuur', 'Inhuur')], max_length=10)),
                        ('omschrijving', models.CharField(max_length=200)),
                        ('relatie', models.CharField(max_length=200, verbose_name='met wie?')),
                        ('jaar', models.PositiveSmallIntegerField(verbose_name='ten laste van jaar')),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('aangegaan_op', models.DateField(verbose_name='aangegaan op')),
                        ('beeindigd_op', models.DateField(blank=True, null=True, verbose_name='beëindigd op')),
                        ('activiteit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='financien.activiteit', to_field='code')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='financien.verplichting')),
                        ('kerncijfer', models.CharField(blank=True, max_length=80, verbose_name='resultaat gemeten met')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Verplichtingtermijn',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('maand', models.DateField()),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('verplichting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='termijnen', to='financien.verplichting')),
                    ],
                    options={
                        'verbose_name': 'termijn',
                        'verbose_name_plural': 'termijnen',
                        'ordering': ['maand'],
                        'constraints': [models.UniqueConstraint(fields=('verplichting', 'maand'), name='verplichtingtermijn_een_per_maand', violation_error_message='In deze maand staat al een termijn.'), models.CheckConstraint(condition=models.Q(('maand__day', 1)), name='verplichtingtermijn_eerste_dag', violation_error_message='Een maand begint op de eerste dag.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='verplichtingtermijn_som', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE welke bigint; som numeric;', func="IF TG_OP = 'DELETE' THEN welke := OLD.verplichting_id;\n                ELSE welke := NEW.verplichting_id; END IF;\n                SELECT sum(t.bedrag) INTO som FROM financien_verplichtingtermijn t\n                WHERE t.verplichting_id = welke;\n                IF som IS NOT NULL AND som IS DISTINCT FROM\n                    (SELECT v.bedrag FROM financien_verplichting v WHERE v.id = welke)\n                THEN RAISE EXCEPTION 'de termijnen zijn samen niet de verplichting' USING ERRCODE = 'check_violation', CONSTRAINT = 'verplichtingtermijn_som';\n                END IF; RETURN NULL;", hash='12813ebcd791033afab178afd12196e5c32041e1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_verplichtingtermijn_som_5ba0f', table='financien_verplichtingtermijn', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Wijzigingsregel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('activiteit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.activiteit', to_field='code')),
                        ('inkomstenpost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.inkomstenpost', to_field='code')),
                        ('wijziging', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regels', to='financien.begrotingswijziging')),
                    ],
                    options={
                        'verbose_name': 'regel van een wijziging',
                        'verbose_name_plural': 'regels van een wijziging',
                        'ordering': ['wijziging', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('inkomstenpost', None), ('activiteit', None), _connector='OR'), name='wijzigingsregel_hoogstens_een_regel', violation_error_message='Kies één regel van de begroting.'), models.CheckConstraint(condition=models.Q(('bedrag', 0), _negated=True), name='wijzigingsregel_niet_nul', violation_error_message='Een wijziging van nul euro verandert niets.'), models.UniqueConstraint(fields=('wijziging', 'inkomstenpost', 'activiteit'), name='wijzigingsregel_een_keer', nulls_distinct=False, violation_error_message='Deze regel staat al in deze wijziging.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='wijzigingsregel_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'een begrotingswijziging verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'wijzigingsregel_blijft'; RETURN NULL;", hash='6ab7f58ca0901295fd16a5af127ae7a666d09276', operation='UPDATE OR DELETE', pgid='pgtrigger_wijzigingsregel_blijft_993fb', table='financien_wijzigingsregel', when='BEFORE')), pgtrigger.compiler.Trigger(name='wijzigingsregel_op_nul', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="IF (SELECT sum(CASE WHEN r.inkomstenpost_id IS NULL THEN r.bedrag ELSE -r.bedrag END)\n                    FROM financien_wijzigingsregel r WHERE r.wijziging_id = NEW.wijziging_id) <> 0\n                THEN RAISE EXCEPTION 'de wijziging komt niet op nul' USING ERRCODE = 'check_violation', CONSTRAINT = 'wijzigingsregel_op_nul';\n                END IF; RETURN NULL;", hash='17084032939cf5e54b13392181e28c9b6936ca08', operation='INSERT', pgid='pgtrigger_wijzigingsregel_op_nul_f5df7', table='financien_wijzigingsregel', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')), pgtrigger.compiler.Trigger(name='wijzigingsregel_binnen_budget', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."activiteit_id" IS NOT NULL AND NEW."bedrag" < 0)', func="PERFORM 1 FROM financien_activiteit a WHERE a.code = NEW.activiteit_id FOR NO KEY UPDATE;\n                IF financien_vrij(NEW.activiteit_id) < 0 OR financien_vrij_vanaf(NEW.activiteit_id,\n                    (SELECT w.op FROM financien_begrotingswijziging w WHERE w.id = NEW.wijziging_id)) < 0\n                THEN RAISE EXCEPTION 'minder budget dan besteed en vastgelegd' USING ERRCODE = 'check_violation', CONSTRAINT = 'wijzigingsregel_binnen_budget';\n                END IF; RETURN NULL;", hash='3a435ffd3b92f57dd75150a04f6c0d6d665f84f3', operation='INSERT', pgid='pgtrigger_wijzigingsregel_binnen_budget_22496', table='financien_wijzigingsregel', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Drempel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('bedrag', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='drempel')),
                        ('vanaf', models.DateField(unique=True, verbose_name='geldt vanaf')),
                        ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'drempel',
                        'verbose_name_plural': 'drempels',
                        'ordering': ['-vanaf'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('bedrag__gte', 0)), name='drempel_niet_negatief', violation_error_message='Een drempel is nul euro of meer.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='drempel_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'een drempel verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'drempel_blijft'; RETURN NULL;", hash='2547f55f775c09114769dc1599e4e998d3293903', operation='UPDATE OR DELETE', pgid='pgtrigger_drempel_blijft_acfdb', table='financien_drempel', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Verklaring',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('op', models.DateField()),
                        ('afwijking', models.DecimalField(decimal_places=2, max_digits=14)),
                        ('tekst', models.CharField(max_length=500, verbose_name='verklaring')),
                        ('activiteit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.activiteit', to_field='code')),
                        ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('inkomstenpost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)sen', to='financien.inkomstenpost', to_field='code')),
                        ('peildatum', models.DateField()),
                    ],
                    options={
                        'verbose_name': 'verklaring',
                        'verbose_name_plural': 'verklaringen',
                        'ordering': ['-op', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('activiteit__isnull', False), ('inkomstenpost__isnull', True)), models.Q(('activiteit__isnull', True), ('inkomstenpost__isnull', False)), _connector='OR'), name='verklaring_een_regel', violation_error_message='Kies één regel van de begroting.'), models.CheckConstraint(condition=models.Q(('tekst', ''), _negated=True), name='verklaring_niet_leeg', violation_error_message='Schrijf op waarom deze regel afwijkt.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='verklaring_blijft', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'een verklaring verandert niet' USING ERRCODE = 'check_violation', CONSTRAINT = 'verklaring_blijft'; RETURN NULL;", hash='fc5e0ffe0f953a0b0216f54e720c286439fe636c', operation='UPDATE OR DELETE', pgid='pgtrigger_verklaring_blijft_393bd', table='financien_verklaring', when='BEFORE'))],
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=TEGENPOST,
            reverse_sql=TEGENPOST_TERUG,
        ),
        migrations.RunSQL(
            sql=SOM,
            reverse_sql=SOM_TERUG,
        ),
        migrations.RunSQL(
            sql=VRIJ,
            reverse_sql=VRIJ_TERUG,
        ),
        migrations.RunSQL(
            sql=VRIJ_OP,
            reverse_sql=VRIJ_OP_TERUG,
        ),
    ]
