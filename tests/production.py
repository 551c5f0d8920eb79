"""Django's test client through the production server's own door: config.wsgi, with the answers that it keeps."""

from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import Client

from config.wsgi import application


def answer(environ: dict[str, Any]) -> HttpResponse:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(application(environ, lambda status, headers: told.append((status, headers))))
    [(status, headers)] = told
    response = HttpResponse(body, status=int(status.split()[0]), headers=dict(headers))
    response.wsgi_request = WSGIRequest(environ)
    return response


class ProductionClient(Client):
    def __init__(self, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.handler = answer
