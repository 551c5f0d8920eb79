"""When the public site last changed, for whoever asks by date; and the indexes that feeds are read along."""

from django.db import migrations, models
from django.db.models import F, Q

# The moment of a change is told beside its number: at the commit, as the tick is.
CHANGED_AT = """
ALTER TABLE comunicados_content_clock ADD COLUMN changed_at timestamptz NOT NULL DEFAULT public.ministry_now();

CREATE OR REPLACE FUNCTION public.raise_content_tick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM comunicados_content_mark WHERE transaction = NEW.transaction;
    UPDATE comunicados_content_clock SET tick = tick + 1, changed_at = ministry_now();
    RETURN NULL;
END $$;

DROP VIEW published_clock;
CREATE VIEW published_clock AS
SELECT c.tick, greatest(
    (SELECT max(live_from) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_from <= ministry_now()),
    (SELECT max(live_until) FROM comunicados_publication WHERE cancelled_at IS NULL AND live_until <= ministry_now()),
    (SELECT max(listed_until) FROM comunicados_publication WHERE listed_until <= ministry_now()),
    (SELECT max(shown_from) FROM personas_person WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_position WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_organization WHERE shown_from <= ministry_now()),
    (SELECT max(shown_from) FROM personas_appointment WHERE shown_from <= ministry_now()),
    (SELECT max(starts_at) FROM comunicados_silence WHERE starts_at <= ministry_now()),
    (SELECT max(ends_at) FROM comunicados_silence WHERE ends_at <= ministry_now()),
    (SELECT max(lifted_at) FROM comunicados_silence WHERE lifted_at <= ministry_now())
) AS boundary, ministry_now() AS now, c.changed_at
FROM comunicados_content_clock c;
GRANT SELECT ON published_clock TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0027_publication_number")]

    operations = [
        migrations.RunSQL(CHANGED_AT),
        migrations.RemoveIndex("publication", "publication_news"),
        migrations.AddIndex(
            "publication",
            models.Index(
                F("language"),
                F("is_archive"),
                F("first_live_from").desc(),
                F("version_id").desc(),
                condition=Q(cancelled_at=None),
                name="publication_in_order",
            ),
        ),
        migrations.AddIndex(
            "publication",
            models.Index(
                F("language"),
                F("live_from").desc(),
                F("id").desc(),
                condition=Q(cancelled_at=None, is_archive=False, predecessor__isnull=False),
                name="publication_changes",
            ),
        ),
        migrations.AddIndex(
            "publication",
            models.Index(
                F("communique_id") / 2500,
                F("live_from").desc(),
                condition=Q(cancelled_at=None),
                name="publication_by_block",
            ),
        ),
    ]
