"""One open offer at a time of a home, held by the database; an AMV home is offered by the place.

A unique index cannot ask what kind of home it is, so that a trigger does. It locks the home first, so that two
sessions cannot offer it together.
"""

from django.db import migrations, models

HEEN = """
CREATE FUNCTION huisvesting_aanbod_een_open() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE amv boolean;
BEGIN
    SELECT amv_woning INTO amv FROM huisvesting_woning WHERE id = NEW.woning_id FOR NO KEY UPDATE;
    IF NOT amv AND EXISTS (
        SELECT FROM huisvesting_aanbod a
        WHERE a.woning_id = NEW.woning_id AND a.id <> NEW.id
          AND a.geweigerd_op IS NULL AND a.ingetrokken_op IS NULL AND a.contract_op IS NULL
    ) THEN
        RAISE EXCEPTION 'woning % is al aangeboden', NEW.woning_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'aanbod_een_open_per_woning';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER aanbod_een_open_per_woning
    AFTER INSERT OR UPDATE OF woning_id, geweigerd_op, ingetrokken_op, contract_op ON huisvesting_aanbod
    FOR EACH ROW WHEN (NEW.geweigerd_op IS NULL AND NEW.ingetrokken_op IS NULL AND NEW.contract_op IS NULL)
    EXECUTE FUNCTION huisvesting_aanbod_een_open();
"""
TERUG = """
DROP TRIGGER aanbod_een_open_per_woning ON huisvesting_aanbod;
DROP FUNCTION huisvesting_aanbod_een_open();
"""


class Migration(migrations.Migration):
    dependencies = [("huisvesting", "0010_toezichtstap_doorgehaald")]
    operations = [
        migrations.RemoveConstraint(model_name="aanbod", name="aanbod_een_open_per_woning"),
        migrations.AlterConstraint(
            model_name="aanbod",
            name="aanbod_een_open_per_hoofdhuurder",
            constraint=models.UniqueConstraint(
                fields=["statushouder"],
                name="aanbod_een_open_per_hoofdhuurder",
                condition=models.Q(("contract_op", None), ("geweigerd_op", None), ("ingetrokken_op", None)),
                violation_error_message=(
                    "Voor deze persoon staat al een aanbod open. Rond dat eerst af. "
                    "Bron: werkwijze van de gemeente, één aanbod tegelijk."
                ),
            ),
        ),
        migrations.RunSQL(HEEN, TERUG),
    ]
