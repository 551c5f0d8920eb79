"""What the styles and numberings of a Word document make of a paragraph."""

from collections import defaultdict
from xml.etree.ElementTree import Element

from comunicados.intake.readers.markup import children, first, value

_OFF = frozenset({"0", "false", "off", "none"})
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BODY_LEVEL = 9  # the outline level that says: this is no heading


def is_on(properties: Element | None, *tags: str) -> bool:
    """Whether a property such as `w:vanish` is set and not switched off."""
    if properties is None:
        return False
    return any((set_to := value(properties, tag)) is not None and set_to not in _OFF for tag in tags)


class Styles:
    """Styles inherit from others, possibly in a circle when the file is damaged."""

    def __init__(self, root: Element) -> None:
        self._by_id = {style.get("w:styleId"): style for style in children(root, "w:style")}

    def _ancestry(self, style_id: str | None) -> list[Element]:
        line: list[Element] = []
        while (style := self._by_id.get(style_id)) is not None and style not in line:
            line.append(style)
            style_id = value(style, "w:basedOn")
        return line

    def is_heading(self, properties: Element) -> bool:
        level = value(properties, "w:outlineLvl")
        for style in self._ancestry(value(properties, "w:pStyle")):
            name = (value(style, "w:name") or "").lower()
            if name in {"title", "subtitle"} or name.startswith("heading "):
                return True
            level = level or value(style, "w:pPr", "w:outlineLvl")
        return level is not None and level.isdigit() and int(level) < BODY_LEVEL

    def numbering(self, properties: Element) -> tuple[str, int] | None:
        """The numbering and level of a paragraph, its own or its style's."""
        sources = [properties]
        for style in self._ancestry(value(properties, "w:pStyle")):
            if (inherited := first(style, "w:pPr")) is not None:
                sources.append(inherited)
        for source in sources:
            if (number := value(source, "w:numPr", "w:numId")) is not None:
                level = value(source, "w:numPr", "w:ilvl") or "0"
                return (number, int(level) if level.isdigit() else 0) if number != "0" else None
        return None

    def is_hidden(self, style_id: str | None) -> bool:
        return any(is_on(first(style, "w:rPr"), "w:vanish") for style in self._ancestry(style_id))


class Numbering:
    """Counts as Word does: each list of the document goes on where it was left, and lower levels start anew."""

    def __init__(self, root: Element) -> None:
        abstract = {list_.get("w:abstractNumId"): list_ for list_ in children(root, "w:abstractNum")}
        self._lists = {
            number.get("w:numId"): abstract.get(value(number, "w:abstractNumId"))
            for number in children(root, "w:num")
        }
        self._restarts = {n.get("w:numId") for n in children(root, "w:num") if first(n, "w:lvlOverride") is not None}
        self._counts: dict[object, dict[int, int]] = defaultdict(dict)

    def label(self, number: str, level: int) -> str:
        """The next label of a list at a level; empty for a bullet."""
        definition = self._lists.get(number)
        levels = {} if definition is None else {at.get("w:ilvl"): at for at in children(definition, "w:lvl")}
        here = levels.get(str(level))
        if here is None or value(here, "w:numFmt") in {"bullet", "none"}:
            return ""
        counts = self._counts[number if number in self._restarts else definition]
        counts[level] = counts.get(level, _start(here) - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        label = value(here, "w:lvlText") or ""
        for at in range(level + 1):
            above = levels.get(str(at))
            if above is not None:
                count = counts.get(at, _start(above))
                label = label.replace(f"%{at + 1}", _written(count, value(above, "w:numFmt") or "decimal"))
        return label.strip()


def _start(level: Element) -> int:
    start = value(level, "w:start") or "1"
    return int(start) if start.isdigit() else 1


def _written(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 40:
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (count // worth)
            count %= worth
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)
