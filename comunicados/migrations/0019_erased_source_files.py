"""An erasure reaches the original files: their digest outlives their bytes, under the guards of erasures."""

import django.db.models.deletion
from django.db import migrations, models

# No longer computed from the bytes that stand there, but once, from those that came; going back, what is erased gets
# the digest of nothing (ErasedText still has its own).
DIGEST = """
ALTER TABLE comunicados_sourcefile ALTER COLUMN digest DROP EXPRESSION;
ALTER TABLE comunicados_sourcefile ALTER COLUMN digest SET DEFAULT '', ALTER COLUMN digest SET NOT NULL;

CREATE FUNCTION public.source_file_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.digest := encode(sha256(NEW.data), 'hex');
    RETURN NEW;
END $$;

CREATE TRIGGER source_file_digest BEFORE INSERT ON comunicados_sourcefile
    FOR EACH ROW EXECUTE FUNCTION public.source_file_digest();
"""
GENERATED = """
DROP TRIGGER source_file_digest ON comunicados_sourcefile;
DROP FUNCTION public.source_file_digest();
ALTER TABLE comunicados_sourcefile DROP COLUMN digest;
ALTER TABLE comunicados_sourcefile
    ADD COLUMN digest text GENERATED ALWAYS AS (encode(sha256(data), 'hex')) STORED;
"""

# Those of migration 0015, of which each now knows one kind of row more.
ERASED_ROW = """
{verb} VIEW erased_row AS
SELECT t.erasure_id, t.publication_id, t.revision_id, t.review_id, t.remark_id, v.language, a.made_at{source_file}
FROM comunicados_erasedtext t
JOIN comunicados_erasure e ON e.id = t.erasure_id
JOIN comunicados_languageversion v ON v.id = e.version_id
JOIN comunicados_erasureanswer a ON a.erasure_id = e.id AND a.is_confirmed AND a.made_by_id <> e.requested_by_id;
"""

OF_ITS_ERASURE = """
CREATE OR REPLACE FUNCTION public.erased_text_of_its_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
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
        {join}
        WHERE e.id = NEW.erasure_id
          AND coalesce(r.communique_id, reviewed.communique_id, k.communique_id, v.communique_id) = v.communique_id
          {source_file}
          AND (p.id IS NULL OR p.version_id = v.id AND p.digest = NEW.digest
               AND (meant.id IS NULL OR p.digest = meant.digest OR p.cancelled_at IS NOT NULL)
               AND (p.cancelled_at IS NOT NULL OR p.status = 'withdrawn' OR p.live_until <= ministry_now())))
    THEN
        RAISE EXCEPTION 'This is not part of what was to be erased, or the world reads it still.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_text_of_its_erasure';
    END IF;
    RETURN NEW;
END $$;
"""

ERASURE = (
    ERASED_ROW.format(verb="CREATE OR REPLACE", source_file=", t.source_file_id")
    + OF_ITS_ERASURE.format(
        join="LEFT JOIN comunicados_sourcefile f ON f.id = NEW.source_file_id",
        source_file="AND (f.id IS NULL OR f.communique_id = v.communique_id AND f.digest = NEW.digest)",
    )
    + """
CREATE FUNCTION public.is_erasure_of(before comunicados_sourcefile, after comunicados_sourcefile) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.source_file_id = before.id)
        AND after = jsonb_populate_record(before, '{"data": "\\\\x", "name": "", "reading": {}, "doubts": []}')
    $$;
"""
)
ERASURE_WITHOUT_FILES = (
    "DROP FUNCTION public.is_erasure_of(comunicados_sourcefile, comunicados_sourcefile);"
    + OF_ITS_ERASURE.format(join="", source_file="")
    + "DROP VIEW erased_row;"
    + ERASED_ROW.format(verb="CREATE", source_file="")
)

GUARD = """
CREATE OR REPLACE FUNCTION public.source_file_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.communique_id IS NULL AND TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    {erasure}
    IF OLD.communique_id IS NULL
        AND (NEW.id, NEW.data, NEW.name, NEW.reading, NEW.brought_by_id, NEW.brought_at{new})
            = (OLD.id, OLD.data, OLD.name, OLD.reading, OLD.brought_by_id, OLD.brought_at{old})
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What a communiqué was brought in from is kept as it came.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'source_file_is_kept';
END $$;
"""
GUARD_BUT_ERASURE = GUARD.format(
    erasure="IF TG_OP = 'UPDATE' AND public.is_erasure_of(OLD, NEW) THEN RETURN NEW; END IF;",
    new=", NEW.digest",
    old=", OLD.digest",
)

LINKS = ("publication", "revision", "review", "remark", "source_file")


def exactly_one() -> models.Q:
    """Of these links one is set; as ErasedText says it."""
    choices = [models.Q(*((f"{link}__isnull", link != one) for link in sorted(LINKS))) for one in LINKS]
    return models.Q(*choices, _connector="OR")


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0018_files")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(DIGEST, GENERATED)],
            [
                migrations.RemoveField("sourcefile", "digest"),
                migrations.AddField("sourcefile", "digest", models.TextField(db_default="", editable=False)),
            ],
        ),
        migrations.AddIndex("sourcefile", models.Index(fields=["digest"], name="source_file_digest")),
        migrations.AddConstraint(
            "sourcefile",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("data", b""), ("name", "")),
                    models.Q(models.Q(("name", ""), _negated=True), models.Q(("data", b""), _negated=True)),
                    _connector="OR",
                ),
                name="source_file_has_a_name_or_no_bytes",
            ),
        ),
        migrations.AddField(
            "erasedtext",
            "source_file",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="erased",
                to="comunicados.sourcefile",
            ),
        ),
        migrations.RemoveConstraint("erasedtext", "erased_text_of_one_row"),
        migrations.AddConstraint(
            "erasedtext",
            models.CheckConstraint(condition=exactly_one(), name="erased_text_of_one_row"),
        ),
        migrations.RunSQL(ERASURE, ERASURE_WITHOUT_FILES),
        migrations.RunSQL(GUARD_BUT_ERASURE, GUARD.format(erasure="", new="", old="")),
    ]
