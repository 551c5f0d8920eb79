"""What must always hold, kept by the database: each rule a trigger named for it."""

from django.db import migrations

APPEND_ONLY = (
    "comunicados_revision",
    "comunicados_review",
    "comunicados_confirmation",
    "comunicados_concealment",
    "comunicados_address",
    "comunicados_appearance",
    "comunicados_publicationtopic",
)

REFUSE_CHANGE = """
CREATE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
""" + "\n".join(
    f"CREATE TRIGGER {table.removeprefix('comunicados_')}_is_append_only BEFORE UPDATE OR DELETE ON {table}"
    f" FOR EACH ROW EXECUTE FUNCTION public.refuse_change();"
    for table in APPEND_ONLY
)

# The moment of a verb is read after its lock, so it lies within its own transaction: no boundary may lie before
# the transaction's start. (Under a frozen clock the earlier of the two counts.)
PUBLICATION = """
CREATE FUNCTION public.publication_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_ timestamptz := ministry_now();
    earliest timestamptz := least(now_, transaction_timestamp());
    unchanged comunicados_publication;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A publication is never deleted.'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_is_permanent';
    END IF;

    IF TG_OP = 'UPDATE' THEN
        unchanged := NEW;
        unchanged.live_from := OLD.live_from;
        unchanged.live_until := OLD.live_until;
        unchanged.first_live_from := OLD.first_live_from;
        unchanged.cancelled_at := OLD.cancelled_at;
        unchanged.cancelled_by_id := OLD.cancelled_by_id;
        unchanged.search := OLD.search;
        IF unchanged IS DISTINCT FROM OLD THEN
            RAISE EXCEPTION 'A published text never changes.'
                USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_text_never_changes';
        END IF;
        IF OLD.cancelled_at IS NOT NULL THEN
            RAISE EXCEPTION 'A cancelled publication stays as it is.'
                USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_cancelled_stays';
        END IF;
        IF NEW.cancelled_at IS NOT NULL AND OLD.live_from <= now_ THEN
            RAISE EXCEPTION 'Only a publication that has not begun can be cancelled.'
                USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_cancelled_before_it_began';
        END IF;
        IF NEW.live_from IS DISTINCT FROM OLD.live_from AND (OLD.live_from <= now_ OR NEW.live_from < earliest)
            OR NEW.live_until IS DISTINCT FROM OLD.live_until
                AND (OLD.live_until <= now_ OR NEW.live_until < earliest)
        THEN
            RAISE EXCEPTION 'A boundary in the past never moves, and none moves into the past.'
                USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_past_never_moves';
        END IF;
    END IF;

    IF TG_OP = 'INSERT' AND NEW.live_from < earliest THEN
        RAISE EXCEPTION 'A publication cannot begin in the past.'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_begins_now_or_later';
    END IF;

    PERFORM 1 FROM comunicados_languageversion WHERE id = NEW.version_id FOR NO KEY UPDATE;
    IF NEW.cancelled_at IS NULL AND NEW.live_from > now_ AND EXISTS (
        SELECT 1 FROM comunicados_publication p
        WHERE p.version_id = NEW.version_id AND p.id <> NEW.id AND p.cancelled_at IS NULL AND p.live_from > now_)
    THEN
        RAISE EXCEPTION 'Another publication of this language lies in the future already.'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_one_in_the_future';
    END IF;

    NEW.first_live_from := coalesce(
        (SELECT first_live_from FROM comunicados_publication WHERE id = NEW.predecessor_id), NEW.live_from);
    RETURN NEW;
END $$;

CREATE TRIGGER publication_guard BEFORE INSERT OR UPDATE OR DELETE ON comunicados_publication
    FOR EACH ROW EXECUTE FUNCTION public.publication_guard();
"""

