from django.db import migrations

# The least that is free from a day on: there, and on each last day before something comes free, by a change of the
# budget or by the end of a commitment that began after that day.
MAAK = """
CREATE OR REPLACE FUNCTION financien_vrij_vanaf(regel text, dag date) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT min(financien_vrij_op(regel, d.dag)) FROM (
        SELECT financien_vrij_vanaf.dag UNION
        SELECT w.op - 1 FROM financien_begrotingswijziging w JOIN financien_wijzigingsregel r ON r.wijziging_id = w.id
        WHERE r.activiteit_id = regel AND w.op > financien_vrij_vanaf.dag UNION
        SELECT v.beeindigd_op - 1 FROM financien_verplichting v
        WHERE v.activiteit_id = regel AND v.beeindigd_op > financien_vrij_vanaf.dag) d(dag)
$$;
"""
EERDER = """
CREATE OR REPLACE FUNCTION financien_vrij_vanaf(regel text, dag date) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT min(financien_vrij_op(regel, d.dag)) FROM (
        SELECT financien_vrij_vanaf.dag UNION
        SELECT w.op - 1 FROM financien_begrotingswijziging w JOIN financien_wijzigingsregel r ON r.wijziging_id = w.id
        WHERE r.activiteit_id = regel AND w.op > financien_vrij_vanaf.dag) d(dag)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("financien", "0008_verklaarde_stand_en_gesloten_maand")]

    operations = [migrations.RunSQL(MAAK, EERDER)]
