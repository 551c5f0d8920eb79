"""A long document in Word's format: ten pages of a final declaration, with headings, a list and a table."""

from pathlib import Path

import docx

from benchmarks.archive import PARAGRAPHS, POSTS, STATES, people

PAGES = 10
PARAGRAPHS_OF_A_PAGE = 10  # some 450 words


def write(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Comunicado conjunto No. 12")
    document.add_paragraph("Ciudad de México, 15 de marzo de 2019")
    document.add_heading("Declaración final de la reunión ministerial sobre cooperación regional", 1)
    cast = people()
    for page in range(PAGES):
        document.add_heading(f"Capítulo {page + 1}", 2)
        for place in range(PARAGRAPHS_OF_A_PAGE - 1):
            document.add_paragraph(PARAGRAPHS[place % len(PARAGRAPHS)].format(matter="cooperación"))
        document.add_paragraph(
            f"Participaron en la sesión: {'; '.join(_named(cast[page * 6 : page * 6 + 6], page))}."
        )
    table = document.add_table(rows=0, cols=2)
    for name, state in zip(cast[60:70], STATES, strict=True):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name[0], f"Embajada de {state}"
    document.save(str(path))
    return path


def _named(cast: list[tuple[str, bool]], page: int) -> list[str]:
    return [
        f"{POSTS[place % len(POSTS)][is_feminine]} de {STATES[(page + place) % len(STATES)]}, {name}"
        for place, (name, is_feminine) in enumerate(cast)
    ]
