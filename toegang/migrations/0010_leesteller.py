"""Seals are counted outside their own table, so that taking the last ones away is seen."""

from django.db import migrations, models

HEEN = """
INSERT INTO toegang_leesteller (enige, zegels, regels)
SELECT true, count(*), coalesce(sum(aantal), 0) FROM toegang_leeszegel;

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
TERUG = """
DROP TRIGGER leeszegel_telt ON toegang_leeszegel;
DROP FUNCTION toegang_tel_zegels();
DELETE FROM toegang_leesteller;
"""


class Migration(migrations.Migration):
    dependencies = [("toegang", "0009_uitnodiging")]

    operations = [
        migrations.CreateModel(
            name="Leesteller",
            fields=[
                ("enige", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("zegels", models.BigIntegerField(default=0)),
                ("regels", models.BigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("enige", True)),
                        name="leesteller_een_rij",
                        violation_error_message="Er is één teller.",
                    )
                ],
            },
        ),
        migrations.RunSQL(HEEN, TERUG),
    ]
