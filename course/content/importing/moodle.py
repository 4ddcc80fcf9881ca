"""Questions in Moodle XML.

Expat reads it, with every document type refused: without one there are no entities of its own, so
nothing grows while it is read, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.parsers import expat

from course.content.importing.brought import Answer, Brought, Left, Question, plain, told, why_not
from course.content.source.files import UnreadableError

DEEPEST = 30
"""Elements around each other, at most."""
_NOT_TAKEN = {
    "shortanswer": "A word cannot be typed in the course.",
    "numerical": "A number cannot be typed in the course.",
    "calculated": "A number cannot be typed in the course.",
    "cloze": "A gap in a sentence cannot be filled.",
    "gapselect": "A gap in a sentence cannot be filled.",
    "ddwtos": "A gap in a sentence cannot be filled.",
    "description": "It asks nothing; bring it in as a page.",
}


class _Element:
    """An element with what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.within: list[_Element] = []

    def all(self, tag: str) -> list[_Element]:
        """The elements of a kind that stand directly in it."""
        return [each for each in self.within if each.tag == tag]

    def said(self, *tags: str) -> str:
        """The words that stand at the end of a way of elements, without their markup."""
        at: _Element | None = self
        for tag in tags:
            at = next(iter(at.all(tag)), None) if at else None
        return _words(at.text) if at else ""


def read(text: str) -> Brought:
    """The questions of a file. Raises UnreadableError if it is no such file."""
    root = _parsed(text)
    if root.tag != "quiz":
        raise UnreadableError("This is no Moodle XML.", "Export the questions as Moodle XML.")
    questions: list[Question] = []
    left: list[Left] = []
    for element in root.all("question"):
        kind = element.attributes.get("type", "")
        if kind == "category":
            continue
        ask = element.said("questiontext", "text") or element.said("name", "text")
        found = _question(kind, ask, element)
        why = found if isinstance(found, str) else why_not(found)
        if why:
            left.append(Left(element.line, told(ask), why))
        elif isinstance(found, Question):
            questions.append(found)
        left += _pictures(element)
    return Brought(questions=tuple(questions), left=tuple(left))


def _question(kind: str, ask: str, element: _Element) -> Question | str:
    """The question, or why there is none."""
    general, line = element.said("generalfeedback", "text"), element.line
    answers = [
        Answer(
            each.said("text"),
            float(each.attributes.get("fraction") or 0) > 0,
            each.said("feedback", "text"),
        )
        for each in element.all("answer")
    ]
    match kind:
        case "multichoice":
            given = [
                Answer(a.text, a.right, a.because or (general if a.right else "")) for a in answers
            ]
            return Question("choice", line, ask, tuple(given))
        case "truefalse":
            right = next((each for each in answers if each.right), None)
            if right is None:
                return "None of its answers is right."
            is_true = right.text.lower() == "true"
            row = Answer(ask, is_true, general or right.because)
            return Question("rows", line, "Is this so?", (row,))
        case "matching":
            pairs = [
                Answer(each.said("text"), other=each.said("answer", "text"), because=general)
                for each in element.all("subquestion")
            ]
            return Question("match", line, ask, tuple(each for each in pairs if each.text))
        case "ordering":
            steps = tuple(Answer(each.text, because=each.because) for each in answers)
            return Question("order", line, ask, steps)
        case "essay":
            model = element.said("graderinfo", "text") or general
            return Question("reflect", line, ask, model=model)
        case _:
            return _NOT_TAKEN.get(kind, f'The course has no question of the kind "{kind}".')


def _pictures(element: _Element) -> Iterator[Left]:
    for each in element.within:
        if each.tag == "file":
            name = each.attributes.get("name", "")
            yield Left(each.line, told(name), "Pictures of questions are not taken over.")
        yield from _pictures(each)


def _parsed(text: str) -> _Element:
    """The outermost element. Raises UnreadableError at the first thing that cannot be read."""
    parser = expat.ParserCreate()
    outside = _Element("", {}, 1)
    around = [outside]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(around) > DEEPEST:
            what = "The elements of the file stand too deep in each other."
            raise UnreadableError(what, f"At most {DEEPEST} can.", parser.CurrentLineNumber)
        found = _Element(tag, attributes, parser.CurrentLineNumber)
        around[-1].within.append(found)
        around.append(found)

    def end(_: str) -> None:
        around.pop()

    def written(data: str) -> None:
        around[-1].text += data

    def refuse(*_: object) -> None:
        cure = "Delete what stands between <!DOCTYPE and the > behind it."
        raise UnreadableError(
            "Questions may hold no document type.", cure, parser.CurrentLineNumber
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = written
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        what = f"This is no well-formed XML: {expat.ErrorString(error.code)}."
        cure = "Export the questions once more, or mend this line."
        raise UnreadableError(what, cure, error.lineno, error.offset + 1) from None
    return outside.within[0]


class _Words(HTMLParser):
    """The words of a text in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take what is to be read."""
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class asks for it
        """Part what stands in two blocks."""
        if tag in ("p", "br", "li", "div"):
            self.words.append(" ")


def _words(written: str) -> str:
    reader = _Words()
    reader.feed(written)
    reader.close()
    return plain("".join(reader.words))
