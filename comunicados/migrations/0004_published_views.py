"""What the world may read, said once: the views `published_*`, and the role that sees nothing else."""

from django.db import migrations

# Every publication that has begun and is not concealed. Not granted: it knows when a text is going to end.
VISIBLE = """
CREATE VIEW visible_publication AS
SELECT p.id, p.version_id, p.communique_id, p.language, p.uid, p.ordinal, p.status, p.headline, p.subheadline,
       p.place, p.body, p.note, p.date, p.held_on, p.original, p.kind_id, p.number, p.path, p.is_archive,
       p.digest, p.predecessor_id, p.live_from, p.live_until, p.first_live_from, p.search
FROM comunicados_publication p
WHERE p.cancelled_at IS NULL AND p.live_from <= ministry_now()
  AND NOT EXISTS (
    SELECT 1 FROM comunicados_concealment c
    WHERE c.communique_id = p.communique_id AND c.language IN ('', p.language)
      AND (c.publication_id IS NULL OR c.publication_id = p.id));
"""

# What stands at its address now. A public `live_until` in the future would tell of a scheduled correction.
PUBLICATIONS = """
CREATE VIEW published_publication AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       first_live_from, search
FROM visible_publication v
WHERE v.live_until IS NULL OR v.live_until > ministry_now();
"""

VERSIONS = """
CREATE VIEW published_version AS
SELECT id, version_id, communique_id, language, uid, ordinal, status, headline, subheadline, place, body, note,
       date, held_on, original, kind_id, number, path, is_archive, digest, predecessor_id, live_from,
       CASE WHEN live_until <= ministry_now() THEN live_until END AS live_until, first_live_from
FROM visible_publication;
"""

# `(SELECT true … LIMIT 1)` is EXISTS told to stop at the first: the planner turns EXISTS into a join over all the
# appearances of a minister or all the texts of a kind.
APPEARANCES = """
CREATE VIEW published_appearance AS
SELECT a.id, a.publication_id, a."order", a.role, a.person_id, a.appointment_id, a.position_id,
       a.organization_id, a.delegation_id, a.name, a.title, a.organization_words, a.courtesy
FROM comunicados_appearance a
WHERE EXISTS (SELECT 1 FROM visible_publication v WHERE v.id = a.publication_id);

CREATE VIEW published_publication_topic AS
SELECT t.id, t.publication_id, t.topic_id
FROM comunicados_publicationtopic t
WHERE EXISTS (SELECT 1 FROM visible_publication v WHERE v.id = t.publication_id);

CREATE VIEW published_kind AS
SELECT k.id, k.name_es, k.name_en, k.slug, k."order"
FROM comunicados_kind k
WHERE (SELECT true FROM visible_publication v WHERE v.kind_id = k.id LIMIT 1);

CREATE VIEW published_topic AS
SELECT t.id, t.name_es, t.name_en, t.slug
FROM comunicados_topic t
WHERE (SELECT true FROM published_publication_topic p WHERE p.topic_id = t.id LIMIT 1);
"""

# A registry row is public from the hour in which a visible publication first names it, or as the registrar says.
REGISTRY = """
CREATE VIEW published_person AS
SELECT p.id, p.name_es, p.name_en, p.slug, p.sort_key, p.search_text
FROM personas_person p
WHERE p.merged_into_id IS NULL AND (p.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance a WHERE a.person_id = p.id LIMIT 1));

CREATE VIEW published_position AS
SELECT p.id, p.organization_id, p.name_es, p.name_en, p.rank, p.slug_es, p.slug_en
FROM personas_position p
WHERE p.merged_into_id IS NULL AND (p.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance a WHERE a.position_id = p.id LIMIT 1));

CREATE VIEW published_appointment AS
SELECT a.id, a.person_id, a.position_id, a.starts_on, a.ends_on, a.is_acting, a.title_es, a.title_en
FROM personas_appointment a
WHERE (a.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance e WHERE e.appointment_id = a.id LIMIT 1))
  AND EXISTS (SELECT 1 FROM published_person p WHERE p.id = a.person_id)
  AND EXISTS (SELECT 1 FROM published_position p WHERE p.id = a.position_id);

CREATE VIEW published_organization AS
SELECT o.id, o.kind, o.parent_id, o.iso_code, o.name_es, o.name_en, o.acronym_es, o.acronym_en,
       o.slug_es, o.slug_en, o.sort_key_es, o.sort_key_en
FROM personas_organization o
WHERE o.merged_into_id IS NULL AND (o.shown_from <= ministry_now()
   OR (SELECT true FROM published_appearance a WHERE a.delegation_id = o.id LIMIT 1)
   OR (SELECT true FROM published_appearance a WHERE a.organization_id = o.id LIMIT 1));
"""

