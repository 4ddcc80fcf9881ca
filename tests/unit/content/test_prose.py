"""The small Markdown of the course."""

import pytest

from course.content import prose
from course.content.prose import Bullets, Cite, Paragraph, Span


def plain_text(text: str) -> tuple[prose.Block, ...]:
    return (Paragraph((Span(text, "plain"),)),)


def test_paragraphs_and_styles() -> None:
    parsed = prose.parse("One **two** *three*\nfour.\n\nFive ***six***.")
    assert parsed.faults == ()
    assert parsed.blocks == (
        Paragraph(
            (
                Span("One ", "plain"),
                Span("two", "strong"),
                Span(" ", "plain"),
                Span("three", "stress"),
                Span(" four.", "plain"),
            )
        ),
        Paragraph((Span("Five ", "plain"), Span("six", "strong"), Span(".", "plain"))),
    )


def test_lists() -> None:
    parsed = prose.parse("First:\n\n- a\n- **b**\n  c\n\n1. d\n2. e [^x]\n")
    assert parsed.faults == ()
    assert parsed.blocks[1:] == (
        Bullets(((Span("a", "plain"),), (Span("b", "strong"), Span(" c", "plain"))), ordered=False),
        Bullets(((Span("d", "plain"),), (Span("e ", "plain"), Cite("x", 35))), ordered=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "dose [mmol] x",
        "take [with food]",
        "[/b] and [@click=app.quit]x[/]",
        "[link='https://example.org']y",
        "[mmol]: as on the label",
        "&amp; &#x1b; &nbsp;",
        "2 * 3 * 4",
        "a_b_c and _ and __",
        "a lone * star",
        "5 < 6 and 7 > 6, <3",
        "a ` b",
        "~~x~~ :smile: https://example.org",
        "[x](",
    ],
)
def test_all_else_stays_as_it_is_written(text: str) -> None:
    assert prose.parse(text) == prose.Prose(plain_text(text))
    assert prose.parse_inline(text) == prose.Sentence((Span(text, "plain"),))
    assert prose.plain(text) == text


def test_a_backslash_takes_the_meaning_from_a_mark() -> None:
    assert prose.parse(r"\*a\* \[^b] \- c").blocks == plain_text("*a* [^b] - c")


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("# One", "#", "heading"),
        ("One\n===", "One", "heading"),
        ("One\n\nsee [two](https://x.org) there", "[two]", "link"),
        ("see <https://x.org>", "<", "link"),
        ("a <b>", "<b>", "HTML"),
        ("<div>\nx\n</div>", "<div>", "HTML"),
        ("a <!-- b --> c", "<!--", "HTML"),
        ("- one\n- ![two](three.png)", "![two]", "image"),
        ("one\ntwo `three`", "`three`", "Code"),
        ("a\n\n    b", "    b", "four spaces"),
        ("a\n\n```\nb\n```", "```", "code"),
        ("a\n\n> b", "> b", "begins with >"),
        ("a\n\n***\n\nb", "***", "rule"),
        ("| a | b |\n|---|---|\n| c | d |", "|", "table"),
        ("- a\n  - b", "  - b", "inside another"),
        ("- a\n\n  b", "  b", "empty line"),
        ("- a\n-\n- b", "-\n- b", "empty"),
        ("One\n\n3. two", "3. two", "begins with 1"),
        ("a _b_", "_b_", "Underscores"),
        ("a __b__", "__b__", "Underscores"),
        ("- a\n- b [^C d] e", "[^C", "mark of a source"),
        ("a [^b", "[^b", "mark of a source"),
        ("a [^]", "[^]", "mark of a source"),
    ],
)
def test_what_cannot_be_shown_is_named_at_its_place(text: str, at: str, words: str) -> None:
    fault = prose.parse(text).faults[0]
    assert words in fault.what
    assert text[fault.offset :].startswith(at)
    assert fault.cure


def test_every_fault_of_a_text() -> None:
    assert len(prose.parse("# A\n\n`b` <br> [c](d)\n\n> e").faults) == 5


@pytest.mark.parametrize("text", ["one\n\ntwo", "one\n- two", "- one", "1. one\n2. two"])
def test_a_sentence_is_one_paragraph(text: str) -> None:
    (fault,) = prose.parse_inline(text).faults
    assert "one paragraph" in fault.what


def test_citations_in_their_order_and_place() -> None:
    text = "One [^b-2].\n\n- two [^a]\n- three **four [^b-2]**\n"
    assert prose.cited(text) == ("b-2", "a", "b-2")
    cites = [each for each in prose.parse(text).inlines if isinstance(each, Cite)]
    assert all(text[cite.offset :].startswith(f"[^{cite.id}]") for cite in cites)


def test_words_alone() -> None:
    text = "**One** two. [^a] Three.\n\n- four\n- *five* [^b]\n"
    assert prose.plain(text) == "One two. Three.\nfour\nfive"


def test_verbatim() -> None:
    assert prose.verbatim("**a** [^b]") == (Span("**a** [^b]", "plain"),)


@pytest.mark.parametrize("unit", ["[", "![", "*a ", "<", "`", "[a](", "> ", "- ", "\\", "[^a] "])
def test_long_rubbish_is_parsed(unit: str) -> None:
    prose.parse(unit * (4000 // len(unit)))
