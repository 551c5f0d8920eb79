"""What in the text of a mail is not its own: the mail it answers, the signature, the words around a forwarded one."""

import re

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _

_SIGNATURE = re.compile(r"^(?:-- ?|(?:Enviado desde|Sent from) (?:mi|my) .{1,40})$", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^[-\s>]*(?:mensaje reenviado|forwarded message|begin forwarded message|inicio del mensaje reenviado)[-:\s]*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"^[-_\s]*(?:mensaje original|original message)[-_\s]*$", re.IGNORECASE)
_FIELD = re.compile(
    r"^\s*\*?(?:de|from|para|to|cc|fecha|date|enviado|enviado el|sent|asunto|subject)\s*:", re.IGNORECASE
)
_ATTRIBUTION = re.compile(r"(?:escribió|wrote)\s*:\s*$", re.IGNORECASE)
_ATTRIBUTION_BEGINS = re.compile(r"^(?:el|on)\s", re.IGNORECASE)


def without_quotations(text: str) -> tuple[str, list[Doubt]]:
    """The mail's own words, and a doubt for each kind of thing that was dropped."""
    lines = text.replace("\r\n", "\n").split("\n")
    doubts: list[Doubt] = []
    for steps in (_take_forwarded, _drop_signature, _drop_original, _drop_quoted):
        shorter, sentence = steps(lines)
        if len(shorter) < len(lines) and any(line.strip() for line in shorter):
            lines = shorter
            doubts.append(Doubt(sentence, about="source"))
    if all(line.startswith(">") for line in lines if line.strip()):
        lines = [re.sub(r"^[> ]+", "", line) for line in lines]
        sentence = _("The mail says nothing of its own: the mail that it quotes was taken.")
        doubts.append(Doubt(sentence, about="source"))
    return "\n".join(lines), doubts


def _take_forwarded(lines: list[str]) -> tuple[list[str], str]:
    """What was forwarded is the text; what was said to whom it was sent is not."""
    at = next((number for number, line in enumerate(lines) if _FORWARDED.match(line)), None)
    if at is None:
        return lines, ""
    at += 1
    while at < len(lines) and (not lines[at].strip() or _FIELD.match(lines[at])):
        at += 1
    return lines[at:], _("The forwarded mail was taken; the words above it were dropped.")


def _drop_signature(lines: list[str]) -> tuple[list[str], str]:
    at = next((number for number, line in enumerate(lines) if _SIGNATURE.match(line)), len(lines))
    return lines[:at], _("The signature of the mail was dropped.")


def _drop_original(lines: list[str]) -> tuple[list[str], str]:
    at = next((number for number, line in enumerate(lines) if _ORIGINAL.match(line)), len(lines))
    return lines[:at], _("The mail that is answered below the text was dropped.")


def _drop_quoted(lines: list[str]) -> tuple[list[str], str]:
    kept: list[str] = []
    for number, line in enumerate(lines):
        if not line.startswith(">"):
            kept.append(line)
        elif number and not lines[number - 1].startswith(">"):
            _drop_attribution(kept)
    return kept, _("Lines quoted from another mail were dropped.")


def _drop_attribution(kept: list[str]) -> None:
    """Take back "On Monday Ana wrote:", which may stand on two lines."""
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and _ATTRIBUTION.search(kept[-1]):
        last = kept.pop()
        if kept and not _ATTRIBUTION_BEGINS.match(last) and _ATTRIBUTION_BEGINS.match(kept[-1]):
            kept.pop()
