from django.db import migrations

# Who saw a BSN before there was one log for all reading. The role of that moment was not kept, so it stays
# empty. What is taken back keeps its reason; the user and the person must still be there.
HEEN = """
INSERT INTO toegang_leesregel (moment, gebruiker, rol, dossier, handeling, wat, uitkomst, doel)
SELECT b.op, b.gebruiker_id, '', s.sleutel, 'bsn', 'BSN', 'gezien', b.reden
FROM dossiers_bsninzage b JOIN dossiers_statushouder s ON s.id = b.statushouder_id
ORDER BY b.op, b.id
"""
TERUG = """
WITH terug AS (
    DELETE FROM toegang_leesregel r USING dossiers_statushouder s, toegang_gebruiker g
    WHERE r.handeling = 'bsn' AND r.uitkomst = 'gezien' AND r.dossier = s.sleutel AND r.gebruiker = g.id
    RETURNING s.id AS statushouder_id, g.id AS gebruiker_id, r.doel, r.moment
)
INSERT INTO dossiers_bsninzage (statushouder_id, gebruiker_id, reden, op)
SELECT * FROM terug ORDER BY moment
"""


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0006_leeslog_volledig"),
        ("dossiers", "0011_verwijzen"),
    ]

    operations = [
        migrations.RunSQL(HEEN, TERUG),
        migrations.DeleteModel(name="BsnInzage"),
    ]
