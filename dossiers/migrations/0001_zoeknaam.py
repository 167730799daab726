"""Extensions, and the key on which names are sorted: lower case, without accents.

There is no ICU collation on every server that we run on, so the order comes from a stored column.
"""

from django.contrib.postgres.operations import BtreeGistExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("kern", "0001_initial"), ("toegang", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        UnaccentExtension(),
        migrations.RunSQL(
            """
            CREATE FUNCTION zoeknaam(tekst text) RETURNS text
            LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
            RETURN lower(public.unaccent('public.unaccent'::regdictionary, tekst))
            """,
            "DROP FUNCTION zoeknaam(text)",
        ),
    ]
