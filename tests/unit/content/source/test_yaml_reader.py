"""Texts stay texts, every one knows its place, and nothing of a sentence is lost."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from course.content.source import yaml_reader
from course.content.source.nodes import Mapping, Node, Scalar, Sequence, find
from course.content.source.yaml_reader import parse, read


@pytest.fixture(params=["SafeLoader", "CSafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same is read with PyYAML's parser in Python and with the one in C."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_reader, "LOADER", getattr(yaml, request.param))


def root(text: str) -> Node:
    document = parse(text, "file.yaml")
    assert document.problems == []
    assert document.root is not None
    return document.root


def scalar(text: str, *path: str | int) -> Scalar:
    node = find(root(text), path)
    assert isinstance(node, Scalar)
    return node


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def said(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, "f").problems]


@pytest.mark.parametrize(
    "word", ["no", "on", "Yes", "12:30", "010", "1e3", "0x1f", "null", "~", "2024-02-31", "1_000"]
)
def test_nothing_is_guessed(word: str) -> None:
    assert scalar(f"key: {word}\n", "key").text == word


def test_lists_and_groups_in_both_forms() -> None:
    text = "a:\n  - {b: c, d: [e, f]}\n  - g: h\n    i:\n      - j\n"
    assert plain(root(text)) == {"a": [{"b": "c", "d": ["e", "f"]}, {"g": "h", "i": ["j"]}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: |\n  one\n  two\n", "one\ntwo"),
        ("k: >\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("k: one\n  two\n", "one two"),
        ("k: 'it''s'\n", "it's"),
        ('k: "a \\"b\\""\n', 'a "b"'),
        ("k: a [mmol] {b} *c* #d\n", "a [mmol] {b} *c* #d"),
    ],
)
def test_ways_to_write_a_text(text: str, expected: str) -> None:
    if "#" in expected:
        text = text.replace("k: ", "k: '").replace("\n", "'\n")
    assert scalar(text, "k").text == expected


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("k: one X\n", 1, 8),
        ("k: one\n  two X\n", 2, 7),
        ("k: |\n  one\n  two X\n", 3, 7),
        ("k: |\n  one\n\n    two X\n", 4, 9),
        ("k: >\n  one\n  two\n\n  three X\n", 5, 9),
        ("k: 'it''s X'\n", 1, 11),
        ('k: "a \\"b\\" \\u0041\\n X"\n', 1, 22),
        ('k: "one\n  two\n\n  X"\n', 4, 3),
        ("ä: é ü X\n", 1, 8),
        ("j: ä\nk: |\n  é ü X\n", 3, 7),
        ("k: |  # a note\n  one X\n", 2, 7),
        ("k: |2-\n    one X\n", 2, 9),
        ("k: {a: b}\nl: [c, d X]\n", 2, 10),
    ],
)
def test_place_of_a_character(text: str, line: int, column: int) -> None:
    mapping = root(text)
    assert isinstance(mapping, Mapping)
    node = list(mapping.entries.values())[-1].value
    if isinstance(node, Sequence):
        node = node.items[-1]
    assert isinstance(node, Scalar)
    assert node.place(node.text.index("X")) == (line, column)


def test_place_past_the_end_is_the_start() -> None:
    assert scalar("\nk: one\n", "k").place(99) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        "# a note\nk: one two\n",
        "format: 1   # the first\n",
        "k: 'one two'  # note\n",
        "k: [a, b]  # note\n",
        "k:  # note\n  a: b\n",
        "k: |  # note\n  one # two\n",
        "k: one#two\n",
        "k: one two\n# note\n",
        "k: one # ",
        "k: one #",
    ],
)
def test_honest_comments(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("k: see #3\n", "f:1:8:"),
        ("k: #3 helps\n", "f:1:4:"),
        ("k: take two # and rest\n", "f:1:13:"),
        ("k: take two #\n", "f:1:13:"),
        ("k:\n  - take\n    two # and rest\n", "f:3:9:"),
        ("k: {a: take two # and\n  , b: c}\n", "f:1:17:"),
        ("k: take two # and\n  rest\nl: m\n", "f:1:13:"),
    ],
)
def test_comments_that_cut_a_sentence(text: str, place: str) -> None:
    (line,) = said(text)
    assert line.startswith(f"{place} Everything after this # would be dropped.")


def test_every_fault_of_a_file_at_once() -> None:
    lines = said("a: &x 1\nb: !y 2\nb: 3\nc: see #3\n? [d]\n: e\n")
    assert [line.split()[0] for line in lines] == ["f:1:4:", "f:2:4:", "f:3:1:", "f:4:8:", "f:5:3:"]


def test_every_line_with_a_hidden_character() -> None:
    lines = said("a: \u200bb\nc: d\ne: \x07f\n")
    assert [line.split()[0] for line in lines] == ["f:1:4:", "f:3:4:"]


@pytest.mark.parametrize(
    "written",
    [
        *("a\u3164b", "a\ufe0fb", "a\u180bb", "a\u17b4b", "a\u2800b", "a\u115fb", "a\uffa0b"),
        *("a\ue000b", "a\U000f0000b", "a\U000e0100b", "e\u0301\u0302\u0303", "n\u0335\u0336\u0337"),
    ],
    ids=ascii,
)
def test_letters_that_do_not_show_are_refused(written: str) -> None:
    (line,) = said(f"a: b\nc: {written}\n")
    assert line.startswith("f:2:")
    # Neither do they get in as what YAML writes them by.
    escaped = written.encode("unicode_escape").decode()
    assert len(said(f'a: b\nc: "{escaped}"\n')) == 1


@pytest.mark.parametrize("written", ["e\u0301", "e\u0323\u0302", "a\u0308 o\u0308 u\u0308", "ñ"])
def test_one_mark_or_two_are_a_letter(written: str) -> None:
    assert said(f"a: {written}\n") == []


def test_a_file_of_another_kind_is_not_told_line_by_line() -> None:
    (told,) = said("\x01\n" * 5000)
    assert "and in 4999 more lines" in told


@pytest.mark.parametrize("text", ["#x " * 30_000 + "\n zz", "#" + " #" * 50_000])
def test_a_long_line_of_hashes_is_read_to_its_end(text: str) -> None:
    # Where each sign were compared with all before it, this would not end within minutes.
    assert len(said("a: {b: c " + text)) == 1


@pytest.mark.parametrize(
    "text",
    ["a: \u201cb: c\u201d\n", "a: \u201cgo to #3\u201d\n", "- \u201cb: c: d\u201d\n"],
)
def test_curly_quotation_marks_are_named(text: str) -> None:
    (line,) = said(text)
    assert "Curly quotation marks do not count." in line


def test_hidden_character_is_not_repeated_in_a_message() -> None:
    document = parse('"\\e]0;title": "\\u202e"\n', "f")
    assert isinstance(document.root, Mapping)
    assert list(document.root.entries) == ["\ufffd]0;title"]
    assert len(document.problems) == 2


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "{a: " * 30_000, "- " * 30_000, "? " * 30_000, "k: " + "[{" * 30_000),
        "\n".join(" " * n + "a:" for n in range(1000)),
    ],
)
def test_depth(text: str) -> None:
    (line,) = said(text)
    assert "more than 12 deep" in line


def test_twelve_deep_is_allowed() -> None:
    assert said("[" * 11 + "a" + "]" * 11) == []
    assert len(said("[" * 12 + "a" + "]" * 12)) == 1


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b\n c: d\n", "f:2:3:", "does not line up"),
        ("a:b\nc: d\n", "f:2:2:", "no space follows the colon"),
        ("a: - b\n", "f:1:4:", "A dash for a list"),
        ("a:\n  - b\n  -c\n", "f:3:3:", "No space follows the dash"),
        ("a: b\n...\nc: d\n", "f:3:1:", "The file has ended"),
        ("a: one\n  # note\n  two\nb: c\n", "f:3:3:", "has ended the text"),
        ("a: [b, c\nd: e\n", "f:1:4:", "never closed"),
        ("a: {b: c: d}\n", "f:1:9:", "still open"),
        ("a: >5 days\n", "f:1:4:", "must begin on the next line"),
        ("a: & b\n", "f:1:4:", "begin with &"),
        ("a: !<b\n", "f:1:4:", "begin with an exclamation mark"),
        ("a: @b\n", "f:1:4:", "begin with this character"),
        ("a: }\n", "f:1:4:", "begin with this character"),
        ("%FOO bar\n---\na: b\n", "f:1:1:", "begins with %"),
        ("%YAML x\n---\na: b\n", "f:1:1:", "begins with %"),
        ('a: "b\n---\nc"\n', "f:1:4:", "never closed"),
    ],
)
def test_what_the_parser_complains_of(text: str, place: str, words: str) -> None:
    (line,) = said(text)
    assert line.startswith(place)
    assert words in line


def test_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("\ufeffa: b\r\nc: |\r\n  d\r\n  e\r\n".encode())
    document = read(tmp_path, "f.yaml")
    assert document.problems == []
    assert document.root is not None
    assert plain(document.root) == {"a": "b", "c": "d\ne"}
