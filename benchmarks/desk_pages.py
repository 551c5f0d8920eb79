"""The desk's lists and its worklist on the corpus, in process: their queries, and how long they take."""

import time
from dataclasses import dataclass
from urllib.parse import urlencode

TIMES = 3


@dataclass(frozen=True)
class DeskPage:
    name: str
    address: str
    status: int
    queries: int
    milliseconds: float  # the quickest of several times


def desk_pages(words: dict[str, str]) -> list[DeskPage]:
    """Each as a superuser opens it, who sees every pile; `words` are to be searched, by what they are."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from comunicados.desk.piles import PILES
    from comunicados.models import Communique

    listed = "/admin/comunicados/communique/"
    last = (Communique.objects.kept().count() + 49) // 50
    addresses = {
        "worklist": "/admin/",
        **{f"pile: {pile.code}": f"/admin/worklist/{pile.code}/" for pile in PILES},
        "list": listed,
        "list, last page": f"{listed}?p={last}",
        "list, drafts": f"{listed}?es=draft",
        "list, of two years": f"{listed}?{urlencode({'from': '2010-01-01', 'to': '2011-12-31'})}",
        **{f"list, {kind} word": f"{listed}?{urlencode({'q': word})}" for kind, word in words.items()},
    }
    user, _ = User.objects.get_or_create(username="bench-desk", is_staff=True, is_superuser=True)
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return [_quickest(client, name, address) for name, address in addresses.items()]


def _quickest(client, name: str, address: str) -> DeskPage:  # type: ignore[no-untyped-def]
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    runs = []
    for _ in range(TIMES + 1):  # the first warms what is cached
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        runs.append((1000 * (time.perf_counter() - began), response.status_code, len(queries)))
    milliseconds, status, asked = min(runs[1:])
    return DeskPage(name, address, status, asked, milliseconds)


def desk_report(pages: list[DeskPage]) -> str:
    lines = ["\nThe desk, in process:\n", "| page | queries | ms |", "|---|--:|--:|"]
    for page in pages:
        mark = "" if page.status == 200 else f" **answer {page.status}**"
        lines.append(f"| {page.name} | {page.queries} | {page.milliseconds:.0f}{mark} |")
    return "\n".join(lines)
