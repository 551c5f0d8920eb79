"""Stock reasons to withdraw, what a withdrawn communiqué is replaced by, drafts that are put away."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Where the notice of a withdrawal leads, as long as that is listed in the same language.
REPLACEMENTS = """
CREATE VIEW published_replacement AS
SELECT w.id, v.language, r.path, r.headline
FROM published_version v
JOIN comunicados_publication w ON w.id = v.id
JOIN published_publication r ON r.communique_id = w.replaced_by_id AND r.language = w.language
WHERE r.status = 'published';

GRANT SELECT ON published_replacement TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0007_presence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StockReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=250, verbose_name="reason")),
                ("text_es", models.CharField(default="", max_length=250, verbose_name="reason")),
                ("text_en", models.CharField(default="", max_length=250, verbose_name="reason")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "stock reason",
                "verbose_name_plural": "stock reasons",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="communique",
            name="discard_reason",
            field=models.TextField(blank=True, db_default="", default="", editable=False),
        ),
        migrations.AddField(
            model_name="communique",
            name="discarded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="communique",
            name="discarded_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="replaced_by",
            field=models.ForeignKey(
                help_text="What a withdrawal points to.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="comunicados.communique",
            ),
        ),
        migrations.AddConstraint(
            model_name="communique",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("discard_reason", ""), ("discarded_at", None), ("discarded_by", None)),
                    models.Q(
                        ("discarded_at__isnull", False),
                        ("discarded_by__isnull", False),
                        models.Q(("discard_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="communique_discarded_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_by", None),
                    models.Q(
                        ("status", "withdrawn"), models.Q(("replaced_by", models.F("communique")), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="publication_replaced_by_another_when_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="stockreason",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text_es", ""), _negated=True), models.Q(("text_en", ""), _negated=True)
                ),
                name="stock_reason_in_both_languages",
            ),
        ),
        migrations.RunSQL(REPLACEMENTS, "DROP VIEW published_replacement"),
    ]
