"""What is put into a file that an author has written."""

import pytest

from course.content.drafting.added import Writing
from course.errors import ContentError, UsageError

MODULE = """\
# A note of mine.
id: tea
pages:
  - id: one
    text: |
      Boil it: now.

      - Pour it.

  # The next page.
  - id: two
    text: Drink it.
questions:
- id: q
  ask: How?
"""


def writing(text: str = MODULE) -> Writing:
    return Writing(text, "en/tea.yaml")


class TestItems:
    def test_go_to_the_end_of_a_list(self) -> None:
        text = writing().with_item("questions", "- id: r\n  ask: Why?\n")
        assert text == MODULE + "- id: r\n  ask: Why?\n"

    def test_keep_the_notes_between_items(self) -> None:
        text = writing().with_item("pages", "- id: three\n  text: Wash up.\n")
        head, _, tail = MODULE.partition("questions:")
        assert text == f"{head}  - id: three\n    text: Wash up.\nquestions:{tail}"

    def test_begin_a_list_that_is_not_there(self) -> None:
        text = writing("id: tea\n").with_item("questions", "- id: r\n")
        assert text == "id: tea\nquestions:\n  - id: r\n"

    def test_are_refused_where_a_list_stands_in_brackets(self) -> None:
        with pytest.raises(UsageError, match="stands in brackets"):
            writing("questions: [{id: q}]\n").with_item("questions", "- id: r\n")


class TestNames:
    def test_go_into_brackets(self) -> None:
        text = writing("modules: [a, b]  # all\nid: x\n").with_name("modules", "c")
        assert text == "modules: [a, b, c]  # all\nid: x\n"

    def test_go_below_dashes(self) -> None:
        text = writing("modules:\n  - a\nid: x\n").with_name("modules", "c")
        assert text == "modules:\n  - a\n  - c\nid: x\n"

    def test_need_a_list(self) -> None:
        with pytest.raises(UsageError, match="There is no list modules"):
            writing("id: x\n").with_name("modules", "c")


class TestKeys:
    def test_go_to_the_end_of_a_page(self) -> None:
        text = writing().with_key(("pages", 0), "figure", "figure:\n  kind: steps\n")
        added = "      - Pour it.\n    figure:\n      kind: steps\n\n  # The next page."
        assert added in text

    def test_go_into_braces_where_that_is_known(self) -> None:
        text = writing("title: {en: Tea}\n").with_key(("title",), "es", "es: x", 'es: "Un: té"')
        assert text == 'title: {en: Tea, es: "Un: té"}\n'

    def test_that_are_there_stay(self) -> None:
        with pytest.raises(UsageError, match="There is a text already"):
            writing().with_key(("pages", 0), "text", "text: x")


def test_what_cannot_be_read_is_told_with_its_place() -> None:
    with pytest.raises(ContentError, match=r"en/tea\.yaml:1:"):
        writing("a: b: c\n")
