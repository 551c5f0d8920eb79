"""What the styles of an OpenDocument text make of its paragraphs, spans and lists."""

from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from comunicados.intake.readers.markup import children, first

_TITLES = frozenset({"Title", "Subtitle"})
DEEPEST = 10  # levels of a list


class OdtStyles:
    """Automatic styles stand in the content, named ones beside it; they inherit, possibly in a circle."""

    def __init__(self, *roots: Element) -> None:
        self._styles = {s.get("style:name"): s for root in roots for s in root.iter("style:style")}
        self._lists = {s.get("style:name"): s for root in roots for s in root.iter("text:list-style")}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def _ancestry(self, name: str | None) -> Iterator[Element]:
        seen = set()
        while name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = style.get("style:parent-style-name")

    def is_title(self, name: str | None) -> bool:
        return any(style.get("style:name") in _TITLES for style in self._ancestry(name))

    def is_hidden(self, name: str | None) -> bool:
        for style in self._ancestry(name):
            properties = first(style, "style:text-properties")
            if properties is not None and (display := properties.get("text:display")):
                return display == "none"
        return False

    def label(self, list_style: str, level: int) -> str:
        """The next label of that list at that level; empty for a bullet."""
        here = self._level(list_style, level)
        if here is None or here.tag != "text:list-level-style-number":
            return ""
        self._counts[list_style, level] += 1
        for deeper in range(level + 1, DEEPEST + 1):
            self._counts[list_style, deeper] = 0
        count = self._counts[list_style, level] + int(here.get("text:start-value", "1")) - 1
        number = _written(count, here.get("style:num-format", "1"))
        return f"{here.get('style:num-prefix', '')}{number}{here.get('style:num-suffix', '')}".strip()

    def restart(self, list_style: str, level: int) -> None:
        self._counts[list_style, level] = 0

    def _level(self, list_style: str, level: int) -> Element | None:
        definition = self._lists.get(list_style)
        levels = [] if definition is None else list(definition)
        return next((at for at in levels if at.get("text:level") == str(level)), None)


def _written(count: int, form: str) -> str:
    if form in {"a", "A"} and 0 < count <= 26:
        return chr(ord(form) + count - 1)
    if form in {"i", "I"} and 0 < count <= 10:
        roman = "i ii iii iv v vi vii viii ix x".split()[count - 1]
        return roman if form == "i" else roman.upper()
    return str(count) if form else ""


class Changes:
    """The tracked changes that the head of the document lists: of each its author and the words it deleted."""

    def __init__(self, body: Element) -> None:
        self.authors: dict[str, str] = {}
        self.deleted: dict[str, str] = {}
        for region in body.iter("text:changed-region"):
            for change in region:
                name = region.get("text:id", "")
                creator = first(change, "office:change-info", "dc:creator")
                self.authors[name] = "" if creator is None else creator.text or ""
                if change.tag == "text:deletion":
                    paragraphs = (p for tag in ("text:p", "text:h") for p in children(change, tag))
                    self.deleted[name] = "\n".join("".join(p.itertext()) for p in paragraphs)
