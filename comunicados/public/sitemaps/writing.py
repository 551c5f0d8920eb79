"""The XML of sitemaps: by hand, for a file has thousands of addresses."""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from comunicados.public.feeds.formats import NOT_XML, moment
from comunicados.public.sitemaps.sections import Entry, News

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def index(files: Iterable[tuple[str, dt.datetime | None]]) -> str:
    """Of the addresses of files and their last changes."""
    lines = (f"<sitemap><loc>{escape(address)}</loc>{_lastmod(changed)}</sitemap>\n" for address, changed in files)
    return f"{HEAD}<sitemapindex {SITEMAP}>\n{''.join(lines)}</sitemapindex>\n"


def urls(entries: Iterable[Entry], site: str) -> str:
    lines = (_url(entry, site) for entry in entries)
    return f"{HEAD}<urlset {SITEMAP} {XHTML}>\n{''.join(lines)}</urlset>\n"


def news(items: Iterable[News], site: str, names: dict[str, str]) -> str:
    """`names` are those of the publication in each language."""
    lines = (
        f"<url><loc>{escape(site + item.path)}</loc><news:news><news:publication>"
        f"<news:name>{escape(names[item.language])}</news:name><news:language>{item.language}</news:language>"
        f"</news:publication><news:publication_date>{moment(item.published)}</news:publication_date>"
        f"<news:title>{NOT_XML.sub('', escape(item.headline))}</news:title></news:news></url>\n"
        for item in items
    )
    return f"{HEAD}<urlset {SITEMAP} {NEWS}>\n{''.join(lines)}</urlset>\n"


def _url(entry: Entry, site: str) -> str:
    own = next(iter(entry.paths.values()))
    links = "".join(_alternates(entry.paths, site))
    return f"<url><loc>{escape(site + own)}</loc>{_lastmod(entry.changed)}{links}</url>\n"


def _alternates(paths: dict[str, str], site: str) -> Iterator[str]:
    """Of each language, the page's own too; whoever reads neither is led to the Spanish page, as its head says."""
    found = dict(sorted(paths.items()))
    if len(found) > 1:
        found["x-default"] = found["es"]
    for language, path in found.items():
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(site + path)}"/>'


def _lastmod(changed: dt.datetime | None) -> str:
    return f"<lastmod>{moment(changed)}</lastmod>" if changed else ""
