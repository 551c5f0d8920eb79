"""What is still missing before a language of a communiqué can go out: a list, shown before the button."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.document import Document, unaccounted
from comunicados.enums import TOOK_PART, FileRole, Original, Role, Rule
from comunicados.rules import CONDUCT
from comunicados.text import links, paragraphs


@dataclass(frozen=True)
class Missing:
    """One thing to mend. `field` is the form's field; a warning (`blocks` false) lets the text pass."""

    field: str
    sentence: str | Promise
    blocks: bool = True

    @property
    def anchor(self) -> str:
        """Where on the writing screen it is mended: an id of its page."""
        return "participations-group" if self.field == "participations" else f"id_{self.field}"


HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}"  # at least one dot, no label empty or cut off
SAFE_LINK = re.compile(
    rf"https://{HOST}(?::\d{{1,5}})?(?:[/?#]\S*)?|mailto:[^\s@<>,;]+@{HOST}(?:\?\S*)?", re.IGNORECASE
)


def missing(document: Document, language: str, accounts_for: Collection[str] = ()) -> list[Missing]:
    """What the document lacks for a page in `language`, in the order of the form.

    `accounts_for`: the digests of the other text's paragraphs that this one was made from.
    """
    return [
        *_text(document[language], language),
        *_links(document[language], language),
        *_translation(document, language, accounts_for),
        *_facts(document["facts"]),
        *_participants(document, language),
        *_files(document, language),
        *_rule(document),
    ]


def _text(text: Document, language: str) -> Iterator[Missing]:
    if not text["headline"]:
        yield Missing(f"headline_{language}", _("The headline is missing."))
    if not text["place"]:
        yield Missing(f"place_{language}", _("The place of the dateline is missing."))
    if not paragraphs(text["body"]):
        yield Missing(f"body_{language}", _("The text is missing."))


def _links(text: Document, language: str) -> Iterator[Missing]:
    for address in links(text["body"]):
        if sentence := _why_odd(address):
            yield Missing(f"body_{language}", sentence, blocks=False)


def _why_odd(address: str) -> str:
    """What is odd about a link to that address, as a sentence; "" when nothing is."""
    if not address:
        return str(_("A link leads nowhere."))
    if address.lower().startswith("http://"):
        return _("The link to %(address)s is not secure (http).") % {"address": address}
    if not SAFE_LINK.fullmatch(address):
        return _("The link to %(address)s is no whole address.") % {"address": address}
    return ""


def _translation(document: Document, language: str, accounts_for: Collection[str]) -> Iterator[Missing]:
    """A text that was finished once, whose source has changed since in what it does not account for."""
    if not unaccounted(document, language, accounts_for):
        return
    if document["facts"]["original"] == Original.BOTH:
        sentence = _("The other text has changed since this one was submitted, and both are authentic: compare them.")
    else:
        sentence = _("The original has changed since it was translated.")
    yield Missing(f"body_{language}", sentence, blocks=False)


def _facts(facts: Document) -> Iterator[Missing]:
    if not facts["kind"]:
        yield Missing("kind", _("The kind is missing."))
    if not facts["date"]:
        yield Missing("date", _("The date of the dateline is missing."))
    elif facts.get("rule") == Rule.ADVISORY:
        yield from _day_to_come(facts)
    elif facts["held_on"] and facts["held_on"] > facts["date"]:
        yield Missing("held_on", _("The act is said to be held after the date of the dateline."), blocks=False)


def _day_to_come(facts: Document) -> Iterator[Missing]:
    if not facts["held_on"]:
        yield Missing("held_on", _("A media advisory needs the day of the act: it leaves the lists after it."))
    elif facts["held_on"] < facts["date"]:
        yield Missing("held_on", _("The act lies before the dateline: no list would show this."), blocks=False)


def _rule(document: Document) -> Iterator[Missing]:
    """What the rule of its kind asks of those whom a text names."""
    rule, people = document["facts"].get("rule", Rule.NONE), document["participants"]
    speakers = sum(row["role"] in TOOK_PART for row in people)
    if rule == Rule.SPEECH and people and speakers != 1:
        words = _("A speech has one speaker; %(count)s take part here.") % {"count": speakers}
        yield Missing("participations", words, blocks=False)
    elif rule == Rule.APPOINTMENT and not any(row["role"] == Role.APPOINTED for row in people):
        yield Missing("participations", _("An appointment needs whom it is about, in the role “appointed”."))
    elif rule == Rule.CONSULAR and any(row["person"] and not row["appointment"] for row in people):
        asked = _("Somebody without a post is named: does a consular notice have to name a private person?")
        yield Missing("participations", asked, blocks=False)


def _participants(document: Document, language: str) -> Iterator[Missing]:
    if not document["participants"] and CONDUCT[document["facts"].get("rule", Rule.NONE)].needs_people:
        yield Missing("participations", _("No participant is named."), blocks=False)
    for place, row in enumerate(document["participants"], start=1):
        words: dict[str, Any] = row[language]
        if not (words["name"] or words["title"] or words["organization"]):
            sentence = _("Participant %(place)s has no words in this language.") % {"place": place}
            yield Missing("participations", sentence)
        elif row["person"] and not words["name"]:
            sentence = _("Participant %(place)s has no name in this language.") % {"place": place}
            yield Missing("participations", sentence)
        elif row["person"] and row["role"] in TOOK_PART and not (row["appointment"] or words["title"]):
            sentence = _("%(name)s has no post on that day.") % {"name": words["name"]}
            yield Missing("participations", sentence, blocks=False)
        elif row["role"] == Role.APPOINTED and not (row["appointment"] or words["title"]):
            sentence = _("The post to which %(name)s is appointed is missing.") % {"name": words["name"]}
            yield Missing("participations", sentence, blocks=False)
        elif row["role"] in TOOK_PART and not row["delegation"]:
            sentence = _("%(name)s belongs to no delegation.") % {"name": words["name"] or words["title"]}
            yield Missing("participations", sentence, blocks=False)


def _files(document: Document, language: str) -> Iterator[Missing]:
    people = {row["person"] for row in document["participants"]}
    for place, row in enumerate(document["files"]):
        words, is_photograph = row[language], row["role"] == FileRole.PHOTOGRAPH
        if is_photograph and not (words["alternative"] or row["is_decorative"]):
            sentence = _("The photograph %(name)s has no alternative text in this language.") % row
            yield Missing(f"attachments-{place}-alternative_{language}", sentence)
        elif not is_photograph and not words["caption"]:
            sentence = _("The annex %(name)s has no title in this language: its file name is shown.") % row
            yield Missing(f"attachments-{place}-caption_{language}", sentence, blocks=False)
        if "portrait_of" in row and row["portrait_of"] not in people:
            sentence = _("The photograph %(name)s is the portrait of somebody who does not take part.")
            yield Missing(f"attachments-{place}-portrait_of", sentence % row)
