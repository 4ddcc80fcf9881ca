"""Whom a story about a danger sign concerns: who has their shot where the sign may come from."""

import pytest

from course.content.kinds.questions import Choice, Option, Question, Triage
from course.content.signs import Sign
from course.content.stories import concerns, places_of


def a_sign(*after: str) -> Sign:
    return Sign(sign="Red", after=after or "any", level="now", why="It burns.", short="Red")


SIGNS = {"anywhere": a_sign(), "above": a_sign("neck", "jaw")}
CHOICE = Choice(
    id="hot",
    ask="Is it hot?",
    hint="Think.",
    page="hot",
    options=(Option(text="Hot", because="It is.", right=True),),
)


def story(sign: str) -> Triage:
    return Triage(id="red", ask="It is red.", hint="Think.", page="hot", sign=sign)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (story("above"), ("neck", "jaw")),
        (story("anywhere"), ()),
        (story("of no table"), ()),
        (CHOICE, ()),
    ],
)
def test_only_a_story_can_be_about_some_places(question: Question, places: tuple[str, ...]) -> None:
    assert places_of(question, SIGNS) == places


@pytest.mark.parametrize(("place", "is_asked"), [("neck", True), ("knee", False), ("", False)])
def test_it_is_asked_of_whoever_has_their_shot_there(place: str, is_asked: bool) -> None:
    assert concerns(story("above"), SIGNS, place) is is_asked
    assert concerns(story("anywhere"), SIGNS, place)
    assert concerns(CHOICE, SIGNS, place)
