"""A photograph may be the portrait of a participant: chosen, published, erased with the rest, shown on a person's page."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

# By the row of the registry that the text names, as an appearance has it.
GUARD = """
CREATE FUNCTION public.portrait_is_of_somebody_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM comunicados_appearance a
        WHERE a.publication_id = NEW.publication_id AND a.person_id = NEW.portrait_of_id)
    THEN
        RAISE EXCEPTION 'A portrait is of somebody whom its publication names.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'portrait_is_of_somebody_named';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER portrait_is_of_somebody_named BEFORE INSERT ON comunicados_publicationfile
    FOR EACH ROW WHEN (NEW.portrait_of_id IS NOT NULL) EXECUTE FUNCTION public.portrait_is_of_somebody_named();
"""

# Whose portrait a photograph was is left in a document where the other language names that person, and has words for
# the photograph.
ERASURE = """
CREATE FUNCTION public.has_words(row_of_document jsonb, language text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT EXISTS (SELECT 1 FROM jsonb_each_text(row_of_document -> language) words WHERE words.value <> '') $$;

CREATE OR REPLACE FUNCTION public.erased_document(document jsonb, language text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT document || jsonb_build_object(
        language, public.emptied(document -> language),
        'participants', (
            SELECT coalesce(jsonb_agg(
                p.row || jsonb_build_object(language, public.emptied(p.row -> language))
                || CASE WHEN public.has_words(p.row, o.other)
                   THEN '{}' ELSE '{"person": null, "appointment": null, "delegation": null}'::jsonb END
                ORDER BY p.place), '[]')
            FROM jsonb_array_elements(document -> 'participants') WITH ORDINALITY AS p(row, place)),
        'files', (
            SELECT coalesce(jsonb_agg(
                f.row - CASE WHEN public.has_words(f.row, o.other) AND EXISTS (
                            SELECT 1 FROM jsonb_array_elements(document -> 'participants') p(row)
                            WHERE p.row -> 'person' = f.row -> 'portrait_of' AND public.has_words(p.row, o.other))
                        THEN '{}'::text[] ELSE '{portrait_of}' END
                || jsonb_build_object(language, public.emptied(f.row -> language))
                || CASE WHEN public.has_words(f.row, o.other) THEN '{}' ELSE '{"credit": ""}'::jsonb END
                ORDER BY f.place), '[]')
            FROM jsonb_array_elements(document -> 'files') WITH ORDINALITY AS f(row, place)))
    FROM (SELECT CASE language WHEN 'es' THEN 'en' ELSE 'es' END AS other) o
    $$;
"""
IS_ERASURE = """
CREATE OR REPLACE FUNCTION public.is_erasure_of(before comunicados_publicationfile, after comunicados_publicationfile)
    RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.publication_id = before.publication_id)
        AND to_jsonb(after) = to_jsonb(before) || '{blank}'
    $$;
"""
WORDS = '{"caption": "", "alternative": "", "credit": ""}'
AND_WHOSE_PORTRAIT = '{"caption": "", "alternative": "", "credit": "", "portrait_of_id": null}'

# `portrait_of_id` is whom the text named, and has the index; `current_portrait_of_id` is where that person's page is.
FILES = import_module("comunicados.migrations.0018_files")
FILE = FILES.VIEWS.partition("CREATE VIEW published_concealed_file")[0]
FILE_WITH_PORTRAIT = FILE.replace("CREATE VIEW", "CREATE OR REPLACE VIEW").replace(
    "ORDER BY r.width) AS widths\n",
    """ORDER BY r.width) AS widths,
       l.portrait_of_id,
       coalesce((SELECT p.merged_into_id FROM personas_person p WHERE p.id = l.portrait_of_id), l.portrait_of_id)
           AS current_portrait_of_id
""",
)
WHOLE = import_module("comunicados.migrations.0025_pdfs").WHOLE_WITH_PDF
WHOLE_WITH_PORTRAITS = WHOLE.replace(
    """ORDER BY r.width) AS widths
            FROM comunicados_publicationfile l""",
    """ORDER BY r.width) AS widths,
                (SELECT row_to_json(p) FROM (
                    SELECT p.id AS pk, p.slug FROM personas_person n
                    JOIN personas_person p ON p.id = coalesce(n.merged_into_id, n.id)
                    WHERE n.id = l.portrait_of_id) p) AS portrait_of
            FROM comunicados_publicationfile l""",
)


def portrait_of(**more):
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="personas.person",
        **more,
    )


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0030_published_words"), ("personas", "0004_mergers")]
    operations = [
        migrations.AddField(
            "attachment",
            "portrait_of",
            portrait_of(
                verbose_name="portrait of",
                help_text="Whose page shows the photograph: a participant. Save first whom you have just added.",
            ),
        ),
        migrations.AddField("publicationfile", "portrait_of", portrait_of(db_index=False)),
        migrations.AddIndex(
            "publicationfile",
            models.Index(
                fields=["portrait_of", "-publication"],
                condition=models.Q(("portrait_of__isnull", False)),
                name="publication_file_portraits",
            ),
        ),
        migrations.AddConstraint(
            "attachment",
            models.CheckConstraint(
                condition=models.Q(("portrait_of", None), ("role", "photograph"), _connector="OR"),
                name="attachment_portrait_is_a_photograph",
                violation_error_message="Only a photograph is a portrait.",
            ),
        ),
        migrations.AddConstraint(
            "attachment",
            models.CheckConstraint(
                condition=models.Q(("portrait_of", None), ("is_decorative", False), _connector="OR"),
                name="attachment_portrait_is_not_decorative",
                violation_error_message="A portrait says whom it shows: it is not decorative.",
            ),
        ),
        migrations.AddConstraint(
            "publicationfile",
            models.CheckConstraint(
                condition=models.Q(("portrait_of", None), ("role", "photograph"), _connector="OR"),
                name="publication_file_portrait_is_a_photograph",
            ),
        ),
        migrations.RunSQL(
            GUARD,
            """DROP TRIGGER portrait_is_of_somebody_named ON comunicados_publicationfile;
            DROP FUNCTION public.portrait_is_of_somebody_named();""",
        ),
        migrations.RunSQL(
            ERASURE,
            FILES.ERASURE.partition("CREATE FUNCTION public.is_erasure_of")[0]
            + "DROP FUNCTION public.has_words(jsonb, text);",
        ),
        migrations.RunSQL(IS_ERASURE.replace("{blank}", AND_WHOSE_PORTRAIT), IS_ERASURE.replace("{blank}", WORDS)),
        migrations.RunSQL(
            FILE_WITH_PORTRAIT,
            f"DROP VIEW published_file; {FILE} GRANT SELECT ON published_file TO voceria_public;",
        ),
        migrations.RunSQL(WHOLE_WITH_PORTRAITS, WHOLE),
    ]
