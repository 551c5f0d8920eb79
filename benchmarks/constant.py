"""Constant pages through Django, to measure the others against: with the middleware of `startproject`, or with none.

Each file of the folder CONSTANT_PAGES is a page under its name; CONSTANT_MIDDLEWARE=1 puts Django's default
middleware around them.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

DEFAULT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
PAGES = {file.name: file.read_bytes() for file in Path(os.environ["CONSTANT_PAGES"]).iterdir()}


def constant(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(PAGES[name])


urlpatterns = [path("<slug:name>", constant)]

settings.configure(
    SECRET_KEY="none",  # noqa: S106
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=DEFAULT if os.environ.get("CONSTANT_MIDDLEWARE") else [],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
    ],
)
application = get_wsgi_application()
