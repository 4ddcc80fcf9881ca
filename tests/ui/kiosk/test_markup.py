"""What looks like markup is shown as it is written, in every place that a view has for words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from course.ui.screens.course_screen import CourseScreen

from course.content.model import Term
from course.content.prose import Paragraph, Prose, Span
from course.views.model import (
    Box,
    Button,
    Card,
    Heading,
    Note,
    Plain,
    Terms,
    Text,
    View,
)
from tests.ui.kiosk.conftest import Coming

TRAP = "[@click=quit]x[/y]"
SEEN = "[@cli"
"""A button has no room for all of it."""
NONE = View(section="Tea", blocks=(Plain("Leaves"),))
INLINE = (Span(TRAP, "plain"),)
PLACES = {
    "section": replace(NONE, section=TRAP),
    "heading": replace(NONE, blocks=(Heading(TRAP),)),
    "plain text": replace(NONE, blocks=(Plain(TRAP),)),
    "strong text": replace(NONE, blocks=(Plain(TRAP, strong=True),)),
    "paragraph": replace(NONE, blocks=(Text(Prose((Paragraph(INLINE),), ())),)),
    "label of a box": replace(NONE, blocks=(Box("key", TRAP, ()),)),
    "text of a box": replace(NONE, blocks=(Box("warning", "Take care", INLINE),)),
    "label of a note": replace(NONE, blocks=(Note(TRAP, ()),)),
    "text of a note": replace(NONE, blocks=(Note("Why", INLINE),)),
    "term": replace(NONE, blocks=(Terms((Term(term=TRAP, says="A word."),)),)),
    "meaning of a term": replace(NONE, blocks=(Terms((Term(term="Word", says=TRAP),)),)),
    "card": replace(NONE, cards=(Card("a", TRAP),)),
    "state of a card": replace(NONE, cards=(Card("a", "Leaves", status=TRAP),)),
    "mark of a card": replace(NONE, cards=(Card("a", "Leaves", mark=SEEN),)),
    "Back": replace(NONE, back=Button("a", TRAP)),
    "Extra": replace(NONE, extra=Button("a", TRAP)),
    "Next": replace(NONE, next=Button("a", TRAP)),
}


@pytest.mark.parametrize("view", PLACES.values(), ids=PLACES)
async def test_markup_is_shown_as_it_is_written(kiosk: Coming, view: View) -> None:
    class Trap(CourseScreen[None]):
        def view(self) -> View:
            return view

        def pressed(self, _action: str) -> None:
            pass

    async with kiosk(size=(100, 32)) as guest:
        await guest.press("space")
        guest.app.push_screen(Trap(guest.app._course_context))
        await guest.pilot.pause()
        await guest.pilot.pause()
        assert guest.shows(Trap)
        assert SEEN in guest.text
        assert guest.app.ended is None
