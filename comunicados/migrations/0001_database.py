"""Text search that reads Spanish and English without regard to accents."""

from django.db import migrations

# Plain `spanish` stems "cancillería" and "cancilleria" differently: the accents go before the stemmer.
CONFIGURATIONS = "\n".join(
    f"""
CREATE TEXT SEARCH CONFIGURATION public.voceria_{language} (COPY = pg_catalog.{language});
ALTER TEXT SEARCH CONFIGURATION public.voceria_{language}
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.{language}_stem;
"""
    for language in ("spanish", "english")
)

# The parser of the configurations leaves HTML tags out by itself.
SEARCH = """
CREATE FUNCTION public.communique_search(language text, headline text, subheadline text, body text)
    RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT setweight(to_tsvector(c.name, headline), 'A') || setweight(to_tsvector(c.name, subheadline), 'B')
        || setweight(to_tsvector(c.name, body), 'C')
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
        migrations.RunSQL(SEARCH, "DROP FUNCTION public.communique_search(text, text, text, text)"),
    ]
