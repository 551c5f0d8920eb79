"""Files: the bytes by their digests, the working copy's list, what a publication lists, what the world may read."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# A photograph is shown on the page; only an image can be.
GUARDS = """
CREATE TRIGGER stored_file_is_append_only BEFORE UPDATE OR DELETE ON comunicados_storedfile
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER rendition_is_append_only BEFORE UPDATE OR DELETE ON comunicados_rendition
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER publication_file_is_append_only BEFORE UPDATE OR DELETE ON comunicados_publicationfile
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change_but_erasure();

CREATE FUNCTION public.photograph_is_an_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.role = 'photograph' AND (SELECT width FROM comunicados_storedfile WHERE id = NEW.file_id) IS NULL THEN
        RAISE EXCEPTION 'Only an image can be shown as a photograph.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'photograph_is_an_image';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER photograph_is_an_image BEFORE INSERT OR UPDATE ON comunicados_attachment
    FOR EACH ROW EXECUTE FUNCTION public.photograph_is_an_image();
CREATE TRIGGER photograph_is_an_image BEFORE INSERT ON comunicados_publicationfile
    FOR EACH ROW EXECUTE FUNCTION public.photograph_is_an_image();
"""

# An erasure takes the words of files too; the name stands in an address, and stays as that does.
ERASURE = """
CREATE OR REPLACE FUNCTION public.erased_document(document jsonb, language text) RETURNS jsonb
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
            FROM jsonb_array_elements(document -> 'participants') WITH ORDINALITY AS p(row, place)),
        'files', (
            SELECT coalesce(jsonb_agg(
                f.row || jsonb_build_object(language, public.emptied(f.row -> language))
                || CASE WHEN EXISTS (
                       SELECT 1 FROM jsonb_each_text(f.row -> CASE language WHEN 'es' THEN 'en' ELSE 'es' END) words
                       WHERE words.value <> '')
                   THEN '{}' ELSE '{"credit": ""}'::jsonb END
                ORDER BY f.place), '[]')
            FROM jsonb_array_elements(document -> 'files') WITH ORDINALITY AS f(row, place)))
    $$;

CREATE FUNCTION public.is_erasure_of(before comunicados_publicationfile, after comunicados_publicationfile)
    RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM erased_row e WHERE e.publication_id = before.publication_id)
        AND to_jsonb(after) = to_jsonb(before) || '{"caption": "", "alternative": "", "credit": ""}'
    $$;
"""
ERASURE_WITHOUT_FILES = (
    "CREATE FUNCTION public.erased_document"
    + (
        import_module("comunicados.migrations.0015_erasure").DOCUMENT.partition(
            "CREATE FUNCTION public.erased_document"
        )[2]
    )
)

# A stored file is in no view before a publication lists it, and then it is there for ever: the clock need not watch it.
VIEWS = """
CREATE VIEW published_file AS
SELECT l.id, l.publication_id, l."order", l.role, l.name, l.caption, l.alternative, l.credit, f.digest, f.media_type,
       f.size, f.width, f.height,
       ARRAY(SELECT r.width FROM comunicados_rendition r WHERE r.file_id = f.id ORDER BY r.width) AS widths
FROM comunicados_publicationfile l JOIN comunicados_storedfile f ON f.id = l.file_id
WHERE EXISTS (SELECT 1 FROM visible_publication v WHERE v.id = l.publication_id);

CREATE VIEW published_concealed_file AS
SELECT l.id, f.digest, l.name, c.reason_es, c.reason_en
FROM comunicados_publicationfile l
JOIN comunicados_storedfile f ON f.id = l.file_id
JOIN published_concealment c ON c.id = l.publication_id;

GRANT SELECT ON published_file, published_concealed_file TO voceria_public;

CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON comunicados_publicationfile
    FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();
CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON comunicados_rendition
    FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0017_joint_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "digest",
                    models.CharField(help_text="SHA-256 of the bytes that are kept.", max_length=64, unique=True),
                ),
                ("media_type", models.CharField(max_length=40)),
                ("size", models.PositiveBigIntegerField(help_text="In bytes.")),
                ("width", models.PositiveIntegerField(help_text="Of an image, in pixels.", null=True)),
                ("height", models.PositiveIntegerField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "stored file",
                "verbose_name_plural": "stored files",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("width", models.PositiveIntegerField()),
                ("size", models.PositiveBigIntegerField(help_text="In bytes.")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renditions",
                        to="comunicados.storedfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "size of an image",
                "verbose_name_plural": "sizes of images",
                "ordering": ["width"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PublicationFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField()),
                ("role", models.CharField(choices=[("photograph", "photograph"), ("annex", "annex")], max_length=10)),
                ("name", models.CharField(max_length=100)),
                ("caption", models.CharField(blank=True, default="", max_length=500)),
                (
                    "alternative",
                    models.CharField(blank=True, default="", help_text="Empty: it is decorative.", max_length=500),
                ),
                ("credit", models.CharField(blank=True, default="", max_length=150)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="comunicados.publication",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="comunicados.storedfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "published file",
                "verbose_name_plural": "published files",
                "ordering": ["order"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "role",
                    models.CharField(
                        choices=[("photograph", "photograph"), ("annex", "annex")],
                        default="photograph",
                        max_length=10,
                        verbose_name="shown as",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it stands in the file's address.", max_length=100, verbose_name="file name"
                    ),
                ),
                (
                    "caption",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Of an annex: its title.",
                        max_length=500,
                        verbose_name="caption",
                    ),
                ),
                (
                    "caption_es",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Of an annex: its title.",
                        max_length=500,
                        verbose_name="caption",
                    ),
                ),
                (
                    "caption_en",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Of an annex: its title.",
                        max_length=500,
                        verbose_name="caption",
                    ),
                ),
                (
                    "alternative",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="What the photograph shows, for those who do not see it.",
                        max_length=500,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alternative_es",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="What the photograph shows, for those who do not see it.",
                        max_length=500,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alternative_en",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="What the photograph shows, for those who do not see it.",
                        max_length=500,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="It says nothing that the text does not: no alternative text.",
                        verbose_name="decorative",
                    ),
                ),
                ("credit", models.CharField(blank=True, default="", max_length=150, verbose_name="credit")),
                (
                    "communique",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="comunicados.communique",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="comunicados.storedfile",
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "ordering": ["order", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("media_type__in", ["image/jpeg", "image/png", "image/webp", "application/pdf"])),
                name="stored_file_is_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("height__isnull", False),
                        ("media_type__in", ["image/jpeg", "image/png", "image/webp"]),
                        ("width__isnull", False),
                    ),
                    models.Q(
                        ("height", None),
                        ("width", None),
                        models.Q(("media_type__in", ["image/jpeg", "image/png", "image/webp"]), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="stored_file_of_an_image_has_its_size",
            ),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(fields=("file", "width"), name="rendition_once"),
        ),
        migrations.AddConstraint(
            model_name="publicationfile",
            constraint=models.UniqueConstraint(fields=("publication", "order"), name="publication_file_order_once"),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["photograph", "annex"])), name="attachment_role_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(fields=("communique", "file"), name="attachment_once"),
        ),
        migrations.RunSQL(
            GUARDS,
            """DROP TRIGGER photograph_is_an_image ON comunicados_publicationfile;
            DROP TRIGGER photograph_is_an_image ON comunicados_attachment;
            DROP FUNCTION public.photograph_is_an_image();
            DROP TRIGGER publication_file_is_append_only ON comunicados_publicationfile;
            DROP TRIGGER rendition_is_append_only ON comunicados_rendition;
            DROP TRIGGER stored_file_is_append_only ON comunicados_storedfile;""",
        ),
        migrations.RunSQL(
            ERASURE,
            "DROP FUNCTION public.is_erasure_of(comunicados_publicationfile, comunicados_publicationfile);"
            + ERASURE_WITHOUT_FILES.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        ),
        migrations.RunSQL(
            VIEWS,
            """DROP TRIGGER content_changes ON comunicados_rendition;
            DROP TRIGGER content_changes ON comunicados_publicationfile;
            DROP VIEW published_concealed_file;
            DROP VIEW published_file;""",
        ),
    ]