APPROVAL = """
CREATE FUNCTION public.publication_rests_on_an_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM comunicados_languageversion v
        WHERE v.id = NEW.version_id AND v.communique_id = NEW.communique_id AND v.language = NEW.language
          AND v.uid = NEW.uid)
    THEN
        RAISE EXCEPTION 'The publication names another communiqué or language than its version.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_of_its_version';
    END IF;
    IF NEW.status = 'published' AND NOT EXISTS (
        SELECT 1 FROM (
            SELECT r.id, r.decision FROM comunicados_review r
            WHERE r.version_id = NEW.version_id AND r.digest = NEW.digest
            ORDER BY r.made_at DESC, r.id DESC LIMIT 1) latest
        WHERE latest.id = NEW.approval_id AND latest.decision IN ('approve', 'release'))
    THEN
        RAISE EXCEPTION 'Only the exact text that was approved last can be published.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_rests_on_an_approval';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER publication_rests_on_an_approval BEFORE INSERT ON comunicados_publication
    FOR EACH ROW EXECUTE FUNCTION public.publication_rests_on_an_approval();

CREATE FUNCTION public.review_by_a_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.decision = 'approve' AND EXISTS (
        SELECT 1 FROM comunicados_languageversion v JOIN comunicados_revision r ON r.id = v.written_in_id
        WHERE v.id = NEW.version_id AND v.digest = NEW.digest AND r.made_by_id = NEW.made_by_id)
    THEN
        RAISE EXCEPTION 'Nobody approves a text that they were the last to change.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_by_a_second_person';
    END IF;
    IF NEW.decision IN ('approve', 'release') AND NOT EXISTS (
        SELECT 1 FROM comunicados_languageversion v WHERE v.id = NEW.version_id AND v.digest = NEW.digest)
    THEN
        RAISE EXCEPTION 'Only the current text can be approved.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_of_the_current_text';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER review_by_a_second_person BEFORE INSERT ON comunicados_review
    FOR EACH ROW EXECUTE FUNCTION public.review_by_a_second_person();

CREATE FUNCTION public.confirmation_by_a_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM comunicados_review r
               WHERE r.id = NEW.release_id AND (r.decision <> 'release' OR r.made_by_id = NEW.made_by_id))
        OR EXISTS (SELECT 1 FROM comunicados_publication p
                   WHERE p.id = NEW.withdrawal_id
                     AND (p.status <> 'withdrawn' OR p.made_by_id = NEW.made_by_id))
    THEN
        RAISE EXCEPTION 'A second person confirms an urgent release or a withdrawal.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'confirmation_by_a_second_person';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER confirmation_by_a_second_person BEFORE INSERT ON comunicados_confirmation
    FOR EACH ROW EXECUTE FUNCTION public.confirmation_by_a_second_person();
"""

ADDRESSES = """
CREATE FUNCTION public.publication_gives_its_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO comunicados_address (path, version_id, given_at)
        VALUES (NEW.path, NEW.version_id, ministry_now()) ON CONFLICT (path) DO NOTHING;
    IF NOT EXISTS (SELECT 1 FROM comunicados_address WHERE path = NEW.path AND version_id = NEW.version_id) THEN
        RAISE EXCEPTION 'The address % leads to another text, for ever.', NEW.path
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'address_is_for_ever';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER publication_gives_its_address AFTER INSERT ON comunicados_publication
    FOR EACH ROW EXECUTE FUNCTION public.publication_gives_its_address();
"""

NUMBERS = """
CREATE FUNCTION public.series_number_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.voided_at IS NULL
        AND (NEW.id, NEW.kind_id, NEW.year, NEW.value, NEW.communique_id)
          = (OLD.id, OLD.kind_id, OLD.year, OLD.value, OLD.communique_id)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A number stays with its communiqué for ever.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'series_number_stays';
END $$;

CREATE TRIGGER series_number_stays BEFORE UPDATE OR DELETE ON comunicados_seriesnumber
    FOR EACH ROW EXECUTE FUNCTION public.series_number_guard();
"""

PARTICIPATION = """
ALTER TABLE comunicados_participation ADD CONSTRAINT participation_appointment_of_its_person
    FOREIGN KEY (appointment_id, person_id) REFERENCES personas_appointment (id, person_id)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0002_path_of_a_text"), ("personas", "0003_guards")]
    operations = [
        migrations.RunSQL(
            REFUSE_CHANGE,
            "\n".join(
                f"DROP TRIGGER {table.removeprefix('comunicados_')}_is_append_only ON {table};"
                for table in APPEND_ONLY
            )
            + "DROP FUNCTION public.refuse_change();",
        ),
        migrations.RunSQL(
            PUBLICATION,
            "DROP TRIGGER publication_guard ON comunicados_publication; DROP FUNCTION public.publication_guard();",
        ),
        migrations.RunSQL(
            APPROVAL,
            """DROP TRIGGER publication_rests_on_an_approval ON comunicados_publication;
            DROP FUNCTION public.publication_rests_on_an_approval();
            DROP TRIGGER review_by_a_second_person ON comunicados_review;
            DROP FUNCTION public.review_by_a_second_person();
            DROP TRIGGER confirmation_by_a_second_person ON comunicados_confirmation;
            DROP FUNCTION public.confirmation_by_a_second_person();""",
        ),
        migrations.RunSQL(
            ADDRESSES,
            """DROP TRIGGER publication_gives_its_address ON comunicados_publication;
            DROP FUNCTION public.publication_gives_its_address();""",
        ),
        migrations.RunSQL(
            NUMBERS,
            """DROP TRIGGER series_number_stays ON comunicados_seriesnumber;
            DROP FUNCTION public.series_number_guard();""",
        ),
        migrations.RunSQL(
            PARTICIPATION,
            "ALTER TABLE comunicados_participation DROP CONSTRAINT participation_appointment_of_its_person;",
        ),
    ]
