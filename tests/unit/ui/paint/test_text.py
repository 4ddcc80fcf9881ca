"""The marks of what is cited can be told from each other."""

from __future__ import annotations

from course.ui.paint.text import inline, marks

CITES = [f"source-{number}" for number in range(1, 13)]


def test_marks_that_stand_together_have_a_comma_between_them() -> None:
    said = inline("It is sore [^source-1] [^source-2][^source-12].", marks(CITES))
    assert said.plain == "It is sore¹\u02bc²\u02bc¹²."


def test_marks_with_words_between_them_have_none() -> None:
    said = inline("Sore [^source-1] and stiff [^source-2].", marks(CITES))
    assert said.plain == "Sore¹ and stiff²."


def test_where_there_are_fewer_signs_a_blank_stands_between_them() -> None:
    said = inline("Sore [^source-1] [^source-2].", marks(CITES, fewer_signs=True))
    assert said.plain == "Sore [1] [2]."
