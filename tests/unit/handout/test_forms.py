"""A page in each of its forms says the same, whole and in the same order."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from typing import Any

import pypdf
import pytest
from msgspec import structs

from course.handout import paper, text, web
from course.handout.model import Band, Group, Handout, Item, Part
from course.handout.paper import Size
from course.handout.slip import slip
from tests.desk import context_of
from tests.unit.handout.visits import BARE, FULL, VISIT, longest, shipped, shortest, taken, words

SIZES: tuple[Size, ...] = ("letter", "a4")


def kept(handout: Handout) -> Handout:
    """The page of a person whose visit is kept, at a time when something on it is out of date."""
    say = context_of(shipped()).words
    code = say("handout.code", code="482 719 360")
    checked, *others = handout.foot
    foot = (f"{say('page.out_of_date')} {checked}", *others)
    return structs.replace(handout, under=(*handout.under, code), foot=foot)


PAGES = {
    "shortest": taken(shortest()),
    "shortest at a clinic": taken(shortest(), FULL, VISIT),
    **{
        f"longest, {place or 'no place'}": kept(taken(longest(place), FULL, VISIT))
        for place in ("", "knee", "ribs", "pelvis")
    },
    "longest, nothing set": kept(taken(longest("pelvis"), BARE)),
    "slip": slip(longest("back"), context_of(shipped())),
}
STRANGE = Handout(
    language="en",
    title="#set <b>x</b> *bold* $1$",
    under=("_one_ \\ two", "@there [brackets]"),
    help="`help`",
    bands=(Band("home", "✓", "= Rest", "// gone?", (Group(("a < b & c", "- list"), "~after~"),)),),
    unsure="Not *sure*",
    parts=(Part("1. <script>", (Item("#panic()", "☑", "/* lead */"),)),),
    foot=("\"quoted\" 'single'", "http://example.org"),
)


class Heard(HTMLParser):
    """The words of an HTML page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name and value for name, value in attrs)
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title"):
            self.said.append(data)


def opened(handout: Handout, size: Size = "letter") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(paper.pdf(handout, size)))


def letters(said: str) -> str:
    """A text without the blanks, of which a PDF has its own."""
    return re.sub(r"\s", "", said)


@pytest.mark.parametrize("name", PAGES)
def test_lines_of_text_are_as_wide_as_a_terminal(name: str) -> None:
    lines = list(text.lines(PAGES[name]))
    assert max(map(len, lines)) <= text.WIDTH
    assert not any("\n" in line or line != line.rstrip() for line in lines)


@pytest.mark.parametrize("handout", [*PAGES.values(), STRANGE], ids=[*PAGES, "strange"])
def test_a_web_page_says_what_the_text_says(handout: Handout) -> None:
    page = "\n".join(web.lines(handout))
    assert letters("".join(Heard(page).said)) == letters(words(handout))
    assert "<script" not in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_pdf_is_one_page_that_says_what_the_text_says(name: str, size: Size) -> None:
    found = opened(PAGES[name], size)
    assert len(found.pages) == 1
    assert letters(found.pages[0].extract_text()) == letters(words(PAGES[name]))


def test_nothing_in_a_text_is_markup_on_paper() -> None:
    said = "".join(page.extract_text() for page in opened(STRANGE).pages)
    assert letters(said) == letters(words(STRANGE))


def test_a_pdf_is_tagged_named_and_has_its_fonts_within_it() -> None:
    found = opened(PAGES["shortest"])
    catalog: Any = found.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert found.metadata
    assert found.metadata.title == PAGES["shortest"].title
    xmp = found.xmp_metadata
    assert xmp
    assert b"pdfuaid:part" in xmp.stream.get_data()
    page: Any = found.pages[0]
    for font in page["/Resources"]["/Font"].values():
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert any(key.startswith("/FontFile") for key in described)


def test_no_letter_on_paper_is_smaller_than_twelve_points() -> None:
    sizes: set[float] = set()

    def visit(said: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if said.strip():
            sizes.add(round(abs(matrix[3]) * size, 1))

    for handout in PAGES.values():
        opened(handout).pages[0].extract_text(visitor_text=visit)
    assert min(sizes) >= 12
