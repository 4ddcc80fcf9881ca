"""The report as a page: what it says, what it may do, and for whom."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from course.reports import web
from course.reports.figures import Report
from tests.unit.reports.planted import plant
from tests.unit.reports.simulator import Clinic


class Page(HTMLParser):
    """The elements of a page, and whether each that was opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@pytest.fixture(scope="module")
def faulty() -> Report:
    clinic = Clinic(1)
    plant(clinic)
    return clinic.report(600)


def written(report: Report) -> str:
    return "\n".join(web.lines(report))


def test_its_own_style_is_all_that_it_may_use(faulty: Report) -> None:
    text = written(faulty)
    (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert not [tag for tag, told in Page(text).found if "style" in told or tag == "script"]


def test_every_chart_says_in_words_what_it_shows(faulty: Report) -> None:
    pictures = [told for tag, told in Page(written(faulty)).found if tag == "svg"]
    charts = [told for told in pictures if told.get("aria-hidden") != "true"]
    assert len(charts) > 20
    assert all(told["role"] == "img" and told["aria-label"] for told in charts)
    some = [str(told["aria-label"]) for told in charts]
    whole = r"Of \d+ people: right \d+, not sure \d+, wrong \d+\."
    assert any(re.fullmatch(whole, text) for text in some)
    assert any(text.startswith("To read it takes ") for text in some)


def test_what_to_look_at_first_comes_first(faulty: Report) -> None:
    text = written(faulty)
    assert faulty.findings.first
    at = [text.index(each) for each in ("Look at these first", "Somebody could come to harm",
                                        "All figures")]  # fmt: skip
    assert at == sorted(at)


def test_a_chart_never_shows_what_the_figures_hide() -> None:
    few = Page(written(Clinic(1).report(15))).found
    told = [str(told.get("aria-label")) for tag, told in few if tag == "svg"]
    assert not [text for text in told if text.startswith(("Of ", "Started "))]
