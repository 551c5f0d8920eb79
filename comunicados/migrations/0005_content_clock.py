"""The content clock: one row that says how often anything public has changed, and one view that says when."""

from django.db import migrations

# All that the views published_* read.
WATCHED = (
    "comunicados_publication",
    "comunicados_appearance",
    "comunicados_publicationtopic",
    "comunicados_concealment",
    "comunicados_address",
    "comunicados_kind",
    "comunicados_topic",
    "personas_person",
    "personas_position",
    "personas_positiontitle",
    "personas_organization",
    "personas_appointment",
)

# A statement that changes a watched table leaves one mark for its transaction; the mark's deferred trigger raises the
# tick at commit. So the clock's row is locked for the length of a commit, not of a transaction, and whoever reads a
# tick sees all that was committed with it or before.
TICK = """
CREATE TABLE comunicados_content_clock (
    the_only boolean PRIMARY KEY DEFAULT true CONSTRAINT content_clock_is_one_row CHECK (the_only),
    tick bigint NOT NULL
);
INSERT INTO comunicados_content_clock (tick) VALUES (0);

CREATE TABLE comunicados_content_mark (transaction xid8 PRIMARY KEY);

CREATE FUNCTION public.mark_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO comunicados_content_mark VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION public.raise_content_tick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM comunicados_content_mark WHERE transaction = NEW.transaction;
    UPDATE comunicados_content_clock SET tick = tick + 1;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER content_tick_at_commit AFTER INSERT ON comunicados_content_mark
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.raise_content_tick();
""" + "\n".join(
    f"CREATE TRIGGER content_changes AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION public.mark_content_change();"
    for table in WATCHED
)

# A boundary changes what is public without a statement: a text begins or ends, a registry row is shown. Each is one
# look at an index.
BOUNDARIES = """
CREATE INDEX publication_live_from ON comunicados_publication (live_from) WHERE cancelled_at IS NULL;
CREATE INDEX publication_live_until ON comunicados_publication (live_until) WHERE cancelled_at IS NULL;
CREATE INDEX person_shown_from ON personas_person (shown_from) WHERE shown_from IS NOT NULL;
CREATE INDEX position_shown_from ON personas_position (shown_from) WHERE shown_from IS NOT NULL;
CREATE INDEX organization_shown_from ON personas_organization (shown_from) WHERE shown_from IS NOT NULL;
CREATE INDEX appointment_shown_from ON personas_appointment (shown_from) WHERE shown_from IS NOT NULL;

CREATE VIEW published_clock AS
SELECT c.tick, greatest(
    (SELECT max(live_from) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_from <= ministry_now()),
    (SELECT max(live_until) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_until <= ministry_now()),
    (SELECT max(shown_from) FROM personas_person WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_position WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_organization WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_appointment WHERE shown_from <= ministry_now())
) AS boundary, ministry_now() AS now
FROM comunicados_content_clock c;

GRANT SELECT ON published_clock TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0004_published_views")]
    operations = [
        migrations.RunSQL(
            TICK,
            "".join(f"DROP TRIGGER content_changes ON {table};" for table in WATCHED)
            + """DROP TABLE comunicados_content_mark;
            DROP TABLE comunicados_content_clock;
            DROP FUNCTION public.mark_content_change();
            DROP FUNCTION public.raise_content_tick();""",
        ),
        migrations.RunSQL(
            BOUNDARIES,
            """DROP VIEW published_clock;
            DROP INDEX publication_live_from, publication_live_until, person_shown_from, position_shown_from,
                organization_shown_from, appointment_shown_from;""",
        ),
    ]
