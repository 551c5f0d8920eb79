"""The files that communiqués are brought in from, kept with their digests."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GUARD = """
CREATE FUNCTION public.source_file_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.communique_id IS NULL AND TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF OLD.communique_id IS NULL
        AND (NEW.id, NEW.data, NEW.name, NEW.reading, NEW.brought_by_id, NEW.brought_at)
            = (OLD.id, OLD.data, OLD.name, OLD.reading, OLD.brought_by_id, OLD.brought_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What a communiqué was brought in from is kept as it came.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'source_file_is_kept';
END $$;

CREATE TRIGGER source_file_is_kept BEFORE UPDATE OR DELETE ON comunicados_sourcefile
    FOR EACH ROW EXECUTE FUNCTION public.source_file_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0013_translating"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("data", models.BinaryField()),
                (
                    "digest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(models.F("data"), function="sha256"), models.Value("hex"), function="encode"
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="file")),
                ("reading", models.JSONField()),
                ("brought_at", models.DateTimeField()),
                (
                    "language",
                    models.CharField(
                        blank=True, choices=[("es", "Spanish"), ("en", "English")], default="", max_length=2
                    ),
                ),
                ("doubts", models.JSONField(default=list)),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "communique",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="source_files",
                        to="comunicados.communique",
                    ),
                ),
            ],
            options={
                "verbose_name": "original file",
                "verbose_name_plural": "original files",
                "ordering": ["pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("communique", None)),
                        fields=["brought_at"],
                        name="source_file_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("communique", None), ("language", "")),
                            models.Q(("communique__isnull", False), ("language__in", ["es", "en"])),
                            _connector="OR",
                        ),
                        name="source_file_of_a_language_of_a_communique",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            GUARD,
            "DROP TRIGGER source_file_is_kept ON comunicados_sourcefile; DROP FUNCTION public.source_file_is_kept();",
        ),
    ]
