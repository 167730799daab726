"""A doorstroomlocatie too is offered by the place (H10), and an offer that was open already may go on."""

from django.db import migrations

_FUNCTIE = """
CREATE OR REPLACE FUNCTION huisvesting_aanbod_een_open() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE per_plek boolean;
BEGIN
    {was_open}SELECT {per_plek} INTO per_plek FROM huisvesting_woning WHERE id = NEW.woning_id FOR NO KEY UPDATE;
    IF NOT per_plek AND EXISTS (
        SELECT FROM huisvesting_aanbod a
        WHERE a.woning_id = NEW.woning_id AND a.id <> NEW.id
          AND a.geweigerd_op IS NULL AND a.ingetrokken_op IS NULL AND a.contract_op IS NULL
    ) THEN
        RAISE EXCEPTION 'woning % is al aangeboden', NEW.woning_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'aanbod_een_open_per_woning';
    END IF;
    RETURN NULL;
END $$;
"""
WAS_OPEN = """IF TG_OP = 'UPDATE' AND OLD.woning_id = NEW.woning_id
        AND OLD.geweigerd_op IS NULL AND OLD.ingetrokken_op IS NULL AND OLD.contract_op IS NULL THEN
        RETURN NULL;
    END IF;
    """
HEEN = _FUNCTIE.format(was_open=WAS_OPEN, per_plek="amv_woning OR soort = 'doorstroom'")
TERUG = _FUNCTIE.format(was_open="", per_plek="amv_woning")


class Migration(migrations.Migration):
    dependencies = [("huisvesting", "0012_coa_op_lijst")]
    operations = [migrations.RunSQL(HEEN, TERUG)]
