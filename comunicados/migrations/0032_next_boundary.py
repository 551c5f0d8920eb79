"""The content clock also tells until when it stands still, so that most requests need but its tick."""

from django.db import migrations

WHEN = {
    "live_from": "comunicados_publication WHERE cancelled_at IS NULL AND",
    "live_until": "comunicados_publication WHERE cancelled_at IS NULL AND",
    "listed_until": "comunicados_publication WHERE",
    "starts_at": "comunicados_silence WHERE",
    "ends_at": "comunicados_silence WHERE",
    "lifted_at": "comunicados_silence WHERE",
}
SHOWN = ("person", "position", "organization", "appointment")
MOMENTS = [*WHEN.items(), *(("shown_from", f"personas_{row} WHERE") for row in SHOWN)]


def the(extreme: str, comparison: str) -> str:
    """One look at an index for each moment at which something public begins or ends by itself."""
    return ",\n    ".join(
        f"(SELECT {extreme}({moment}) FROM {rows} {moment} {comparison} ministry_now())" for moment, rows in MOMENTS
    )


# A column that a statement does not ask for costs nothing: its looks are left out of the plan.
CLOCK = f"""
CREATE OR REPLACE VIEW published_clock AS
SELECT c.tick,
    greatest({the("max", "<=")}) AS boundary,
    ministry_now() AS now,
    c.changed_at,
    least({the("min", ">")}) AS next_boundary
FROM comunicados_content_clock c;
"""


class Migration(migrations.Migration):
    dependencies = [("comunicados", "0031_portraits")]
    operations = [migrations.RunSQL(CLOCK, migrations.RunSQL.noop)]
