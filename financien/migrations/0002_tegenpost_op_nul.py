"""Counter entries net to zero: a deferred constraint trigger, decided at the end of the transaction.

The two lines can only be right together, so no check on one row can hold it. The error carries the
name under which `Inkomstenpost.triggerzinnen` has its sentence.
"""

from django.db import migrations

MAAK = """
CREATE FUNCTION financien_tegenpost_op_nul() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    codes text[] := ARRAY[CASE WHEN TG_OP <> 'DELETE' THEN NEW.code END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.code END];
    fout text;
BEGIN
    SELECT post.code INTO fout
    FROM financien_inkomstenpost post
    LEFT JOIN financien_inkomstenpost ander ON ander.code = post.tegenpost_id
    WHERE (post.code = ANY (codes) OR post.tegenpost_id = ANY (codes))
      AND post.tegenpost_id IS NOT NULL
      AND (ander.tegenpost_id = post.code AND ander.bedrag + post.bedrag = 0) IS NOT TRUE
    LIMIT 1;
    IF fout IS NOT NULL THEN
        RAISE EXCEPTION 'post % en de tegenpost komen samen niet op nul', fout
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'inkomstenpost_tegenpost_op_nul',
                  TABLE = 'financien_inkomstenpost';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER inkomstenpost_tegenpost_op_nul
    AFTER INSERT OR DELETE OR UPDATE OF code, bedrag, tegenpost_id ON financien_inkomstenpost
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION financien_tegenpost_op_nul();
"""

BREEK_AF = """
DROP TRIGGER inkomstenpost_tegenpost_op_nul ON financien_inkomstenpost;
DROP FUNCTION financien_tegenpost_op_nul();
"""


class Migration(migrations.Migration):
    dependencies = [("financien", "0001_initial")]

    operations = [migrations.RunSQL(MAAK, BREEK_AF)]
