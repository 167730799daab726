"""A placement that stayed behind at a dossier that was merged into another takes no place in a home.

When the merge is undone it holds again: the undoing writes its key once more, and the trigger looks.
"""

from django.db import migrations

HEEN = """
CREATE OR REPLACE FUNCTION huisvesting_hoogste_bezetting(woning bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    -- the number of residents can only rise on a day on which somebody moves in
    WITH bewoond AS (
        SELECT p.van, p.periode FROM huisvesting_plaatsing p
        JOIN dossiers_statushouder s ON s.id = p.statushouder_id AND s.samengevoegd_met_id IS NULL
        WHERE p.woning_id = woning)
    SELECT coalesce(max((SELECT count(*) FROM bewoond b WHERE b.periode @> begin.van)), 0) FROM bewoond begin
$$;

DROP TRIGGER plaatsing_woning_niet_vol ON huisvesting_plaatsing;
CREATE TRIGGER plaatsing_woning_niet_vol
    AFTER INSERT OR UPDATE OF statushouder_id, woning_id, van, tot ON huisvesting_plaatsing
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_niet_vol();
"""
TERUG = """
DROP TRIGGER plaatsing_woning_niet_vol ON huisvesting_plaatsing;
CREATE TRIGGER plaatsing_woning_niet_vol
    AFTER INSERT OR UPDATE OF woning_id, van, tot ON huisvesting_plaatsing
    FOR EACH ROW EXECUTE FUNCTION huisvesting_woning_niet_vol();

CREATE OR REPLACE FUNCTION huisvesting_hoogste_bezetting(woning bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce(max((SELECT count(*) FROM huisvesting_plaatsing p
                         WHERE p.woning_id = woning AND p.periode @> begin.van)), 0)
    FROM huisvesting_plaatsing begin WHERE begin.woning_id = woning
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("huisvesting", "0004_telling_wisselbaar"), ("dossiers", "0002_dossiers")]
    operations = [migrations.RunSQL(HEEN, TERUG)]
