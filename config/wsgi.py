"""The WSGI application that the web server runs: Django, behind the answers that are kept."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django = get_wsgi_application()

from comunicados.public.kept import KeptAnswers  # noqa: E402  # models can be imported once Django is set up

application = KeptAnswers(django)
