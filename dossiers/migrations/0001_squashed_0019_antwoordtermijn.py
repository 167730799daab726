"""All of dossiers at once, for a new database. One that has some of it goes on with the old files.

Left out, as they do nothing on an empty database: the assignments and search keys that were filled in for who was
there (0005, 0008), and the move of who saw a BSN to the read log, with the table that it left (0004, 0012).
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import dossiers.models.nationaliteiten
import dossiers.models.vastleggen
import dossiers.models.zoeksleutels
import kern.nieuwe_modellen
import kern.velden
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models

# The key on which names are sorted: lower case, without accents. There is no ICU collation on every server
# that we run on, so the order comes from a stored column.
ZOEKNAAM = """
CREATE FUNCTION zoeknaam(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, tekst))
"""
ZOEKNAAM_TERUG = "DROP FUNCTION zoeknaam(text)"
# No dossier without a caseworker or a place in the open work stock: held by the database, past every page. The
# triggers speak at the end of the transaction, so that a person and the assignment come in any order. A dossier
# that was merged into another needs none.
REGIE = """
CREATE FUNCTION dossiers_eis_regie(persoon bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dossiers_statushouder WHERE id = persoon AND samengevoegd_met_id IS NULL)
       AND NOT EXISTS (SELECT FROM dossiers_regie WHERE statushouder_id = persoon AND tot IS NULL) THEN
        RAISE EXCEPTION 'dossier % heeft geen regisseur', persoon
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_heeft_regisseur';
    END IF;
END $$;

