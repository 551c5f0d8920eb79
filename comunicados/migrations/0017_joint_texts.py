"""Joint texts: what was agreed stays as it was agreed; the other side's version; whom a text names first."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# The digest is what every approval and publication is about; the text columns are where most edits begin.
AGREED = """
CREATE FUNCTION public.agreed_text_is_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM comunicados_agreement a
        WHERE a.communique_id = NEW.communique_id AND a.released_at IS NULL
          AND CASE NEW.language WHEN 'es' THEN a.digest_es ELSE a.digest_en END NOT IN ('', NEW.digest))
    THEN
        RAISE EXCEPTION 'A text that was agreed with others is not changed.'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agreed_text_is_locked';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER agreed_text_is_locked BEFORE UPDATE OF digest ON comunicados_languageversion
    FOR EACH ROW EXECUTE FUNCTION public.agreed_text_is_locked();

CREATE FUNCTION public.agreed_words_are_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM comunicados_agreement a
        WHERE a.communique_id = NEW.id AND a.released_at IS NULL AND (
            a.digest_es <> ''
                AND (NEW.headline_es, NEW.subheadline_es, NEW.place_es, NEW.body_es, NEW.correction_note_es)
                 <> (OLD.headline_es, OLD.subheadline_es, OLD.place_es, OLD.body_es, OLD.correction_note_es)
            OR a.digest_en <> ''
                AND (NEW.headline_en, NEW.subheadline_en, NEW.place_en, NEW.body_en, NEW.correction_note_en)
                 <> (OLD.headline_en, OLD.subheadline_en, OLD.place_en, OLD.body_en, OLD.correction_note_en)))
    THEN
        RAISE EXCEPTION 'A text that was agreed with others is not changed.'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agreed_words_are_locked';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER agreed_words_are_locked BEFORE UPDATE ON comunicados_communique
    FOR EACH ROW EXECUTE FUNCTION public.agreed_words_are_locked();

CREATE FUNCTION public.agreement_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unchanged comunicados_agreement;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (
            SELECT 1 FROM comunicados_languageversion v
            WHERE v.communique_id = NEW.communique_id
              AND CASE v.language WHEN 'es' THEN NEW.digest_es ELSE NEW.digest_en END NOT IN ('', v.digest))
        THEN
            RAISE EXCEPTION 'Only the current text can be agreed.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_on_the_current_text';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL THEN
        unchanged := NEW;
        unchanged.released_at := NULL;
        unchanged.released_by_id := NULL;
        unchanged.release_reason := '';
        IF unchanged IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'An agreement stays as it was recorded; it can be released once.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agreement_stays';
END $$;

CREATE TRIGGER agreement_stays BEFORE INSERT OR UPDATE OR DELETE ON comunicados_agreement
    FOR EACH ROW EXECUTE FUNCTION public.agreement_guard();
"""

UNDO_AGREED = """
DROP TRIGGER agreement_stays ON comunicados_agreement;
DROP FUNCTION public.agreement_guard();
DROP TRIGGER agreed_words_are_locked ON comunicados_communique;
DROP FUNCTION public.agreed_words_are_locked();
DROP TRIGGER agreed_text_is_locked ON comunicados_languageversion;
DROP FUNCTION public.agreed_text_is_locked();
"""

# New columns come last: so the views that read these views stay as they are.
VIEWS = """
CREATE OR REPLACE VIEW visible_publication AS
SELECT p.id, p.version_id, p.communique_id, p.language, p.uid, p.ordinal, p.status, p.headline, p.subheadline,
       p.place, p.body, p.note, p.date, p.held_on, p.original, p.kind_id, p.number, p.path, p.is_archive,
       p.digest, p.predecessor_id, p.live_from, p.live_until, p.first_live_from, p.search,
       p.courtesy_translation, p.counterpart_url, p.counterpart_language
FROM comunicados_publication p
WHERE p.cancelled_at IS NULL AND p.live_from <= ministry_now()
  AND NOT EXISTS (
    SELECT 1 FROM comunicados_concealment c
    WHERE c.communique_id = p.communique_id AND c.language IN ('', p.language)
      AND (c.publication_id IS NULL OR c.publication_id = p.id));

CREATE OR REPLACE VIEW published_publication AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       first_live_from, search, courtesy_translation, counterpart_url, counterpart_language
FROM visible_publication v
WHERE v.live_until IS NULL OR v.live_until > ministry_now();

