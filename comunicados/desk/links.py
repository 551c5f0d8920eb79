"""Links of a text to the ministry's own public site: where one would answer 404 or 410, said before it is published.

What the database knows is asked: communiqués, people, positions, parties. Addresses of other sites are not asked for.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.addresses import communique_path
from comunicados.document import Document
from comunicados.enums import Status
from comunicados.models import Address, Publication
from comunicados.public import models as public
from comunicados.requirements import Missing
from comunicados.text import links
from personas.clock import MinistryNow

REGISTRY: dict[str, Any] = {"person": public.Person, "position": public.Position, "party": public.Organization}
NO_PAGE = _("The link to %(address)s leads to no page (404).")
NOT_PUBLIC = _("The link to %(address)s leads to a communiqué that is not public yet.")
GONE = _("The link to %(address)s leads to a communiqué that is gone (410).")
WITHDRAWN = _("The link to %(address)s leads to a communiqué that was withdrawn.")
NOT_IN_PUBLIC = _("The link to %(address)s leads to a page that the public does not see (404).")


@dataclass(frozen=True)
class Own:
    """A link to the public site: the whole address, and what its path names."""

    address: str
    sort: str  # a model of REGISTRY, "communique", or "" for any other page
    language: str
    key: str  # the slug, or the communiqué's path


def dead_links(document: Document, language: str) -> Iterator[Missing]:
    """One warning for each link of the text that leads nowhere on the public site: at most five queries."""
    found: dict[str, list[Own]] = defaultdict(list)
    for address in dict.fromkeys(links(document[language]["body"])):
        if _is_own(address):
            link = _read(address)
            if link is None:
                yield _warning(NO_PAGE, address, language)
            elif link.sort:
                found[link.sort].append(link)
    for sort, links_of_a_sort in found.items():
        for sentence, address in _dead(sort, links_of_a_sort):
            yield _warning(sentence, address, language)


def _warning(sentence: str | Promise, address: str, language: str) -> Missing:
    return Missing(f"body_{language}", str(sentence) % {"address": address}, blocks=False)


def _is_own(address: str) -> bool:
    hosts = {urlsplit(settings.SITE_URL).hostname} if settings.SITE_URL else set(settings.ALLOWED_HOSTS)
    try:
        return urlsplit(address).hostname in hosts - {None, ""}
    except ValueError:  # no address at all, which requirements.py says
        return False


def _read(address: str) -> Own | None:
    """None where no page of the public site can be at that path."""
    try:
        match = resolve(urlsplit(address).path or "/")
    except Resolver404:
        return None
    named, language = match.kwargs, match.namespace
    if "day" in named and "slug" in named:
        try:
            day = dt.date(int(named["year"]), int(named["month"]), int(named["day"]))
        except ValueError:
            return None
        return Own(address, "communique", language, communique_path(language, day, named["slug"]))
    sort = (match.url_name or "").partition("-")[0]  # a person's feed is about the person
    if sort in REGISTRY and "slug" in named:
        return Own(address, sort, language, named["slug"])
    return Own(address, "", language, "")


def _dead(sort: str, found: list[Own]) -> Iterator[tuple[str | Promise, str]]:
    if sort == "communique":
        yield from _dead_communiques(found)
        return
    model, slugs = REGISTRY[sort], [link.key for link in found]
    for language in ("es", "en"):
        field = model.slug_field(language)
        seen = set(model.objects.using("default").filter(**{f"{field}__in": slugs}).values_list(field, flat=True))
        yield from (
            (NOT_IN_PUBLIC, link.address) for link in found if link.language == language and link.key not in seen
        )


def _dead_communiques(found: list[Own]) -> Iterator[tuple[str | Promise, str]]:
    """By the versions that the paths lead to; an old path leads where its communiqué is now."""
    versions = dict(Address.objects.filter(path__in=[link.key for link in found]).values_list("path", "version"))
    standing = dict(
        public.Publication.objects.using("default")
        .standing()
        .filter(version_id__in=versions.values())
        .values_list("version_id", "status")
    )
    begun = set(
        Publication.objects.begun(MinistryNow())
        .filter(version__in=versions.values())
        .values_list("version", flat=True)
    )
    for link in found:
        version = versions.get(link.key)
        if version is None:
            yield NO_PAGE, link.address
        elif standing.get(version) == Status.WITHDRAWN:
            yield WITHDRAWN, link.address
        elif version not in standing:
            yield (GONE if version in begun else NOT_PUBLIC), link.address
