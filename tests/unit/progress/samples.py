"""Records for the tests of progress."""

from progress.records import Answer, Bookmark, PageRead, Picked

NOON = "2026-11-22T12:00:00Z"


def answer(number: int = 1, choice: str = "a1b2c3d4") -> Answer:
    return Answer(
        module="preparation",
        question=f"question-{number}",
        hash="0123456789ab",
        choice=choice,
        result="right",
        seconds=7,
        when=NOON,
    )


def page(name: str = "tell-us") -> PageRead:
    return PageRead(module="preparation", page=name, when=NOON)


def tick(item: str = "eat", ticked: bool = True) -> Picked:
    return Picked(module="preparation", page="before", item=item, ticked=ticked, when=NOON)


def at_question(number: int = 1) -> Bookmark:
    return Bookmark("question", "preparation", f"question-{number}")
