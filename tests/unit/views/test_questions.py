"""How a question is asked and what is said to its answers, whatever its kind."""

from pathlib import Path

import pytest

from course.content.loader import load
from course.speech.telling import card_text, tell
from course.views.lesson import lesson_view
from course.views.model import told
from course.views.press import Pick
from course.visit.visit import Visit
from tests.answers import other_answers, right_answers
from tests.desk import context_of, reception_for
from tests.paths import TEA

COURSE = load(TEA)
CONTEXT = context_of(COURSE)


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    """A visit that has come to the estimate."""
    visit = reception_for(COURSE, tmp_path).begin("en")
    visit.enter("trying")
    while visit.question is None or visit.question.kind != "estimate":
        if visit.question is not None:
            for answer in right_answers(visit.question):
                visit.answer(answer)
        visit.next()
    return visit


def heard(visit: Visit) -> str:
    """All that is read aloud, the cards last."""
    view = lesson_view(visit, CONTEXT)
    groups = tell(told(view), CONTEXT.words, {})
    said = [said.text for group in groups for said in group]
    return "\n".join([*said, *(card_text(card, CONTEXT.words) for card in view.cards)])


def test_an_estimate_offers_its_ranges_with_what_is_counted(visit: Visit) -> None:
    view = lesson_view(visit, CONTEXT)
    assert [card.text for card in view.cards] == [
        "0 to 20 of 100 people [mmol]",
        "21 to 50 of 100 people [mmol]",
        "51 to 100 of 100 people [mmol]",
    ]
    assert heard(visit).endswith("\n51 to 100 of 100 people [mmol]")


def test_a_wrong_estimate_is_asked_once_more_with_a_hint_and_then_told(visit: Visit) -> None:
    assert visit.question is not None
    low, high = other_answers(visit.question)
    visit.answer(high)
    view = lesson_view(visit, CONTEXT)
    assert view.verdict is not None
    assert view.verdict.chose == ("51 to 100 of 100 people [mmol]",)
    assert view.next is not None
    assert view.next.label == "Try again"
    visit.next()
    assert [card.status for card in lesson_view(visit, CONTEXT).cards] == ["", "", "chosen before"]
    assert Pick(low) in [card.press for card in lesson_view(visit, CONTEXT).cards]
    visit.answer(low)
    assert "The answer: 0 to 20 of 100 people [mmol]" in heard(visit)
    assert "The reason: About 8 of 100 do." in heard(visit)
