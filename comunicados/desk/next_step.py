"""The next step of each language of a communiqué, for whoever has it open: one link, or one sentence."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.desk.panels import Deed, LanguagePanel
from comunicados.enums import Verb, Working
from comunicados.permissions import User
from comunicados.requirements import Missing

FORWARD = {Working.DRAFT: Verb.SUBMIT, Working.IN_REVIEW: Verb.APPROVE, Working.APPROVED: Verb.PUBLISH}
WAITS: dict[Verb, Promise] = {
    Verb.SUBMIT: _("Waits for a writer to submit it."),
    Verb.APPROVE: _("Waits for an editor to read it."),
    Verb.PUBLISH: _("Waits for a publisher."),
}
LIVE = _("An edit begins a correction; what is public stays until that is published.")


@dataclass(frozen=True)
class NextStep:
    """A deed that can be done now; else the first thing that is missing; else a sentence: what it waits for."""

    language: str
    words: list[tuple[str, str]]
    deed: Deed | None = None
    lack: Missing | None = None
    sentence: str = ""


def next_steps(panels: list[LanguagePanel], user: User) -> list[NextStep]:
    """None for a language that nobody has begun."""
    return [_next_step(panel, user) for panel in panels if panel.is_begun]


def _next_step(panel: LanguagePanel, user: User) -> NextStep:
    version, deeds = panel.version, {deed.verb: deed for deed in panel.deeds}
    name, words = str(version.get_language_display()), panel.words
    verb = FORWARD.get(version.state.working)
    deed = deeds.get(Verb.CONFIRM) or (deeds.get(verb) if verb else None)
    if deed is not None:
        return NextStep(name, words, deed=deed)
    if verb is None:
        return NextStep(name, words, sentence=panel.scheduled or str(LIVE))
    if not permissions.may(user, verb, on_translation=version.is_translation):
        return NextStep(name, words, sentence=str(WAITS[verb]))
    lack = next((lack for lack in panel.missing if lack.blocks), None)
    sentence = next((refused.sentence for refused in panel.refused if verb in refused.verbs), "")
    return NextStep(name, words, lack=lack, sentence=sentence)
