"""Why a file cannot be read, in words for the officer who brought it."""

from comunicados.intake.doubts import gettext_noop as _

SENTENCES: dict[str, str] = {  # translated where they are shown
    "broken": _("The file is damaged: it cannot be read to its end. Save it again in the program that made it."),
    "encrypted": _("The file is protected with a password. Save it without one and bring it in again."),
    "scanned": _("The file holds pictures of pages and no text. Bring in the document that it was scanned from."),
    "empty": _("The file holds no text."),
    "too_large": _("The file is too large to be a communiqué."),
    "old_word": _("The file is in the format of Word before 2007 (.doc). Save it as .docx and bring it in again."),
    "unknown": _("The file is of a kind that cannot be read. These can: .docx, .odt, .pdf, .txt, .html and .eml."),
    "bomb": _("The file unpacks to far more than a document holds, and was not opened."),
    "timeout": _("The file takes too long to read, and reading it was given up."),
}


class UnreadableFile(ValueError):  # noqa: N818 - a refusal, named for the file
    """Raised instead of giving a Source. `reason` is a key of SENTENCES, and the message is its sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(SENTENCES[reason])
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableFile"], tuple[str]]:
        return UnreadableFile, (self.reason,)
