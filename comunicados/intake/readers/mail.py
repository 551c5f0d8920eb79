"""A mail: the document attached to it or, without one, what it says itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import PurePath

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.choice import read
from comunicados.intake.readers.failures import SENTENCES, UnreadableFile
from comunicados.intake.readers.hypertext import read_html
from comunicados.intake.readers.plain import decode, read_plain
from comunicados.intake.readers.quotations import without_quotations
from comunicados.intake.readers.source import Source, digest_of

MEDIA_TYPE = "message/rfc822"
_BEST_FIRST = (".docx", ".docm", ".odt", ".pdf", ".txt", ".html", ".htm", ".doc")
_BY_TYPE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
}
_ATTACHMENTS = 50  # that are looked at
_UNREAD = _("The attachment %(name)s was not read: %(why)s")
_TAKEN = _("%(name)s was taken.")
_WITHIN = _("attachment %(name)s: %(doubt)s")

Attachment = tuple[str, bytes]


def read_mail(data: bytes) -> Source:
    message = message_from_bytes(data, policy=policy.default)
    doubts: list[Doubt] = []
    attachments = sorted(_attachments(message), key=lambda attachment: _rank(attachment[0]))[:_ATTACHMENTS]
    refusals: list[UnreadableFile] = []
    for position, (name, content) in enumerate(attachments):
        try:
            source = read(name, content)
        except UnreadableFile as refusal:
            refusals.append(refusal)
            doubts.append(Doubt(_UNREAD, {"name": name, "why": Doubt(SENTENCES[refusal.reason])}, "source"))
            continue
        taken = Doubt(_TAKEN, {"name": name})
        others = (other for other, _content in attachments[position + 1 :])
        doubts += [Doubt(_UNREAD, {"name": other, "why": taken}, "source") for other in others]
        return _of_attachment(source, name, doubts, data)
    try:
        return _of_body(message, doubts, data)
    except UnreadableFile:
        if refusals:
            raise refusals[0] from None
        raise


def _attachments(message: Message) -> Iterator[Attachment]:
    for part in message.walk():
        suffix = _BY_TYPE.get(part.get_content_type(), "")
        name = PurePath(part.get_filename() or (f"document{suffix}" if suffix else "")).name
        if _rank(name) < len(_BEST_FIRST) or suffix:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                yield name if _rank(name) < len(_BEST_FIRST) else name + suffix, content


def _rank(name: str) -> int:
    suffix = PurePath(name.lower()).suffix
    return _BEST_FIRST.index(suffix) if suffix in _BEST_FIRST else len(_BEST_FIRST)


def _of_attachment(source: Source, name: str, doubts: list[Doubt], data: bytes) -> Source:
    where = f"attachment {name}"
    blocks = tuple(replace(block, place=f"{where}, {block.place}") for block in source.blocks)
    said = (*doubts, *(Doubt(_WITHIN, {"name": name, "doubt": doubt}, "source") for doubt in source.doubts))
    return Source(blocks, said, MEDIA_TYPE, digest_of(data))


def _of_body(message: EmailMessage, doubts: list[Doubt], data: bytes) -> Source:
    """The first text that the mail or one forwarded within it says."""
    for one in (part for part in message.walk() if isinstance(part, EmailMessage)):
        if one is not message and one.get_content_maintype() != "multipart" and one.is_attachment():
            continue
        body = _body_of(one)
        content = body.get_payload(decode=True) if body is not None else None
        if body is None or not isinstance(content, bytes) or not content.strip():
            continue
        if body.get_content_type() == "text/html":
            source = read_html(content)
            return Source(source.blocks, (*doubts, *source.doubts), MEDIA_TYPE, digest_of(data))
        text, dropped = without_quotations(_text_of(body, content))
        source = read_plain(text, data)
        return Source(source.blocks, (*doubts, *dropped, *source.doubts), MEDIA_TYPE, source.digest)
    raise UnreadableFile("empty")


def _body_of(message: EmailMessage) -> Message | None:
    """The text itself: first where somebody wrote it plainly. A saved web page has only HTML."""
    plain = message.get_body(preferencelist=("plain",))
    content = plain.get_payload(decode=True) if plain is not None else b""
    if isinstance(content, bytes) and re.search(rb"\S", content):
        return plain
    return message.get_body(preferencelist=("html",))


def _text_of(body: Message, content: bytes) -> str:
    try:
        return content.decode(body.get_content_charset() or "")
    except (LookupError, UnicodeDecodeError):  # no charset, an unknown or a wrong one
        return decode(content)[0]
