"""Preview links, which can be revoked and never changed, and their visits."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

GUARDS = """
CREATE FUNCTION public.preview_link_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
           AND to_jsonb(NEW) - '{revoked_at,revoked_by_id}'::text[] = to_jsonb(OLD) - '{revoked_at,revoked_by_id}'::text[]
        THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT 1 FROM comunicados_languageversion v
                   JOIN comunicados_revision r ON r.communique_id = v.communique_id
                   WHERE v.id = NEW.version_id AND r.id = NEW.revision_id)
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'The revision is not one of that communiqué.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_link_of_its_version';
    END IF;
    RAISE EXCEPTION 'A preview link can be revoked, once, and nothing else.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'preview_link_guard';
END $$;

CREATE TRIGGER preview_link_guard BEFORE INSERT OR UPDATE OR DELETE ON comunicados_previewlink
    FOR EACH ROW EXECUTE FUNCTION public.preview_link_guard();

CREATE TRIGGER previewvisit_is_append_only BEFORE UPDATE OR DELETE ON comunicados_previewvisit
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
"""

NO_GUARDS = """
DROP TRIGGER previewvisit_is_append_only ON comunicados_previewvisit;
DROP TRIGGER preview_link_guard ON comunicados_previewlink;
DROP FUNCTION public.preview_link_guard();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0020_mergers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(help_text="Of the revision's page in that language.", max_length=64)),
                ("recipient", models.CharField(max_length=120, verbose_name="for whom")),
                (
                    "organization",
                    models.CharField(blank=True, default="", max_length=160, verbose_name="of which office"),
                ),
                (
                    "token_digest",
                    models.CharField(help_text="SHA-256 of the token in the address.", max_length=64, unique=True),
                ),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="comunicados.revision"
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preview_links",
                        to="comunicados.languageversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["-made_at", "-pk"],
                "permissions": [("share_previewlink", "Can make preview links and revoke them")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PreviewVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("visited_at", models.DateTimeField()),
                (
                    "device",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("tablet", "tablet"),
                            ("computer", "computer"),
                            ("robot", "robot of a messenger or a mail program"),
                            ("unknown", "unknown device"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="comunicados.previewlink",
                    ),
                ),
            ],
            options={
                "verbose_name": "visit of a preview",
                "verbose_name_plural": "visits of previews",
                "ordering": ["-visited_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="previewlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("recipient", ""), _negated=True), name="preview_link_for_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="previewlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at__gt", models.F("made_at")),
                    (
                        "expires_at__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("made_at"), "+", models.Value(datetime.timedelta(days=14))
                        ),
                    ),
                ),
                name="preview_link_lasts_two_weeks_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="previewlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at", None), ("revoked_by", None)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="preview_link_revoked_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="previewvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(("device__in", ["phone", "tablet", "computer", "robot", "unknown"])),
                name="preview_visit_by_a_known_device",
            ),
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
