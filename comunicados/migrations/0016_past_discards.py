"""Discards that ended stay in the history."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = """
CREATE TRIGGER pastdiscard_is_append_only BEFORE UPDATE OR DELETE ON comunicados_pastdiscard
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0015_erasure"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PastDiscard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("discarded_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("taken_up_at", models.DateTimeField()),
                (
                    "communique",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="past_discards",
                        to="comunicados.communique",
                    ),
                ),
                (
                    "discarded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_up_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "past discard",
                "verbose_name_plural": "past discards",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=~models.Q(reason=""), name="past_discard_with_a_reason"),
                    models.CheckConstraint(
                        condition=models.Q(taken_up_at__gte=models.F("discarded_at")),
                        name="past_discard_ended_after_it_began",
                    ),
                ],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, "DROP TRIGGER pastdiscard_is_append_only ON comunicados_pastdiscard;"),
    ]
