"""What the writing screen says beside the text: where each language is, what it lacks, what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from comunicados import permissions
from comunicados.desk import states, verbs
from comunicados.desk.hours import told
from comunicados.desk.links import dead_links
from comunicados.enums import Verb
from comunicados.models import Communique, LanguageVersion
from comunicados.permissions import User
from comunicados.requirements import Missing


@dataclass(frozen=True)
class Deed:
    """A verb as a button: its words and the page that asks to confirm it."""

    verb: Verb
    url: str

    @property
    def label(self) -> str:
        return str(self.verb.label)


@dataclass(frozen=True)
class Refused:
    """Verbs that cannot be done now, and the one sentence that says why."""

    verbs: list[Verb]
    sentence: str


@dataclass(frozen=True)
class LanguagePanel:
    version: LanguageVersion
    words: list[tuple[str, str]]
    scheduled: str
    missing: list[Missing]
    deeds: list[Deed]
    refused: list[Refused]
    previews: str  # the page of its preview links; "" for whoever may not make them

    @property
    def is_begun(self) -> bool:
        return states.is_begun(self.version, self.version.communique)

    @property
    def public_path(self) -> str:
        """Where the world reads it now, or that it was withdrawn; "" where there is no such page."""
        return self.version.live_path or ""

    @property
    def side_by_side(self) -> str:
        """Where it stands beside the text that it follows; "" where it follows none, or one that nobody wrote yet."""
        version = self.version
        is_there = version.source and getattr(version.communique, f"headline_{version.source}")
        return side_by_side_url(version) if is_there else ""


def language_panels(communique: Communique, user: User) -> list[LanguagePanel]:
    versions = communique.versions.with_state().select_related("communique", "written_in")
    return [_panel(version, communique, user) for version in versions]


def _panel(version: LanguageVersion, communique: Communique, user: User) -> LanguagePanel:
    answers: list[tuple[Verb, str]] = [(verb, verbs.why_not(verb, version, by=user)) for verb in verbs.OF_A_LANGUAGE]
    return LanguagePanel(
        version=version,
        words=states.words(version, communique),
        scheduled=told(version.scheduled_for) if version.scheduled_for else "",
        missing=_missing(version) if states.is_begun(version, communique) else [],
        deeds=[Deed(verb, verb_url(version, verb)) for verb, sentence in answers if not sentence],
        refused=list(_by_sentence(answers)),
        previews=verb_url(version, Verb.SHARE) if permissions.may(user, Verb.SHARE) else "",
    )


def _missing(version: LanguageVersion) -> list[Missing]:
    """What the text lacks, and what is odd in it by all that the database knows."""
    return [*version.missing(), *dead_links(version.document, version.language)]


def communique_deeds(communique: Communique, user: User) -> list[Deed]:
    """The buttons on the communiqué as a whole: void its number, discard it, take it up again."""
    return [
        Deed(verb, communique_verb_url(communique, verb))
        for verb in verbs.OF_A_COMMUNIQUE
        if not verbs.why_not_communique(verb, communique, by=user)
    ]


def communique_verb_url(communique: Communique, verb: Verb) -> str:
    return reverse("desk-communique-verb", args=[communique.pk, verb.value])


def verb_url(version: LanguageVersion, verb: Verb) -> str:
    return reverse("desk-verb", args=[version.communique_id, version.language, verb.value])


def side_by_side_url(version: LanguageVersion) -> str:
    return reverse("desk-translate", args=[version.communique_id, version.language])


def doubts(communique: Communique) -> list[str]:
    """Where the registry says otherwise than the participants' words."""
    rows = communique.participations.select_related("appointment__person", "appointment__position").prefetch_related(
        "appointment__position__titles"
    )
    return [doubt for row in rows for doubt in row.doubts()]


def _by_sentence(answers: list[tuple[Verb, str]]) -> Iterator[Refused]:
    refused = sorted(((sentence, verb) for verb, sentence in answers if sentence), key=lambda pair: pair[0])
    for sentence, group in groupby(refused, key=lambda pair: pair[0]):
        yield Refused([verb for _, verb in group], sentence)
