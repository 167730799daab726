"""All of rapportage at once, for a new database. One that has some of it goes on with the old files."""

import django.db.models.deletion
import kern.nieuwe_modellen
from django.conf import settings
from django.db import migrations, models

# What a made report says never changes, and it is never deleted: whoever writes, and however.
BEVROREN = """
CREATE FUNCTION rapport_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
       AND (NEW.soort, NEW.maand, NEW.versie, NEW.gegevens, NEW.sha256, NEW.pdf, NEW.gemaakt_op,
            NEW.gevraagd_op, NEW.gevraagd_door_id)
           IS NOT DISTINCT FROM
           (OLD.soort, OLD.maand, OLD.versie, OLD.gegevens, OLD.sha256, OLD.pdf, OLD.gemaakt_op,
            OLD.gevraagd_op, OLD.gevraagd_door_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Dit rapport is gemaakt. De cijfers erin veranderen niet meer.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'rapport_bevroren', TABLE = 'rapportage_rapport';
END $$;
CREATE TRIGGER rapport_bevroren BEFORE UPDATE OR DELETE ON rapportage_rapport
    FOR EACH ROW WHEN (OLD.gemaakt_op IS NOT NULL) EXECUTE FUNCTION rapport_bevroren();
"""
BEVROREN_TERUG = """
DROP TRIGGER rapport_bevroren ON rapportage_rapport;
DROP FUNCTION rapport_bevroren();
"""


class Migration(migrations.Migration):

    replaces = [('rapportage', '0001_rapport'), ('rapportage', '0002_bevroren')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        kern.nieuwe_modellen.MaakModellen(
            modellen=[
                migrations.CreateModel(
                    name='Rapport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('soort', models.CharField(choices=[('voortgang', 'Voortgang'), ('budget', 'Budget')], max_length=20)),
                        ('maand', models.DateField()),
                        ('versie', models.PositiveIntegerField()),
                        ('status', models.CharField(choices=[('gevraagd', 'Wordt gemaakt'), ('mislukt', 'Niet gelukt'), ('gemaakt', 'Gemaakt'), ('goedgekeurd', 'Goedgekeurd'), ('gepubliceerd', 'Gepubliceerd')], default='gevraagd', max_length=20)),
                        ('stap', models.PositiveSmallIntegerField(default=0)),
                        ('pogingen', models.PositiveSmallIntegerField(default=0)),
                        ('reden', models.CharField(blank=True, max_length=300, verbose_name='reden van mislukken')),
                        ('gevraagd_op', models.DateField()),
                        ('gemaakt_op', models.DateField(null=True)),
                        ('ongewijzigd_op', models.DateField(null=True)),
                        ('gegevens', models.TextField(null=True)),
                        ('sha256', models.CharField(max_length=64, null=True)),
                        ('pdf', models.BinaryField(null=True)),
                        ('gevraagd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-maand', 'soort', '-versie'],
                        'constraints': [models.UniqueConstraint(fields=('soort', 'maand', 'versie'), name='rapport_versie_uniek', violation_error_message='Deze versie van het rapport bestaat al.'), models.UniqueConstraint(condition=models.Q(('status__in', ['gevraagd', 'mislukt'])), fields=('soort', 'maand'), name='rapport_een_aanvraag_tegelijk', violation_error_message='Dit rapport is al gevraagd.'), models.CheckConstraint(condition=models.Q(('maand__day', 1)), name='rapport_maand_is_eerste_dag', violation_error_message='De maand van een rapport is de eerste dag ervan.'), models.CheckConstraint(condition=models.Q(('status__in', ['gevraagd', 'mislukt', 'gemaakt', 'goedgekeurd', 'gepubliceerd']), ('soort__in', ['voortgang', 'budget'])), name='rapport_bekende_soort_en_status', violation_error_message='Deze soort of status van een rapport bestaat niet.'), models.CheckConstraint(condition=models.Q(('stap__lte', 3)), name='rapport_stap_bestaat', violation_error_message='Deze stap bestaat niet.'), models.CheckConstraint(condition=models.Q(models.Q(('gegevens__isnull', False), ('gemaakt_op__isnull', False), ('pdf__isnull', False), ('sha256__isnull', False), ('status__in', ('gemaakt', 'goedgekeurd', 'gepubliceerd'))), models.Q(('gegevens__isnull', True), ('gemaakt_op__isnull', True), ('pdf__isnull', True), ('sha256__isnull', True), ('status__in', ['gevraagd', 'mislukt'])), _connector='OR'), name='rapport_gemaakt_is_compleet', violation_error_message='Een gemaakt rapport heeft cijfers en een PDF, een ander niet.')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(
            sql=BEVROREN,
            reverse_sql=BEVROREN_TERUG,
        ),
    ]
