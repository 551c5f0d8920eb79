"""Erasure for legal reasons: who asked, who answered, what remains; and guards that let exactly that happen."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Compared, not shown. The same words as the text search of that language finds.
WORDS = """
CREATE FUNCTION public.telling_words(language text, words text) RETURNS text[]
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $$ SELECT tsvector_to_array(to_tsvector(
        CASE language WHEN 'en' THEN 'public.voceria_english'::regconfig ELSE 'public.voceria_spanish'::regconfig END,
        public.search_words(language, words))) $$;
"""

# What is left of a document when one of its languages is erased; who took part is left where the other names them.
DOCUMENT = """
CREATE FUNCTION public.emptied(texts jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT jsonb_object_agg(key, '') FROM jsonb_each(texts) $$;

CREATE FUNCTION public.erased_document(document jsonb, language text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT document || jsonb_build_object(
        language, public.emptied(document -> language),
        'participants', (
            SELECT coalesce(jsonb_agg(
                p.row || jsonb_build_object(language, public.emptied(p.row -> language))
                || CASE WHEN EXISTS (
                       SELECT 1 FROM jsonb_each_text(p.row -> CASE language WHEN 'es' THEN 'en' ELSE 'es' END) words
                       WHERE words.value <> '')
                   THEN '{}' ELSE '{"person": null, "appointment": null, "delegation": null}'::jsonb END
                ORDER BY p.place), '[]')
            FROM jsonb_array_elements(document -> 'participants') WITH ORDINALITY AS p(row, place)))
    $$;
"""

# The moment of an answer is read after its lock (see publication_guard); what it takes is named in its transaction.
ERASURES = """
CREATE FUNCTION public.erasure_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM comunicados_languageversion WHERE id = NEW.version_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM comunicados_erasure e WHERE e.version_id = NEW.version_id
               AND NOT EXISTS (SELECT 1 FROM comunicados_erasureanswer a WHERE a.erasure_id = e.id))
    THEN
        RAISE EXCEPTION 'Another erasure of this language waits for its answer.'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'erasure_one_at_a_time';
    END IF;
    IF NEW.publication_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM comunicados_publication p WHERE p.id = NEW.publication_id AND p.version_id = NEW.version_id)
    THEN
        RAISE EXCEPTION 'The publication is not one of that language version.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_of_its_version';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER erasure_guard BEFORE INSERT ON comunicados_erasure
    FOR EACH ROW EXECUTE FUNCTION public.erasure_guard();

CREATE FUNCTION public.erasure_by_a_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.is_confirmed AND EXISTS (
        SELECT 1 FROM comunicados_erasure e WHERE e.id = NEW.erasure_id AND e.requested_by_id = NEW.made_by_id)
    THEN
        RAISE EXCEPTION 'A second person confirms an erasure.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_by_a_second_person';
    END IF;
    IF NEW.made_at NOT BETWEEN least(ministry_now(), transaction_timestamp()) AND ministry_now() THEN
        RAISE EXCEPTION 'An erasure is answered now.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_answered_now';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER erasure_by_a_second_person BEFORE INSERT ON comunicados_erasureanswer
    FOR EACH ROW EXECUTE FUNCTION public.erasure_by_a_second_person();

CREATE VIEW erased_row AS
SELECT t.erasure_id, t.publication_id, t.revision_id, t.review_id, t.remark_id, v.language, a.made_at
FROM comunicados_erasedtext t
JOIN comunicados_erasure e ON e.id = t.erasure_id
JOIN comunicados_languageversion v ON v.id = e.version_id
JOIN comunicados_erasureanswer a ON a.erasure_id = e.id AND a.is_confirmed AND a.made_by_id <> e.requested_by_id;

CREATE FUNCTION public.erased_text_of_its_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM comunicados_erasureanswer a JOIN comunicados_erasure e ON e.id = a.erasure_id
        WHERE e.id = NEW.erasure_id AND a.is_confirmed AND a.made_by_id <> e.requested_by_id
          AND a.made_at >= least(ministry_now(), transaction_timestamp()))
    THEN
        RAISE EXCEPTION 'Nothing is erased but by a confirmation, in its transaction.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_text_is_confirmed';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM comunicados_erasure e
        JOIN comunicados_languageversion v ON v.id = e.version_id
        LEFT JOIN comunicados_publication meant ON meant.id = e.publication_id
        LEFT JOIN comunicados_publication p ON p.id = NEW.publication_id
        LEFT JOIN comunicados_revision r ON r.id = NEW.revision_id
        LEFT JOIN comunicados_review w ON w.id = NEW.review_id
        LEFT JOIN comunicados_languageversion reviewed ON reviewed.id = w.version_id
        LEFT JOIN comunicados_remark k ON k.id = NEW.remark_id
        WHERE e.id = NEW.erasure_id
          AND coalesce(r.communique_id, reviewed.communique_id, k.communique_id, v.communique_id) = v.communique_id
          AND (p.id IS NULL OR p.version_id = v.id AND p.digest = NEW.digest
               AND (meant.id IS NULL OR p.digest = meant.digest OR p.cancelled_at IS NOT NULL)
               AND (p.cancelled_at IS NOT NULL OR p.status = 'withdrawn' OR p.live_until <= ministry_now())))
    THEN
        RAISE EXCEPTION 'This is not part of what was to be erased, or the world reads it still.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_text_of_its_erasure';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER erased_text_of_its_erasure BEFORE INSERT ON comunicados_erasedtext
    FOR EACH ROW EXECUTE FUNCTION public.erased_text_of_its_erasure();
