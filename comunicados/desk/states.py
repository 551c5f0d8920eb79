"""The state of a language version in words that fit a list."""

import datetime as dt

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comunicados.enums import Public, Working
from comunicados.models import Communique, LanguageVersion

NOT_WRITTEN = gettext_lazy("not written")


def words(version: LanguageVersion, communique: Communique) -> list[tuple[str, str | Promise]]:
    """One or two (code, words): what the world sees, unless nothing; how far the desk is, where that differs."""
    state = version.state
    if (state.public, state.working) == (Public.NEVER, Working.DRAFT) and not is_begun(version, communique):
        return [("empty", NOT_WRITTEN)]
    public = [] if state.public is Public.NEVER else [(state.public.value, state.public.label)]
    working = [] if state.working is Working.SAME else [(state.working.value, state.working.label)]
    return public + working


def is_begun(version: LanguageVersion, communique: Communique) -> bool:
    language = version.language
    return bool(getattr(communique, f"headline_{language}") or getattr(communique, f"body_{language}"))


def hour(moment: dt.datetime) -> str:
    """A moment on the ministry's clock, and in UTC: "15 January 2024, 12:00 (18:00 UTC)"."""
    local, utc = timezone.localtime(moment), moment.astimezone(dt.UTC)
    in_utc = formats.time_format(utc, "H:i")
    if local.date() != utc.date():
        in_utc = f"{formats.date_format(utc, 'DATE_FORMAT')}, {in_utc}"
    return _("%(day)s, %(time)s (%(utc)s UTC)") % {
        "day": formats.date_format(local, "DATE_FORMAT"),
        "time": formats.time_format(local, "H:i"),
        "utc": in_utc,
    }
