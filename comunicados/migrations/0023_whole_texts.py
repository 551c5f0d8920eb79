"""Whole texts: all that a page says of a text, as JSON, so that one query reads however many of them."""

from django.db import migrations

# Whom and what a visible publication names is public with it: the rows of the registry, the kind, the topics and the
# files are read from their tables, where asking again costs more than reading. Other texts are read from their views.
WHOLE = """
CREATE VIEW published_whole AS
SELECT v.id,
    (SELECT row_to_json(w) FROM (SELECT
        v.id AS pk, v.version_id, v.communique_id, v.language, v.uid, v.ordinal, v.status, v.headline, v.subheadline,
        v.place, v.body, v.note, v.date, v.held_on, v.original, v.number, v.path, v.is_archive, v.digest,
        v.predecessor_id, v.live_from, CASE WHEN v.live_until <= ministry_now() THEN v.live_until END AS live_until,
        v.first_live_from, v.courtesy_translation, v.counterpart_url, v.counterpart_language, v.rule, v.listed_until,
        (SELECT row_to_json(k) FROM (
            SELECT slug, name_es, name_en FROM comunicados_kind WHERE id = v.kind_id) k) AS kind,
        ARRAY(SELECT row_to_json(t) FROM (
            SELECT t.slug, t.name_es, t.name_en FROM comunicados_publicationtopic p
            JOIN comunicados_topic t ON t.id = p.topic_id
            WHERE p.publication_id = v.id ORDER BY t.slug) t) AS topics,
        ARRAY(SELECT row_to_json(a) FROM (
            SELECT a."order", a.role, a.name, a.title, a.organization_words, a.courtesy, a.is_of_the_first,
                (SELECT row_to_json(p) FROM (
                    SELECT p.id AS pk, p.slug FROM personas_person n
                    JOIN personas_person p ON p.id = coalesce(n.merged_into_id, n.id) WHERE n.id = a.person_id) p) AS person,
                (SELECT row_to_json(p) FROM (
                    SELECT p.id AS pk, p.name_es, p.name_en, p.slug_es, p.slug_en FROM personas_position n
                    JOIN personas_position p ON p.id = coalesce(n.merged_into_id, n.id)
                    WHERE n.id = a.position_id) p) AS position,
                (SELECT row_to_json(o) FROM (
                    SELECT id AS pk, name_es, name_en, slug_es, slug_en, iso_code FROM personas_organization
                    WHERE id = a.delegation_id AND merged_into_id IS NULL) o) AS delegation
            FROM comunicados_appearance a
            WHERE a.publication_id = v.id ORDER BY a."order") a) AS appearances,
        ARRAY(SELECT row_to_json(f) FROM (
            SELECT l."order", l.role, l.name, l.caption, l.alternative, l.credit, f.digest, f.media_type, f.size,
                f.width, f.height,
                ARRAY(SELECT r.width FROM comunicados_rendition r WHERE r.file_id = f.id ORDER BY r.width) AS widths
            FROM comunicados_publicationfile l JOIN comunicados_storedfile f ON f.id = l.file_id
            WHERE l.publication_id = v.id ORDER BY l."order") f) AS files,
        (SELECT row_to_json(o) FROM (
            SELECT id AS pk, language, status, path, headline, listed_until, is_listed FROM published_publication
            WHERE communique_id = v.communique_id AND language <> v.language) o) AS translation
    ) w)::text AS words,
    (SELECT row_to_json(b) FROM (SELECT
        (SELECT row_to_json(c) FROM (
            SELECT id AS pk, language, status, path, headline, listed_until, is_listed FROM published_publication
            WHERE version_id = v.version_id) c) AS current,
        ARRAY(SELECT row_to_json(o) FROM (
            SELECT id AS pk, ordinal, status, note, predecessor_id, live_from, live_until FROM published_version
            WHERE version_id = v.version_id ORDER BY ordinal) o) AS versions,
        (SELECT row_to_json(s) FROM (
            SELECT reason_es, reason_en FROM published_silence WHERE kind_id = v.kind_id LIMIT 1) s) AS silence,
        (SELECT row_to_json(r) FROM (
            SELECT id AS pk, language, 'published' AS status, path, headline FROM published_replacement
            WHERE id = v.id) r) AS replacement
    ) b)::text AS around
FROM visible_publication v;

GRANT SELECT ON published_whole TO voceria_public;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0022_kind_rules")]
    operations = [migrations.RunSQL(WHOLE, "DROP VIEW published_whole")]
