"""Who has a communiqué open; and translators, who write the language that is not the original and nothing else."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def translators_write_translations_alone(apps, schema_editor):
    group = apps.get_model("auth", "Group").objects.filter(name="translator").first()
    if group is not None:
        writing = (
            "add_communique",
            "change_communique",
            "add_participation",
            "change_participation",
            "delete_participation",
        )
        group.permissions.remove(*group.permissions.filter(codename__in=writing))


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0006_remarks_and_searches"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="communique",
            options={
                "ordering": ["-date", "-pk"],
                "permissions": [("translate_communique", "Can write the language that is not the original")],
                "verbose_name": "communiqué",
                "verbose_name_plural": "communiqués",
            },
        ),
        migrations.RunPython(translators_write_translations_alone, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                (
                    "communique",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="comunicados.communique",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("communique", "user"), name="presence_once")],
            },
        ),
    ]
