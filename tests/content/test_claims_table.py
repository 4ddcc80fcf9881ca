"""docs/claims.md says what the course says."""

from course.content import claims_table
from course.content.model import Course
from tests.paths import DOCS

PAGE = DOCS / "claims.md"


def test_the_page_is_up_to_date(course: Course) -> None:
    text = "\n".join(claims_table.table(course)) + "\n"
    assert PAGE.read_text(encoding="utf-8") == text, "run `make claims`"