# The name of a post for the public: that of the title under which a visible publication last named it, so that
# tomorrow's new name of a ministry is not read off a post that is public already.
POSITION_TITLES = """
CREATE VIEW published_position_title AS
SELECT t.id, t.position_id, t.starts_on, t.masculine_es, t.feminine_es, t.title_en
FROM personas_positiontitle t
WHERE (
    SELECT true FROM published_appearance a JOIN visible_publication v ON v.id = a.publication_id
    WHERE a.position_id = t.position_id AND v.held_on >= coalesce(t.starts_on, v.held_on) LIMIT 1);
"""

ADDRESSES = """
CREATE VIEW published_address AS
SELECT a.id, a.path, s.path AS leads_to, s.language
FROM comunicados_address a
JOIN published_publication s ON s.version_id = a.version_id
WHERE a.path <> s.path AND EXISTS (
    SELECT 1 FROM comunicados_publication p
    WHERE p.version_id = a.version_id AND p.path = a.path AND p.cancelled_at IS NULL
      AND p.live_from <= ministry_now());

CREATE VIEW published_concealment AS
SELECT p.id, p.version_id, p.language, p.ordinal, p.path, c.reason_es, c.reason_en
FROM comunicados_publication p
JOIN LATERAL (
    SELECT reason_es, reason_en FROM comunicados_concealment c
    WHERE c.communique_id = p.communique_id AND c.language IN ('', p.language)
      AND (c.publication_id IS NULL OR c.publication_id = p.id)
    ORDER BY c.id LIMIT 1) c ON true
WHERE p.cancelled_at IS NULL AND p.live_from <= ministry_now();
"""

# Roles belong to the whole server: another database of it may have made this one already.
ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'voceria_public') THEN
        CREATE ROLE voceria_public NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'voceria_public', 'MEMBER') THEN
        EXECUTE format('GRANT voceria_public TO %I', current_user);
    END IF;
END $$;
"""

PUBLIC_VIEWS = ", ".join(
    (
        "published_publication",
        "published_version",
        "published_appearance",
        "published_publication_topic",
        "published_kind",
        "published_topic",
        "published_person",
        "published_position",
        "published_position_title",
        "published_appointment",
        "published_organization",
        "published_address",
        "published_concealment",
    )
)


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0003_guards")]
    operations = [
        migrations.RunSQL(VISIBLE, "DROP VIEW visible_publication"),
        migrations.RunSQL(PUBLICATIONS, "DROP VIEW published_publication"),
        migrations.RunSQL(VERSIONS, "DROP VIEW published_version"),
        migrations.RunSQL(
            APPEARANCES,
            "DROP VIEW published_topic; DROP VIEW published_kind; DROP VIEW published_publication_topic;"
            "DROP VIEW published_appearance;",
        ),
        migrations.RunSQL(
            REGISTRY,
            "DROP VIEW published_organization; DROP VIEW published_appointment; DROP VIEW published_position;"
            "DROP VIEW published_person;",
        ),
        migrations.RunSQL(POSITION_TITLES, "DROP VIEW published_position_title"),
        migrations.RunSQL(ADDRESSES, "DROP VIEW published_concealment; DROP VIEW published_address;"),
        migrations.RunSQL(ROLE, migrations.RunSQL.noop),
        migrations.RunSQL(
            f"GRANT SELECT ON {PUBLIC_VIEWS} TO voceria_public",
            f"REVOKE SELECT ON {PUBLIC_VIEWS} FROM voceria_public",
        ),
    ]
