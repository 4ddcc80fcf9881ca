"""The page leads nowhere that is not in it, fetches nothing, and says all that a visit can say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec import structs

from course.clinic import Clinic
from course.content import prose
from course.content.compiled import Edition
from course.flow import rehearsal
from course.language import Words
from course.speech.telling import tell
from course.views.model import Drawing, View, told
from course.web.page import WORKER, worker
from tests.unit.web.conftest import CLINIC, page
from tests.unit.web.reading import Read


def test_every_link_leads_to_a_section_that_is_there(read: Read) -> None:
    ids = set(read.ids)
    links = [e for e in read.elements if e.tag == "a"]
    assert len(links) > 50
    for link in links:
        target = link.attributes["href"]
        assert target.startswith("tel:") or target.removeprefix("#") in ids, target
        assert link.attributes.get("data-then", "first") in ids


def test_no_section_has_the_id_of_another(read: Read) -> None:
    ids = [e.attributes["id"] for e in read.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))


def test_every_section_can_be_reached_by_links(read: Read) -> None:
    leads: dict[str, set[str]] = {}
    for link in (e for e in read.elements if e.tag == "a"):
        leads.setdefault(link.section, set()).add(link.attributes["href"].removeprefix("#"))
    reached, left = {"first"}, ["first"]
    while left:
        new = leads.get(left.pop(), set()) - reached
        reached |= new
        left += new
    assert set(read.ids) - reached == set()


def test_nothing_is_fetched_from_elsewhere(read: Read) -> None:
    for element in read.elements:
        if element.tag not in ("a", "use"):
            assert not {"src", "href", "srcset", "action", "style"} & set(element.attributes)
        assert not [name for name in element.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org)\S+\.(?:js|css|woff)", read.html)
    policy = next(e for e in read.elements if "http-equiv" in e.attributes).attributes["content"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "connect-src" not in policy


def views(edition: Edition, clinic: Clinic) -> Iterator[View]:
    """Every view that a visit comes to, but those that have a code."""
    yield from rehearsal.everything(edition, clinic)


LEFT_OUT = (
    "forget",
    "forgotten",
    "not_forgotten",
    "not_kept",
    "about.kept",
    "code",
    "welcome",
    "words.title",
)
"""What is said only where visits are kept under a code."""


@pytest.mark.parametrize("name", ["tea", "visit"])
def test_all_that_a_visit_can_say_stands_in_it(name: str, request: pytest.FixtureRequest) -> None:
    edition, read = request.getfixturevalue(name), request.getfixturevalue(f"{name}_page")
    written = " ".join(" ".join(e.text.split()) for e in read.elements if e.tag == "section")
    words = edition.words
    ours = {words.table[each] for each in words.names() if each.startswith(LEFT_OUT)}
    for view in views(edition, structs.replace(CLINIC, evaluation="off")):
        for part in said_in(view, words):
            if not any(part in each for each in ours):
                assert bare(part) in bare(written), part


def test_a_question_is_the_title_of_its_section(tea: Edition, tea_page: Read) -> None:
    titles = {" ".join(each.text.split()) for each in tea_page.elements if each.tag == "h1"}
    on_pages = {
        page.check.question for module in tea.course.modules for page in module.pages if page.check
    }
    questions = [each for module in tea.course.modules for each in module.questions]
    own = [each for each in questions if each.id not in on_pages and not each.tells_story]
    assert own
    assert {each.ask for each in own} <= titles
    assert tea.words("question.story") in titles


def said_in(view: View, words: Words) -> Iterator[str]:
    """What a view says, sentence by sentence. A figure that is made of words stands for itself."""
    for block in told(view):
        if isinstance(block, Drawing):
            yield from block.figure.labels
            yield from map(prose.plain, block.figure.shown)
            continue
        for group in tell([block], words, {}):
            for said in group:
                yield from re.split(r"(?<=[:.?])\s", said.text)


def bare(text: str) -> str:
    """Without blanks and signs, and what is only heard."""
    return re.sub(r"\W|Picture", "", text)


def test_a_text_is_never_taken_for_a_part_of_the_page(read: Read) -> None:
    assert "The <Clinic>" in read.text_of("take")
    assert "<Clinic>" not in read.html


def test_the_same_course_gives_the_same_page(tea: Edition) -> None:
    assert page(tea).html() == page(tea).html()


def test_another_page_has_another_worker() -> None:
    assert worker("one") != worker("two")
    assert "EDITION" not in worker("one")
    assert WORKER == "worker.js"


def test_a_language_has_its_own_sections_and_a_link_from_the_others(visit: Edition) -> None:
    read = Read(page(visit, visit).html())
    assert "en:first" in read.ids
    ours = [e for e in read.elements if e.tag == "a" and not e.section.startswith("en:")]
    across = [e for e in ours if e.attributes["href"].startswith("#en:")]
    assert [(e.section, e.attributes["href"]) for e in across] == [("first", "#en:first")]


def test_the_page_for_paper_has_no_script_and_every_answer(tea: Edition) -> None:
    html = page(tea).printable()
    read = Read(html)
    assert not [e for e in read.elements if e.tag == "script"]
    whole = " ".join(html.split())
    for module in tea.course.modules:
        assert module.title in whole
        for each in module.questions:
            assert each.ask.replace("'", "&#x27;") in whole
