"""Kinds carry rules: what their texts print, when they leave the lists; silences, which take whole kinds off them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SILENCES = """
CREATE FUNCTION public.silence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_ timestamptz := ministry_now();
    earliest timestamptz := least(now_, transaction_timestamp());
    lifted comunicados_silence;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.set_at NOT BETWEEN earliest AND now_ OR NEW.starts_at < NEW.set_at OR NEW.lifted_at IS NOT NULL THEN
            RAISE EXCEPTION 'A silence is set now, and begins now or later.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'silence_begins_now_or_later';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.lifted_at IS NULL AND NEW.lifted_at BETWEEN earliest AND now_
        AND (OLD.ends_at IS NULL OR OLD.ends_at > NEW.lifted_at)
    THEN
        lifted := OLD;
        lifted.lifted_at := NEW.lifted_at;
        lifted.lifted_by_id := NEW.lifted_by_id;
        IF lifted IS NOT DISTINCT FROM NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A silence stays as it was set; it is lifted once, now, before it ends.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'silence_stays';
END $$;

CREATE TRIGGER silence_stays BEFORE INSERT OR UPDATE OR DELETE ON comunicados_silence
    FOR EACH ROW EXECUTE FUNCTION public.silence_guard();

CREATE FUNCTION public.silenced_kind_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND EXISTS (
        SELECT 1 FROM comunicados_silence s
        WHERE s.id = NEW.silence_id AND s.set_at >= least(ministry_now(), transaction_timestamp()))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The kinds of a silence are those that it was set with.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'silenced_kind_stays';
END $$;

CREATE TRIGGER silenced_kind_stays BEFORE INSERT OR UPDATE OR DELETE ON comunicados_silencedkind
    FOR EACH ROW EXECUTE FUNCTION public.silenced_kind_guard();
""" + "\n".join(
    f"CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();"
    for table in ("comunicados_silence", "comunicados_silencedkind")
)

# What is listed is said once, in `is_listed`. `ARRAY(SELECT …)` is asked once for a query, not for each of its rows.
VIEWS = """
CREATE VIEW published_silence AS
SELECT k.id, k.silence_id, k.kind_id, s.reason_es, s.reason_en
FROM comunicados_silencedkind k
JOIN comunicados_silence s ON s.id = k.silence_id
WHERE s.starts_at <= ministry_now() AND (s.ends_at IS NULL OR s.ends_at > ministry_now())
  AND (s.lifted_at IS NULL OR s.lifted_at > ministry_now());

GRANT SELECT ON published_silence TO voceria_public;

CREATE OR REPLACE VIEW visible_publication AS
SELECT p.id, p.version_id, p.communique_id, p.language, p.uid, p.ordinal, p.status, p.headline, p.subheadline,
       p.place, p.body, p.note, p.date, p.held_on, p.original, p.kind_id, p.number, p.path, p.is_archive,
       p.digest, p.predecessor_id, p.live_from, p.live_until, p.first_live_from, p.search,
       p.courtesy_translation, p.counterpart_url, p.counterpart_language,
       p.rule, CASE WHEN p.listed_until <= ministry_now() THEN p.listed_until END AS listed_until
FROM comunicados_publication p
WHERE p.cancelled_at IS NULL AND p.live_from <= ministry_now()
  AND NOT EXISTS (
    SELECT 1 FROM comunicados_concealment c
    WHERE c.communique_id = p.communique_id AND c.language IN ('', p.language)
      AND (c.publication_id IS NULL OR c.publication_id = p.id));

CREATE OR REPLACE VIEW published_publication AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       first_live_from, search, courtesy_translation, counterpart_url, counterpart_language, rule, listed_until,
       status = 'published' AND listed_until IS NULL
           AND kind_id <> ALL (ARRAY(SELECT s.kind_id FROM published_silence s)) AS is_listed
FROM visible_publication v
WHERE v.live_until IS NULL OR v.live_until > ministry_now();

CREATE OR REPLACE VIEW published_version AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       CASE WHEN live_until <= ministry_now() THEN live_until END AS live_until, first_live_from,
       courtesy_translation, counterpart_url, counterpart_language, rule, listed_until