CREATE FUNCTION dossiers_statushouder_heeft_regie() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_regie(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION dossiers_regie_blijft() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_regie(OLD.statushouder_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER dossier_heeft_regisseur
    AFTER INSERT OR UPDATE OF samengevoegd_met_id ON dossiers_statushouder
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_statushouder_heeft_regie();
CREATE CONSTRAINT TRIGGER dossier_houdt_regisseur
    AFTER UPDATE OF statushouder_id, tot OR DELETE ON dossiers_regie
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_regie_blijft();
"""
REGIE_TERUG = """
DROP TRIGGER dossier_houdt_regisseur ON dossiers_regie;
DROP TRIGGER dossier_heeft_regisseur ON dossiers_statushouder;
DROP FUNCTION dossiers_regie_blijft();
DROP FUNCTION dossiers_statushouder_heeft_regie();
DROP FUNCTION dossiers_eis_regie(bigint);
"""
# An answer and an end are final: what was declined or withdrawn cannot be accepted after all. And nobody locks
# themselves out: a shielded dossier keeps somebody who may sign in and whose access has no end. It speaks at the
# end of the transaction; a dossier that was merged into another is that one's matter.
INZAGE = """
CREATE FUNCTION dossiers_antwoord_blijft() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.afgewezen_op IS NOT NULL OR OLD.beeindigd_op IS NOT NULL)
       AND (NEW.aangenomen_op, NEW.afgewezen_op, NEW.beeindigd_op, NEW.einde)
           IS DISTINCT FROM (OLD.aangenomen_op, OLD.afgewezen_op, OLD.beeindigd_op, OLD.einde)
       OR OLD.aangenomen_op IS NOT NULL AND NEW.aangenomen_op IS DISTINCT FROM OLD.aangenomen_op THEN
        RAISE EXCEPTION 'verwijzing % is al beantwoord of beeindigd', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'doorverwijzing_antwoord_blijft';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER doorverwijzing_antwoord_blijft BEFORE UPDATE ON dossiers_doorverwijzing
    FOR EACH ROW EXECUTE FUNCTION dossiers_antwoord_blijft();

CREATE FUNCTION dossiers_eis_inzage(persoon bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dossiers_statushouder
               WHERE id = persoon AND afgeschermd AND samengevoegd_met_id IS NULL)
       AND NOT EXISTS (SELECT FROM dossiers_inzagerecht r JOIN toegang_gebruiker g ON g.id = r.gebruiker_id
                       WHERE r.statushouder_id = persoon AND r.tot IS NULL AND g.is_active) THEN
        RAISE EXCEPTION 'dossier % is afgeschermd voor iedereen', persoon
            USING ERRCODE = 'check_violation', CONSTRAINT = 'afgeschermd_met_naam';
    END IF;
END $$;

CREATE FUNCTION dossiers_statushouder_heeft_inzage() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_inzage(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION dossiers_inzage_blijft() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_inzage(OLD.statushouder_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER afgeschermd_met_naam
    AFTER INSERT OR UPDATE OF afgeschermd, samengevoegd_met_id ON dossiers_statushouder
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_statushouder_heeft_inzage();
CREATE CONSTRAINT TRIGGER afgeschermd_houdt_naam
    AFTER UPDATE OF statushouder_id, gebruiker_id, tot OR DELETE ON dossiers_inzagerecht
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_inzage_blijft();
"""
INZAGE_TERUG = """
DROP TRIGGER afgeschermd_houdt_naam ON dossiers_inzagerecht;
DROP TRIGGER afgeschermd_met_naam ON dossiers_statushouder;
DROP FUNCTION dossiers_inzage_blijft();
DROP FUNCTION dossiers_statushouder_heeft_inzage();
DROP FUNCTION dossiers_eis_inzage(bigint);
DROP TRIGGER doorverwijzing_antwoord_blijft ON dossiers_doorverwijzing;
DROP FUNCTION dossiers_antwoord_blijft();
"""


class Migration(migrations.Migration):

    replaces = [('dossiers', '0001_zoeknaam'), ('dossiers', '0002_dossiers'), ('dossiers', '0003_geboren_kan'), ('dossiers', '0004_vastleggen'), ('dossiers', '0005_regie'), ('dossiers', '0006_bewaard_en_volgordes'), ('dossiers', '0007_samenvoegen'), ('dossiers', '0008_zoeksleutels'), ('dossiers', '0009_nationaliteiten'), ('dossiers', '0010_doorverwijzing'), ('dossiers', '0011_verwijzen'), ('dossiers', '0012_bsn_in_leeslog'), ('dossiers', '0013_afgeschermd_snel'), ('dossiers', '0014_verwijzing_wisselbaar'), ('dossiers', '0015_nummer_zegt_niets'), ('dossiers', '0016_inzage_einde'), ('dossiers', '0017_verwijzing_snel'), ('dossiers', '0018_werkoverdracht'), ('dossiers', '0019_antwoordtermijn')]

    initial = True

    dependencies = [
        ('kern', '0001_squashed_0003_demolading_aantal'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('toegang', '0001_squashed_0011_herinnering'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        django.contrib.postgres.operations.UnaccentExtension(
        ),
        django.contrib.postgres.operations.TrigramExtension(
        ),
        migrations.RunSQL(
            sql=ZOEKNAAM,
            reverse_sql=ZOEKNAAM_TERUG,
        ),
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Dossierteller',
                    fields=[
                        ('jaar', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                        ('laatste', models.PositiveIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Gezin',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('naam', models.CharField(max_length=200, verbose_name='naam van het gezin')),
                    ],
                    options={
                        'ordering': ['naam', 'pk'],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinevent" ("id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "versie") SELECT new_values."id", new_values."naam", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."sleutel", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b36e85dbd9ee67943162af6bb680fae78e0a5fd3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_2802a', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_gezin', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinevent" ("id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "versie") SELECT new_values."id", new_values."naam", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."sleutel", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='20432d517ca2892d53c4dc58f21682b3afa598a5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_70b4e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_gezin', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinevent" ("id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "versie") SELECT old_values."id", old_values."naam", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."sleutel", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='450c776da7e75a3bc0c96d199a79c41918eb30b1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_5143c', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_gezin', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Statushouder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('nummer', models.CharField(editable=False, max_length=12, unique=True, verbose_name='dossiernummer')),
                        ('achternaam', models.CharField(max_length=200)),
                        ('voorvoegsel', models.CharField(blank=True, max_length=20)),
                        ('voornamen', models.CharField(blank=True, max_length=200)),
                        ('geboren_vroegst', models.DateField(blank=True, null=True)),
                        ('geboren_laatst', models.DateField(blank=True, null=True)),
                        ('geslacht', models.CharField(choices=[('M', 'Man'), ('V', 'Vrouw'), ('O', 'Onbekend')], default='O', max_length=1)),
                        ('nationaliteit', models.CharField(choices=dossiers.models.nationaliteiten.nationaliteitkeuzes, default='Onbekend', max_length=80)),
                        ('tolktaal', models.CharField(blank=True, choices=[('', 'Geen tolk nodig'), ('ar', 'Arabisch'), ('ti', 'Tigrinya'), ('fa', 'Farsi'), ('prs', 'Dari'), ('ku', 'Koerdisch'), ('so', 'Somalisch'), ('am', 'Amhaars'), ('tr', 'Turks'), ('en', 'Engels')], max_length=3, verbose_name='taal voor de tolk')),
                        ('bsn', kern.velden.VersleuteldVeld(blank=True)),
                        ('bsn_index', models.CharField(editable=False, max_length=64, null=True)),
                        ('vnummer', models.CharField(blank=True, max_length=10, null=True, verbose_name='V-nummer')),
                        ('vergunning', models.CharField(choices=[('asiel', 'Asiel'), ('nareis', 'Nareis (afgeleid van asiel)'), ('regulier', 'Regulier'), ('geen', 'Geen')], default='asiel', max_length=10)),
                        ('vergunning_op', models.DateField(blank=True, null=True, verbose_name='vergunning sinds')),
                        ('wijze_van_komst', models.CharField(choices=[('koppeling', 'Koppeling door COA'), ('nareiziger', 'Nareis'), ('amv', 'AMV'), ('overig', 'Anders')], default='koppeling', max_length=10)),
                        ('opvang', models.CharField(choices=[('azc', 'Asielzoekerscentrum'), ('kso', 'Kleinschalige opvang van Nidos'), ('kwv', 'Kleine woonvoorziening van COA'), ('gastgezin', 'Gastgezin'), ('geen', 'Geen opvang')], default='azc', max_length=10)),
                        ('coa_koppeldatum', models.DateField(blank=True, null=True, verbose_name='datum koppeling')),
                        ('sorteernaam', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.text.Concat('achternaam', models.Value(' '), 'voornamen'), function='zoeknaam'), output_field=models.TextField())),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                        ('samengevoegd_met', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='samengevoegd', to='dossiers.statushouder')),
                        ('telefoon', models.CharField(blank=True, max_length=20)),
                        ('paarsleutels', dossiers.models.zoeksleutels.Paarsleutels(base_field=models.IntegerField(), default=list, editable=False, size=None)),
                        ('zoeksleutels', dossiers.models.zoeksleutels.Zoeksleutels(base_field=models.TextField(), default=list, editable=False, size=None)),
                        ('afgeschermd', models.BooleanField(default=False, editable=False, help_text='Only who has an Inzagerecht may know of this dossier.')),
                    ],
                    options={
                        'ordering': ['sorteernaam', 'pk'],
                        'indexes': [models.Index(fields=['sorteernaam', 'id'], name='statushouder_op_naam'), models.Index(fields=['geboren_vroegst', 'id'], name='statushouder_op_geboren'), models.Index(fields=['coa_koppeldatum', 'id'], name='statushouder_op_koppeldatum'), django.contrib.postgres.indexes.GinIndex(fields=['zoeksleutels'], name='statushouder_op_zoeksleutels'), django.contrib.postgres.indexes.GinIndex(fields=['sorteernaam'], name='statushouder_op_letters', opclasses=['gin_trgm_ops']), models.Index(django.db.models.functions.text.Right(models.Func(models.F('telefoon'), models.Value('\\D'), models.Value(''), models.Value('g'), function='regexp_replace', output_field=models.CharField()), 9), condition=models.Q(('telefoon', ''), _negated=True), name='statushouder_op_telefoon'), models.Index(condition=models.Q(('afgeschermd', True)), fields=['id'], name='statushouder_afgeschermd')],
                        'constraints': [models.UniqueConstraint(fields=('bsn_index',), name='statushouder_bsn_uniek', violation_error_message='Dit nummer kunt u niet gebruiken. Kijk of het nummer klopt. Klopt het? Vraag de projectcoördinator.'), models.UniqueConstraint(fields=('vnummer',), name='statushouder_vnummer_uniek', violation_error_message='Dit nummer kunt u niet gebruiken. Kijk of het nummer klopt. Klopt het? Vraag de projectcoördinator.'), models.CheckConstraint(condition=models.Q(('vnummer__isnull', True), ('vnummer__regex', '^[0-9]{10}$'), _connector='OR'), name='statushouder_vnummer_tien_cijfers', violation_error_message='Een V-nummer heeft 10 cijfers.'), models.CheckConstraint(condition=models.Q(models.Q(('bsn', ''), ('bsn_index__isnull', True)), models.Q(models.Q(('bsn', ''), _negated=True), ('bsn_index__isnull', False)), _connector='OR'), name='statushouder_bsn_met_index', violation_error_message='Dit BSN kan niet worden bewaard.'), models.CheckConstraint(condition=models.Q(models.Q(('geboren_laatst__isnull', True), ('geboren_vroegst__isnull', True)), models.Q(('geboren_laatst__isnull', False), ('geboren_vroegst__isnull', False), models.Q(('geboren_vroegst', models.F('geboren_laatst')), models.Q(('geboren_laatst__year', django.db.models.functions.datetime.ExtractYear('geboren_vroegst')), ('geboren_vroegst__day', 1), models.Q(models.Q(('geboren_laatst__month', django.db.models.functions.datetime.ExtractMonth('geboren_vroegst')), django.db.models.lookups.Exact(models.Func(models.F('geboren_laatst'), output_field=models.IntegerField(), template='EXTRACT(DAY FROM %(expressions)s + 1)'), 1)), models.Q(('geboren_laatst__day', 31), ('geboren_laatst__month', 12), ('geboren_vroegst__month', 1)), _connector='OR')), _connector='OR')), _connector='OR'), name='statushouder_geboren_kan', violation_error_message='Deze geboortedatum kan niet.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_statushouderevent" ("achternaam", "afgeschermd", "coa_koppeldatum", "email", "geboren_laatst", "geboren_vroegst", "geslacht", "id", "nationaliteit", "nummer", "opvang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "telefoon", "tolktaal", "vergunning", "vergunning_op", "versie", "vnummer", "voornamen", "voorvoegsel", "wijze_van_komst") SELECT new_values."achternaam", new_values."afgeschermd", new_values."coa_koppeldatum", new_values."email", new_values."geboren_laatst", new_values."geboren_vroegst", new_values."geslacht", new_values."id", new_values."nationaliteit", new_values."nummer", new_values."opvang", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."samengevoegd_met_id", new_values."sleutel", new_values."telefoon", new_values."tolktaal", new_values."vergunning", new_values."vergunning_op", new_values."versie", new_values."vnummer", new_values."voornamen", new_values."voorvoegsel", new_values."wijze_van_komst" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='49937604d7903fd8e735d3a915d5807f5b45711c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_f854a', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_statushouder', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_statushouderevent" ("achternaam", "afgeschermd", "coa_koppeldatum", "email", "geboren_laatst", "geboren_vroegst", "geslacht", "id", "nationaliteit", "nummer", "opvang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "telefoon", "tolktaal", "vergunning", "vergunning_op", "versie", "vnummer", "voornamen", "voorvoegsel", "wijze_van_komst") SELECT new_values."achternaam", new_values."afgeschermd", new_values."coa_koppeldatum", new_values."email", new_values."geboren_laatst", new_values."geboren_vroegst", new_values."geslacht", new_values."id", new_values."nationaliteit", new_values."nummer", new_values."opvang", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."samengevoegd_met_id", new_values."sleutel", new_values."telefoon", new_values."tolktaal", new_values."vergunning", new_values."vergunning_op", new_values."versie", new_values."vnummer", new_values."voornamen", new_values."voorvoegsel", new_values."wijze_van_komst" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."achternaam" IS DISTINCT FROM (new_values."achternaam") OR old_values."afgeschermd" IS DISTINCT FROM (new_values."afgeschermd") OR old_values."coa_koppeldatum" IS DISTINCT FROM (new_values."coa_koppeldatum") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."geboren_laatst" IS DISTINCT FROM (new_values."geboren_laatst") OR old_values."geboren_vroegst" IS DISTINCT FROM (new_values."geboren_vroegst") OR old_values."geslacht" IS DISTINCT FROM (new_values."geslacht") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."nationaliteit" IS DISTINCT FROM (new_values."nationaliteit") OR old_values."nummer" IS DISTINCT FROM (new_values."nummer") OR old_values."opvang" IS DISTINCT FROM (new_values."opvang") OR old_values."samengevoegd_met_id" IS DISTINCT FROM (new_values."samengevoegd_met_id") OR old_values."sleutel" IS DISTINCT FROM (new_values."sleutel") OR old_values."sorteernaam" IS DISTINCT FROM (new_values."sorteernaam") OR old_values."telefoon" IS DISTINCT FROM (new_values."telefoon") OR old_values."tolktaal" IS DISTINCT FROM (new_values."tolktaal") OR old_values."vergunning" IS DISTINCT FROM (new_values."vergunning") OR old_values."vergunning_op" IS DISTINCT FROM (new_values."vergunning_op") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."vnummer" IS DISTINCT FROM (new_values."vnummer") OR old_values."voornamen" IS DISTINCT FROM (new_values."voornamen") OR old_values."voorvoegsel" IS DISTINCT FROM (new_values."voorvoegsel") OR old_values."wijze_van_komst" IS DISTINCT FROM (new_values."wijze_van_komst")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7f9c459a83e4cc5753eb2dfdc70069e95a86e563', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_251a6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_statushouder', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_statushouderevent" ("achternaam", "afgeschermd", "coa_koppeldatum", "email", "geboren_laatst", "geboren_vroegst", "geslacht", "id", "nationaliteit", "nummer", "opvang", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "telefoon", "tolktaal", "vergunning", "vergunning_op", "versie", "vnummer", "voornamen", "voorvoegsel", "wijze_van_komst") SELECT old_values."achternaam", old_values."afgeschermd", old_values."coa_koppeldatum", old_values."email", old_values."geboren_laatst", old_values."geboren_vroegst", old_values."geslacht", old_values."id", old_values."nationaliteit", old_values."nummer", old_values."opvang", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."samengevoegd_met_id", old_values."sleutel", old_values."telefoon", old_values."tolktaal", old_values."vergunning", old_values."vergunning_op", old_values."versie", old_values."vnummer", old_values."voornamen", old_values."voorvoegsel", old_values."wijze_van_komst" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a4a5606e92b0095ed5443e0de6fe20ae121219ad', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_11023', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_statushouder', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='Gezinslid',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('rol', models.CharField(choices=[('hoofd', 'Hoofd van het gezin'), ('partner', 'Partner'), ('kind', 'Kind'), ('overig', 'Ander familielid')], max_length=10, verbose_name='rol in het gezin')),
                        ('van', models.DateField()),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leden', to='dossiers.gezin')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lidmaatschappen', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['gezin', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='gezinslid_tot_na_van', violation_error_message='De einddatum moet na de begindatum liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('statushouder', '='), ('periode', '&&')], name='gezinslid_een_gezin_tegelijk', violation_error_message='Deze persoon hoort in deze periode al bij een gezin.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('rol', 'hoofd')), expressions=[('gezin', '='), ('periode', '&&')], name='gezinslid_een_hoofd_tegelijk', violation_error_message='Dit gezin heeft in deze periode al een hoofd.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinslidevent" ("gezin_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "statushouder_id", "tot", "van", "versie") SELECT new_values."gezin_id", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."rol", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a5b7ec7c5ac8b36a4c9ff4649c19f88e0ce4ad32', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_c31a6', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_gezinslid', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinslidevent" ("gezin_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "statushouder_id", "tot", "van", "versie") SELECT new_values."gezin_id", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."rol", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e6939ae90a31988d773472f7b077859b8cc799c2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_12594', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_gezinslid', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_gezinslidevent" ("gezin_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "statushouder_id", "tot", "van", "versie") SELECT old_values."gezin_id", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."rol", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='504f73fab4064e2b1cf436e592f0ed42196d9c31', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_262ab', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_gezinslid', when='AFTER'))],
                        'verbose_name': 'plaats in een gezin',
                        'verbose_name_plural': 'plaatsen in een gezin',
                    },
                ),
                migrations.CreateModel(
                    name='Vestiging',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='gevestigd op')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='vertrokken op')),
                        ('brp_op', models.DateField(blank=True, null=True, verbose_name='ingeschreven in de BRP op')),
                        ('reden_vertrek', models.CharField(blank=True, max_length=200)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vestigingen', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['statushouder', 'van'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gte', models.F('van')), _connector='OR'), name='vestiging_tot_niet_voor_van', violation_error_message='De dag van vertrek mag niet voor de vestiging liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('statushouder', '='), ('periode', '&&')], name='vestiging_een_tegelijk', violation_error_message='Deze persoon is in deze periode al gevestigd in Wassenaar.')],
                        'indexes': [models.Index(fields=['van', 'statushouder'], name='vestiging_op_van'), models.Index(fields=['tot', 'statushouder'], name='vestiging_op_tot')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_vestigingevent" ("brp_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden_vertrek", "statushouder_id", "tot", "van", "versie") SELECT new_values."brp_op", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden_vertrek", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4a85b49571a1dd590ce596fe127229d47af00ebb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_3e93d', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_vestiging', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_vestigingevent" ("brp_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden_vertrek", "statushouder_id", "tot", "van", "versie") SELECT new_values."brp_op", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden_vertrek", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e33c40f84c35bbdcc70626313ad0c0a7f4a1e0f5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_b4291', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_vestiging', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_vestigingevent" ("brp_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden_vertrek", "statushouder_id", "tot", "van", "versie") SELECT old_values."brp_op", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden_vertrek", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b37ad7d718b4e9b27562f7dcdeb334e092776b84', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_c38f9', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_vestiging', when='AFTER'))],
                        'verbose_name': 'vestiging',
                        'verbose_name_plural': 'vestigingen',
                    },
                ),
                migrations.CreateModel(
                    name='Contactmoment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('op', models.DateField(verbose_name='datum')),
                        ('tijd', models.TimeField(blank=True, null=True)),
                        ('soort', models.CharField(choices=[('notitie', 'Notitie'), ('telefoon', 'Telefoon'), ('bezoek', 'Huisbezoek'), ('gesprek', 'Gesprek op kantoor'), ('bericht', 'E-mail of app'), ('brief', 'Brief')], default='notitie', max_length=10)),
                        ('met_tolk', models.BooleanField(default=False, verbose_name='met tolk')),
                        ('tekst', models.TextField(max_length=4000)),
                        ('auteur', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['-op', '-pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['statushouder', '-op', '-id'], name='contactmoment_tijdlijn')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('doorgehaald_op', None), ('doorgehaald_reden', '')), models.Q(('doorgehaald_op__isnull', False), models.Q(('doorgehaald_reden', ''), _negated=True)), _connector='OR'), name='contactmoment_doorgehaald_met_reden', violation_error_message='Geef een reden voor het doorhalen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_contactmomentevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "id", "met_tolk", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "statushouder_id", "tekst", "tijd", "vastgelegd_op", "versie", "zichtbaarheid") SELECT new_values."auteur_id", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."id", new_values."met_tolk", new_values."op", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."soort", new_values."statushouder_id", new_values."tekst", new_values."tijd", new_values."vastgelegd_op", new_values."versie", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3c067a1a0abd4787883413a8dfc03f23285fb473', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_00731', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_contactmoment', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_contactmomentevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "id", "met_tolk", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "statushouder_id", "tekst", "tijd", "vastgelegd_op", "versie", "zichtbaarheid") SELECT new_values."auteur_id", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."id", new_values."met_tolk", new_values."op", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."soort", new_values."statushouder_id", new_values."tekst", new_values."tijd", new_values."vastgelegd_op", new_values."versie", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='afbb7975eeb176a802b07f9e2c99e9e421311cf6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_3ae03', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_contactmoment', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_contactmomentevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "id", "met_tolk", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "statushouder_id", "tekst", "tijd", "vastgelegd_op", "versie", "zichtbaarheid") SELECT old_values."auteur_id", old_values."domein", old_values."doorgehaald_door_id", old_values."doorgehaald_op", old_values."doorgehaald_reden", old_values."id", old_values."met_tolk", old_values."op", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."soort", old_values."statushouder_id", old_values."tekst", old_values."tijd", old_values."vastgelegd_op", old_values."versie", old_values."zichtbaarheid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ee81a6f1e268a716e8726aa230700942d48db35b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_5cd1f', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_contactmoment', when='AFTER'))],
                        'verbose_name': 'contact',
                        'verbose_name_plural': 'contacten',
                    },
                ),
                migrations.CreateModel(
                    name='ContactmomentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('op', models.DateField(verbose_name='datum')),
                        ('tijd', models.TimeField(blank=True, null=True)),
                        ('soort', models.CharField(choices=[('notitie', 'Notitie'), ('telefoon', 'Telefoon'), ('bezoek', 'Huisbezoek'), ('gesprek', 'Gesprek op kantoor'), ('bericht', 'E-mail of app'), ('brief', 'Brief')], default='notitie', max_length=10)),
                        ('met_tolk', models.BooleanField(default=False, verbose_name='met tolk')),
                        ('tekst', models.TextField(max_length=4000)),
                        ('auteur', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.contactmoment')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Document',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('naam', models.CharField(max_length=150)),
                        ('op', models.DateField(verbose_name='datum')),
                        ('bestand', models.FileField(upload_to=dossiers.models.vastleggen._opaak)),
                        ('inhoudstype', models.CharField(editable=False, max_length=100)),
                        ('grootte', models.PositiveIntegerField(editable=False, verbose_name='grootte in bytes')),
                        ('sha256', models.CharField(editable=False, max_length=64)),
                        ('auteur', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['-op', '-pk'],
                        'abstract': False,
                        'indexes': [models.Index(fields=['statushouder', '-op', '-id'], name='document_tijdlijn')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('doorgehaald_op', None), ('doorgehaald_reden', '')), models.Q(('doorgehaald_op__isnull', False), models.Q(('doorgehaald_reden', ''), _negated=True)), _connector='OR'), name='document_doorgehaald_met_reden', violation_error_message='Geef een reden voor het doorhalen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_documentevent" ("auteur_id", "bestand", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "grootte", "id", "inhoudstype", "naam", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "statushouder_id", "vastgelegd_op", "versie", "zichtbaarheid") SELECT new_values."auteur_id", new_values."bestand", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."grootte", new_values."id", new_values."inhoudstype", new_values."naam", new_values."op", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."sha256", new_values."statushouder_id", new_values."vastgelegd_op", new_values."versie", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c455d0daae4b9ea1dd54d8f39e04d8d03401870b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_3a3ba', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_document', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_documentevent" ("auteur_id", "bestand", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "grootte", "id", "inhoudstype", "naam", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "statushouder_id", "vastgelegd_op", "versie", "zichtbaarheid") SELECT new_values."auteur_id", new_values."bestand", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."grootte", new_values."id", new_values."inhoudstype", new_values."naam", new_values."op", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."sha256", new_values."statushouder_id", new_values."vastgelegd_op", new_values."versie", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3c8cb8ec7397c7baf64e57dc080e294b253cb2d8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_99dbb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_document', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_documentevent" ("auteur_id", "bestand", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "grootte", "id", "inhoudstype", "naam", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "statushouder_id", "vastgelegd_op", "versie", "zichtbaarheid") SELECT old_values."auteur_id", old_values."bestand", old_values."domein", old_values."doorgehaald_door_id", old_values."doorgehaald_op", old_values."doorgehaald_reden", old_values."grootte", old_values."id", old_values."inhoudstype", old_values."naam", old_values."op", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."sha256", old_values."statushouder_id", old_values."vastgelegd_op", old_values."versie", old_values."zichtbaarheid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='78ed78a4e7bdf116c8aebaf009aef189006b84b4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_cdb94', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_document', when='AFTER'))],
                        'verbose_name': 'document',
                        'verbose_name_plural': 'documenten',
                    },
                ),
                migrations.CreateModel(
                    name='DocumentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('naam', models.CharField(max_length=150)),
                        ('op', models.DateField(verbose_name='datum')),
                        ('bestand', models.FileField(upload_to=dossiers.models.vastleggen._opaak)),
                        ('inhoudstype', models.CharField(editable=False, max_length=100)),
                        ('grootte', models.PositiveIntegerField(editable=False, verbose_name='grootte in bytes')),
                        ('sha256', models.CharField(editable=False, max_length=64)),
                        ('auteur', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.document')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='GezinEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('naam', models.CharField(max_length=200, verbose_name='naam van het gezin')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.gezin')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='GezinslidEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('rol', models.CharField(choices=[('hoofd', 'Hoofd van het gezin'), ('partner', 'Partner'), ('kind', 'Kind'), ('overig', 'Ander familielid')], max_length=10, verbose_name='rol in het gezin')),
                        ('van', models.DateField()),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('gezin', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.gezin')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.gezinslid')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Regie',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('regisseur', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='regie', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regie', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['statushouder', 'van'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gte', models.F('van')), _connector='OR'), name='regie_tot_na_van', violation_error_message='De einddatum moet na de begindatum liggen.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('statushouder', '='), ('periode', '&&')], name='regie_een_tegelijk', violation_error_message='Dit dossier heeft in deze periode al een regisseur.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_regieevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regisseur_id", "statushouder_id", "tot", "van", "versie") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."regisseur_id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b81817917aa50ce164c976def74043308c3375ba', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_fa2a3', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_regie', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_regieevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regisseur_id", "statushouder_id", "tot", "van", "versie") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."regisseur_id", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='af1315ae2063274da16d5ac7ca8a37b81a8224bb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_288d2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_regie', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_regieevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regisseur_id", "statushouder_id", "tot", "van", "versie") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."regisseur_id", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='406a72630218f7964d4c7372c3ceec9c31986273', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_b9008', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_regie', when='AFTER'))],
                        'verbose_name': 'toewijzing aan een regisseur',
                        'verbose_name_plural': 'toewijzingen aan een regisseur',
                    },
                ),
                migrations.CreateModel(
                    name='RegieEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.regie')),
                        ('regisseur', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Relatie',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('soort', models.CharField(choices=[('referent', 'Referent'), ('ouder', 'Ouder'), ('voogd', 'Voogd')], max_length=10)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('persoon', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relaties', to='dossiers.statushouder')),
                        ('verwant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relaties_van_anderen', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['persoon', 'van', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='relatie_tot_na_van', violation_error_message='De einddatum moet na de begindatum liggen.'), models.CheckConstraint(condition=models.Q(('persoon', models.F('verwant')), _negated=True), name='relatie_met_een_ander', violation_error_message='Kies een andere persoon: niemand is familie van zichzelf.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('persoon', '='), ('verwant', '='), ('soort', '='), ('periode', '&&')], name='relatie_een_keer_tegelijk', violation_error_message='Deze relatie staat er in deze periode al.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_relatieevent" ("id", "persoon_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "tot", "van", "versie", "verwant_id") SELECT new_values."id", new_values."persoon_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."soort", new_values."tot", new_values."van", new_values."versie", new_values."verwant_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a91b815c7167c6a24e20f2254598839f2bd3fde3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_4955e', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_relatie', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_relatieevent" ("id", "persoon_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "tot", "van", "versie", "verwant_id") SELECT new_values."id", new_values."persoon_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."soort", new_values."tot", new_values."van", new_values."versie", new_values."verwant_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6aaa94e4a749a52354d4404d940af7185a96db1e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_30f11', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_relatie', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_relatieevent" ("id", "persoon_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "tot", "van", "versie", "verwant_id") SELECT old_values."id", old_values."persoon_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."soort", old_values."tot", old_values."van", old_values."versie", old_values."verwant_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='84aad8fe2b8f758b666d83eacdbb1349aff93a8e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_c8b5f', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_relatie', when='AFTER'))],
                        'verbose_name': 'relatie',
                        'verbose_name_plural': 'relaties',
                    },
                ),
                migrations.CreateModel(
                    name='RelatieEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('soort', models.CharField(choices=[('referent', 'Referent'), ('ouder', 'Ouder'), ('voogd', 'Voogd')], max_length=10)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('persoon', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.relatie')),
                        ('verwant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Signaal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('wat', models.TextField(max_length=2000, verbose_name='wat is opgevallen?')),
                        ('gemeld_op', models.DateField(verbose_name='gemeld op')),
                        ('melder', models.CharField(max_length=150, verbose_name='wie meldt dit?')),
                        ('antwoord_voor', models.DateField(verbose_name='antwoord uiterlijk op')),
                        ('antwoord', models.TextField(blank=True, editable=False, max_length=2000)),
                        ('beantwoord_op', models.DateField(blank=True, editable=False, null=True)),
                        ('auteur', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('beantwoord_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eigenaar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signalen', to=settings.AUTH_USER_MODEL, verbose_name='wie antwoordt?')),
                        ('organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='toegang.organisatie')),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['antwoord_voor', 'pk'],
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('doorgehaald_op', None), ('doorgehaald_reden', '')), models.Q(('doorgehaald_op__isnull', False), models.Q(('doorgehaald_reden', ''), _negated=True)), _connector='OR'), name='signaal_doorgehaald_met_reden', violation_error_message='Geef een reden voor het doorhalen.'), models.CheckConstraint(condition=models.Q(('antwoord_voor__gte', models.F('gemeld_op'))), name='signaal_antwoord_niet_voor_melding', violation_error_message='De antwoorddatum moet op of na de dag van de melding liggen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_signaalevent" ("antwoord", "antwoord_voor", "auteur_id", "beantwoord_door_id", "beantwoord_op", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gemeld_op", "id", "melder", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT new_values."antwoord", new_values."antwoord_voor", new_values."auteur_id", new_values."beantwoord_door_id", new_values."beantwoord_op", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."eigenaar_id", new_values."gemeld_op", new_values."id", new_values."melder", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."vastgelegd_op", new_values."versie", new_values."wat", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8dcc0dbdb739cef17e0c2388972c091fe22d71d7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_86bde', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_signaal', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_signaalevent" ("antwoord", "antwoord_voor", "auteur_id", "beantwoord_door_id", "beantwoord_op", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gemeld_op", "id", "melder", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT new_values."antwoord", new_values."antwoord_voor", new_values."auteur_id", new_values."beantwoord_door_id", new_values."beantwoord_op", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."eigenaar_id", new_values."gemeld_op", new_values."id", new_values."melder", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."vastgelegd_op", new_values."versie", new_values."wat", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='802ad2c9f534060568e8db15a6940de75c34f81f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_876cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_signaal', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_signaalevent" ("antwoord", "antwoord_voor", "auteur_id", "beantwoord_door_id", "beantwoord_op", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gemeld_op", "id", "melder", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT old_values."antwoord", old_values."antwoord_voor", old_values."auteur_id", old_values."beantwoord_door_id", old_values."beantwoord_op", old_values."domein", old_values."doorgehaald_door_id", old_values."doorgehaald_op", old_values."doorgehaald_reden", old_values."eigenaar_id", old_values."gemeld_op", old_values."id", old_values."melder", old_values."organisatie_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."vastgelegd_op", old_values."versie", old_values."wat", old_values."zichtbaarheid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='97d746cf23478a017f5f4e425998ad3029fa6d45', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_ae6fd', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_signaal', when='AFTER'))],
                        'verbose_name': 'signaal',
                        'verbose_name_plural': 'signalen',
                    },
                ),
                migrations.CreateModel(
                    name='SignaalEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('wat', models.TextField(max_length=2000, verbose_name='wat is opgevallen?')),
                        ('gemeld_op', models.DateField(verbose_name='gemeld op')),
                        ('melder', models.CharField(max_length=150, verbose_name='wie meldt dit?')),
                        ('antwoord_voor', models.DateField(verbose_name='antwoord uiterlijk op')),
                        ('antwoord', models.TextField(blank=True, editable=False, max_length=2000)),
                        ('beantwoord_op', models.DateField(blank=True, editable=False, null=True)),
                        ('auteur', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('beantwoord_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eigenaar', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie antwoordt?')),
                        ('organisatie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.signaal')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='StatushouderEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('nummer', models.CharField(editable=False, max_length=12, verbose_name='dossiernummer')),
                        ('achternaam', models.CharField(max_length=200)),
                        ('voorvoegsel', models.CharField(blank=True, max_length=20)),
                        ('voornamen', models.CharField(blank=True, max_length=200)),
                        ('geboren_vroegst', models.DateField(blank=True, null=True)),
                        ('geboren_laatst', models.DateField(blank=True, null=True)),
                        ('geslacht', models.CharField(choices=[('M', 'Man'), ('V', 'Vrouw'), ('O', 'Onbekend')], default='O', max_length=1)),
                        ('nationaliteit', models.CharField(choices=dossiers.models.nationaliteiten.nationaliteitkeuzes, default='Onbekend', max_length=80)),
                        ('tolktaal', models.CharField(blank=True, choices=[('', 'Geen tolk nodig'), ('ar', 'Arabisch'), ('ti', 'Tigrinya'), ('fa', 'Farsi'), ('prs', 'Dari'), ('ku', 'Koerdisch'), ('so', 'Somalisch'), ('am', 'Amhaars'), ('tr', 'Turks'), ('en', 'Engels')], max_length=3, verbose_name='taal voor de tolk')),
                        ('vnummer', models.CharField(blank=True, max_length=10, null=True, verbose_name='V-nummer')),
                        ('vergunning', models.CharField(choices=[('asiel', 'Asiel'), ('nareis', 'Nareis (afgeleid van asiel)'), ('regulier', 'Regulier'), ('geen', 'Geen')], default='asiel', max_length=10)),
                        ('vergunning_op', models.DateField(blank=True, null=True, verbose_name='vergunning sinds')),
                        ('wijze_van_komst', models.CharField(choices=[('koppeling', 'Koppeling door COA'), ('nareiziger', 'Nareis'), ('amv', 'AMV'), ('overig', 'Anders')], default='koppeling', max_length=10)),
                        ('opvang', models.CharField(choices=[('azc', 'Asielzoekerscentrum'), ('kso', 'Kleinschalige opvang van Nidos'), ('kwv', 'Kleine woonvoorziening van COA'), ('gastgezin', 'Gastgezin'), ('geen', 'Geen opvang')], default='azc', max_length=10)),
                        ('coa_koppeldatum', models.DateField(blank=True, null=True, verbose_name='datum koppeling')),
                        ('telefoon', models.CharField(blank=True, max_length=20)),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                        ('sorteernaam', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.text.Concat('achternaam', models.Value(' '), 'voornamen'), function='zoeknaam'), output_field=models.TextField())),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.statushouder')),
                        ('samengevoegd_met', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('afgeschermd', models.BooleanField(default=False, editable=False, help_text='Only who has an Inzagerecht may know of this dossier.')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Taak',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('wat', models.CharField(max_length=200, verbose_name='wat moet er gebeuren?')),
                        ('uiterlijk_op', models.DateField(verbose_name='uiterlijk op')),
                        ('gedaan_op', models.DateField(blank=True, editable=False, null=True)),
                        ('auteur', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eigenaar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to=settings.AUTH_USER_MODEL, verbose_name='wie doet het?')),
                        ('gedaan_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['uiterlijk_op', 'pk'],
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('doorgehaald_op', None), ('doorgehaald_reden', '')), models.Q(('doorgehaald_op__isnull', False), models.Q(('doorgehaald_reden', ''), _negated=True)), _connector='OR'), name='taak_doorgehaald_met_reden', violation_error_message='Geef een reden voor het doorhalen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_taakevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gedaan_door_id", "gedaan_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "uiterlijk_op", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT new_values."auteur_id", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."eigenaar_id", new_values."gedaan_door_id", new_values."gedaan_op", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."statushouder_id", new_values."uiterlijk_op", new_values."vastgelegd_op", new_values."versie", new_values."wat", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c34b412885c86a7fb93733f0fe6cd75b43a7852c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_bd7d6', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_taak', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_taakevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gedaan_door_id", "gedaan_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "uiterlijk_op", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT new_values."auteur_id", new_values."domein", new_values."doorgehaald_door_id", new_values."doorgehaald_op", new_values."doorgehaald_reden", new_values."eigenaar_id", new_values."gedaan_door_id", new_values."gedaan_op", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."statushouder_id", new_values."uiterlijk_op", new_values."vastgelegd_op", new_values."versie", new_values."wat", new_values."zichtbaarheid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='03da9426b341e11f54057775c2d7c63e598a581b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_3065e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_taak', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_taakevent" ("auteur_id", "domein", "doorgehaald_door_id", "doorgehaald_op", "doorgehaald_reden", "eigenaar_id", "gedaan_door_id", "gedaan_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statushouder_id", "uiterlijk_op", "vastgelegd_op", "versie", "wat", "zichtbaarheid") SELECT old_values."auteur_id", old_values."domein", old_values."doorgehaald_door_id", old_values."doorgehaald_op", old_values."doorgehaald_reden", old_values."eigenaar_id", old_values."gedaan_door_id", old_values."gedaan_op", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."statushouder_id", old_values."uiterlijk_op", old_values."vastgelegd_op", old_values."versie", old_values."wat", old_values."zichtbaarheid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3561ec409e9ac1fd990ebf0acd7b54b4c8de75d0', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_321a2', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_taak', when='AFTER'))],
                        'verbose_name': 'taak',
                        'verbose_name_plural': 'taken',
                    },
                ),
                migrations.CreateModel(
                    name='TaakEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('domein', models.CharField(default='dossiers', max_length=30, verbose_name='onderwerp')),
                        ('zichtbaarheid', models.CharField(choices=[('gemeente', 'Alleen de gemeente'), ('betrokken', 'Ook partners met dit onderwerp')], default='gemeente', max_length=10, verbose_name='wie mag dit lezen?')),
                        ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                        ('doorgehaald_op', models.DateField(blank=True, editable=False, null=True)),
                        ('doorgehaald_reden', models.CharField(blank=True, editable=False, max_length=200)),
                        ('wat', models.CharField(max_length=200, verbose_name='wat moet er gebeuren?')),
                        ('uiterlijk_op', models.DateField(verbose_name='uiterlijk op')),
                        ('gedaan_op', models.DateField(blank=True, editable=False, null=True)),
                        ('auteur', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('doorgehaald_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eigenaar', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie doet het?')),
                        ('gedaan_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.taak')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='VestigingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='gevestigd op')),
                        ('tot', models.DateField(blank=True, null=True, verbose_name='vertrokken op')),
                        ('brp_op', models.DateField(blank=True, null=True, verbose_name='ingeschreven in de BRP op')),
                        ('reden_vertrek', models.CharField(blank=True, max_length=200)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.vestiging')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Waarneming',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('afwezige', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='afwezigheid', to=settings.AUTH_USER_MODEL)),
                        ('waarnemer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waarnemingen', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['van', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='waarneming_tot_na_van', violation_error_message='De einddatum moet na de begindatum liggen.'), models.CheckConstraint(condition=models.Q(('afwezige', models.F('waarnemer')), _negated=True), name='waarneming_door_een_ander', violation_error_message='Kies een andere collega als waarnemer.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('afwezige', '='), ('periode', '&&')], name='waarneming_een_tegelijk', violation_error_message='Voor deze collega is in deze periode al een waarnemer.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_waarnemingevent" ("afwezige_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "versie", "waarnemer_id") SELECT new_values."afwezige_id", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."tot", new_values."van", new_values."versie", new_values."waarnemer_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='24310cc40918ebeda61841c355ddc21bbf84aa71', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_87541', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_waarneming', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_waarnemingevent" ("afwezige_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "versie", "waarnemer_id") SELECT new_values."afwezige_id", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."tot", new_values."van", new_values."versie", new_values."waarnemer_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bf1b5df3f1140d20d4448798c919fcc6a87b5155', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_e15f9', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_waarneming', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_waarnemingevent" ("afwezige_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "versie", "waarnemer_id") SELECT old_values."afwezige_id", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."tot", old_values."van", old_values."versie", old_values."waarnemer_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d7ad6a35af14152d39bdb71fd1cbfbe8f023d2f4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_21967', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_waarneming', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WaarnemingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(verbose_name='tot')),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot'), 'tot', function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('afwezige', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.waarneming')),
                        ('waarnemer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Bewaardfilter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('naam', models.CharField(max_length=60, verbose_name='naam van het filter')),
                        ('parameters', models.JSONField(editable=False)),
                        ('gebruiker', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='bewaarde_filters', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': [django.db.models.functions.text.Lower('naam'), 'pk'],
                        'constraints': [models.UniqueConstraint(models.F('gebruiker'), django.db.models.functions.text.Lower('naam'), name='bewaardfilter_naam_uniek', violation_error_message='U heeft al een filter met deze naam. Kies een andere naam.')],
                    },
                ),
                migrations.CreateModel(
                    name='Samenvoeging',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('op', models.DateField()),
                        ('reden', models.CharField(choices=[('gevraagd', 'Gevraagd aan de persoon zelf'), ('gezien', 'Verblijfspas of paspoort gezien'), ('brp', 'Gelijk in de BRP'), ('anders', 'Anders')], max_length=10, verbose_name='waarom is dit dezelfde persoon?')),
                        ('toelichting', models.CharField(blank=True, max_length=200)),
                        ('ongedaan_op', models.DateField(blank=True, null=True)),
                        ('blijft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samenvoegingen', to='dossiers.statushouder')),
                        ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ongedaan_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('vervalt', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opgegaan_in', to='dossiers.statushouder')),
                    ],
                    options={
                        'verbose_name': 'samenvoeging',
                        'verbose_name_plural': 'samenvoegingen',
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('blijft', models.F('vervalt')), _negated=True), name='samenvoeging_van_twee', violation_error_message='Kies twee verschillende dossiers.'), models.UniqueConstraint(condition=models.Q(('ongedaan_op', None)), fields=('vervalt',), name='samenvoeging_een_keer', violation_error_message='Dit dossier is al samengevoegd.'), models.CheckConstraint(condition=models.Q(('reden', 'anders'), ('toelichting', ''), _negated=True), name='samenvoeging_anders_met_toelichting', violation_error_message='Schrijf op hoe u het weet.')],
                    },
                ),
                migrations.CreateModel(
                    name='Samenvoegregel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('soort', models.CharField(choices=[('verplaatst', 'Gaat mee'), ('achter', 'Blijft bij het vervallen dossier'), ('stond_er', 'Stond er al'), ('gewijzigd', 'Aangepast'), ('gemaakt', 'Nieuw gemaakt')], max_length=10)),
                        ('model', models.CharField(max_length=100)),
                        ('object_id', models.BigIntegerField()),
                        ('veld', models.CharField(blank=True, max_length=60)),
                        ('oud', models.BigIntegerField(null=True)),
                        ('versie', models.PositiveIntegerField(null=True)),
                        ('waarden', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                        ('samenvoeging', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='regels', to='dossiers.samenvoeging')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('samenvoeging', 'model', 'veld', 'object_id'), name='samenvoegregel_een_keer', violation_error_message='Deze rij staat al in het logboek.')],
                    },
                ),
                migrations.CreateModel(
                    name='Dubbelbesluit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('op', models.DateField()),
                        ('reden', models.CharField(blank=True, max_length=200)),
                        ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('eerste', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.statushouder')),
                        ('tweede', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.statushouder')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('eerste__lt', models.F('tweede'))), name='dubbelbesluit_op_volgorde', violation_error_message='Kies twee verschillende dossiers.'), models.UniqueConstraint(fields=('eerste', 'tweede'), name='dubbelbesluit_een_keer_per_paar', violation_error_message='Over deze twee dossiers is al besloten.')],
                    },
                ),
                migrations.CreateModel(
                    name='Doorverwijzing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('domeinen', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), size=None, verbose_name='onderwerpen')),
                        ('doel', models.CharField(max_length=200, verbose_name='waarvoor?')),
                        ('grondslag', models.CharField(choices=[('taak', 'Taak van de gemeente (AVG art. 6 lid 1 e)'), ('wet', 'Wettelijke plicht (AVG art. 6 lid 1 c)'), ('toestemming', 'Toestemming (AVG art. 6 lid 1 a)'), ('vitaal', 'Vitaal belang (AVG art. 6 lid 1 d)')], default='taak', max_length=20)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot_en_met', models.DateField(verbose_name='tot en met')),
                        ('gevraagd_op', models.DateField()),
                        ('aangenomen_op', models.DateField(blank=True, editable=False, null=True)),
                        ('afgewezen_op', models.DateField(blank=True, editable=False, null=True)),
                        ('reden', models.CharField(blank=True, editable=False, max_length=200, verbose_name='reden')),
                        ('beeindigd_op', models.DateField(blank=True, editable=False, null=True)),
                        ('einde', models.CharField(blank=True, editable=False, max_length=20)),
                        ('kaart', models.JSONField(editable=False)),
                        ('beantwoord_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gevraagd_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gezin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doorverwijzingen', to='dossiers.gezin')),
                        ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doorverwijzingen', to='toegang.organisatie')),
                        ('statushouder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doorverwijzingen', to='dossiers.statushouder')),
                        ('beeindigd_door', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot_en_met'), 'tot_en_met', models.Value('[]'), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('antwoord_tot_en_met', models.DateField(editable=False, null=True, verbose_name='antwoord uiterlijk op')),
                        ('coordinator_na', models.DateField(editable=False, null=True)),
                        ('herinner_na', models.DateField(editable=False, null=True)),
                        ('herinnerd_op', models.DateField(editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['-gevraagd_op', '-pk'],
                        'indexes': [models.Index(condition=models.Q(('aangenomen_op', None), ('afgewezen_op', None), ('beeindigd_op', None)), fields=['organisatie'], name='doorverwijzing_wacht'), models.Index(condition=models.Q(('aangenomen_op__isnull', False)), fields=['organisatie'], include=('statushouder', 'gezin', 'van', 'tot_en_met', 'aangenomen_op', 'beeindigd_op'), name='doorverwijzing_gezien')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('statushouder', None), ('gezin', None), _connector='XOR'), name='doorverwijzing_dossier_of_gezin', violation_error_message='Kies één dossier, of het hele gezin.'), models.CheckConstraint(condition=models.Q(('tot_en_met__gte', models.F('van'))), name='doorverwijzing_tot_en_met_na_van', violation_error_message='De laatste dag moet op of na de eerste dag liggen.'), models.CheckConstraint(condition=models.Q(('aangenomen_op', None), ('afgewezen_op', None), _connector='OR'), name='doorverwijzing_een_antwoord', violation_error_message='Deze verwijzing is al beantwoord.'), models.CheckConstraint(condition=models.Q(('domeinen', []), _negated=True), name='doorverwijzing_met_onderwerp', violation_error_message='Kies waarover u deze partner iets laat zien.'), models.CheckConstraint(condition=models.Q(('afgewezen_op', None), models.Q(('reden', ''), _negated=True), _connector='OR'), name='doorverwijzing_afgewezen_met_reden', violation_error_message='Vul in waarom u deze verwijzing afwijst.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('afgewezen_op', None), ('beeindigd_op', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('statushouder', '='), ('organisatie', '='), ('periode', '&&')], name='doorverwijzing_een_keer_per_statushouder', violation_error_message='Deze organisatie is in deze periode al gevraagd. Trek die verwijzing eerst in.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('afgewezen_op', None), ('beeindigd_op', None)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('gezin', '='), ('organisatie', '='), ('periode', '&&')], name='doorverwijzing_een_keer_per_gezin', violation_error_message='Deze organisatie is in deze periode al gevraagd. Trek die verwijzing eerst in.'), models.CheckConstraint(condition=models.Q(('aangenomen_op', None), ('aangenomen_op__lte', django.db.models.functions.comparison.Least('tot_en_met', django.db.models.functions.comparison.Coalesce('antwoord_tot_en_met', 'tot_en_met'))), _connector='OR'), name='doorverwijzing_op_tijd_aangenomen', violation_error_message='Deze verwijzing is verlopen. Vraag de gemeente om een nieuwe.'), models.CheckConstraint(condition=models.Q(models.Q(('beeindigd_op', None), ('einde', '')), models.Q(('beeindigd_op__isnull', False), ('einde__in', ['ingetrokken', 'afgerond', 'verlopen'])), _connector='OR'), name='doorverwijzing_einde_met_dag', violation_error_message='Een verwijzing eindigt op een dag: ingetrokken, afgerond of verlopen.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_doorverwijzingevent" ("aangenomen_op", "afgewezen_op", "antwoord_tot_en_met", "beantwoord_door_id", "beeindigd_door_id", "beeindigd_op", "coordinator_na", "doel", "domeinen", "einde", "gevraagd_door_id", "gevraagd_op", "gezin_id", "grondslag", "herinner_na", "herinnerd_op", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel", "statushouder_id", "tot_en_met", "van", "versie") SELECT new_values."aangenomen_op", new_values."afgewezen_op", new_values."antwoord_tot_en_met", new_values."beantwoord_door_id", new_values."beeindigd_door_id", new_values."beeindigd_op", new_values."coordinator_na", new_values."doel", new_values."domeinen", new_values."einde", new_values."gevraagd_door_id", new_values."gevraagd_op", new_values."gezin_id", new_values."grondslag", new_values."herinner_na", new_values."herinnerd_op", new_values."id", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."sleutel", new_values."statushouder_id", new_values."tot_en_met", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='449cab6af216fcb87496cd763f0533d592002023', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_df174', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_doorverwijzing', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_doorverwijzingevent" ("aangenomen_op", "afgewezen_op", "antwoord_tot_en_met", "beantwoord_door_id", "beeindigd_door_id", "beeindigd_op", "coordinator_na", "doel", "domeinen", "einde", "gevraagd_door_id", "gevraagd_op", "gezin_id", "grondslag", "herinner_na", "herinnerd_op", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel", "statushouder_id", "tot_en_met", "van", "versie") SELECT new_values."aangenomen_op", new_values."afgewezen_op", new_values."antwoord_tot_en_met", new_values."beantwoord_door_id", new_values."beeindigd_door_id", new_values."beeindigd_op", new_values."coordinator_na", new_values."doel", new_values."domeinen", new_values."einde", new_values."gevraagd_door_id", new_values."gevraagd_op", new_values."gezin_id", new_values."grondslag", new_values."herinner_na", new_values."herinnerd_op", new_values."id", new_values."organisatie_id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."sleutel", new_values."statushouder_id", new_values."tot_en_met", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."aangenomen_op" IS DISTINCT FROM (new_values."aangenomen_op") OR old_values."afgewezen_op" IS DISTINCT FROM (new_values."afgewezen_op") OR old_values."antwoord_tot_en_met" IS DISTINCT FROM (new_values."antwoord_tot_en_met") OR old_values."beantwoord_door_id" IS DISTINCT FROM (new_values."beantwoord_door_id") OR old_values."beeindigd_door_id" IS DISTINCT FROM (new_values."beeindigd_door_id") OR old_values."beeindigd_op" IS DISTINCT FROM (new_values."beeindigd_op") OR old_values."coordinator_na" IS DISTINCT FROM (new_values."coordinator_na") OR old_values."doel" IS DISTINCT FROM (new_values."doel") OR old_values."domeinen" IS DISTINCT FROM (new_values."domeinen") OR old_values."einde" IS DISTINCT FROM (new_values."einde") OR old_values."gevraagd_door_id" IS DISTINCT FROM (new_values."gevraagd_door_id") OR old_values."gevraagd_op" IS DISTINCT FROM (new_values."gevraagd_op") OR old_values."gezin_id" IS DISTINCT FROM (new_values."gezin_id") OR old_values."grondslag" IS DISTINCT FROM (new_values."grondslag") OR old_values."herinner_na" IS DISTINCT FROM (new_values."herinner_na") OR old_values."herinnerd_op" IS DISTINCT FROM (new_values."herinnerd_op") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."organisatie_id" IS DISTINCT FROM (new_values."organisatie_id") OR old_values."periode" IS DISTINCT FROM (new_values."periode") OR old_values."reden" IS DISTINCT FROM (new_values."reden") OR old_values."sleutel" IS DISTINCT FROM (new_values."sleutel") OR old_values."statushouder_id" IS DISTINCT FROM (new_values."statushouder_id") OR old_values."tot_en_met" IS DISTINCT FROM (new_values."tot_en_met") OR old_values."van" IS DISTINCT FROM (new_values."van") OR old_values."versie" IS DISTINCT FROM (new_values."versie")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f48c1e7be6e8254ea288ba123d55410d12ac3c18', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_05c7a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_doorverwijzing', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_doorverwijzingevent" ("aangenomen_op", "afgewezen_op", "antwoord_tot_en_met", "beantwoord_door_id", "beeindigd_door_id", "beeindigd_op", "coordinator_na", "doel", "domeinen", "einde", "gevraagd_door_id", "gevraagd_op", "gezin_id", "grondslag", "herinner_na", "herinnerd_op", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "sleutel", "statushouder_id", "tot_en_met", "van", "versie") SELECT old_values."aangenomen_op", old_values."afgewezen_op", old_values."antwoord_tot_en_met", old_values."beantwoord_door_id", old_values."beeindigd_door_id", old_values."beeindigd_op", old_values."coordinator_na", old_values."doel", old_values."domeinen", old_values."einde", old_values."gevraagd_door_id", old_values."gevraagd_op", old_values."gezin_id", old_values."grondslag", old_values."herinner_na", old_values."herinnerd_op", old_values."id", old_values."organisatie_id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."sleutel", old_values."statushouder_id", old_values."tot_en_met", old_values."van", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='34255e7812b4604b617818e6e5409fe1d9d28679', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_64d71', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_doorverwijzing', when='AFTER'))],
                        'verbose_name': 'verwijzing',
                        'verbose_name_plural': 'verwijzingen',
                    },
                ),
                migrations.CreateModel(
                    name='DoorverwijzingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('domeinen', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), size=None, verbose_name='onderwerpen')),
                        ('doel', models.CharField(max_length=200, verbose_name='waarvoor?')),
                        ('grondslag', models.CharField(choices=[('taak', 'Taak van de gemeente (AVG art. 6 lid 1 e)'), ('wet', 'Wettelijke plicht (AVG art. 6 lid 1 c)'), ('toestemming', 'Toestemming (AVG art. 6 lid 1 a)'), ('vitaal', 'Vitaal belang (AVG art. 6 lid 1 d)')], default='taak', max_length=20)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot_en_met', models.DateField(verbose_name='tot en met')),
                        ('gevraagd_op', models.DateField()),
                        ('aangenomen_op', models.DateField(blank=True, editable=False, null=True)),
                        ('afgewezen_op', models.DateField(blank=True, editable=False, null=True)),
                        ('reden', models.CharField(blank=True, editable=False, max_length=200, verbose_name='reden')),
                        ('beeindigd_op', models.DateField(blank=True, editable=False, null=True)),
                        ('einde', models.CharField(blank=True, editable=False, max_length=20)),
                        ('beantwoord_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gevraagd_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gezin', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.gezin')),
                        ('organisatie', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='toegang.organisatie')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.doorverwijzing')),
                        ('statushouder', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('beeindigd_door', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('periode', models.GeneratedField(db_persist=True, expression=models.Func(django.db.models.functions.comparison.Least('van', 'tot_en_met'), 'tot_en_met', models.Value('[]'), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('antwoord_tot_en_met', models.DateField(editable=False, null=True, verbose_name='antwoord uiterlijk op')),
                        ('coordinator_na', models.DateField(editable=False, null=True)),
                        ('herinner_na', models.DateField(editable=False, null=True)),
                        ('herinnerd_op', models.DateField(editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Inzagerecht',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('reden', models.CharField(max_length=200)),
                        ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inzagerechten', to=settings.AUTH_USER_MODEL)),
                        ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inzagerechten', to='dossiers.statushouder')),
                        ('reden_einde', models.CharField(blank=True, max_length=200, verbose_name='reden van het einde')),
                    ],
                    options={
                        'ordering': ['van', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gt', models.F('van')), _connector='OR'), name='inzagerecht_tot_na_van', violation_error_message='De einddatum moet na de begindatum liggen.'), models.UniqueConstraint(fields=('statushouder', 'gebruiker', 'van'), name='inzagerecht_een_keer', violation_error_message='Deze collega mag dit dossier vanaf die dag al zien.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_inzagerechtevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "reden_einde", "statushouder_id", "tot", "van", "versie") SELECT new_values."gebruiker_id", new_values."id", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."reden", new_values."reden_einde", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b446abdfc5fe208d1ec1806e76a62f27aa4e3262', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_0b59f', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_inzagerecht', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_inzagerechtevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "reden_einde", "statushouder_id", "tot", "van", "versie") SELECT new_values."gebruiker_id", new_values."id", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."reden", new_values."reden_einde", new_values."statushouder_id", new_values."tot", new_values."van", new_values."versie" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='548c38600a221bc5fe8e6de767a3d4af97e5652c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_ecc1c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_inzagerecht', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_inzagerechtevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "reden_einde", "statushouder_id", "tot", "van", "versie") SELECT old_values."gebruiker_id", old_values."id", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."reden", old_values."reden_einde", old_values."statushouder_id", old_values."tot", old_values."van", old_values."versie" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='506dc9151a4fa76620c8ab8423a108b6b82708a7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_0611a', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_inzagerecht', when='AFTER'))],
                        'verbose_name': 'inzage in een afgeschermd dossier',
                        'verbose_name_plural': 'inzages in een afgeschermd dossier',
                    },
                ),
                migrations.CreateModel(
                    name='InzagerechtEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('van', models.DateField(verbose_name='vanaf')),
                        ('tot', models.DateField(blank=True, null=True)),
                        ('reden', models.CharField(max_length=200)),
                        ('gebruiker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.inzagerecht')),
                        ('statushouder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.statushouder')),
                        ('reden_einde', models.CharField(blank=True, max_length=200, verbose_name='reden van het einde')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Werkoverdracht',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('op', models.DateField()),
                        ('regie', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('taken', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('signalen', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('waarnemingen', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('teruggedraaid_op', models.DateField(null=True)),
                        ('aan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('van', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'overdracht van al het werk',
                        'verbose_name_plural': 'overdrachten van al het werk',
                        'ordering': ['-op', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('van', models.F('aan')), _negated=True), name='werkoverdracht_aan_een_ander', violation_error_message='Kies een andere collega dan wie het werk nu heeft.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='nieuw_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_werkoverdrachtevent" ("aan_id", "door_id", "id", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regie", "signalen", "taken", "teruggedraaid_op", "van_id", "waarnemingen") SELECT new_values."aan_id", new_values."door_id", new_values."id", new_values."op", _pgh_attached_context.value, NOW(), \'nieuw\', new_values."id", new_values."regie", new_values."signalen", new_values."taken", new_values."teruggedraaid_op", new_values."van_id", new_values."waarnemingen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a894e2d0af0f6a0693a0f02d3f6ec4bf01fd0ee6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_nieuw_insert_b7499', referencing='REFERENCING NEW TABLE AS new_values ', table='dossiers_werkoverdracht', when='AFTER')), pgtrigger.compiler.Trigger(name='gewijzigd_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_werkoverdrachtevent" ("aan_id", "door_id", "id", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regie", "signalen", "taken", "teruggedraaid_op", "van_id", "waarnemingen") SELECT new_values."aan_id", new_values."door_id", new_values."id", new_values."op", _pgh_attached_context.value, NOW(), \'gewijzigd\', new_values."id", new_values."regie", new_values."signalen", new_values."taken", new_values."teruggedraaid_op", new_values."van_id", new_values."waarnemingen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e65ade2a4fbc40863baf3f326f0bd01d9e607eab', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_gewijzigd_update_0f9e0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='dossiers_werkoverdracht', when='AFTER')), pgtrigger.compiler.Trigger(name='weg_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "dossiers_werkoverdrachtevent" ("aan_id", "door_id", "id", "op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regie", "signalen", "taken", "teruggedraaid_op", "van_id", "waarnemingen") SELECT old_values."aan_id", old_values."door_id", old_values."id", old_values."op", _pgh_attached_context.value, NOW(), \'weg\', old_values."id", old_values."regie", old_values."signalen", old_values."taken", old_values."teruggedraaid_op", old_values."van_id", old_values."waarnemingen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='829c9500dfc50049229fd08d00a5f6f5070c926e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_weg_delete_c1845', referencing='REFERENCING OLD TABLE AS old_values ', table='dossiers_werkoverdracht', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='WerkoverdrachtEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('id', models.BigIntegerField()),
                        ('op', models.DateField()),
                        ('regie', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('taken', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('signalen', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('waarnemingen', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                        ('teruggedraaid_op', models.DateField(null=True)),
                        ('aan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('door', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dossiers.werkoverdracht')),
                        ('van', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=REGIE,
            reverse_sql=REGIE_TERUG,
        ),
        migrations.RunSQL(
            sql=INZAGE,
            reverse_sql=INZAGE_TERUG,
        ),
    ]
