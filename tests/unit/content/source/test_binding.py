"""Every fault of a file at once, and never more lenient than msgspec itself."""

import datetime
from typing import Any

import msgspec
import pytest

from course.content.kinds.figures import Bar, Picture, TableFigure
from course.content.kinds.questions import Option
from course.content.loader import load
from course.content.model import ChecklistItem, Claim, Module, Page, Review, Source
from course.content.source.binding import Written, bind
from course.content.source.yaml_reader import parse
from tests.paths import TEA

PAGE = "id: a\ntitle: B\n"


def bound(text: str, wanted: Any) -> Written[Any]:
    document = parse(text, "f")
    assert document.problems == []
    written: Written[Any] = Written("f", document.root)
    bind(written, wanted)
    return written


def value(text: str, wanted: Any) -> Any:
    written = bound(text, wanted)
    assert written.problems == []
    return written.value


def said(text: str, wanted: Any) -> list[str]:
    return [str(problem) for problem in bound(text, wanted).problems]


def test_types() -> None:
    item = value("{id: eat, text: 'no', when: day}", ChecklistItem)
    assert item == ChecklistItem(id="eat", text="no", when="day")
    review = value("{by: null, role: ~, on: 2026-11-22, next: null}", Review)
    assert review == Review(by=None, role=None, on=datetime.date(2026, 11, 22), next=None)


def test_null_in_quotation_marks_is_a_word() -> None:
    assert value("{by: 'null', role: null, on: null, next: null}", Review).by == "null"


def test_null_only_where_nothing_may_stand() -> None:
    assert value(PAGE + "why: null\n", Page).why is None
    assert said("id: a\ntitle: b\ngoal: c\n", Page) == [
        'f:3:1: There is no key "goal" here. Use one of: "id", "title", "text", "why", '
        '"callout", "figure", "clinic", "checklist", "check", "essential", "answers", "place", '
        '"your_place", "take_home", "triage", "covers", "formerly".'
    ]
    assert value("id: a\ntitle: 'null'\n", Page).title == "null"
    for word in ("null", "~"):
        (line,) = said(f"id: a\ntitle: {word}\n", Page)
        assert line.startswith('f:2:8: "title" is empty.')


@pytest.mark.parametrize("word", ["True", "yes", "on", "1", "TRUE"])
def test_only_true_and_false_are_true_and_false(word: str) -> None:
    text = f"{{text: a, because: b, right: {word}}}"
    assert said(text, Option) == [f'f:1:30: "right" cannot be "{word}". Write true or false.']


@pytest.mark.parametrize("day", ["2024-02-31", "20240201", "2024-2-1", "today", "2024-W01-1"])
def test_days_of_the_calendar(day: str) -> None:
    (line,) = said(f"{{sources: [a], review_by: {day}}}", Claim)
    assert line.startswith(f'f:1:27: "review_by" cannot be "{day}".')


def test_keys_that_are_words_of_python() -> None:
    bar = value("{label: a, from: 1, to: 2, source: b}", Bar)
    assert (bar.start, bar.end) == (1, 2)
    assert said("{label: a, from: 1, source: b}", Bar) == [
        'f:1:1: The key "to" is missing here. Add it.'
    ]
    assert said("{label: a, from: -1, to: 2, source: b}", Bar) == [
        'f:1:18: "from" cannot be "-1". Write a whole number from 0 to 1000000, in digits alone.'
    ]


def test_lists_in_lists() -> None:
    table = "{kind: table, caption: a, alt: b, columns: [a, b], rows: [[c, d], [e, 'f [^g]']]}"
    written = bound(table, TableFigure)
    assert written.value is not None
    assert written.value.rows == (("c", "d"), ("e", "f [^g]"))
    assert [text.path for text in written.texts][1:] == [
        ("rows", row, cell) for row in (0, 1) for cell in (0, 1)
    ]
    assert said(table.replace("[c, d]", "[c]"), TableFigure) == [
        "f:1:59: This list has 1 item. At least 2 are needed."
    ]


def test_keys_of_one_letter() -> None:
    picture = "{drawing: a, inks: y, legend: {y: bone, n: skin, '~': mark}}"
    assert value(picture, Picture).legend == {"y": "bone", "n": "skin", "~": "mark"}
    assert said(picture.replace("n: ", "no: "), Picture) == [
        "f:1:41: This has 2 characters. Shorten it to 1."
    ]


def test_every_fault_of_a_file_at_once() -> None:
    text = (
        "format: 3\nid: A B\ntitel: T\ntranslates: x\ngoal: [a]\n"
        "pages:\n"
        "  - {id: a}\n"
        "  - {id: b, title: B, text: T, figure: {kind: pie}}\n"
        "  - just a text\n"
        "questions:\n"
        "  - {kind: choice, ask: Q}\n"
        "  - {id: q}\n"
        "  - {kind: quiz}\n"
    )
    assert [line.split(": ")[0] for line in said(text, Module)] == [
        *("f:1:9", "f:2:5", "f:3:1", "f:4:1", "f:5:7"),
        *("f:7:5", "f:8:47", "f:9:5"),
        *("f:11:5", "f:11:5", "f:11:5", "f:11:5"),
        *("f:12:5", "f:13:12", "f:1:1"),
    ]


def test_a_misspelt_key_is_not_also_missing() -> None:
    assert said("id: a\ntitel: B\n", Page) == [
        'f:2:1: There is no key "titel" here. Did you mean "title"?'
    ]


def test_sound_parts_of_a_faulty_file_are_known() -> None:
    written = bound("pages:\n  - {id: a, title: A, text: B}\n  - {id: b}\n", Module)
    assert written.value is None
    assert [(path, page.id) for path, page in written.each(Page)] == [(("pages", 0), "a")]
    assert [text.path for text in written.texts] == [("pages", 0, "text")]
    assert written.names("pages") == ["a", "b"]


def test_what_is_quoted_stays_on_one_short_line() -> None:
    (line,) = said('{id: a, title: b, "x\\n' + "y" * 900 + '": c}', Page)
    assert "\n" not in line
    assert len(line) < 700


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("id: a\ntitle: '" + "x" * 61 + "'\n", Page),
        ("id: a\ntitle: ' '\n", Page),
        ("id: a\ntitle: |\n  a\n  b\n", Page),
        ("id: a_b\ntitle: a\n", Page),
        ("id: -a\ntitle: a\n", Page),
        (PAGE + "text: ''\n", Page),
        (PAGE + "checklist: []\n", Page),
        ("{}", dict[str, Source]),
        ("sources: []\n", Claim),
    ],
)
def test_faults_that_msgspec_would_find(text: str, wanted: Any) -> None:
    assert len(said(text, wanted)) == 1


def test_what_is_bound_is_what_msgspec_accepts() -> None:
    course = load(TEA)
    for module in course.modules:
        assert msgspec.convert(msgspec.to_builtins(module), Module) == module
    for source in course.sources.values():
        assert msgspec.convert(msgspec.to_builtins(source), Source) == source
    for picture in course.pictures.values():
        assert msgspec.convert(msgspec.to_builtins(picture), Picture) == picture


def test_the_types_describe_themselves_as_a_json_schema() -> None:
    schema = msgspec.json.schema(Module)
    assert schema["$defs"]["Choice"]["properties"]["options"]["maxItems"] == 5
