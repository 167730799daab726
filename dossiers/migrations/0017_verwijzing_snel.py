from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0016_inzage_einde'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='doorverwijzing',
            index=models.Index(condition=models.Q(('aangenomen_op', None), ('afgewezen_op', None), ('beeindigd_op', None)), fields=['organisatie'], name='doorverwijzing_wacht'),
        ),
        migrations.AddIndex(
            model_name='doorverwijzing',
            index=models.Index(condition=models.Q(('aangenomen_op__isnull', False)), fields=['organisatie'], include=('statushouder', 'gezin', 'van', 'tot_en_met', 'aangenomen_op', 'beeindigd_op'), name='doorverwijzing_gezien'),
        ),
    ]
