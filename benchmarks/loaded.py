"""A database with so many communiqués of the corpus, and some that the feeds announce."""

import os
import subprocess
import sys
import time
from pathlib import Path

import django

LISTED_IN_FEEDS = 60  # texts published by the verbs: what enters as an archive is announced nowhere


def prepare(size: int) -> Path:
    """Set Django up on the embedded server under var/bench/SIZE, load what is missing, and say where that is."""
    folder = Path("var", "bench", str(size)).absolute()
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {"VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from comunicados.models import Communique

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if (there := Communique.objects.count()) not in {0, size, size + LISTED_IN_FEEDS}:
        sys.exit(f"{folder} holds {there:,} communiqués, left by a load that was broken off: remove it.")
    if not there:
        _load(size, folder)
    if there != size + LISTED_IN_FEEDS:
        announce()
        with connection.cursor() as cursor:  # what autovacuum would do in the middle of a measurement
            cursor.execute("VACUUM ANALYZE")
    return folder


def _load(size: int, folder: Path) -> None:
    from django.core.management import call_command

    file = Path(os.environ.get("CORPUS") or folder / "corpus.jsonl")
    if not file.exists():
        subprocess.run([sys.executable, "-m", "benchmarks.corpus", str(size), "-o", str(file)], check=True)  # noqa: S603
    began = time.monotonic()
    call_command("load_corpus", file, verify=200)
    took = time.monotonic() - began
    print(f"{size:,} communiqués entered in {took:,.0f} s, {size / took:,.0f} a second", flush=True)


def announce() -> None:
    """Publish the newest texts once more, as those of today, by the verbs."""
    from django.contrib.auth.models import Group, User

    from comunicados.models import Communique, Revision
    from personas.clock import ministry_now

    cast = {}
    for role in ("writer", "editor", "publisher"):
        cast[role], _ = User.objects.get_or_create(username=f"bench-{role}", defaults={"is_staff": True})
        cast[role].groups.add(Group.objects.get(name=role))
    today = ministry_now().date()
    for communique in Communique.objects.order_by("-pk").prefetch_related("participations")[:LISTED_IN_FEEDS]:
        participations = list(communique.participations.all())
        communique.pk, communique.date, communique.is_archive = None, today, False
        communique.words_are_published = False
        communique.slug_es, communique.slug_en = f"{communique.slug_es}-b", f"{communique.slug_en}-b"
        communique.created_by = cast["writer"]
        communique.save()
        for participation in participations:
            participation.pk, participation.communique = None, communique
            participation.save()
        Revision.record(communique, by=cast["writer"])
        for version in communique.versions.all():
            version.submit(by=cast["writer"])
            version.approve(by=cast["editor"])
            version.publish(by=cast["publisher"])
