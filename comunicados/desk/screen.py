"""What the writing screen shows around the admin's own form: its sections, what collides in them, the languages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.admin.helpers import AdminForm, Fieldset
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comunicados.desk import panels
from comunicados.desk.forms import FIELDS_OF, CommuniqueForm
from comunicados.desk.languages import name as language_name
from comunicados.desk.locks import Lock
from comunicados.desk.next_step import next_steps
from comunicados.desk.whole_lists import WholeList
from comunicados.document import TEXT_FIELDS
from comunicados.enums import Language, Section
from comunicados.models import Communique, Revision
from comunicados.permissions import User


@dataclass(frozen=True)
class Line:
    """One line of a stored section: what it is called and what it holds."""

    label: str
    text: str | SafeString


@dataclass(frozen=True)
class Theirs:
    """A section as somebody else saved it, to be read beside what was typed."""

    lines: list[Line]
    revision: Revision | None  # which says who and when

    @classmethod
    def of(cls, stored: Communique, section: str) -> "Theirs":
        revision = stored.revisions.filter(changed__contains=[section]).select_related("made_by").first()
        return cls(list(_lines(stored, section)), revision)


@dataclass(frozen=True)
class ShownSection:
    """A section of the form; `theirs` where what was typed was refused, `lock` and `lines` where it is only read."""

    code: str
    fieldset: Fieldset
    theirs: Theirs | None
    lock: Lock | None
    lines: list[Line]

    @classmethod
    def of(cls, form: CommuniqueForm, code: str, fieldset: Fieldset) -> "ShownSection":
        lock, is_open = form.locks.get(code), not form.fields.keys().isdisjoint(FIELDS_OF[code])
        is_refused = code in form.guard.conflicts or (lock is not None and is_open)
        return cls(
            code,
            fieldset,
            Theirs.of(form.stored, code) if is_refused else None,
            lock,
            [] if is_open else list(_lines(form.stored, code)),
        )

    @property
    def language(self) -> str:
        return self.code if self.code in Language.values else ""


def sections(adminform: AdminForm, lists: list[WholeList]) -> dict[str, Any]:
    """The form's part of the screen: three sections, and the digests that it and its lists carry.

    A list whose rows are refused is told what is stored, as the sections are.
    """
    form = cast(CommuniqueForm, adminform.form)
    shown = [ShownSection.of(form, code, fieldset) for code, fieldset in zip(FIELDS_OF, adminform, strict=True)]
    carried = form.guard.to_carry()
    for rows in lists:
        carried |= rows.guard.to_carry()
        rows.theirs = Theirs.of(form.stored, rows.section) if rows.is_refused else None
    return {"sections": shown, "opened_with": json.dumps(carried)}


def around(communique: Communique, user: User) -> dict[str, Any]:
    """The languages' part: where each is, what it lacks, what can be done, and what the registry doubts."""
    languages = panels.language_panels(communique, user)
    return {
        "panels": languages,
        "next_steps": next_steps(languages, user),
        "doubts": panels.doubts(communique),
        "deeds": panels.communique_deeds(communique, user),
    }


def _lines(stored: Communique, section: str) -> Iterator[Line]:
    if section == Section.PARTICIPANTS:
        for row in stored.participations.all():
            words = (row.name_es, row.title_es, row.name_en, row.title_en)
            yield Line(row.get_role_display(), " · ".join(filter(None, words)))
    elif section == Section.FILES:
        for file in stored.attachments.select_related("portrait_of"):
            portrait = _("portrait of %(name)s") % {"name": file.portrait_of} if file.portrait_of else ""
            words = (file.caption_es, file.caption_en, file.name, portrait)
            yield Line(file.get_role_display(), " · ".join(filter(None, words)))
    elif section == Section.FACTS:
        yield from _facts(stored)
    else:
        for field in TEXT_FIELDS:
            text = getattr(stored, f"{field}_{section}")
            yield Line(_label(field), mark_safe(text) if field == "body" else text)  # noqa: S308  (sanitized on save)


def _facts(stored: Communique) -> Iterator[Line]:
    yield Line(_label("kind"), stored.kind.name_in(get_language() or "es"))
    yield Line(_label("date"), date_format(stored.date))
    yield Line(_label("held_on"), date_format(stored.held_on) if stored.held_on else "")
    yield Line(_label("original"), stored.get_original_display())
    yield Line(_label("topics"), ", ".join(str(topic) for topic in stored.topics.all()))
    if stored.courtesy_translation:
        yield Line(_label("courtesy_translation"), _("yes"))
    if stored.counterpart_url:
        yield Line(
            _label("counterpart_url"), f"{stored.counterpart_url} ({language_name(stored.counterpart_language)})"
        )
    for first in ("first_delegation_es", "first_delegation_en"):
        if named := getattr(stored, first):
            yield Line(_label(first), named.name_in(get_language() or "es"))


def _label(field: str) -> str:
    return str(Communique._meta.get_field(field).verbose_name)  # type: ignore[union-attr]