""" + "\n".join(
    f"CREATE TRIGGER {name}_is_append_only BEFORE UPDATE OR DELETE ON comunicados_{name}"
    " FOR EACH ROW EXECUTE FUNCTION public.refuse_change();"
    for name in ("erasure", "erasureanswer", "erasedtext")
)

# Each of these says whether `after` is nothing but `before` without its words, under an erasure that names the row.
ALLOWED = """
CREATE FUNCTION public.is_erasure_of(before comunicados_publication, after comunicados_publication) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.publication_id = before.id)
        AND to_jsonb(after) - 'search' = to_jsonb(before) - 'search' || jsonb_build_object(
            'headline', '', 'subheadline', '', 'place', '', 'body', '',
            'note', CASE WHEN before.status = 'withdrawn' AND after.note = before.note OR before.note = ''
                    THEN before.note ELSE '[…]' END)
    $$;

CREATE FUNCTION public.is_erasure_of(before comunicados_appearance, after comunicados_appearance) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.publication_id = before.publication_id)
        AND to_jsonb(after) = to_jsonb(before) || jsonb_build_object(
            'name', '', 'title', '', 'organization_words', '', 'courtesy', '', 'person_id', NULL,
            'appointment_id', NULL, 'position_id', NULL, 'organization_id', NULL, 'delegation_id', NULL)
    $$;

CREATE FUNCTION public.is_erasure_of(before comunicados_revision, after comunicados_revision) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT to_jsonb(after) - '{document,note}'::text[] = to_jsonb(before) - '{document,note}'::text[]
        AND after.note IN (before.note, '[…]')
        AND EXISTS (
            SELECT 1 FROM erased_row e WHERE e.revision_id = before.id
            AND after.document IN (before.document, public.erased_document(before.document, e.language)))
    $$;

CREATE FUNCTION public.is_erasure_of(before comunicados_review, after comunicados_review) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.review_id = before.id)
        AND to_jsonb(after) = to_jsonb(before) || '{"note": "[…]"}'
    $$;

CREATE FUNCTION public.is_erasure_of(before comunicados_remark, after comunicados_remark) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.remark_id = before.id)
        AND to_jsonb(after) = to_jsonb(before) || '{"text": "[…]"}'
    $$;
"""

ERASED = ("appearance", "revision", "review", "remark")

APPEND_ONLY = """
CREATE FUNCTION public.refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND public.is_erasure_of(OLD, NEW) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only; a confirmed erasure alone takes words from it.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
""" + "\n".join(
    f"DROP TRIGGER {name}_is_append_only ON comunicados_{name};"
    f"CREATE TRIGGER {name}_is_append_only BEFORE UPDATE OR DELETE ON comunicados_{name}"
    " FOR EACH ROW EXECUTE FUNCTION public.refuse_change_but_erasure();"
    for name in ERASED
)

STRICT_APPEND_ONLY = "\n".join(
    f"DROP TRIGGER {name}_is_append_only ON comunicados_{name};"
    f"CREATE TRIGGER {name}_is_append_only BEFORE UPDATE OR DELETE ON comunicados_{name}"
    " FOR EACH ROW EXECUTE FUNCTION public.refuse_change();"
    for name in ERASED
)

# The guard of publications as it was, and before all that it checks the one way out.
GUARD = import_module("comunicados.migrations.0003_guards").PUBLICATION.partition("CREATE TRIGGER")[0]
GUARD = GUARD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
GUARD_BUT_ERASURE = GUARD.replace(
    "    IF TG_OP = 'UPDATE' THEN",
    """    IF TG_OP = 'UPDATE' AND public.is_erasure_of(OLD, NEW) THEN
        RETURN NEW;
    END IF;

    IF TG_OP = 'UPDATE' THEN""",
)

# Of several reasons why a publication is gone the public is told the last: that of an erasure, where there is one.
CONCEALMENT = """
CREATE OR REPLACE VIEW published_concealment AS
SELECT p.id, p.version_id, p.language, p.ordinal, p.path, c.reason_es, c.reason_en
FROM comunicados_publication p
JOIN LATERAL (
    SELECT reason_es, reason_en FROM comunicados_concealment c
    WHERE c.communique_id = p.communique_id AND c.language IN ('', p.language)
      AND (c.publication_id IS NULL OR c.publication_id = p.id)
    ORDER BY c.id {order} LIMIT 1) c ON true
