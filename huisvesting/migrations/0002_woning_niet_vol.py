"""No more persons in a home than it has places, on any day: held by the database, past every page.

Both triggers lock the home first, so that two sessions cannot fill the last place together.
"""

from django.db import migrations

HEEN = """
CREATE FUNCTION huisvesting_hoogste_bezetting(woning bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    -- the number of residents can only rise on a day on which somebody moves in
    SELECT coalesce(max((SELECT count(*) FROM huisvesting_plaatsing p
                         WHERE p.woning_id = woning AND p.periode @> begin.van)), 0)
    FROM huisvesting_plaatsing begin WHERE begin.woning_id = woning
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
    AFTER INSERT OR UPDATE OF woning_id, van, tot ON huisvesting_plaatsing
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_niet_vol();
CREATE TRIGGER woning_plaatsen_genoeg
    AFTER UPDATE OF capaciteit ON huisvesting_woning
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_plaatsen_genoeg();
"""
TERUG = """
DROP TRIGGER plaatsing_woning_niet_vol ON huisvesting_plaatsing;
DROP TRIGGER woning_plaatsen_genoeg ON huisvesting_woning;
DROP FUNCTION huisvesting_woning_niet_vol();
DROP FUNCTION huisvesting_woning_plaatsen_genoeg();
DROP FUNCTION huisvesting_hoogste_bezetting(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("huisvesting", "0001_huisvesting")]
    operations = [migrations.RunSQL(HEEN, TERUG)]
