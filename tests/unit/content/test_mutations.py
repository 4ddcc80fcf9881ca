"""Whatever becomes of a file, it is a course or it has faults: nothing else is ever raised."""

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.content.checks import runner
from course.content.checks.draft import Draft, LanguageDraft
from course.content.kinds.figures import Picture
from course.content.loader import load
from course.content.model import Module
from course.content.pictures import rows, squared
from course.content.source.binding import Written, bind
from course.content.source.yaml_reader import parse
from course.errors import Problem
from tests.paths import BAD, TEA
from tests.slow import one_now
from tests.unit.content.course_edits import TODAY

ROUNDS = 200
PIECES = [
    *(": ", " #", "- ", "[", "]", "{", "}", "&a ", "*a ", "!t ", "|", ">", '"', "'", "\\", "%"),
    *("\n", "\n  ", "\t", "\x00", "\x1b", "\u200b", "\ud7ff", "\U0010ffff", "é", "---\n", "<<: "),
    *("null", "~", "no", "true", "-1", "99", "[^x]", "[^", "**", "`", "<b>", "](", "# ", "> "),
    *("id: ", "kind: ", "text: ", "pages:", "right: true, ", "\\e", "\\ud800", "?", "? ", ","),
]


def picture(text: str) -> Written[Picture]:
    document = parse(text, "p.yaml")
    written: Written[Picture] = Written("p.yaml", document.root, problems=document.problems)
    bind(written, Picture)
    return written


def hold(problems: list[Problem], text: str) -> None:
    """Each problem says what, at a place that is in the file, and how to mend it."""
    for problem in problems:
        assert problem.what
        assert problem.cure
        assert "\n" not in str(problem)
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1


def said(
    modules: dict[str, Written[Module]],
    pictures: dict[str, Written[Picture]],
    sources: Written[Any],
    claims: Written[Any],
) -> list[Problem]:
    """All that is said of some modules with their pictures, and of them as their translation."""
    draft = Draft(
        today=TODAY,
        languages=["en", "es"],
        course=Written("c", None),
        sources=sources,
        claims=claims,
        triage=Written("t", None),
        readings=Written("r", None),
    )
    draft.editions = [
        LanguageDraft(
            draft=draft,
            language=each,
            words=runner.vocabulary(each),
            glossary=Written(f"{each}.yaml", None),
            modules=modules,
            pictures=pictures,
        )
        for each in draft.languages
    ]
    files = {each.file for edition in draft.editions for each in edition.files}
    return [*draft.faults(), *(each for each in runner.run(draft) if each.file in files)]


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 3, 20, 200)))
        match chance.randrange(4):
            case 0:
                middle = chance.choice(PIECES)
            case 1:
                middle = ""
            case 2:
                middle = text[start:end] * chance.choice((2, 2, 30))
            case _:
                other = chance.randrange(len(text) + 1)
                middle = text[other : other + chance.choice((1, 5, 50))]
        text = text[:start] + middle + text[end:]
    return text


SOURCES = [
    TEA / "en" / "making.yaml",
    BAD / "sound" / "en" / "one.yaml",
    BAD / "sound" / "en" / "more.yaml",
]


@pytest.mark.parametrize("source", one_now(SOURCES), ids=lambda source: source.stem)
def test_mutated_modules(source: Path) -> None:
    course = load(TEA)
    known = Written("s", None, course.sources), Written("c", None, course.claims)
    shown = {"pond": picture((BAD / "sound" / "pictures" / "pond.yaml").read_text("utf-8"))}
    sound = source.read_text(encoding="utf-8")
    chance = random.Random(str(source.name))
    accepted = 0
    for _ in range(ROUNDS):
        text = mutated(sound, chance)
        document = parse(text, "m.yaml")
        written: Written[Module] = Written("m.yaml", document.root, problems=document.problems)
        bind(written, Module)
        hold(said({"m": written}, shown, *known), text)
        if written.value is not None:
            accepted += 1
            assert msgspec.convert(msgspec.to_builtins(written.value), Module) == written.value
    assert accepted


def test_mutated_pictures() -> None:
    sound = (BAD / "sound" / "pictures" / "pond.yaml").read_text(encoding="utf-8")
    sound = sound.replace("legend:", "grounds: |2\n    b b\n  ~~~~~\n\n     bb\nlegend:")
    chance = random.Random(1)
    accepted = 0
    for _ in range(5 * ROUNDS):
        text = mutated(sound, chance)
        written = picture(text)
        problems = said({}, {"pond": written}, Written("s", None), Written("c", None))
        hold(problems, text)
        if written.value is not None and not problems:
            accepted += 1
            value = squared(written.value)
            drawing, inks = value.drawing.split("\n"), value.inks.split("\n")
            widest = max(map(len, rows(value.drawing)))
            for letters in (inks, value.grounds.split("\n")):
                assert {*map(len, drawing), *map(len, letters)} == {widest}
                assert len(drawing) == len(letters) <= 18
            assert {*value.inks, *value.grounds} <= {*value.legend, " ", "\n"}
    assert accepted
