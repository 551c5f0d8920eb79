"""How the desk grows: every page with 50 communiqués, then with 50,000 and 500 revisions of the one that is opened.

    make desk-growth            in a database of its own, which is taken down again
    … SIZES="50 5000"           with other sizes

Fails when a page asks the database more or less often at the larger size, or sixty times and more, or when a sample
does not pass the model's own checks.
"""

import os
import sys
import time

import django
from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings

FEW, OFTEN = 3, 500  # revisions
SAMPLE = 200
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def main(small: int, large: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.conf import settings

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with override_settings(STORAGES=settings.STORAGES | PLAIN, DATABASE_ROUTERS=[]):
            return compare(small, large)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def compare(small: int, large: int) -> int:
    from tests.desk.growth import MOST, Grown, measure

    grown = Grown()
    grown.to(small)
    few = measure(grown, grown.subject(revisions=FEW), times=3)
    began = time.perf_counter()
    grown.to(large)
    subject = grown.subject(revisions=OFTEN)
    print(f"{large:,} communiqués after {time.perf_counter() - began:,.0f} s", flush=True)
    call_command("clearsessions")
    many = measure(grown, subject, times=3)

    faults = grown.faults(SAMPLE)
    print(f"{SAMPLE} of them checked by the model's own checks: {len(faults)} faults\n", *faults, sep="\n")
    print(f"| page | queries, {small:,} | {large:,} | ms, {small:,} | {large:,} | × |")
    print("|---|--:|--:|--:|--:|--:|")
    wrong = []
    for name, before in few.items():
        after = many[name]
        times = after.milliseconds / before.milliseconds
        is_wrong = after.queries != before.queries or after.queries >= MOST
        wrong += [name] if is_wrong else []
        mark = " **!**" if is_wrong else ""
        asked = f"{before.queries} | {after.queries}{mark}"
        print(f"| {name} | {asked} | {before.milliseconds:.0f} | {after.milliseconds:.0f} | {times:.1f} |")
    print(f"\nThe most queries: {max(page.queries for page in many.values())}.")
    if wrong:
        print("Not the same number of queries, or too many:", ", ".join(wrong))
    return int(bool(wrong or faults))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3] or (50, 50_000))))
