"""docs/claims.md says what the course says."""

from pathlib import Path

from course.content import claims_table
from course.content.model import Course

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def test_the_page_is_up_to_date(course: Course) -> None:
    text = "\n".join(claims_table.table(course)) + "\n"
    assert PAGE.read_text(encoding="utf-8") == text, "run `make claims`"
