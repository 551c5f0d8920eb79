"""What the database itself brings: extensions, the clock, and how names are folded and sorted."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

CLOCK = """
CREATE FUNCTION public.ministry_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT statement_timestamp() $$;
COMMENT ON FUNCTION public.ministry_now() IS
    'The one clock of views, triggers and Python: plain clock time, constant within a statement.';
"""

# Dictionary and function are named with their schema, so that a dump restores with an empty search path.
FOLD = """
CREATE FUNCTION public.fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;
COMMENT ON FUNCTION public.fold(text) IS 'Lower case without accents.';

CREATE FUNCTION public.sort_key(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT replace(translate(
        public.fold(regexp_replace(normalize($1, NFC), '[ñÑ]', 'n~', 'g')), '''’.-', ''), ', ', E'\\t') $$;
COMMENT ON FUNCTION public.sort_key(text) IS
    'For ORDER BY … COLLATE "C": ñ after n, accents folded, the comma of "Surname, Name" before all letters.';
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(CLOCK, "DROP FUNCTION public.ministry_now()"),
        migrations.RunSQL(FOLD, "DROP FUNCTION public.sort_key(text); DROP FUNCTION public.fold(text)"),
    ]
