"""What the registry's tables refuse: a public address that changes, a tree that bites its tail."""

from django.db import migrations

PERMANENT_SLUGS = """
CREATE FUNCTION public.refuse_new_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The address of a registry row is for ever.'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'registry_slug_is_permanent', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER person_slug_is_permanent BEFORE UPDATE OF slug ON personas_person
    FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION public.refuse_new_slug();
CREATE TRIGGER position_slug_is_permanent BEFORE UPDATE OF slug_es, slug_en ON personas_position
    FOR EACH ROW WHEN ((OLD.slug_es, OLD.slug_en) <> (NEW.slug_es, NEW.slug_en))
    EXECUTE FUNCTION public.refuse_new_slug();
CREATE TRIGGER organization_slug_is_permanent BEFORE UPDATE OF slug_es, slug_en ON personas_organization
    FOR EACH ROW WHEN ((OLD.slug_es, OLD.slug_en) <> (NEW.slug_es, NEW.slug_en))
    EXECUTE FUNCTION public.refuse_new_slug();
"""

TREE = """
CREATE FUNCTION public.refuse_organization_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above bigint := NEW.parent_id;
BEGIN
    WHILE above IS NOT NULL LOOP
        IF above = NEW.id THEN
            RAISE EXCEPTION 'An organization cannot be part of itself.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_is_no_part_of_itself';
        END IF;
        SELECT parent_id INTO above FROM personas_organization WHERE id = above;
    END LOOP;
    RETURN NEW;
END $$;

CREATE TRIGGER organization_is_no_part_of_itself BEFORE INSERT OR UPDATE OF parent_id ON personas_organization
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION public.refuse_organization_cycle();
"""


class Migration(migrations.Migration):
    dependencies = [("personas", "0002_registry")]
    operations = [
        migrations.RunSQL(
            PERMANENT_SLUGS,
            """DROP TRIGGER person_slug_is_permanent ON personas_person;
            DROP TRIGGER position_slug_is_permanent ON personas_position;
            DROP TRIGGER organization_slug_is_permanent ON personas_organization;
            DROP FUNCTION public.refuse_new_slug();""",
        ),
        migrations.RunSQL(
            TREE,
            """DROP TRIGGER organization_is_no_part_of_itself ON personas_organization;
            DROP FUNCTION public.refuse_organization_cycle();""",
        ),
    ]
