"""The words of the interface: all there, none left over, none in the code."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import language
from course.errors import UsageError
from course.views.press import Spot

CODE = [*Path(language.__file__).parent.parent.rglob("*.py")]
WORDS = language.load("en")


def calls() -> Iterator[tuple[str, ast.Call]]:
    """The name, or the pattern of names, in each call that asks for words."""
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            if called in ("words", "Word"):
                for name in names(node.args[0]):
                    yield name, node
            elif called in ("button", "tools"):
                for name in buttons(called, node.args, tree):
                    yield rf"button\.{name}", node


def buttons(called: str, args: list[ast.expr], tree: ast.Module) -> list[str]:
    """The buttons that are asked for: by a name of their own, or else by that of their spots."""
    if called == "button" and len(args) > 1:
        named = args[1]
        if isinstance(named, ast.Name):
            return [name for value in assigned(named.id, tree) for name in names(value)]
        return names(named)
    left, known = [*args], list[ast.expr]()
    while left:
        value = left.pop()
        if value not in known:
            known.append(value)
            used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
            left += [each for name in used for each in assigned(name, tree)]
    return [name for value in known for name in spots(value)]


def assigned(name: str, tree: ast.Module) -> list[ast.expr]:
    """All that a variable of a module stands for somewhere in it, or is one of."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=known)], value=value) if known == name:
                found.append(value)
            case ast.comprehension(target=ast.Name(id=known), iter=values) if known == name:
                found.append(values)
    return found


def spots(value: ast.expr) -> list[str]:
    """The names of the spots in an expression."""
    return [
        Spot[node.attr].value
        for node in ast.walk(value)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Spot"
    ]


def names(node: ast.expr) -> list[str]:
    """A regular expression for each name that an expression can give."""
    match node:
        case ast.Constant(value=str(text)):
            return [re.escape(text)]
        case ast.IfExp():
            return names(node.body) + names(node.orelse)
        case ast.JoinedStr():
            parts = (names(v)[0] if isinstance(v, ast.Constant) else ".+" for v in node.values)
            return ["".join(parts)]
        case _:
            return []


def test_every_name_that_the_code_asks_for_is_there() -> None:
    asked = {name for name, _ in calls()}
    assert asked
    missing = [n for n in asked if not any(re.fullmatch(n, w) for w in WORDS.names())]
    assert missing == []


def test_no_word_is_left_over() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    patterns = {name for name, _ in calls()}
    # A name may be put together before it is asked for.
    patterns |= {
        name
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and "." in ast.unparse(node)
        for name in names(node)
        if re.match(r"[a-z_]+\\\.", name)
    }
    # Which of them is asked for stands where a button is made.
    patterns.discard(r"button\..+")

    def used(word: str) -> bool:
        return f'"{word}"' in text or any(re.fullmatch(name, word) for name in patterns)

    # A view names its help and a dialog its message by their last or first part alone.
    by_part = re.compile(r"((?:plain\.)?help|kiosk\.pin|forgotten|not_forgotten|not_kept)\..+")
    left = [w for w in WORDS.names() if not used(w) and not by_part.fullmatch(w)]
    assert left == []


@pytest.mark.parametrize("name", sorted(WORDS.names()))
def test_words_are_calm_and_whole(name: str) -> None:
    said = WORDS.table[name]
    assert "!" not in said
    fields = [field for _, field, _, _ in string.Formatter().parse(said) if field is not None]
    assert all(field.isidentifier() for field in fields)


@pytest.mark.parametrize("spoken", language.languages())
def test_each_language_has_every_word_and_no_other(spoken: str) -> None:
    assert language.load(spoken).names() == WORDS.names()
    assert language.lacking(spoken) == []


def test_the_words_that_a_language_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "en": "name: English\ntop: {step: '{step} of {of}', rest: '{count} left', end: Done}\n",
        "es": "name: Español\ntop: {step: '{of}: {step}', rest: '{cuenta} más', end: '{'}\n",
        "fr": "name: Français\n",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    assert language.lacking("en") == []
    assert language.lacking("es") == ["top.rest", "top.end"]
    assert language.lacking("fr") == ["top.step", "top.rest", "top.end"]


def test_a_language_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(UsageError, match="Choose one of: en"):
        language.load("xx")
