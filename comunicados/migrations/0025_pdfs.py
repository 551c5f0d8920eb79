"""The PDF of a publication: which one it has, and that the world may read it as long as the publication."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

GUARD = """
CREATE TRIGGER publication_pdf_is_append_only BEFORE UPDATE OR DELETE ON comunicados_publicationpdf
    FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON comunicados_publicationpdf
    FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();
"""

# Of a visible publication, beside all else that its page says. When it was made is not told: for an embargoed text that
# was before its hour.
WHOLE = import_module("comunicados.migrations.0023_whole_texts").WHOLE.replace(
    "CREATE VIEW", "CREATE OR REPLACE VIEW"
)
WHOLE_WITH_PDF = WHOLE.replace(
    "WHERE id = v.id) r) AS replacement\n",
    """WHERE id = v.id) r) AS replacement,
        (SELECT row_to_json(f) FROM (
            SELECT digest, size FROM comunicados_publicationpdf WHERE publication_id = v.id) f) AS pdf
""",
)


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0024_site_pages")]

    operations = [
        migrations.CreateModel(
            name="PublicationPdf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(help_text="In bytes.")),
                ("made_at", models.DateTimeField()),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pdf",
                        to="comunicados.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "PDF of a publication",
                "verbose_name_plural": "PDFs of publications",
                "default_permissions": (),
            },
        ),
        migrations.RunSQL(
            GUARD,
            """DROP TRIGGER publication_pdf_is_append_only ON comunicados_publicationpdf;
            DROP TRIGGER content_changes ON comunicados_publicationpdf;""",
        ),
        migrations.RunSQL(WHOLE_WITH_PDF, WHOLE),
    ]
