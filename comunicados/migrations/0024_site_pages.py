"""The pages of the site: texts that one person writes and another approves, kept by the database; the view of those
that stand. Only an approval ticks the content clock: until then the world reads nothing of a text."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GUARDS = """
CREATE TRIGGER site_page_text_is_append_only BEFORE UPDATE OR DELETE ON comunicados_sitepagetext
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER site_page_approval_is_append_only BEFORE UPDATE OR DELETE ON comunicados_sitepageapproval
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE FUNCTION public.site_page_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    approved comunicados_sitepagetext;
BEGIN
    SELECT * INTO approved FROM comunicados_sitepagetext WHERE id = NEW.text_id;
    IF approved.written_by_id = NEW.made_by_id THEN
        RAISE EXCEPTION 'Nobody approves a text of a page that they wrote.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'site_page_approval_by_a_second_person';
    END IF;
    IF EXISTS (
        SELECT 1 FROM comunicados_sitepagetext t
        WHERE t.page = approved.page AND t.language = approved.language AND t.ordinal > approved.ordinal)
    THEN
        RAISE EXCEPTION 'Only the text of a page that was written last can be approved.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'site_page_approval_of_the_latest_text';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER site_page_approval_guard BEFORE INSERT ON comunicados_sitepageapproval
    FOR EACH ROW EXECUTE FUNCTION public.site_page_approval_guard();

CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON comunicados_sitepageapproval
    FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();
"""

VIEW = """
CREATE VIEW published_site_page AS
SELECT DISTINCT ON (t.page, t.language) t.id, t.page, t.language, t.title, t.body, a.made_at AS changed_at
FROM comunicados_sitepagetext t
JOIN comunicados_sitepageapproval a ON a.text_id = t.id
ORDER BY t.page, t.language, t.ordinal DESC;

GRANT SELECT ON published_site_page TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0023_whole_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SitePageText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("about", "About this site"),
                            ("media-contact", "Media contact"),
                            ("corrections", "How corrections are made"),
                            ("accessibility", "Accessibility statement"),
                            ("licence", "Licence and terms"),
                            ("privacy", "Privacy"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(choices=[("es", "Spanish"), ("en", "English")], max_length=2)),
                ("ordinal", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=80)),
                ("body", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a page",
                "verbose_name_plural": "texts of pages",
                "ordering": ["page", "language", "-ordinal"],
                "permissions": [
                    ("keep_sitepages", "Can write the pages of the site, and approve what somebody else wrote")
                ],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SitePageApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approval",
                        to="comunicados.sitepagetext",
                    ),
                ),
            ],
            options={
                "verbose_name": "approval of a page’s text",
                "verbose_name_plural": "approvals of pages’ texts",
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="sitepagetext",
            constraint=models.UniqueConstraint(
                fields=("page", "language", "ordinal"), name="site_page_text_ordinal_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sitepagetext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("page__in", ["about", "media-contact", "corrections", "accessibility", "licence", "privacy"])
                ),
                name="site_page_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitepagetext",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["es", "en"])), name="site_page_language_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="sitepagetext",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("body", ""), _negated=True)),
                name="site_page_text_is_whole",
            ),
        ),
        migrations.RunSQL(
            GUARDS,
            """DROP TRIGGER content_changes ON comunicados_sitepageapproval;
            DROP TRIGGER site_page_approval_guard ON comunicados_sitepageapproval;
            DROP FUNCTION public.site_page_approval_guard();
            DROP TRIGGER site_page_approval_is_append_only ON comunicados_sitepageapproval;
            DROP TRIGGER site_page_text_is_append_only ON comunicados_sitepagetext;""",
        ),
        migrations.RunSQL(VIEW, "DROP VIEW published_site_page"),
    ]
