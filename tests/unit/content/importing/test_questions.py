"""Questions of other programs: what the course can ask is taken over, the rest is told with why."""

import pytest

from course.content.importing import gift, moodle, table
from course.content.importing.brought import Brought
from course.content.source.files import UnreadableError

GIFT = r"""// A comment
$CATEGORY: Falls

::Rails:: Which rail do you hold? {
  =The one on the strong side # It carries you.
  ~The weak one # It may give way.
  ~None
}

A rug can make you fall. {TRUE # False is not so. # It slips.}

You need no light at night. {F}

Match the words. {
  =Cane -> One hand
  =Walker -> Two hands
}

Tell how you get up. {####Slowly\, and holding on.}

How many stairs? {#12:2}

What do you hold? {=rail =banister}

A cane goes in the {=strong ~weak} hand.

Two are right. { ~%50%A ~%50%B ~C }

Just some words.
"""

MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/Falls</text></category></question>
  <question type="multichoice">
    <name><text>Rails</text></name>
    <questiontext format="html"><text><![CDATA[<p>Which rail do you <b>hold</b>?</p>]]></text>
      <file name="rail.png" encoding="base64">AAAA</file></questiontext>
    <single>true</single>
    <answer fraction="100" format="html"><text>The strong &amp; near one</text>
      <feedback><text>It carries you.</text></feedback></answer>
    <answer fraction="0"><text>The weak one</text><feedback><text></text></feedback></answer>
  </question>
  <question type="truefalse"><questiontext><text>A rug can make you fall.</text></questiontext>
    <answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer>
  </question>
  <question type="matching"><questiontext><text>Match.</text></questiontext>
    <subquestion><text>Cane</text><answer><text>One hand</text></answer></subquestion>
    <subquestion><text>Walker</text><answer><text>Two hands</text></answer></subquestion>
  </question>
  <question type="ordering"><questiontext><text>Get up.</text></questiontext>
    <answer fraction="1"><text>Sit</text></answer><answer fraction="2"><text>Wait</text></answer>
    <answer fraction="3"><text>Stand</text></answer>
  </question>
  <question type="essay"><questiontext><text>Tell it.</text></questiontext></question>
  <question type="cloze"><questiontext><text>A {1:SA:=b}</text></questiontext></question>
  <question type="numerical"><questiontext><text>How many?</text></questiontext></question>
</quiz>
"""

CSV = """question,right,wrong 1,wrong 2,because,hint
"Which rail, and why?",The strong one,The weak one,None,"It carries you, up and down.",Think
Only one answer?,Yes,,,,
"""


def asked(brought: Brought) -> list[tuple[str, str]]:
    return [(each.kind, each.ask) for each in brought.questions]


def test_gift() -> None:
    brought = gift.read(GIFT)
    assert asked(brought) == [
        ("choice", "Which rail do you hold?"),
        ("rows", "Is this so?"),
        ("rows", "Is this so?"),
        ("match", "Match the words."),
        ("reflect", "Tell how you get up."),
    ]
    choice, is_so, is_not, match, aloud = brought.questions
    assert [(a.text, a.right, a.because) for a in choice.answers] == [
        ("The one on the strong side", True, "It carries you."),
        ("The weak one", False, "It may give way."),
        ("None", False, ""),
    ]
    assert [is_so.answers[0].right, is_not.answers[0].right] == [True, False]
    assert [(a.text, a.other) for a in match.answers] == [
        ("Cane", "One hand"),
        ("Walker", "Two hands"),
    ]
    assert aloud.model.startswith("Slowly")
    assert [(each.line, each.why) for each in brought.left] == [
        (21, "A number cannot be typed in the course."),
        (23, "A word cannot be typed in the course."),
        (25, "A gap in a sentence cannot be filled."),
        (27, "2 of its answers are right, and exactly one has to be."),
        (29, "It has no answers in braces."),
    ]


def test_gift_without_empty_lines_between_its_questions() -> None:
    text = """::Rails:: Which rail? {
  =The strong one # It carries you.
  ~The weak one
}
A rug can make you fall. {T}
::Up:: How do you get up? {=Slowly ~Fast}
A cane goes in the {=strong ~weak}
hand.
Then rest.
"""
    brought = gift.read(text)
    assert [(each.line, each.ask) for each in brought.questions] == [
        (1, "Which rail?"),
        (5, "Is this so?"),
        (6, "How do you get up?"),
    ]
    assert [(each.line, each.why) for each in brought.left] == [
        (7, "A gap in a sentence cannot be filled."),
    ]


def test_moodle() -> None:
    brought = moodle.read(MOODLE)
    assert asked(brought) == [
        ("choice", "Which rail do you hold?"),
        ("rows", "Is this so?"),
        ("match", "Match."),
        ("order", "Get up."),
        ("reflect", "Tell it."),
    ]
    right, wrong = brought.questions[0].answers
    assert (right.text, right.right, right.because) == (
        "The strong & near one",
        True,
        "It carries you.",
    )
    assert not wrong.right
    assert [each.what for each in brought.left] == ['"rail.png"', '"A {1:SA:=b}"', '"How many?"']
    assert all(each.line > 3 for each in brought.left)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', "may hold no document type"),
        ('<!DOCTYPE quiz SYSTEM "http://example.org/a.dtd"><quiz/>', "may hold no document type"),
        ("<quiz><question>", "no well-formed XML"),
        ("<html/>", "no Moodle XML"),
        ("<quiz>" + "<a>" * 40 + "</a>" * 40 + "</quiz>", "too deep"),
    ],
)
def test_xml_that_is_refused(text: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        moodle.read(text)


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_a_table(parting: str) -> None:
    text = (
        CSV
        if parting == ","
        else CSV.replace(",", parting).replace(f"rail{parting} and", "rail, and")
    )
    brought = table.read(text)
    (question,) = brought.questions
    assert question.ask == "Which rail, and why?"
    assert [(a.text, a.right) for a in question.answers] == [
        ("The strong one", True),
        ("The weak one", False),
        ("None", False),
    ]
    assert question.hint == "Think"
    (left,) = brought.left
    assert (left.line, left.what) == (3, '"Only one answer?"')


@pytest.mark.parametrize("key", ["B", "b)", "2", "Two"])
def test_a_table_whose_key_is_a_letter(key: str) -> None:
    text = f"Question,A,B,C,Correct answer\nWhich?,One,Two,Three,{key}\n"
    (question,) = table.read(text).questions
    assert [each.text for each in question.answers if each.right] == ["Two"]
    assert len(question.answers) == 3


def test_a_table_of_something_else() -> None:
    with pytest.raises(UnreadableError, match="names no columns"):
        table.read("name,phone\nA,1\n")
