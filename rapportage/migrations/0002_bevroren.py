"""What a made report says never changes, and it is never deleted: whoever writes, and however."""

from django.db import migrations

MAAK = """
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
WEG = """
DROP TRIGGER rapport_bevroren ON rapportage_rapport;
DROP FUNCTION rapport_bevroren();
"""


class Migration(migrations.Migration):
    dependencies = [("rapportage", "0001_rapport")]
    operations = [migrations.RunSQL(MAAK, WEG)]
