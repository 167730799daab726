"""All of toegang at once, for a new database. One that has some of it goes on with the old files.

Left out: the seals of the first form (0005), which were made anew. The counter begins at none.
"""

import django.db.models.deletion
import django.db.models.functions.text
import kern.nieuwe_modellen
from django.conf import settings
from django.db import migrations, models

# Seals are counted outside their own table, so that taking the last ones away is seen.
TELLER = """
INSERT INTO toegang_leesteller (enige, zegels, regels) VALUES (true, 0, 0);

CREATE FUNCTION toegang_tel_zegels() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO toegang_leesteller AS t (enige, zegels, regels) VALUES (true, 1, NEW.aantal)
    ON CONFLICT (enige) DO UPDATE SET zegels = t.zegels + 1, regels = t.regels + NEW.aantal;
    RETURN NULL;
END $$;

CREATE TRIGGER leeszegel_telt AFTER INSERT ON toegang_leeszegel
FOR EACH ROW EXECUTE FUNCTION toegang_tel_zegels();
"""
TELLER_TERUG = """
DROP TRIGGER leeszegel_telt ON toegang_leeszegel;
DROP FUNCTION toegang_tel_zegels();
DELETE FROM toegang_leesteller;
"""


class Migration(migrations.Migration):

    replaces = [('toegang', '0001_initial'), ('toegang', '0002_organisatie_van_plan'), ('toegang', '0003_poststuk'), ('toegang', '0004_beheer'), ('toegang', '0005_leeslog'), ('toegang', '0006_leeslog_volledig'), ('toegang', '0007_aanmelden'), ('toegang', '0008_lijst_als_bestand'), ('toegang', '0009_uitnodiging'), ('toegang', '0010_leesteller'), ('toegang', '0011_herinnering')]

    initial = True

    dependencies = [
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Organisatie',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('naam', models.CharField(max_length=200)),
                        ('rol', models.CharField(max_length=200, verbose_name='rol in het plan')),
                        ('van_plan', models.BooleanField(default=False, editable=False, help_text='Loading the plan keeps these equal.', verbose_name='staat in het plan')),
                    ],
                    options={
                        'ordering': ['naam'],
                        'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('naam'), name='organisatie_naam_uniek', violation_error_message='Er is al een organisatie met deze naam.')],
                    },
                ),
                migrations.CreateModel(
                    name='Gebruiker',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('email', models.EmailField(error_messages={'unique': 'Er is al een gebruiker met dit e-mailadres.'}, max_length=254, unique=True, verbose_name='e-mailadres')),
                        ('naam', models.CharField(blank=True, max_length=150)),
                        ('rol', models.CharField(choices=[('klantregisseur', 'Klantregisseur'), ('consulent', 'Consulent W&I'), ('coordinator', 'Projectcoördinator'), ('financien', 'Financieel medewerker'), ('partner', 'Partner'), ('raadsgriffie', 'Raadsgriffie'), ('privacy', 'Privacyfunctionaris'), ('beheerder', 'Functioneel beheerder')], max_length=20)),
                        ('is_active', models.BooleanField(default=True, verbose_name='mag inloggen')),
                        ('organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='toegang.organisatie')),
                        ('beheert_organisatie', models.BooleanField(default=False, verbose_name='beheert de gebruikers van de organisatie')),
                        ('versie', models.PositiveIntegerField(default=1, editable=False)),
                        ('apparaten_vergeten_op', models.DateTimeField(editable=False, help_text='Devices that were remembered before this are asked for a code.', null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='gebruiker_email_kleine_letters', violation_error_message='Schrijf het e-mailadres in kleine letters.'), models.CheckConstraint(condition=models.Q(models.Q(('rol', 'partner'), _negated=True), ('organisatie__isnull', False), _connector='OR'), name='gebruiker_partner_heeft_organisatie', violation_error_message='Kies de organisatie van deze partner.'), models.CheckConstraint(condition=models.Q(('beheert_organisatie', False), ('rol', 'partner'), _connector='OR'), name='gebruiker_beheerder_is_partner', violation_error_message='Alleen een partner kan de gebruikers van de eigen organisatie beheren.')],
                    },
                ),
                migrations.CreateModel(
                    name='Leesregel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('moment', models.DateTimeField(db_default=models.Func(function='clock_timestamp', output_field=models.DateTimeField()))),
                        ('gebruiker', models.BigIntegerField(help_text='Key of the user; None for a command.', null=True)),
                        ('dossier', models.UUIDField(null=True)),
                        ('handeling', models.CharField(choices=[('inzien', 'Dossier bekeken'), ('afdrukken', 'Dossier afgedrukt'), ('document', 'Document geopend'), ('bsn', 'BSN bekeken'), ('lijst', 'Lijst bekeken'), ('zoeken', 'Gezocht'), ('uitvoer', 'Lijst als bestand gehaald')], max_length=10)),
                        ('uitkomst', models.CharField(choices=[('gezien', 'Getoond'), ('geweigerd', 'Geweigerd')], max_length=10)),
                        ('doel', models.CharField(blank=True, max_length=200)),
                        ('aantal', models.PositiveIntegerField(null=True)),
                        ('doorverwijzing', models.BigIntegerField(help_text='Key of the referral that gave access.', null=True)),
                        ('organisatie', models.BigIntegerField(null=True)),
                        ('rol', models.CharField(blank=True, max_length=20)),
                        ('sleutel', models.UUIDField(db_default=models.Func(function='gen_random_uuid'), editable=False, unique=True)),
                        ('voorwerp', models.BigIntegerField(null=True)),
                        ('wat', models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['dossier', '-id'], name='leesregel_dossier'), models.Index(fields=['gebruiker', '-id'], name='leesregel_gebruiker'), models.Index(fields=['moment'], name='leesregel_moment')],
                    },
                ),
                migrations.CreateModel(
                    name='Leesbeoordeling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('regel', models.BigIntegerField(db_index=True)),
                        ('in_orde', models.BooleanField(default=True, verbose_name='oordeel')),
                        ('opmerking', models.CharField(blank=True, max_length=300, verbose_name='opmerking')),
                        ('op', models.DateTimeField(db_default=models.Func(function='clock_timestamp', output_field=models.DateTimeField()), editable=False)),
                        ('gebruiker', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'beoordeling',
                        'verbose_name_plural': 'beoordelingen',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('in_orde', True), models.Q(('opmerking', ''), _negated=True), _connector='OR'), name='leesbeoordeling_met_opmerking', violation_error_message='Schrijf op wat er niet klopt.')],
                    },
                ),
                migrations.CreateModel(
                    name='Leeszegel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('regels', models.TextField()),
                        ('aantal', models.PositiveIntegerField()),
                        ('sha256', models.CharField(max_length=64)),
                        ('gezet_op', models.DateTimeField(db_default=models.Func(function='clock_timestamp', output_field=models.DateTimeField()))),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Uitnodiging',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                        ('naam', models.CharField(max_length=150)),
                        ('gevraagd_op', models.DateTimeField(auto_now_add=True)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('gebruiker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='uitnodigingen', to=settings.AUTH_USER_MODEL)),
                        ('gevraagd_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uitnodigingen', to='toegang.organisatie')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(models.F('organisatie'), django.db.models.functions.text.Lower('email'), condition=models.Q(('ingetrokken', False)), name='uitnodiging_een_keer_open', violation_error_message='Deze persoon is al uitgenodigd of staat al in uw lijst.')],
                    },
                ),
                migrations.CreateModel(
                    name='Poststuk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('soort', models.CharField(choices=[('uitnodiging', 'Uitnodiging'), ('wachtzin', 'Nieuwe wachtzin'), ('al_toegang', 'U hebt al toegang'), ('al_bekend', 'Iemand is twee keer gevraagd'), ('herinnering', 'Er wacht een verwijzing')], max_length=20)),
                        ('gevraagd_op', models.DateTimeField(auto_now_add=True)),
                        ('verstuurd', models.BooleanField(default=False)),
                        ('pogingen', models.PositiveSmallIntegerField(default=0)),
                        ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='post', to=settings.AUTH_USER_MODEL)),
                        ('uitnodiging', models.ForeignKey(help_text='What this mail is about, besides who gets it.', null=True, on_delete=django.db.models.deletion.CASCADE, to='toegang.uitnodiging')),
                    ],
                ),
                migrations.CreateModel(
                    name='Leesteller',
                    fields=[
                        ('enige', models.BooleanField(default=True, primary_key=True, serialize=False)),
                        ('zegels', models.BigIntegerField(default=0)),
                        ('regels', models.BigIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('enige', True)), name='leesteller_een_rij', violation_error_message='Er is één teller.')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=TELLER,
            reverse_sql=TELLER_TERUG,
        ),
    ]
