"""A text as data: our own JSON, described in docs/json.md. Its keys only grow; what changes meaning raises FORMAT."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from comunicados import rules
from comunicados.public.addresses import address
from comunicados.public.dates import day
from comunicados.public.models import PageText, WholeAppearance
from comunicados.public.models.whole import OneVersion, PersonName, RegistryName, WholeFile
from comunicados.public.plain import plain

FORMAT = 1

Data = dict[str, Any]


class TextData:
    """Everything public about one version of a text. Of a withdrawal the notice, without what it withdraws."""

    def __init__(self, text: PageText, absolute: Callable[[str], str]) -> None:
        self.text, self.absolute = text, absolute

    def with_forms(self, forms: dict[str, str]) -> Data:
        """`forms` are the addresses of the other forms by their endings."""
        text = self.text
        is_told = not text.is_withdrawn
        return {
            "format": FORMAT,
            **self._about(),
            **self._words(),
            "correction": text.note if text.is_correction else None,
            "withdrawal": self._withdrawal() if text.is_withdrawn else None,
            "participants": [self._participant(row) for row in text.appearances] if is_told else [],
            "topics": [{"slug": topic.slug, "name": topic.name_in(text.language)} for topic in text.topics],
            "files": [self._file(file) for file in text.files] if is_told else [],
            "forms": forms,
            "pdf": {"size": text.pdf.size, "sha256": text.pdf.digest} if text.pdf else None,
            "versions": [self._version(version) for version in text.versions],
            "translation": self._translation(),
        }

    def _about(self) -> Data:
        text = self.text
        return {
            "uid": str(text.uid),
            "language": text.language,
            "address": self.absolute(text.current.path),
            "version": text.ordinal,
            "is_current": text.is_current,
            "status": text.status,
            "is_archive": text.is_archive,
            "first_published": rfc3339(text.first_live_from),
            "published": rfc3339(text.live_from),
            "kind": {"slug": text.kind.slug, "name": text.kind.name_in(text.language)},
            "number": text.number,
            "date": text.date.isoformat(),
            "held_on": text.held_on.isoformat(),
            "original": text.original,
            "is_courtesy_translation": text.courtesy_translation and text.original != text.language,
            "counterpart": self._counterpart(),
        }

    def _counterpart(self) -> Data | None:
        """The other side's own text."""
        if not self.text.counterpart_url:
            return None
        return {"language": self.text.counterpart_language, "address": self.text.counterpart_url}

    def _words(self) -> Data:
        text = self.text
        body = "" if text.is_withdrawn else text.body
        return {
            "headline": text.headline,
            "subheadline": text.subheadline,
            "place": text.place,
            "line": rules.line(text.rule, day=day(text.held_on)),
            "body_html": body,
            "body_text": plain(body),
        }

    def _withdrawal(self) -> Data:
        other = self.text.replacement
        replaced_by = {"headline": other.headline, "address": self.absolute(other.path)} if other else None
        return {"reason": self.text.note, "replaced_by": replaced_by}

    def _participant(self, row: WholeAppearance) -> Data:
        return {
            "role": row.role,
            "courtesy": row.courtesy,
            "name": row.name,
            "title": row.title,
            "organization": row.organization_words,
            "person": self._person(row.person),
            "position": self._page("position", row.position),
            "delegation": self._delegation(row.delegation),
        }

    def _person(self, person: PersonName | None) -> str | None:
        return self.absolute(address("person", slug=person.slug)) if person else None

    def _delegation(self, party: RegistryName | None) -> Data | None:
        if party is None:
            return None
        return {
            "name": party.name_in(self.text.language),
            "iso_code": party.iso_code,
            "address": self._page("party", party),
        }

    def _page(self, name: str, row: RegistryName | None) -> str | None:
        slug = row.slug_in(self.text.language) if row else ""
        return self.absolute(address(name, slug=slug)) if slug else None

    def _file(self, file: WholeFile) -> Data:
        return {
            "role": file.role,
            "address": self.absolute(file.path),
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "width": file.width,
            "height": file.height,
            "sha256": file.digest,
            "caption": file.caption,
            "alternative": file.alternative,
            "credit": file.credit,
            "portrait_of": self._person(file.portrait_of),
        }

    def _version(self, version: OneVersion) -> Data:
        return {
            "version": version.ordinal,
            "status": version.status,
            "address": self.absolute(f"{self.text.current.path}v/{version.ordinal}/"),
            "published": rfc3339(version.live_from),
            "until": rfc3339(version.live_until) if version.live_until else None,
        }

    def _translation(self) -> Data | None:
        other = self.text.translation
        return {"language": other.language, "address": self.absolute(other.path)} if other else None


def rfc3339(moment: dt.datetime) -> str:
    """With the offset of the ministry's clock, to the second."""
    return timezone.localtime(moment).isoformat(timespec="seconds")
