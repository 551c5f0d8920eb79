"""Settings, in one file, fed by the environment. `docs/operations.md` lists the variables."""

from os import environ as env
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from config.environment import POOL, cache, database, env_bool, env_day, env_int, env_json, env_list, env_secret
from config.words import label_in_a_language

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.get("VAR_DIR", BASE_DIR / "var"))

# The ministry: its name, its colours, its clock

MINISTRY_NAME = {
    "es": env.get("MINISTRY_NAME_ES", "Ministerio de Relaciones Exteriores"),
    "en": env.get("MINISTRY_NAME_EN", "Ministry of Foreign Affairs"),
}
MINISTRY_COLOUR = env.get("MINISTRY_COLOUR", "#6b1530")  # on white at least 4.5:1; a system check says so
MINISTRY_COLOUR_DARK = env.get("MINISTRY_COLOUR_DARK", "#f0a3b8")  # the same in dark mode
# Its own files: a style sheet of variables, read after ours, and a logo in the place of its name (docs/branding.md)
MINISTRY_STYLESHEET = env.get("MINISTRY_STYLESHEET", "")
MINISTRY_LOGO = env.get("MINISTRY_LOGO", "")
MINISTRY_LOGO_DARK = env.get("MINISTRY_LOGO_DARK", "")
MINISTRY_REGION = env.get("MINISTRY_REGION", "MX")  # ISO code of the host State: es-MX in feeds, its delegation first
SITE_URL = env.get("SITE_URL", "").rstrip("/")  # scheme and host of the public site; empty: the request's own

TIME_ZONE = env.get("MINISTRY_TIME_ZONE", "America/Mexico_City")
USE_TZ = True
LANGUAGE_CODE = "es"
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]

# Whether editors and publishers may give an address to somebody without an account, to read what is not public yet

PREVIEW_LINKS = env_bool("PREVIEW_LINKS", False)

# security.txt: whom to tell of a weakness (mailto: or https:), until when that holds, and what is promised to them

SECURITY_CONTACT = env_list("SECURITY_CONTACT")
SECURITY_EXPIRES = env_day("SECURITY_EXPIRES")
SECURITY_POLICY = env.get("SECURITY_POLICY", "")

# The process

DEBUG = env_bool("DEBUG", False)
SECRET_KEY = env_secret("SECRET_KEY", VAR_DIR / "secret-key")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose forms it patches
    "config.apps.DeskSite",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "django_prose_editor",
    "csp",
    "procrastinate.contrib.django",
    "personas",
    "comunicados",
    "comunicados.desk",
    "comunicados.public",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.ContentSecurityPolicy",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.middleware.DeskSession",
    "config.middleware.FaceLanguage",
    "config.middleware.RefuseControlCharacters",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.DeskCsrf",
    "config.middleware.DeskUser",
    "config.middleware.DeskMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.ministry",
            ]
        },
    }
]

# The database: the server of DATABASE_URL, or the one that comes as a wheel

EMBEDDED_DATABASE_DIR = VAR_DIR
DATABASE_NAME = "voceria"
_EMBEDDED: dict[str, Any] = {"ENGINE": "config.embedded", "NAME": DATABASE_NAME, "OPTIONS": {"pool": POOL}}
_DESK = database("DATABASE_URL") or _EMBEDDED

# The public face reads through a role that may SELECT the published views and nothing more. In production
# PUBLIC_DATABASE_URL signs in as that role; elsewhere the desk's own connection steps down to it.
PUBLIC_ROLE = "voceria_public"
_AS_PUBLIC = "-c default_transaction_read_only=on -c statement_timeout=1s"  # no visitor waits longer for a statement
if _PUBLIC := database("PUBLIC_DATABASE_URL"):
    _PUBLIC["OPTIONS"].setdefault("options", _AS_PUBLIC)
else:
    _PUBLIC = {**_DESK, "OPTIONS": {**_DESK["OPTIONS"], "options": f"-c role={PUBLIC_ROLE} {_AS_PUBLIC}"}}
# It asks the same few questions again and again: the server plans each of them once for a connection, of which every
# thread keeps one. (A pooler between the two must know prepared statements.)
_PUBLIC["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 3, **_PUBLIC["OPTIONS"], "pool": False}
_PUBLIC["CONN_MAX_AGE"] = None
DATABASES = {"default": _DESK, "public": {**_PUBLIC, "TEST": {"MIRROR": "default"}}}
DATABASE_ROUTERS = ["config.routers.PublicFace"]
MIGRATION_MODULES = {"public": None, "desk": None}  # the public site's models are views; the desk has none

# What was read as of a content clock is kept until it moves: whole pages (unless PAGE_CACHE says no, to measure how
# they are made), and the parts that many pages share. In the memory of each process, or in what CACHE_URL names when
# there are several nodes.

NO_CACHE = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
CACHES = {
    "default": cache("CACHE_URL", prefix="part", entries=10_000),
    "pages": cache("CACHE_URL", prefix="page", entries=500) if env_bool("PAGE_CACHE", True) else NO_CACHE,
}

# Files, sessions, passwords

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("manual", BASE_DIR / "docs" / "pictures")]  # the manual's own
# What is published beside the texts: annexes and photographs, by their digests. No web server gives these away by
# itself: a view asks the database whether the world may read one.
FILES_ROOT = Path(env.get("FILES_ROOT", VAR_DIR / "files"))
FILES_MOST_BYTES = env_int("FILES_MOST_MEGABYTES", 20) * 1_000_000
FILES_MOST_PIXELS = env_int("FILES_MOST_MEGAPIXELS", 60) * 1_000_000
FILES_WIDTHS = (480, 960, 1600)  # of the sizes that are made of an image, in pixels
FILE_UPLOAD_HANDLERS = [
    "comunicados.files.arriving.StopAtTheLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": {
        "BACKEND": env.get("FILES_STORAGE", "django.core.files.storage.FileSystemStorage"),
        "OPTIONS": env_json("FILES_STORAGE_OPTIONS") or {"location": FILES_ROOT},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}  # what failed stays, to be seen and tried again

LOGIN_URL = reverse_lazy("admin:login")
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # the writing screen sends some fifteen for each participant of a summit

# Behind TLS (anything that is not a laptop): HTTPS=1

HTTPS = env_bool("HTTPS", False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("BEHIND_PROXY", False) else None
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# The desk's policy: what a package inlines (the editor's import map) carries a nonce; the editor sets styles.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# The public face: nothing from elsewhere, no script at all.
PUBLIC_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# Translated fields

MODELTRANSLATION_DEFAULT_LANGUAGE = "es"
MODELTRANSLATION_LANGUAGES = ("es", "en")
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = label_in_a_language
MODELTRANSLATION_ENABLE_FALLBACKS = False  # a language is public only when somebody published it in that language

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no tokens": {"()": "config.logs.HideTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no tokens"]}},
    "root": {"handlers": ["console"], "level": env.get("LOG_LEVEL", "WARNING")},
}
