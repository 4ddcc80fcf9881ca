"""What looks like markup is shown as it is written, in every place that a view has for words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

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
    Verdict,
    View,
)
from course.views.press import Pick, Spot
from tests.ui.kiosk.conftest import Coming

TRAP = "[@click=quit]x[/y]"
SEEN = "[@cli"
"""Not every place has room for all of it."""
LARGE = (112, 31)
"""Has room for the tools; a smaller one sets no title in letters of its own."""
NONE = View(layout="page", section="Tea", blocks=(Plain("Leaves"),))
INLINE = (Span(TRAP, "plain"),)
CARD = Card(Pick("a"), TRAP)
VERDICT = Verdict("good", "Yes", "You chose", ("Leaves",))
PLACES = {
    "section": replace(NONE, section=TRAP),
    "how far": replace(NONE, said=TRAP),
    "title": replace(NONE, title=TRAP),
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
    "question": replace(NONE, layout="question", asked=(Heading(TRAP),)),
    "hint": replace(NONE, layout="question", hints=(Plain(TRAP),), cards=(CARD,)),
    "verdict": replace(NONE, layout="feedback", verdict=replace(VERDICT, text=TRAP)),
    "what was chosen": replace(NONE, layout="feedback", verdict=replace(VERDICT, chose=(TRAP,))),
    "card": replace(NONE, layout="question", cards=(CARD,)),
    "state of a card": replace(NONE, layout="way", cards=(Card(Pick("a"), "Leaves", TRAP),)),
    "language": replace(NONE, layout="first", languages=(CARD,)),
    "Back": replace(NONE, back=Button(Spot.BACK, TRAP)),
    "tool": replace(NONE, tools=(Button(Spot.STOP, TRAP),)),
    "Next": replace(NONE, next=Button(Spot.NEXT, TRAP)),
}


@pytest.mark.parametrize("view", PLACES.values(), ids=PLACES)
async def test_markup_is_shown_as_it_is_written(
    kiosk: Coming, monkeypatch: pytest.MonkeyPatch, view: View
) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        monkeypatch.setattr(guest.app.kiosk, "view", lambda: view)
        guest.app.show()
        shown = guest.text
        await guest.resize(*LARGE)
        assert SEEN in shown + guest.text
        assert guest.ended is None
