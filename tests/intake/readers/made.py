"""Files made for the tests: small ones by hand, so that each says exactly what it tests."""

import io
import zipfile
from email.message import EmailMessage

from fpdf import FPDF

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = " ".join(f'xmlns:{name}="{_OASIS}:{full}:1.0"' for name, full in {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing"
}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
LOREM = "La reunión permitió revisar los asuntos de la agenda bilateral y acordar los pasos siguientes. "


def zipped(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, *, more: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word document; `parts` are the contents of styles, numbering, comments, footnotes, header1, footer1."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>',
        "word/document.xml": _word("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
    }
    roots = {"header1": "hdr", "footer1": "ftr"}
    members |= {f"word/{name}.xml": _word(roots.get(name, name), inside) for name, inside in parts.items()}
    return zipped(members | (more or {}))


def _word(root: str, inside: str) -> str:
    spaces = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f"<w:{root} {spaces}>{inside}</w:{root}>"


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def word_table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold a paragraph for each line."""
    told = ("".join(f"<w:tc>{''.join(p(r(t)) for t in cell.split(chr(10)))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in told)}</w:tbl>"


def odt(body: str, *, automatic: str = "", masters: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    members: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:master-styles>{masters}</office:master-styles>"
    members["content.xml"] = f"<office:document-content {_ODF}>{content}</office:document-content>"
    members["styles.xml"] = f"<office:document-styles {_ODF}>{styles}</office:document-styles>"
    return zipped(members | (more or {}))


class Paper(FPDF):
    """A4 with margins of 20 mm and 11 point letters."""

    def __init__(self, head: str = "", numbered: bool = False) -> None:
        super().__init__()
        self.head, self.numbered = head, numbered
        self.set_margins(20, 20)
        self.set_auto_page_break(True, 25)
        self.set_font("Helvetica", size=11)
        self.add_page()

    def header(self) -> None:
        if self.head:
            self.set_font("Helvetica", size=9)
            self.cell(0, 8, self.head, new_x="LMARGIN", new_y="NEXT")
            self.set_font("Helvetica", size=11)

    def footer(self) -> None:
        if self.numbered:
            self.set_y(-15)
            self.cell(0, 5, f"Página {self.page_no()} de 9", align="C")

    def say(self, text: str) -> "Paper":
        """A paragraph, and some air below."""
        self.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT", align="L")
        self.ln(4)
        return self

    def headline(self, text: str) -> "Paper":
        self.set_font("Helvetica", "B", 16)
        self.say(text)
        self.set_font("Helvetica", size=11)
        return self

    def put(self, x: float, y: float, *lines: str) -> "Paper":
        """Lines one below the other, at a place in millimetres."""
        for number, line in enumerate(lines):
            self.text(x, y + 5 * number, line)
        return self

    def data(self) -> bytes:
        return bytes(self.output())


def mail(body: str, *attachments: tuple[str, bytes], subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ana@example.org", "prensa@example.org", "Comunicado"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body, subtype=subtype)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
