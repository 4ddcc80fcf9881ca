"""Every row of the list that the course was written from is taught, corrected or left out for a
reason; and where its sources disagree, the patient sees both sides."""

from __future__ import annotations

import re
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
    "D2": ("stop-anti-inflammatories", "preparation/medicines"),
    "D3": ("number-of-visits", "the-visit/step-by-step"),
    "D9": ("eat-first", "preparation/sleepy"),
    "S40": ("driving-after", "recovery/your-day"),
}
"""The claim that tells each disagreement, and a page that shows it."""

SIDES_ON_THE_PAGE = {
    "preparation/medicines": ("stop-anti-inflammatories",),
    "recovery/advil-and-ice": (
        "before-after-instructions",
        "fascia-institute",
        "helmcken-aftercare",
    ),
    "recovery/your-day": ("driving-after",),
    "evidence-and-cost/short-answer": ("shoulder-2025", "sony-2025"),
    "evidence-and-cost/my-joint": ("shoulder-2025", "sony-2025", "aomrc-back", "giordano-2021"),
    "evidence-and-cost/who-says-what": (
        "bae-2021",
        "hauser-2016",
        "sit-2021",
        "cleveland-clinic",
        "acr-2019-quoted",
    ),
    "is-it-for-me/compare-better": ("shoulder-2025", "sony-2025", "kim-2010", "sij-us-trial"),
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
        "what-it-is/your-place",
        "the-visit/will-it-hurt",
        "risks/emergency-more",
        "evidence-and-cost/how-sure",
        "is-it-for-me/compare-visits",
        "is-it-for-me/compare-wrong",
        "is-it-for-me/compare-life",
        "is-it-for-me/what-matters",
        "is-it-for-me/ready-to-decide",
        "is-it-for-me/open-boxes",
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
        assert re.search(r"differ|disagree|isn't proven|[Oo]ne says|Who says what", words), name


@pytest.mark.parametrize(
    ("page", "source", "said"),
    [
        ("evidence-and-cost/my-joint", "aomrc-back", "British doctors advise against"),
        ("evidence-and-cost/my-joint", "aaos-cuff", "US bone surgeons advise against"),
        ("evidence-and-cost/who-says-what", "acr-2019-quoted", "lean against this"),
        ("evidence-and-cost/who-says-what", "cleveland-clinic", "no proven benefit"),
    ],
)
def test_who_does_not_advise_it_is_not_left_out(
    pages: dict[str, Page], page: str, source: str, said: str
) -> None:
    assert said in " ".join(words_of(pages[page]).split())
    assert source in cited_in(pages[page])


def test_what_goes_out_of_date_is_read_again_within_six_months(course: Course) -> None:
    dated = {name for name, claim in course.claims.items() if claim.review_by}
    assert dated == {"cost", "cost-of-others", "medicare", "other-plans"}
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
