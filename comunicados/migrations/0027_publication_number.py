"""A communiqué is found by its number as readers type it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0026_related_texts")]
    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                models.F("number"),
                models.OrderBy(models.F("date"), descending=True),
                condition=models.Q(("cancelled_at", None)),
                name="publication_number",
            ),
        ),
    ]
