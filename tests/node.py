"""The site as one of several web processes serves it, for tests: caches in its own memory, the test's database.

Run by gunicorn, see tests/nodes.py.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # needs no collectstatic before
settings.STORAGES = settings.STORAGES | {"staticfiles": PLAIN}
application = get_wsgi_application()