WHERE p.cancelled_at IS NULL AND p.live_from <= ministry_now();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0014_source_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="languageversion",
            options={
                "ordering": ["communique", "-language"],
                "permissions": [
                    ("review_languageversion", "Can approve texts and send them back"),
                    ("publish_languageversion", "Can publish, schedule, cancel and withdraw"),
                    ("conceal_languageversion", "Can conceal what was published"),
                    ("erase_languageversion", "Can ask for an erasure, confirm and refuse it"),
                ],
                "verbose_name": "language version",
                "verbose_name_plural": "language versions",
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="public reason")),
                ("reason_es", models.TextField(blank=True, default="", verbose_name="public reason")),
                ("reason_en", models.TextField(blank=True, default="", verbose_name="public reason")),
                ("ground", models.TextField(verbose_name="legal ground")),
                ("requested_at", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures",
                        to="comunicados.publication",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures",
                        to="comunicados.languageversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure",
                "verbose_name_plural": "erasures",
                "ordering": ["-requested_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ErasedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                (
                    "publication",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erased",
                        to="comunicados.publication",
                    ),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erased",
                        to="comunicados.remark",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erased",
                        to="comunicados.review",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erased",
                        to="comunicados.revision",
                    ),
                ),
                (
                    "erasure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="comunicados.erasure"
                    ),
                ),
            ],
            options={
                "verbose_name": "erased text",
                "verbose_name_plural": "erased texts",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ErasureAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_confirmed", models.BooleanField()),
                ("note", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                (
                    "erasure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="comunicados.erasure"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to an erasure",
                "verbose_name_plural": "answers to erasures",
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason_es", ""), _negated=True),
                    models.Q(("reason_en", ""), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                ),
                name="erasure_with_its_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasedtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("publication__isnull", False),
                        ("remark__isnull", True),
                        ("review__isnull", True),
                        ("revision__isnull", True),
                    ),
                    models.Q(
                        ("publication__isnull", True),
                        ("remark__isnull", True),
                        ("review__isnull", True),
                        ("revision__isnull", False),
                    ),
                    models.Q(
                        ("publication__isnull", True),
                        ("remark__isnull", True),
                        ("review__isnull", False),
                        ("revision__isnull", True),
                    ),
                    models.Q(
                        ("publication__isnull", True),
                        ("remark__isnull", False),
                        ("review__isnull", True),
                        ("revision__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="erased_text_of_one_row",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasureanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_confirmed", True), models.Q(("note", ""), _negated=True), _connector="OR"),
                name="erasure_refused_with_a_note",
            ),
        ),
        migrations.RunSQL(WORDS, "DROP FUNCTION public.telling_words(text, text)"),
        migrations.RunSQL(
            DOCUMENT, "DROP FUNCTION public.erased_document(jsonb, text); DROP FUNCTION public.emptied(jsonb);"
        ),
        migrations.RunSQL(
            ERASURES,
            """DROP VIEW erased_row;
            DROP TRIGGER erasure_guard ON comunicados_erasure;
            DROP TRIGGER erasure_by_a_second_person ON comunicados_erasureanswer;
            DROP TRIGGER erased_text_of_its_erasure ON comunicados_erasedtext;
            DROP FUNCTION public.erasure_guard(), public.erasure_by_a_second_person(),
                public.erased_text_of_its_erasure();
            DROP TRIGGER erasure_is_append_only ON comunicados_erasure;
            DROP TRIGGER erasureanswer_is_append_only ON comunicados_erasureanswer;
            DROP TRIGGER erasedtext_is_append_only ON comunicados_erasedtext;""",
        ),
        migrations.RunSQL(
            ALLOWED,
            "".join(
                f"DROP FUNCTION public.is_erasure_of(comunicados_{name}, comunicados_{name});"
                for name in ("publication", *ERASED)
            ),
        ),
        migrations.RunSQL(APPEND_ONLY, STRICT_APPEND_ONLY + "DROP FUNCTION public.refuse_change_but_erasure();"),
        migrations.RunSQL(GUARD_BUT_ERASURE, GUARD),
        migrations.RunSQL(CONCEALMENT.format(order="DESC"), CONCEALMENT.format(order="ASC")),
    ]
