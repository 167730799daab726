"""What is free in an activity, for the triggers that let nobody commit more than that."""

from django.db import migrations

MAAK = """
CREATE FUNCTION financien_vrij(regel text) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT a.bedrag
        + coalesce((SELECT sum(w.bedrag) FROM financien_wijzigingsregel w WHERE w.activiteit_id = a.code), 0)
        - coalesce((SELECT sum(t.bedrag) FROM financien_toedeling t
            WHERE t.activiteit_id = a.code AND t.ongedaan_op IS NULL), 0)
        - coalesce((SELECT sum(greatest(v.bedrag - coalesce((SELECT sum(t.bedrag) FROM financien_toedeling t
                WHERE t.verplichting_id = v.id AND t.ongedaan_op IS NULL), 0), 0))
            FROM financien_verplichting v WHERE v.activiteit_id = a.code AND v.beeindigd_op IS NULL), 0)
    FROM financien_activiteit a WHERE a.code = regel
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("financien", "0003_boekingen")]

    operations = [migrations.RunSQL(MAAK, "DROP FUNCTION financien_vrij(text);")]
