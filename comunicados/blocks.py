"""A body's HTML as lines of text, each with its form in words: a change of a link or of bold type is a change too."""

from html.parser import HTMLParser

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comunicados.compare import Line

BLOCKS = ("p", "h2", "h3", "li", "td", "th")
AROUND: dict[str, Promise] = {
    "h2": gettext_lazy("heading"),
    "h3": gettext_lazy("subheading"),
    "ul": gettext_lazy("list"),
    "ol": gettext_lazy("numbered list"),
    "blockquote": gettext_lazy("quotation"),
    "td": gettext_lazy("table cell"),
    "th": gettext_lazy("table heading"),
}
WITHIN: dict[str, Promise] = {"strong": gettext_lazy("bold"), "em": gettext_lazy("italic")}


def lines(html: str) -> list[Line]:
    """One for each paragraph, heading, list item or cell that has text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._text = ""
        self._forms: list[str] = []
        self._around: list[str] = []
        self._open: list[tuple[str, str, int]] = []  # tag, what it does, where in the text it began

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.end_line()
        if tag in AROUND:
            self._around.append(tag)
        elif tag in WITHIN:
            self._open.append((tag, str(WITHIN[tag]), len(self._text)))
        elif tag == "a":
            target = _("link to %(address)s") % {"address": dict(attrs).get("href") or ""}
            self._open.append((tag, target, len(self._text)))
        elif tag == "br":
            self._forms.append(_("new line after “%(words)s”") % {"words": " ".join(self._text.split()[-2:])})
            self._text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_line()
        if tag in self._around:
            self._around.remove(tag)
        if self._open and self._open[-1][0] == tag:
            _tag, what, begin = self._open.pop()
            self._forms.append(f"{what}: “{' '.join(self._text[begin:].split())}”")

    def handle_data(self, data: str) -> None:
        self._text += data

    def end_line(self) -> None:
        text = " ".join(self._text.split())
        if text:
            around = [str(AROUND[tag]) for tag in self._around]
            self.lines.append(Line(text, "; ".join([*around, *self._forms]) or _("plain paragraph")))
        self._text, self._forms = "", []
