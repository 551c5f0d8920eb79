"""The words of what was entered in bulk are searched in its publications: the desk's indexes hold the others'."""

from django.db import migrations, models

GUARDS = """
CREATE FUNCTION public.communique_words_are_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    es boolean := NEW.headline_es || NEW.subheadline_es || NEW.body_es = '';
    en boolean := NEW.headline_en || NEW.subheadline_en || NEW.body_en = '';
BEGIN
    SELECT es OR bool_or(p.language = 'es' AND (p.headline, p.subheadline, p.body)
               = (NEW.headline_es, NEW.subheadline_es, NEW.body_es)),
           en OR bool_or(p.language = 'en' AND (p.headline, p.subheadline, p.body)
               = (NEW.headline_en, NEW.subheadline_en, NEW.body_en))
        INTO es, en FROM comunicados_publication p
        WHERE p.communique_id = NEW.id AND p.cancelled_at IS NULL;
    IF (es AND en) IS NOT TRUE THEN
        RAISE EXCEPTION 'No publication of communiqué % has its words.', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'communique_words_are_published';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER communique_words_are_published AFTER INSERT ON comunicados_communique
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.words_are_published)
    EXECUTE FUNCTION public.communique_words_are_published();

CREATE FUNCTION public.communique_has_words_of_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.words_are_published := OLD.words_are_published AND NEW.words_are_published
        AND (OLD.headline_es, OLD.subheadline_es, OLD.body_es, OLD.headline_en, OLD.subheadline_en, OLD.body_en)
          = (NEW.headline_es, NEW.subheadline_es, NEW.body_es, NEW.headline_en, NEW.subheadline_en, NEW.body_en);
    RETURN NEW;
END $$;

CREATE TRIGGER communique_has_words_of_its_own BEFORE UPDATE ON comunicados_communique
    FOR EACH ROW WHEN (OLD.words_are_published OR NEW.words_are_published)
    EXECUTE FUNCTION public.communique_has_words_of_its_own();

CREATE FUNCTION public.publication_leaves_the_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE comunicados_communique SET words_are_published = false
        WHERE id = NEW.communique_id AND words_are_published;
    RETURN NULL;
END $$;

CREATE TRIGGER publication_leaves_the_words AFTER UPDATE ON comunicados_publication FOR EACH ROW
    WHEN ((OLD.headline, OLD.subheadline, OLD.body, OLD.cancelled_at)
        IS DISTINCT FROM (NEW.headline, NEW.subheadline, NEW.body, NEW.cancelled_at))
    EXECUTE FUNCTION public.publication_leaves_the_words();
"""

NO_GUARDS = """
DROP TRIGGER publication_leaves_the_words ON comunicados_publication;
DROP TRIGGER communique_has_words_of_its_own ON comunicados_communique;
DROP TRIGGER communique_words_are_published ON comunicados_communique;
DROP FUNCTION public.publication_leaves_the_words();
DROP FUNCTION public.communique_has_words_of_its_own();
DROP FUNCTION public.communique_words_are_published();
"""

SEARCH = """
DROP INDEX communique_search_es, communique_search_en;
CREATE INDEX communique_search_es ON comunicados_communique
    USING gin (communique_search('es', headline_es, subheadline_es, body_es)) WHERE NOT words_are_published;
CREATE INDEX communique_search_en ON comunicados_communique
    USING gin (communique_search('en', headline_en, subheadline_en, body_en)) WHERE NOT words_are_published;
CREATE INDEX communique_words_of_its_own ON comunicados_communique (id) WHERE NOT words_are_published;

CREATE OR REPLACE FUNCTION public.communiques_with_words(words text) RETURNS SETOF bigint LANGUAGE sql STABLE
    SET enable_seqscan = off AS $$
    SELECT id FROM public.comunicados_communique
    WHERE NOT words_are_published AND public.communique_search('es', headline_es, subheadline_es, body_es)
        @@ websearch_to_tsquery('public.voceria_spanish', public.search_words('es', words))
    UNION
    SELECT id FROM public.comunicados_communique
    WHERE NOT words_are_published AND public.communique_search('en', headline_en, subheadline_en, body_en)
        @@ websearch_to_tsquery('public.voceria_english', words)
    UNION
    SELECT communique_id FROM public.comunicados_publication p
    WHERE p.language = 'es' AND p.cancelled_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM public.comunicados_communique c WHERE c.id = p.communique_id AND NOT c.words_are_published)
        AND p.search @@ websearch_to_tsquery('public.voceria_spanish', public.search_words('es', words))
    UNION
    SELECT communique_id FROM public.comunicados_publication p
    WHERE p.language = 'en' AND p.cancelled_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM public.comunicados_communique c WHERE c.id = p.communique_id AND NOT c.words_are_published)
        AND p.search @@ websearch_to_tsquery('public.voceria_english', words)
    $$;
"""

SEARCH_BEFORE = """
DROP INDEX communique_search_es, communique_search_en, communique_words_of_its_own;
CREATE INDEX communique_search_es ON comunicados_communique
    USING gin (communique_search('es', headline_es, subheadline_es, body_es));
CREATE INDEX communique_search_en ON comunicados_communique
    USING gin (communique_search('en', headline_en, subheadline_en, body_en));

CREATE OR REPLACE FUNCTION public.communiques_with_words(words text) RETURNS SETOF bigint LANGUAGE sql STABLE
    SET enable_seqscan = off AS $$
    SELECT id FROM public.comunicados_communique
    WHERE public.communique_search('es', headline_es, subheadline_es, body_es)
        @@ websearch_to_tsquery('public.voceria_spanish', public.search_words('es', words))
    UNION
    SELECT id FROM public.comunicados_communique
    WHERE public.communique_search('en', headline_en, subheadline_en, body_en)
        @@ websearch_to_tsquery('public.voceria_english', words)
    $$;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0029_expected_rows")]
    operations = [
        migrations.AddField(
            model_name="communique",
            name="words_are_published",
            field=models.BooleanField(
                db_default=False,
                default=False,
                editable=False,
                help_text="As entered in bulk: searched by its publications. A changed word ends it.",
            ),
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
        migrations.RunSQL(SEARCH, SEARCH_BEFORE),
    ]