FROM visible_publication;
"""

# A last day that is over, and a silence that begins or ends, are boundaries; `lists_changed` is the latest of them.
CLOCK = """
CREATE OR REPLACE VIEW published_clock AS
SELECT c.tick, greatest(
    (SELECT max(live_from) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_from <= ministry_now()),
    (SELECT max(live_until) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_until <= ministry_now()),
    (SELECT max(shown_from) FROM personas_person WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_position WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_organization WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_appointment WHERE shown_from <= ministry_now()),
    lists.changed
) AS boundary, ministry_now() AS now, lists.changed AS lists_changed
FROM comunicados_content_clock c, (SELECT greatest(
    (SELECT max(listed_until) FROM comunicados_publication WHERE listed_until <= ministry_now()),
    (SELECT max(starts_at) FROM comunicados_silence WHERE starts_at <= ministry_now()),
    (SELECT max(ends_at) FROM comunicados_silence WHERE ends_at <= ministry_now()),
    (SELECT max(lifted_at) FROM comunicados_silence WHERE lifted_at <= ministry_now())
) AS changed) lists;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0021_preview_links"),
        ("personas", "0003_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Silence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="public reason")),
                ("reason_es", models.TextField(blank=True, default="", verbose_name="public reason")),
                ("reason_en", models.TextField(blank=True, default="", verbose_name="public reason")),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                ("ends_at", models.DateTimeField(null=True, verbose_name="until")),
                ("set_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "silence",
                "verbose_name_plural": "silences",
                "ordering": ["-starts_at", "-pk"],
                "permissions": [("set_silence", "Can take kinds off the lists for a time, and end that")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SilencedKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "ordering": ["kind__order", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.RemoveConstraint(
            model_name="participation",
            name="participation_role_is_known",
        ),
        migrations.AddField(
            model_name="kind",
            name="rule",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "none"),
                    ("speech", "speech"),
                    ("transcript", "transcript"),
                    ("readout", "readout"),
                    ("advisory", "media advisory"),
                    ("condolence", "condolence"),
                    ("consular", "consular notice"),
                    ("appointment", "appointment"),
                ],
                db_default="",
                default="",
                help_text="What its texts print and need. A change holds for what is saved from now on; what is published stays as it is.",
                max_length=12,
                verbose_name="rule",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="listed_until",
            field=models.DateTimeField(help_text="When its rule takes it off the lists.", null=True),
        ),
        migrations.AddField(
            model_name="publication",
            name="rule",
            field=models.CharField(
                choices=[
                    ("", "none"),
                    ("speech", "speech"),
                    ("transcript", "transcript"),
                    ("readout", "readout"),
                    ("advisory", "media advisory"),
                    ("condolence", "condolence"),
                    ("consular", "consular notice"),
                    ("appointment", "appointment"),
                ],
                db_default="",
                default="",
                help_text="The kind's, of then.",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="appearance",
            name="role",
            field=models.CharField(
                choices=[
                    ("head", "head of delegation"),
                    ("member", "member"),
                    ("signatory", "signatory"),
                    ("mentioned", "mentioned"),
                    ("appointed", "appointed"),
                    ("absent", "absent"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="participation",
            name="role",
            field=models.CharField(
                choices=[
                    ("head", "head of delegation"),
                    ("member", "member"),
                    ("signatory", "signatory"),
                    ("mentioned", "mentioned"),
                    ("appointed", "appointed"),
                    ("absent", "absent"),
                ],
                default="member",
                max_length=10,
                verbose_name="role",
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                condition=models.Q(("listed_until__isnull", False)),
                fields=["listed_until"],
                name="publication_listed_until",
            ),
        ),
        migrations.AddConstraint(
            model_name="kind",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rule__in",
                        ["", "speech", "transcript", "readout", "advisory", "condolence", "consular", "appointment"],
                    )
                ),
                name="kind_rule_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["head", "member", "signatory", "mentioned", "appointed", "absent"])),
                name="participation_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("listed_until__isnull", False), ("rule", "advisory")),
                    models.Q(
                        models.Q(("rule", "advisory"), _negated=True),
                        ("listed_until", None),
                        (
                            "rule__in",
                            [
                                "",
                                "speech",
                                "transcript",
                                "readout",
                                "advisory",
                                "condolence",
                                "consular",
                                "appointment",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="publication_leaves_the_lists_by_its_rule",
            ),
        ),
        migrations.AddField(
            model_name="silence",
            name="lifted_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="silence",
            name="set_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="silencedkind",
            name="kind",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="comunicados.kind"
            ),
        ),
        migrations.AddField(
            model_name="silencedkind",
            name="silence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="comunicados.silence"
            ),
        ),
        migrations.AddField(
            model_name="silence",
            name="kinds",
            field=models.ManyToManyField(
                related_name="silences",
                through="comunicados.SilencedKind",
                to="comunicados.kind",
                verbose_name="kinds",
            ),
        ),
        migrations.AddConstraint(
            model_name="silencedkind",
            constraint=models.UniqueConstraint(fields=("silence", "kind"), name="silenced_kind_once"),
        ),
        migrations.AddConstraint(
            model_name="silence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason_es", ""), _negated=True), models.Q(("reason_en", ""), _negated=True)
                ),
                name="silence_with_its_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="silence",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                name="silence_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="silence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at", None), ("lifted_by", None)),
                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                    _connector="OR",
                ),
                name="silence_lifted_by_somebody",
            ),
        ),
        migrations.RunSQL(
            SILENCES,
            """DROP TRIGGER silence_stays ON comunicados_silence;
            DROP FUNCTION public.silence_guard();
            DROP TRIGGER silenced_kind_stays ON comunicados_silencedkind;
            DROP FUNCTION public.silenced_kind_guard();""",
        ),
        migrations.RunSQL(VIEWS + CLOCK),  # views give columns up only by being dropped with all that read them
    ]
