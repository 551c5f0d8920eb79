"""What the database refuses of a merger: into itself, into a merged row, a new appointment of a merged row."""

from django.db import migrations, models

MERGEABLE = ("person", "position", "organization")

# The row that is read is locked as a foreign key locks it, so that a merger under way is waited for.
MERGERS = """
CREATE FUNCTION public.refuse_merger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
    EXECUTE format('SELECT id FROM %I WHERE id = $1 AND merged_into_id IS NULL FOR SHARE', TG_TABLE_NAME)
        INTO found USING NEW.merged_into_id;
    IF found IS NULL THEN
        RAISE EXCEPTION 'A row is merged only into one that is itself not merged.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_merged_into_a_current_row', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_merger_in_two_steps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
    EXECUTE format('SELECT id FROM %I WHERE merged_into_id = $1 LIMIT 1', TG_TABLE_NAME) INTO found USING NEW.id;
    IF found IS NOT NULL THEN
        RAISE EXCEPTION 'What was merged into a row points on when that row is merged.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_merged_in_one_step', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
""" + "\n".join(
    f"CREATE TRIGGER {model}_merger BEFORE INSERT OR UPDATE OF merged_into_id ON personas_{model}"
    " FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION public.refuse_merger();"
    f"CREATE CONSTRAINT TRIGGER {model}_merged_in_one_step AFTER INSERT OR UPDATE ON personas_{model}"
    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL)"
    " EXECUTE FUNCTION public.refuse_merger_in_two_steps();"
    for model in MERGEABLE
)

APPOINTMENTS = """
CREATE FUNCTION public.refuse_appointment_of_the_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person_into bigint; position_into bigint;
BEGIN
    SELECT merged_into_id INTO person_into FROM personas_person WHERE id = NEW.person_id FOR SHARE;
    SELECT merged_into_id INTO position_into FROM personas_position WHERE id = NEW.position_id FOR SHARE;
    IF person_into IS NOT NULL OR position_into IS NOT NULL THEN
        RAISE EXCEPTION 'A merged row is appointed no more; its survivor is.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appointment_of_current_rows', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER appointment_of_current_rows BEFORE INSERT OR UPDATE OF person_id, position_id ON personas_appointment
    FOR EACH ROW EXECUTE FUNCTION public.refuse_appointment_of_the_merged();
"""


class Migration(migrations.Migration):
    dependencies = [("personas", "0003_guards")]
    operations = [
        *(
            migrations.AddConstraint(
                model_name=model,
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("merged_into", None),
                        models.Q(("merged_into", models.F("id")), _negated=True),
                        _connector="OR",
                    ),
                    name=f"{model}_is_not_merged_into_itself",
                ),
            )
            for model in MERGEABLE
        ),
        migrations.RunSQL(
            MERGERS,
            "".join(
                f"DROP TRIGGER {model}_merger ON personas_{model};"
                f"DROP TRIGGER {model}_merged_in_one_step ON personas_{model};"
                for model in MERGEABLE
            )
            + "DROP FUNCTION public.refuse_merger(); DROP FUNCTION public.refuse_merger_in_two_steps();",
        ),
        migrations.RunSQL(
            APPOINTMENTS,
            """DROP TRIGGER appointment_of_current_rows ON personas_appointment;
            DROP FUNCTION public.refuse_appointment_of_the_merged();""",
        ),
    ]
