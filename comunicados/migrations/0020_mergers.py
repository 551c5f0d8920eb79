"""People and posts that were merged: participants point on, the public finds the survivor at either address."""

import django.db.models.deletion
from django.db import migrations, models

# An UPDATE of a participant's person is a merger (a save of the desk makes new rows), also when it comes through the
# appointment. A participant of an old revision, or of a form that was opened before, is linked to the survivor as well.
PARTICIPANTS = """
CREATE FUNCTION public.participation_points_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE survivor bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
        NEW.person_as_written_id := coalesce(OLD.person_as_written_id, OLD.person_id);
    END IF;
    SELECT merged_into_id INTO survivor FROM personas_person WHERE id = NEW.person_id;
    IF survivor IS NOT NULL THEN
        NEW.person_as_written_id := coalesce(NEW.person_as_written_id, NEW.person_id);
        NEW.person_id := survivor;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER participation_points_on BEFORE INSERT OR UPDATE OF person_id ON comunicados_participation
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION public.participation_points_on();
"""

# What is public when it is merged had an address: it stays shown, so that the address leads on for ever, through
# however many mergers.
SHOWN = "\n".join(
    f"""
CREATE FUNCTION public.merged_{model}_stays_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.shown_from IS NULL OR NEW.shown_from > ministry_now())
        AND EXISTS (SELECT 1 FROM published_{model} p WHERE p.id = NEW.id)
    THEN
        NEW.shown_from := ministry_now();
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER merged_{model}_stays_shown BEFORE UPDATE OF merged_into_id ON personas_{model}
    FOR EACH ROW WHEN (OLD.merged_into_id IS NULL AND NEW.merged_into_id IS NOT NULL)
    EXECUTE FUNCTION public.merged_{model}_stays_shown();
"""
    for model in ("person", "position")
)

# `person_id` is whom the text named, and has the index; `current_person_id` is where that person's page is by now.
APPEARANCES = """
CREATE OR REPLACE VIEW published_appearance AS
SELECT a.id, a.publication_id, a."order", a.role, a.person_id, a.appointment_id, a.position_id,
       a.organization_id, a.delegation_id, a.name, a.title, a.organization_words, a.courtesy, a.is_of_the_first,
       coalesce((SELECT p.merged_into_id FROM personas_person p WHERE p.id = a.person_id), a.person_id)
           AS current_person_id
FROM comunicados_appearance a
WHERE EXISTS (SELECT 1 FROM visible_publication v WHERE v.id = a.publication_id);
"""
# A survivor is public by the appearances of those that were merged into it, too. `merged_ids` are all of them.
REGISTRY = """
CREATE OR REPLACE VIEW published_person AS
SELECT p.id, p.name_es, p.name_en, p.slug, p.sort_key, p.search_text,
       ARRAY(SELECT m.id FROM personas_person m WHERE m.merged_into_id = p.id) AS merged_ids
FROM personas_person p
WHERE p.merged_into_id IS NULL AND (p.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance a WHERE a.person_id = p.id LIMIT 1)
   OR (SELECT true FROM personas_person m JOIN published_appearance a ON a.person_id = m.id
       WHERE m.merged_into_id = p.id LIMIT 1));

CREATE OR REPLACE VIEW published_position AS
SELECT p.id, p.organization_id, p.name_es, p.name_en, p.rank, p.slug_es, p.slug_en,
       ARRAY(SELECT m.id FROM personas_position m WHERE m.merged_into_id = p.id) AS merged_ids
FROM personas_position p
WHERE p.merged_into_id IS NULL AND (p.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance a WHERE a.position_id = p.id LIMIT 1)
   OR (SELECT true FROM personas_position m JOIN published_appearance a ON a.position_id = m.id
       WHERE m.merged_into_id = p.id LIMIT 1));

CREATE OR REPLACE VIEW published_position_title AS
SELECT t.id, t.position_id, t.starts_on, t.masculine_es, t.feminine_es, t.title_en
FROM personas_positiontitle t
WHERE (
    SELECT true FROM published_appearance a JOIN visible_publication v ON v.id = a.publication_id
    WHERE a.position_id = t.position_id AND v.held_on >= coalesce(t.starts_on, v.held_on) LIMIT 1)
  OR (
    SELECT true FROM personas_position m JOIN published_appearance a ON a.position_id = m.id
    JOIN visible_publication v ON v.id = a.publication_id
    WHERE m.merged_into_id = t.position_id AND v.held_on >= coalesce(t.starts_on, v.held_on) LIMIT 1);
"""

# The addresses of merged rows that were public, and where they lead.
ADDRESSES = """
CREATE VIEW published_merged_person AS
SELECT m.id, m.slug, s.slug AS leads_to
FROM personas_person m JOIN published_person s ON s.id = m.merged_into_id
WHERE m.shown_from <= ministry_now();

CREATE VIEW published_merged_position AS
SELECT m.id, m.slug_es, m.slug_en, s.slug_es AS leads_to_es, s.slug_en AS leads_to_en
FROM personas_position m JOIN published_position s ON s.id = m.merged_into_id
WHERE m.shown_from <= ministry_now();

GRANT SELECT ON published_merged_person, published_merged_position TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0019_erased_source_files"), ("personas", "0004_mergers")]
    operations = [
        migrations.AddField(
            model_name="participation",
            name="person_as_written",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="personas.person",
            ),
        ),
        migrations.RunSQL(
            PARTICIPANTS,
            """DROP TRIGGER participation_points_on ON comunicados_participation;
            DROP FUNCTION public.participation_points_on();""",
        ),
        migrations.RunSQL(
            SHOWN,
            """DROP TRIGGER merged_person_stays_shown ON personas_person;
            DROP TRIGGER merged_position_stays_shown ON personas_position;
            DROP FUNCTION public.merged_person_stays_shown();
            DROP FUNCTION public.merged_position_stays_shown();""",
        ),
        migrations.RunSQL(APPEARANCES, migrations.RunSQL.noop),
        migrations.RunSQL(REGISTRY, migrations.RunSQL.noop),
        migrations.RunSQL(ADDRESSES, "DROP VIEW published_merged_position; DROP VIEW published_merged_person;"),
    ]
