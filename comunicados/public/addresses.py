"""The public site's own addresses: in the language of the page, and absolute."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language


def address(name: str, language: str = "", **where: Any) -> str:
    """The path of the page called `name`, in the language given or in that of the page being written."""
    return reverse(f"{language or get_language()}:{name}", kwargs=where)


def absolute(request: HttpRequest, path: str) -> str:
    """`path` with the scheme and host of the public site, or of the request where the settings name none."""
    return (settings.SITE_URL or f"{request.scheme}://{request.get_host()}") + path
