"""The public site's own addresses: in the language of the page, and absolute."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language


@lru_cache(maxsize=20_000)  # a page names a hundred
def _path(name: str, **where: Any) -> str:
    return reverse(name, kwargs=where)


def address(name: str, language: str = "", **where: Any) -> str:
    """The path of the page called `name`, in the language given or in that of the page being written."""
    return _path(f"{language or get_language()}:{name}", **where)


def absolute(request: HttpRequest, path: str) -> str:
    """`path` with the scheme and host of the public site, or of the request where the settings name none."""
    return (settings.SITE_URL or f"{request.scheme}://{request.get_host()}") + path
