"""Text search that reads Spanish and English without regard to accents."""

from django.db import migrations

# Accents are taken away before the stemmer, or "cancillería" and "cancilleria" would have different stems.
CONFIGURATIONS = """
CREATE TEXT SEARCH CONFIGURATION public.voceria_spanish (COPY = pg_catalog.spanish);

CREATE TEXT SEARCH CONFIGURATION public.voceria_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION public.voceria_english
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;
"""

# The Spanish stemmer knows the ending of "delegación" by its accent alone, and that of "delegaciones" without: there
# the accent is put back. Hence Spanish is unaccented here and not in its configuration; queries go through it too.
WORDS = r"""
CREATE FUNCTION public.search_words(language text, words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT CASE language WHEN 'en' THEN words ELSE regexp_replace(
        public.unaccent('public.unaccent'::regdictionary, words), 'acion\M', 'ación', 'gi') END $$;
"""

# The parser of the configurations leaves HTML tags out by itself.
SEARCH = """
CREATE FUNCTION public.communique_search(language text, headline text, subheadline text, body text)
    RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT setweight(to_tsvector(c.name, public.search_words(language, headline)), 'A')
        || setweight(to_tsvector(c.name, public.search_words(language, subheadline)), 'B')
        || setweight(to_tsvector(c.name, public.search_words(language, body)), 'C')
    FROM (SELECT CASE language WHEN 'en' THEN 'public.voceria_english'::regconfig
                 ELSE 'public.voceria_spanish'::regconfig END AS name) c
    $$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("personas", "0001_database")]
    operations = [
        migrations.RunSQL(
            CONFIGURATIONS,
            "DROP TEXT SEARCH CONFIGURATION public.voceria_spanish;"
            "DROP TEXT SEARCH CONFIGURATION public.voceria_english;",
        ),
        migrations.RunSQL(WORDS, "DROP FUNCTION public.search_words(text, text)"),
        migrations.RunSQL(SEARCH, "DROP FUNCTION public.communique_search(text, text, text, text)"),
    ]
