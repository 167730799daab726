from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kern', '0002_demolading'),
    ]

    operations = [
        migrations.AddField(
            model_name='demolading',
            name='aantal',
            field=models.PositiveIntegerField(null=True),
        ),
    ]
