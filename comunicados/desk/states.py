"""The state of a language version in words that fit a list."""

import datetime as dt

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from comunicados.enums import Public, Working
from comunicados.models import Communique, LanguageVersion


def words(version: LanguageVersion, communique: Communique) -> list[tuple[str, str]]:
    """One or two (code, words): what the world sees, unless nothing; how far the desk is, where that differs."""
    state = version.state
    if (state.public, state.working) == (Public.NEVER, Working.DRAFT) and not is_begun(version, communique):
        return [("empty", _("not written"))]
    public = [] if state.public is Public.NEVER else [state.public]
    working = [] if state.working is Working.SAME else [state.working]
    return [(word.value, str(word.label)) for word in (*public, *working)]


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
