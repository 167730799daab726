from django.db import migrations, models

# What was written before explained the state of that day. A remark never changes, so no UPDATE.
VERKLAARD = "ALTER TABLE financien_verklaring ALTER COLUMN peildatum TYPE date USING op"


class Migration(migrations.Migration):

    dependencies = [
        ('financien', '0007_sloten_en_verplichtingen'),
    ]

    operations = [
        migrations.AddField('verklaring', 'peildatum', models.DateField(null=True)),
        migrations.RunSQL(VERKLAARD, migrations.RunSQL.noop),
        migrations.AlterField('verklaring', 'peildatum', models.DateField()),
    ]
