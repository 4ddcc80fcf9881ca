"""A line of time that has no room to run across the page."""

from course.content.kinds.figures import Point, TimelineFigure
from course.ui.paint.figures import timeline


def test_a_word_too_long_for_a_column_turns_the_line_down_the_page() -> None:
    figure = TimelineFigure(
        caption="c",
        alt="a",
        points=tuple(
            Point(at=f"Day {n}", label="Rest", text="Antiinflammatories" * 2) for n in range(4)
        ),
    )
    text = "\n".join(line.plain for line in timeline.draw(figure, 72, {}))
    assert all(f"Day {n}" in text for n in range(4))
