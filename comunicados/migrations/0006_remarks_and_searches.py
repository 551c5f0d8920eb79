"""Remarks with their mentions, saved searches, and the indexes of the worklist and of the desk's own search."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GUARDS = """
CREATE TRIGGER remark_is_append_only BEFORE UPDATE OR DELETE ON comunicados_remark
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE FUNCTION public.mention_is_seen_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.seen_at IS NULL
        AND (NEW.id, NEW.remark_id, NEW.user_id) = (OLD.id, OLD.remark_id, OLD.user_id)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A mention stays; it is seen once.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'mention_is_seen_once';
END $$;

CREATE TRIGGER mention_is_seen_once BEFORE UPDATE OR DELETE ON comunicados_mention
    FOR EACH ROW EXECUTE FUNCTION public.mention_is_seen_once();
"""

# What the worklist asks for is a small part of an archive: each of its sections finds it in one of these.
WORKLIST = """
CREATE INDEX publication_last_text ON comunicados_publication (version_id, digest)
    WHERE cancelled_at IS NULL AND live_until IS NULL AND status = 'published';
CREATE INDEX publication_withdrawal ON comunicados_publication (version_id) WHERE status = 'withdrawn';
CREATE INDEX review_release ON comunicados_review (version_id) WHERE decision = 'release';
CREATE INDEX mention_unseen ON comunicados_mention (user_id) WHERE seen_at IS NULL;
"""

# The desk finds by parts of words in the headlines, and by words in the whole text of either language. The function
# asks the indexes also for a word that stands in every text, where reading the table would fold and stem it all anew.
SEARCH = """
CREATE INDEX communique_headlines ON comunicados_communique
    USING gin (fold(headline_es || ' ' || headline_en) gin_trgm_ops);
CREATE INDEX communique_search_es ON comunicados_communique
    USING gin (communique_search('es', headline_es, subheadline_es, body_es));
CREATE INDEX communique_search_en ON comunicados_communique
    USING gin (communique_search('en', headline_en, subheadline_en, body_en));

CREATE FUNCTION public.communiques_with_words(words text) RETURNS SETOF bigint LANGUAGE sql STABLE
    SET enable_seqscan = off AS $$
    SELECT id FROM public.comunicados_communique
    WHERE public.communique_search('es', headline_es, subheadline_es, body_es)
        @@ websearch_to_tsquery('public.voceria_spanish', public.search_words('es', words))
    UNION
    SELECT id FROM public.comunicados_communique
    WHERE public.communique_search('en', headline_en, subheadline_en, body_en)
        @@ websearch_to_tsquery('public.voceria_english', words)
    $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0005_content_clock"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="remark")),
                ("made_at", models.DateTimeField()),
                (
                    "communique",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="comunicados.communique",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "mentioned",
                    models.ManyToManyField(
                        related_name="+", through="comunicados.Mention", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ["made_at", "pk"],
                "default_permissions": ("add", "view"),
            },
        ),
        migrations.AddField(
            model_name="mention",
            name="remark",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="mentions", to="comunicados.remark"
            ),
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("query", models.CharField(max_length=600)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "saved search",
                "verbose_name_plural": "saved searches",
                "ordering": ["name", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(fields=["communique", "made_at"], name="remark_on_a_communique"),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("remark", "user"), name="mention_once"),
        ),
        migrations.AddConstraint(
            model_name="savedsearch",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="saved_search_name_once"),
        ),
        migrations.RunSQL(
            GUARDS,
            """DROP TRIGGER mention_is_seen_once ON comunicados_mention;
            DROP FUNCTION public.mention_is_seen_once();
            DROP TRIGGER remark_is_append_only ON comunicados_remark;""",
        ),
        migrations.RunSQL(
            WORKLIST, "DROP INDEX publication_last_text, publication_withdrawal, review_release, mention_unseen;"
        ),
        migrations.RunSQL(
            SEARCH,
            """DROP FUNCTION public.communiques_with_words(text);
            DROP INDEX communique_headlines, communique_search_es, communique_search_en;""",
        ),
    ]
