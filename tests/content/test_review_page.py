"""The page for the reviewer of the shipped course leaves nothing out that a patient may read."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from course import language
from course.content import loader, prose, wording
from course.content.compiled import Edition
from course.content.loader import UnderReview
from course.review import page as written
from course.review.document import Document
from tests.paths import MODULES


@pytest.fixture(scope="module")
def under() -> UnderReview:
    return loader.under_review(MODULES)


@pytest.fixture(scope="module")
def page(under: UnderReview) -> str:
    edition = Edition.of(under.course, language.load("en"), MODULES)
    made = Document(under, edition)
    return "\n".join(written.lines(made.title, "en", made.blocks(), lambda _: "data:"))


def texts(under: UnderReview) -> Iterator[str]:
    for module in under.course.modules:
        for page in module.pages:
            yield page.title
            yield from wording.of_page(page)
            for figure in wording.figures_of(page):
                yield figure.alt
                yield from figure.labels
        for question in module.questions:
            yield from wording.of_question(question)
    for sign in under.course.triage.values():
        yield from (sign.sign, sign.why, sign.short)


@pytest.mark.slow
def test_each_text_stands_in_what_patients_see(under: UnderReview, page: str) -> None:
    seen = html.unescape(re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL))
    lines = (line.rstrip(".") for text in texts(under) for line in prose.plain(text).split("\n"))
    assert [line for line in lines if line not in seen] == []


def test_each_item_stands_under_its_name(under: UnderReview, page: str) -> None:
    for name, text in under.now.items():
        assert f"<code>{html.escape(name)}</code>" in page
        assert html.escape(text) in page


class Tags(HTMLParser):
    """Notes where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[tuple[str, tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - it is handed them
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append((tag, self.getpos()))


def test_each_tag_is_closed_where_it_was_opened(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert (tags.wrong, tags.open) == ([], [])
