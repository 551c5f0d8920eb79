"""The public addresses of communiqués: the same pattern in both languages, each in its own words."""

import datetime as dt

SITEMAP_BLOCK = 2500  # communiqués, by their numbers, whose addresses stand in one file: some 4 MB in both languages
LISTS = {"es": "/comunicados/", "en": "/en/communiques/"}


def communique_path(language: str, date: dt.date, slug: str) -> str:
    """For example `/comunicados/2023/12/28/migracion-ordenada/`."""
    return f"{LISTS[language]}{date:%Y/%m/%d}/{slug}/"
