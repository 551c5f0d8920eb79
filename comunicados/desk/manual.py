"""The manual for press officers: `docs/manual.md` and its English counterpart as one page, a chapter at each anchor.

A heading of the second level begins a chapter; the empty `<a id="…">` in it is the chapter's name, the same in both
languages. Pictures are static files, made by `make manual`.
"""

import re
from functools import cache
from itertools import pairwise

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from comunicados.enums import Language, Verb
from comunicados.permissions import READ

DOCS = settings.BASE_DIR / "docs"
FILES = {Language.ES: DOCS / "manual.md", Language.EN: DOCS / "manual.en.md"}
PICTURES = "pictures/"  # as the manual names them; Django knows them as static files under "manual/"
MARKDOWN = MarkdownIt("commonmark").enable("table")
ANCHOR = re.compile(r'^<a id="([a-z-]+)">$')

# Where a page of the desk is about a verb, the chapter that tells of it.
OF_A_VERB = {
    Verb.SUBMIT: "review",
    Verb.SEND_BACK: "review",
    Verb.APPROVE: "review",
    Verb.RELEASE: "urgent",
    Verb.CONFIRM: "urgent",
    Verb.PUBLISH: "publishing",
    Verb.CANCEL: "publishing",
    Verb.VOID: "publishing",
    Verb.WITHDRAW: "withdrawing",
    Verb.CONCEAL: "withdrawing",
    Verb.ERASE: "withdrawing",
    Verb.SHARE: "preview-links",
    Verb.DISCARD: "writing",
    Verb.TAKE_UP: "writing",
    Verb.AGREE: "joint-texts",
    Verb.REOPEN: "joint-texts",
}


@require_safe
@permission_required(READ, raise_exception=True)
def page(request: HttpRequest) -> HttpResponse:
    language = get_language() or Language.ES
    context = {"title": _read(language)[0].content, "chapters": chapters(language), "html": html(language)}
    return render(request, "desk/manual.html", {**admin.site.each_context(request), **context})


@cache
def chapters(language: str) -> dict[str, str]:
    """The titles of the chapters by the names of their anchors, in order."""
    found, tokens = {}, _read(language)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            children = inline.children or []
            anchor = ANCHOR.match(children[0].content)
            if anchor is None:
                raise ValueError(f"A chapter without an anchor: {inline.content}")
            found[anchor[1]] = "".join(child.content for child in children if child.type == "text")
    return found


@cache
def html(language: str) -> str:
    """All chapters, below the title."""
    told = _read(language)[2:]
    for token in told:
        for child in token.children or ():
            if child.type == "image":
                _show(child)
    return str(MARKDOWN.renderer.render(told, MARKDOWN.options, {}))


def _read(language: str) -> list[Token]:
    """The manual from the words of its title on: the line above it is for readers of the file."""
    tokens = MARKDOWN.parse(FILES[Language(language)].read_text(encoding="utf-8"))
    return tokens[next(at for at, token in enumerate(tokens) if token.type == "heading_open") + 1 :]


def _show(image: Token) -> None:
    """Serve it as a static file; with its size, so that the page does not jump when it arrives."""
    name = str(image.attrs["src"]).removeprefix(PICTURES)
    with Image.open(DOCS / PICTURES / name) as picture:
        width, height = picture.size
    image.attrs |= {"src": static(f"manual/{name}"), "width": width, "height": height, "loading": "lazy"}
