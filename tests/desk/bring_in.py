"""Bringing a text in as a browser without scripts would do it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

PAGE = "/admin/comunicados/communique/bring-in/"
TEXT = """Comunicado

Ciudad de México, 28 de diciembre de 2023

México y Estados Unidos acuerdan continuar su trabajo

Hoy la secretaria de Relaciones Exteriores, Alicia Bárcena Ibarra, recibió al secretario de Estado, Antony Blinken.

Ambas partes volverán a reunirse en enero.
"""


def paste(client: Client, text: str = TEXT) -> Any:
    """The page on which the doubts about a pasted text are settled."""
    return client.get(client.post(PAGE, {"text": text}).url)


def address(page: Any) -> str:
    return str(page.request["PATH_INFO"])


def sent(page: Any) -> dict[str, Any]:
    """All that the form on this page would send if nobody touched it."""
    sheet = page.context["sheet"]
    fields = [bound for form in (sheet.form, *(row.form for row in sheet.rows)) for bound in form]
    values = {bound.html_name: getattr(bound.value(), "pk", bound.value()) for bound in fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


def post(client: Client, page: Any, **changed: Any) -> Any:
    """Send the page's form with some fields changed."""
    return client.post(address(page), sent(page) | changed)


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