CREATE OR REPLACE VIEW published_version AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       CASE WHEN live_until <= ministry_now() THEN live_until END AS live_until, first_live_from,
       courtesy_translation, counterpart_url, counterpart_language
FROM visible_publication;

CREATE OR REPLACE VIEW published_appearance AS
SELECT a.id, a.publication_id, a."order", a.role, a.person_id, a.appointment_id, a.position_id,
       a.organization_id, a.delegation_id, a.name, a.title, a.organization_words, a.courtesy, a.is_of_the_first
FROM comunicados_appearance a
WHERE EXISTS (SELECT 1 FROM visible_publication v WHERE v.id = a.publication_id);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("comunicados", "0016_past_discards"),
        ("personas", "0003_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest_es", models.CharField(blank=True, default="", max_length=64)),
                ("digest_en", models.CharField(blank=True, default="", max_length=64)),
                (
                    "counterpart_words",
                    models.CharField(blank=True, default="", max_length=250, verbose_name="agreed with, in words"),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("note", "diplomatic note"),
                            ("mail", "e-mail"),
                            ("message", "message"),
                            ("phone", "telephone"),
                            ("meeting", "in person"),
                        ],
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                ("note", models.TextField(blank=True, default="", verbose_name="note")),
                ("made_at", models.DateTimeField()),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("release_reason", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ["-made_at", "-pk"],
                "permissions": [("release_agreement", "Can release an agreed text")],
                "default_permissions": ("add",),
            },
        ),
        migrations.AddField(
            model_name="appearance",
            name="is_of_the_first",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Of the delegation that this text names first, before our own.",
            ),
        ),
        migrations.AddField(
            model_name="communique",
            name="counterpart_language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                max_length=12,
                verbose_name="language of the counterpart's version",
            ),
        ),
        migrations.AddField(
            model_name="communique",
            name="counterpart_url",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Of a joint text: the address (https) at which the other side published it.",
                max_length=500,
                validators=[django.core.validators.URLValidator(schemes=["https"])],
                verbose_name="the counterpart's version",
            ),
        ),
        migrations.AddField(
            model_name="communique",
            name="courtesy_translation",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Of a joint text: only the original was agreed, and the page of its translation says so.",
                verbose_name="courtesy translation",
            ),
        ),
        migrations.AddField(
            model_name="communique",
            name="first_delegation_en",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: our own.",
                limit_choices_to=models.Q(("kind__in", ("state", "international"))),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="personas.organization",
                verbose_name="delegation named first in the English text",
            ),
        ),
        migrations.AddField(
            model_name="communique",
            name="first_delegation_es",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: our own.",
                limit_choices_to=models.Q(("kind__in", ("state", "international"))),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="personas.organization",
                verbose_name="delegation named first in the Spanish text",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="counterpart_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=12),
        ),
        migrations.AddField(
            model_name="publication",
            name="counterpart_url",
            field=models.CharField(blank=True, db_default="", default="", max_length=500),
        ),
        migrations.AddField(
            model_name="publication",
            name="courtesy_translation",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name="communique",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("courtesy_translation", False), models.Q(("original", "both"), _negated=True), _connector="OR"
                ),
                name="communique_courtesy_translation_of_an_original",
                violation_error_message="Both texts are authentic: neither is a courtesy translation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="communique",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("counterpart_language", ""), ("counterpart_url", "")),
                    models.Q(
                        ("counterpart_url__startswith", "https://"),
                        models.Q(("counterpart_language", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="communique_counterpart_with_its_language",
                violation_error_message="The counterpart's version has an address and a language, or neither.",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="communique",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="comunicados.communique"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="counterpart",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="personas.organization",
                verbose_name="agreed with",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="released_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("released_at", None)), fields=("communique",), name="agreement_one_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest_en", ""), ("digest_es", ""), _negated=True), name="agreement_on_a_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("counterpart__isnull", False),
                    models.Q(("counterpart_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="agreement_with_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["note", "mail", "message", "phone", "meeting"])),
                name="agreement_channel_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("release_reason", ""), ("released_at", None), ("released_by", None)),
                    models.Q(
                        ("released_at__isnull", False),
                        ("released_by__isnull", False),
                        models.Q(("release_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agreement_released_with_a_reason",
            ),
        ),
        migrations.RunSQL(AGREED, UNDO_AGREED),
        migrations.RunSQL(VIEWS),  # views give columns up only by being dropped with all that read them
    ]
