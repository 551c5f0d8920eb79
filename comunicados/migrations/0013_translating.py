"""Each text knows its own paragraphs, and who found that a change of its source needs none in it."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from comunicados.document import paragraph_digests, source_of

APPEND_ONLY = """
CREATE TRIGGER acknowledgement_is_append_only BEFORE UPDATE OR DELETE ON comunicados_acknowledgement
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
"""


def know_paragraphs(apps: Any, schema_editor: Any) -> None:
    """Fill `paragraphs`. The place and the correction note count from now on, and raise no alarm by that."""
    versions = apps.get_model("comunicados", "LanguageVersion")
    for version in versions.objects.select_related("communique").order_by("pk").iterator(chunk_size=500):
        latest = version.communique.revisions.order_by("-ordinal").first()
        version.paragraphs = paragraph_digests(latest.document, version.language)
        source = source_of(version.communique.original, version.language)
        if source and version.accounts_for:
            version.accounts_for = _as_before(version.accounts_for, latest.document, source)
        version.save(update_fields=["paragraphs", "accounts_for"])


def _as_before(accounts_for: list[str], document: dict[str, Any], source: str) -> list[str]:
    counted = {**document, source: document[source] | {"place": "", "correction_note": ""}}
    now = paragraph_digests(document, source)
    if set(paragraph_digests(counted, source)) <= set(accounts_for):
        return now
    fresh = set(now) - set(paragraph_digests(counted, source))
    return [*accounts_for, *fresh]


def _digests(help_text: str) -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(
        models.CharField(max_length=64), blank=True, db_default=[], default=list, help_text=help_text
    )


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0008_withdrawals_and_discards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="languageversion",
            name="paragraphs",
            field=_digests("Digests of this text's own paragraphs."),
        ),
        migrations.AlterField(
            model_name="languageversion",
            name="accounts_for",
            field=_digests("Digests of the source's paragraphs that this text accounts for."),
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("paragraphs", _digests("Digests of the paragraphs that had come or gone.")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="comunicados.revision",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to="comunicados.languageversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "acknowledgement",
                "verbose_name_plural": "acknowledgements",
                "ordering": ["-made_at", "-pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("paragraphs", []), _negated=True), name="acknowledgement_of_something"
                    )
                ],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, "DROP TRIGGER acknowledgement_is_append_only ON comunicados_acknowledgement"),
        migrations.RunPython(know_paragraphs, migrations.RunPython.noop, elidable=True),
    ]
