"""Every row of the list that the course was written from is taught, corrected or left out for a
reason; and where its sources disagree, the patient sees both sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from course.content import prose
from course.content.model import Course, Page
from tests.content.parts import all_pages, cited_in, words_of

ROWS = [
    *(f"A{number:02}" for number in range(1, 77)),
    *(f"B{number:02}" for number in range(1, 78)),
    *(f"D{number}" for number in range(1, 19)),
    *(f"W{number}" for number in range(1, 16)),
    # The list has no S28.
    *(f"S{number:02}" for number in range(1, 31) if number != 28),
    *(f"E{number:02}" for number in range(1, 15)),
]

BOTH_SIDES = {
    "D1": ("cost", "evidence-and-cost/cost"),
    "D2": ("stop-anti-inflammatories", "preparation/anti-inflammatories"),
    "D3": ("number-of-visits", "the-visit/more-visits"),
    "D4": ("how-old", "what-it-is/names-and-age"),
    "D5": ("who-it-is-used-for", "is-it-for-me/long-term-illness"),
    "D8": ("how-well-it-works", "evidence-and-cost/short-answer"),
    "D9": ("eat-first", "preparation/eating"),
    "D10": ("recovery-time", "recovery/timeline"),
    "D11": ("rare-harms", "risks/common-and-rare"),
    "D12": ("body-areas", "what-it-is/where-it-is-used"),
    "D13": ("skin-and-cream", "the-visit/numbing"),
    "D14": ("images", "preparation/doctor-and-scans"),
    "D15": ("veterans", "evidence-and-cost/who-pays"),
    "D16": ("other-names", "what-it-is/names-and-age"),
    "D17": ("how-it-works", "what-it-is/how-it-may-work"),
    "D18": ("how-long-it-lasts", "evidence-and-cost/hard-to-know"),
}
"""The claim that tells each disagreement, and a page that shows it."""

SIDES_ON_THE_PAGE = {
    "evidence-and-cost/cost": ("medical-news-today", "healthline"),
    "preparation/anti-inflammatories": ("medical-news-today", "healthline"),
    "the-visit/more-visits": ("medical-news-today", "healthline"),
    "is-it-for-me/long-term-illness": ("medical-news-today", "healthline", "rabago-2013"),
    "evidence-and-cost/who-says-what": (
        "healthline",
        "medical-news-today",
        "hauser-2016",
        "waluyo-2023",
        "cochrane-2007",
        "acr-2019",
    ),
    "recovery/timeline": ("healthline", "uw-family-medicine"),
    "evidence-and-cost/who-pays": ("medical-news-today", "veterans"),
}
"""Pages that say in their own text which source says what."""


@pytest.fixture(scope="module")
def taught() -> dict[str, Any]:
    text = Path(__file__).with_name("taught.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@pytest.fixture(scope="module")
def pages(course: Course) -> dict[str, Page]:
    return {f"{module.id}/{page.id}": page for module in course.modules for page in module.pages}


def test_every_row_is_in_the_list(taught: dict[str, Any]) -> None:
    assert list(taught) == ROWS


def test_each_row_has_a_page_that_says_something_or_a_reason(
    taught: dict[str, Any], pages: dict[str, Page]
) -> None:
    for row, where in taught.items():
        if isinstance(where, dict):
            assert list(where) == ["why"], row
            assert len(where["why"]) > 20, row
        else:
            named = where.split()
            assert named, row
            assert [name for name in named if name not in pages or pages[name].check] == [], row


def test_each_page_teaches_a_row_or_helps_to_act(
    taught: dict[str, Any], pages: dict[str, Page]
) -> None:
    named = [where.split() for where in taught.values() if isinstance(where, str)]
    teaching = {name for names in named for name in names}
    rest = {name for name, page in pages.items() if not page.check} - teaching
    assert rest == {
        "preparation/checklist",
        "the-visit/in-charge",
        "the-visit/tell-staff",
        "the-visit/months",
        "recovery/before-you-leave",
        "risks/who-to-call",
        "is-it-for-me/side-by-side",
        "is-it-for-me/what-matters",
        "is-it-for-me/ready-to-decide",
        "is-it-for-me/three-questions",
    }


@pytest.mark.parametrize("row", BOTH_SIDES)
def test_a_dispute_is_told_from_both_sides(
    course: Course, pages: dict[str, Page], row: str
) -> None:
    name, page = BOTH_SIDES[row]
    sides = course.claims[name].disagree
    assert len({side.source for side in sides}) >= 2
    assert len({side.says["en"] for side in sides}) == len(sides)
    assert name in cited_in(pages[page])


@pytest.mark.parametrize("page", SIDES_ON_THE_PAGE)
def test_the_page_itself_says_who_says_what(pages: dict[str, Page], page: str) -> None:
    figure = pages[page].figure
    bars = {bar.source for bar in getattr(figure, "bars", ())}
    assert set(SIDES_ON_THE_PAGE[page]) <= cited_in(pages[page]) | bars


def test_where_sources_differ_the_page_says_so_or_names_them(pages: dict[str, Page]) -> None:
    for name in SIDES_ON_THE_PAGE:
        words = words_of(pages[name])
        assert "differ" in words or "agree" in words or words.count("One ") >= 2, name


@pytest.mark.parametrize("page", ["evidence-and-cost/who-says-what", "is-it-for-me/other-choices"])
def test_a_guideline_that_advises_against_it_is_not_left_out(
    pages: dict[str, Page], page: str
) -> None:
    # American College of Rheumatology 2019: "conditionally recommended against" for knee and hip.
    assert "tend to advise against" in words_of(pages[page])
    assert "acr-2019" in cited_in(pages[page])


def test_what_goes_out_of_date_is_read_again_within_six_months(course: Course) -> None:
    dated = {name for name, claim in course.claims.items() if claim.review_by}
    assert dated == {"cost", "medicare", "other-plans", "veterans"}
    for name in dated:
        claim = course.claims[name]
        read = max(filter(None, (course.sources[each].checked for each in claim.sources)))
        assert claim.review_by is not None
        assert (claim.review_by - read).days <= 184, name


def test_every_claim_is_cited_somewhere(course: Course) -> None:
    assert set(course.claims) - cited_in(course.modules) == set()


def test_no_page_prints_the_number_that_the_list_warns_of(course: Course) -> None:
    for page in all_pages(course):
        assert "38" not in prose.plain(words_of(page)), page.id
