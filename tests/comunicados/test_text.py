"""The body's HTML, read without a parser where that is the same."""

import pytest

from comunicados import text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Uno.</p>",
        "<p>Uno &amp; dos.</p><p> Tres  \n cuatro. </p>",
        "<p></p><p>Uno.</p><p> </p>",
        "<p>1 &lt; 2 &gt; 0&nbsp;&eacute; &amp;amp; &#8217;</p>",
        "<p>Uno > dos.</p>",
        "<p>Uno</p> fuera <p>dos</p>",
        "<p>Uno<br>dos</p><p>Tres</p>",
        "<p>Uno</p><h2>Dos</h2><p>Tres</p>",
        "fuera",
    ],
)
def test_paragraphs_are_those_that_the_parser_finds(html):
    reader = text._BlockReader()
    reader.feed(html)
    reader.close()

    assert text.paragraphs(html) == reader.blocks()
