"""No dossier without a caseworker or a place in the open work stock: held by the database, past every page.

The triggers speak at the end of the transaction, so that a person and the assignment come in any order.
A dossier that was merged into another needs none.
"""

from django.db import migrations

HEEN = """
INSERT INTO dossiers_regie (versie, statushouder_id, regisseur_id, van)
SELECT 1, s.id, NULL, least(
    (SELECT min(v.van) FROM dossiers_vestiging v WHERE v.statushouder_id = s.id),
    (SELECT min(g.van) FROM dossiers_gezinslid g WHERE g.statushouder_id = s.id),
    make_date(2000 + substring(s.nummer FROM 3 FOR 2)::int, 12, 31))
FROM dossiers_statushouder s;

CREATE FUNCTION dossiers_eis_regie(persoon bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dossiers_statushouder WHERE id = persoon AND samengevoegd_met_id IS NULL)
       AND NOT EXISTS (SELECT FROM dossiers_regie WHERE statushouder_id = persoon AND tot IS NULL) THEN
        RAISE EXCEPTION 'dossier % heeft geen regisseur', persoon
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_heeft_regisseur';
    END IF;
END $$;

CREATE FUNCTION dossiers_statushouder_heeft_regie() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_regie(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION dossiers_regie_blijft() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers_eis_regie(OLD.statushouder_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER dossier_heeft_regisseur
    AFTER INSERT OR UPDATE OF samengevoegd_met_id ON dossiers_statushouder
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_statushouder_heeft_regie();
CREATE CONSTRAINT TRIGGER dossier_houdt_regisseur
    AFTER UPDATE OF statushouder_id, tot OR DELETE ON dossiers_regie
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dossiers_regie_blijft();
"""
TERUG = """
DROP TRIGGER dossier_houdt_regisseur ON dossiers_regie;
DROP TRIGGER dossier_heeft_regisseur ON dossiers_statushouder;
DROP FUNCTION dossiers_regie_blijft();
DROP FUNCTION dossiers_statushouder_heeft_regie();
DROP FUNCTION dossiers_eis_regie(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_vastleggen")]
    operations = [migrations.RunSQL(HEEN, TERUG)]
