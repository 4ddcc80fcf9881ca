"""What the eye is to meet first: the question that is to be answered, and what became of it."""

from __future__ import annotations

import msgspec
import pytest
from textual.geometry import Size

from course.ui.paint.sheet import Sheet
from course.ui.paint.text import sentences
from course.ui.styles.themes import LIGHT
from course.views.model import Card, Note, Plain, Verdict, View
from course.views.press import Pick
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import BACK, LARGE, NEXT, SMALL, in_letters, kit, shown

CARDS = (Card(Pick("a"), "Yes"), Card(Pick("b"), "No"))
STORY = "You took Tylenol. Now you have a cold."
ACCENT = LIGHT.variables["accent"]


def asked(said: str, **more: object) -> View:
    view = View(
        layout="question", section="Tea", asked=(Plain(said, strong=True),), cards=CARDS,
        card_first=True, back=BACK, help="question",
    )  # fmt: skip
    return msgspec.structs.replace(view, **more)


def sheet(view: View, size: tuple[int, int]) -> Sheet:
    return Sheet(view, Size(*size), kit())


def colored(view: View, size: tuple[int, int], said: str) -> list[bool]:
    """Of each piece of a screen with these words, whether it has the color of a title."""
    return [
        piece.style is not None
        and piece.style.color is not None
        and piece.style.color.name == ACCENT
        and bool(piece.style.bold)
        for row in sheet(view, size).rows(0, None)
        for piece in row
        if said in piece.text
    ]


class TestQuestion:
    @pytest.mark.parametrize("size", [SMALL, (80, 24)])
    def test_on_a_small_screen_it_stands_where_titles_do_and_as_loud(
        self, size: tuple[int, int]
    ) -> None:
        view = asked(f"{STORY} What do you check?")
        rows = shown(view, size)
        assert rows[3].strip().startswith("You took Tylenol.")
        assert colored(view, size, "You took Tylenol.") == [True]

    @pytest.mark.parametrize("size", [LARGE, (160, 50)])
    def test_on_a_large_one_its_last_sentence_is_the_title(self, size: tuple[int, int]) -> None:
        drawn = sheet(asked(f"{STORY} What do you check?"), size)
        rows = drawn.rows(0, None)
        assert in_letters("What do you check?", rows)
        text = "\n".join(row.text for row in rows)
        assert "You took Tylenol." in text
        assert "What do you check?" not in text
        assert drawn.over == 0

    def test_where_it_is_too_long_for_that_it_has_a_panel(self) -> None:
        said = f"Which of the {'many ' * 20}reasons counts most?"
        rows = shown(asked(said), LARGE)
        first = next(row for row in rows if "Which of the" in row)
        assert first.lstrip().startswith("█")
        assert colored(asked(said), LARGE, "Which of the") == [True]

    @pytest.mark.parametrize("size", [SMALL, LARGE, (160, 50)])
    def test_a_title_that_asks_nothing_is_never_louder(self, size: tuple[int, int]) -> None:
        view = asked("Is it?", title="What do you know?")
        rows = sheet(view, size).rows(0, None)
        assert not in_letters("What do you know?", rows)
        assert colored(view, size, "What do you know?") == [False]

    def test_a_story_is_asked_by_its_title(self) -> None:
        stories = [(name, view) for name, view in views.every(MODULES) if view.title_asks]
        assert stories
        for name, view in stories:
            assert "?" in view.title, name
            assert in_letters(view.title, sheet(view, LARGE).rows(0, None)), name
            assert view.title in "\n".join(shown(view)), name

    def test_every_question_of_the_course_is_asked_once(self) -> None:
        for name, view in views.every(MODULES):
            if view.layout == "question" and not view.title:
                first = view.asked[0]
                assert isinstance(first, Plain)
                assert "".join(shown(view)).count(first.text[:30]) == 1, name

    def test_what_a_part_asks_stands_below_it(self) -> None:
        part = Note("1 of 2", ())
        view = asked("Is it hot?")
        view = msgspec.structs.replace(view, asked=(*view.asked, part))
        for size in (SMALL, LARGE):
            assert "1 of 2" in "\n".join(shown(view, size))


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Is that so?", ["Is that so?"]),
        ("It hurts. Is that so?", ["It hurts.", "Is that so?"]),
        ("You see Dr. Ann. What now?", ["You see Dr. Ann.", "What now?"]),
        ("Take 2.5 cups. Why?", ["Take 2.5 cups.", "Why?"]),
        ("Le duele. ¿Es así?", ["Le duele.", "¿Es así?"]),
        ("It comes, e.g. at night. Why?", ["It comes, e.g. at night.", "Why?"]),
    ],
)
def test_a_text_falls_into_its_sentences(said: str, parts: list[str]) -> None:
    assert sentences(said) == parts


def told(verdict: str, *, words: int = 10) -> View:
    return View(
        layout="feedback", section="Tea", asked=(Plain("Is it hot?"),),
        verdict=Verdict("danger", verdict, "You chose", ("No",)),
        blocks=(Plain("word " * words),), back=BACK, next=NEXT, help="feedback",
    )  # fmt: skip


class TestVerdict:
    @pytest.mark.parametrize("size", [LARGE, (160, 50)])
    def test_of_a_long_one_the_first_sentence_is_as_large_as_a_short_one(
        self, size: tuple[int, int]
    ) -> None:
        rows = sheet(told("It could hurt you. Good to try it here."), size).rows(0, None)
        assert in_letters("It could hurt you.", rows)
        assert "Good to try it here." in "\n".join(row.text for row in rows)

    def test_one_long_sentence_stands_in_two_lines(self) -> None:
        said = "You need help much faster than that."
        assert in_letters(said, sheet(told(said), LARGE).rows(0, None))

    def test_it_gives_way_to_what_is_to_be_read(self) -> None:
        drawn = sheet(told("You need help much faster than that.", words=140), LARGE)
        assert drawn.over == 0

    def test_every_verdict_of_the_course_is_large_on_a_large_screen(self) -> None:
        for name, view in views.every(MODULES):
            if view.verdict is not None:
                first = sentences(view.verdict.text)[0]
                assert in_letters(first, sheet(view, LARGE).rows(0, None)), name

    def test_on_a_small_screen_all_are_bold_on_the_same_band(self) -> None:
        view = told("It could hurt you. Good to try it.")
        rows = sheet(view, SMALL).rows(0, None)
        (piece,) = [piece for row in rows for piece in row if "It could hurt" in piece.text]
        assert piece.style is not None
        assert piece.style.bold
