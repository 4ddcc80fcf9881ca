"""docs/claims.md says what the course says, and nothing that must be said is missing in it."""

from __future__ import annotations

import pytest

from course.content import claims_table, loader
from course.content.carried import Carried, carried
from course.content.claims_table import Must, must_be_said
from course.content.model import Course
from tests.paths import DOCS, MODULES

PAGE = DOCS / claims_table.PAGE


@pytest.fixture(scope="module")
def behind() -> loader.Behind:
    return loader.behind(MODULES)


@pytest.fixture(scope="module")
def must() -> dict[str, Must]:
    return must_be_said(DOCS)


@pytest.fixture(scope="module")
def held(course: Course, behind: loader.Behind) -> Carried:
    return carried(course, behind)


def test_the_page_is_up_to_date(
    course: Course, behind: loader.Behind, must: dict[str, Must]
) -> None:
    text = "\n".join(claims_table.table(course, behind, must)) + "\n"
    assert PAGE.read_text(encoding="utf-8") == text, "run `make claims`"


def test_each_row_is_said_on_a_page_or_left_out_for_a_reason(
    held: Carried, must: dict[str, Must]
) -> None:
    missing = [
        name for name, row in must.items() if not (row.left_out or any(held.pages_covering(name)))
    ]
    assert missing == []


def test_nothing_covers_a_row_that_is_not_in_the_list(
    course: Course, behind: loader.Behind, must: dict[str, Must]
) -> None:
    pages = [page for module in course.modules for page in module.pages]
    covered = [page.covers for page in pages]
    covered += [claim.covers for claim in course.claims.values()]
    covered += [sign.covers for sign in behind.signs.values()]
    assert {row for rows in covered for row in rows} - must.keys() == set()


def test_what_a_row_of_safety_says_to_do_is_in_the_table(
    held: Carried, must: dict[str, Must]
) -> None:
    told = [name for name, row in must.items() if "emergency" in row.says and not row.left_out]
    assert [name for name in told if name[0] == "S" and not held.signs_covering(name)] == ["S30"]


def test_each_question_that_patients_ask_is_answered_on_a_page(
    course: Course, behind: loader.Behind
) -> None:
    answered = {name for module in course.modules for page in module.pages for name in page.answers}
    assert behind.asks.keys() - answered == set()
