"""Whether a text is past its last day is said so that the planner can tell how many are: nearly none."""

from django.db import migrations

# Of `CASE … END IS NULL` PostgreSQL expects one row in two hundred, whatever the statistics say, and so reads all the
# texts of a minister to sort them where it could walk the index of dates; of the two columns' own test it knows.
VIEWS = """
CREATE OR REPLACE VIEW visible_publication AS
SELECT p.id, p.version_id, p.communique_id, p.language, p.uid, p.ordinal, p.status, p.headline, p.subheadline,
       p.place, p.body, p.note, p.date, p.held_on, p.original, p.kind_id, p.number, p.path, p.is_archive,
       p.digest, p.predecessor_id, p.live_from, p.live_until, p.first_live_from, p.search,
       p.courtesy_translation, p.counterpart_url, p.counterpart_language,
       p.rule, CASE WHEN p.listed_until <= ministry_now() THEN p.listed_until END AS listed_until,
       p.listed_until IS NULL OR p.listed_until > ministry_now() AS is_timely
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
       status = 'published' AND is_timely
           AND NOT kind_id IN (SELECT s.kind_id FROM published_silence s) AS is_listed
FROM visible_publication v
WHERE v.live_until IS NULL OR v.live_until > ministry_now();
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0028_following")]
    operations = [migrations.RunSQL(VIEWS, migrations.RunSQL.noop)]
