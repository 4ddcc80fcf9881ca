"""What authors met: each input with what is said of it, and what is let pass beside it."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.importing import table
from course.errors import Problem
from tests.unit.content.course_edits import TODAY, change

WHY = "why: Drink some of it each day."
BOTH = "{text: It keeps them dry, because: Water is wet.}"


def said_of(folder: Path, text: str) -> list[Problem]:
    change(folder, "en/one.yaml", WHY, f"why: |\n      {text}")
    return loader.findings(folder, TODAY)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Take 2 paracetamol four times daily. [^book]", {"X03"}),
        ("Come off apixaban two days before. [^book]", {"X01", "X03"}),
        ("Stop warfarin the week before. [^book]", {"X01", "X03"}),
        ("Ask before you stop warfarin. [^book]", set()),
        ("You cannot catch your breath. [^book]", {"X02"}),
        ("You have pain in your chest. [^book]", {"X02"}),
        ("You are coughing up blood. [^book]", {"X02"}),
        ("Your calf is swollen. [^book]", {"X02"}),
        ("Your calf is swollen? Call your clinic. [^book]", set()),
        ("You have no chest pain. [^book]", set()),
        ("It lowers the risk of a seizure. [^book]", set()),
        ("Slide the operated leg forward.", set()),
        ("Bend your knee.", set()),
        ("Lift your arm.", set()),
        ("Exercise helps.", {"S05"}),
        ("Rain &amp; sea. [^book]", {"F23"}),
        ("Rain&nbsp;and sea. [^book]", {"F23"}),
        ("Rain & sea; then AT&T. [^book]", set()),
        ("::Q1:: Is water wet? {=Yes ~No} [^book]", {"F23"}),
        ("Is water wet? {T} [^book]", {"F23"}),
    ],
)
def test_on_a_page(sound: Path, text: str, codes: set[str]) -> None:
    assert {each.code for each in said_of(sound, text)} & {
        "X01", "X02", "X03", "S05", "S06", "F23",
    } == codes  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"), [("About 90% of us swim.", "90%"), ("It costs $1,250.", "$1,250")]
)
def test_a_number_is_named_whole(sound: Path, text: str, number: str) -> None:
    (problem,) = said_of(sound, f"Water is good. [^book] {text}")
    assert f'("{number}")' in problem.what


@pytest.mark.parametrize("twin", ["{}.", "{} ", "{}!"])
def test_two_answers_that_read_the_same_are_twins(sound: Path, twin: str) -> None:
    text = (sound / "en/one.yaml").read_text(encoding="utf-8")
    first = text[text.index("- {text: ") + len("- {text: ") :].split(",")[0]
    other = twin.format(first.replace(" ", "  ").upper())
    change(sound, "en/one.yaml", BOTH, f'{{text: "{other}", because: Water is wet.}}')
    assert "Q04" in {each.code for each in loader.findings(sound, TODAY)}


@pytest.mark.parametrize("reason", ["Yes! Water is wet.", "Incorrect.", "Right: it is wet."])
def test_a_verdict_is_no_reason(sound: Path, reason: str) -> None:
    change(sound, "en/one.yaml", BOTH, f'{{text: It keeps them dry, because: "{reason}"}}')
    loud = {"R08"} if "!" in reason else set()
    assert {each.code for each in loader.findings(sound, TODAY)} == {"Q14"} | loud


def test_no_one_is_no_verdict(sound: Path) -> None:
    change(sound, "en/one.yaml", BOTH, "{text: It keeps them dry, because: No one gets dry so.}")
    assert loader.findings(sound, TODAY) == []


def test_a_cell_with_a_comma_is_told_to_be_quoted(sound: Path) -> None:
    text = (sound / "en/more.yaml").read_text(encoding="utf-8")
    at = text.index("rows:")
    row = text[text.index("- [", at) :].split("\n")[0]
    change(sound, "en/more.yaml", row, row.replace("]", ", b, c]"))
    problem, *_ = loader.findings(sound, TODAY)
    assert "put a text that has one in quotation marks" in problem.cure


def test_a_line_of_a_text_that_looks_like_a_key(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, f"{WHY}\n    Look for: red skin")
    (problem,) = loader.findings(sound, TODAY)
    assert "write that text under a |" in problem.cure


def test_commas_in_one_text_are_told_once(sound: Path) -> None:
    change(sound, "claims.yaml", "dangerous.}", "dangerous, in winter, and in summer, too.}")
    (problem,) = loader.findings(sound, TODAY)
    assert problem.what == 'A comma has cut the text of "en" in two before "in winter".'
    assert "Put the whole text in quotation marks" in problem.cure


def test_tabs_are_told_once(sound: Path) -> None:
    path = sound / "en/one.yaml"
    path.write_text(path.read_text("utf-8").replace("    ", "\t"), encoding="utf-8")
    problems = [each for each in loader.findings(sound, TODAY) if each.file == "en/one.yaml"]
    (problem,) = problems
    assert problem.what.startswith("Here is a tab, and in ")
    assert "prolo check --fix" in problem.cure


def test_all_colons_without_quotation_marks_are_told_at_once(sound: Path) -> None:
    path = sound / "en/one.yaml"
    text = path.read_text("utf-8").replace("title: ", "title: Now: ")
    path.write_text(text, encoding="utf-8")
    told = [each for each in loader.findings(sound, TODAY) if each.file == "en/one.yaml"]
    assert len(told) == text.count("title: Now: ") > 2
    assert {each.what for each in told} == {"A text has a colon with a space after it here."}


QUESTIONS = (
    ("question", "A", "B", "C", "right"),
    ("Which shoe, and when?", "Slippers", "A firm shoe", "None", "B"),
)


@pytest.mark.parametrize("parting", [",", ";"])
def test_a_table_of_questions_is_told_by_its_kind_and_can_be_brought_in(
    sound: Path, parting: str
) -> None:
    rows = [
        parting.join(f'"{cell}"' if parting in cell else cell for cell in row) for row in QUESTIONS
    ]
    lines = "\n".join(rows)
    pasted = lines.replace('"', '\\"').replace("\n", "\\n")
    change(sound, "en/one.yaml", "why: Drink some of it each day.", f'why: "{pasted}"')
    (problem,) = [each for each in loader.findings(sound, TODAY) if each.code == "F23"]
    assert "a table of questions in CSV" in problem.what
    assert '"prolo import" brings in a whole file' in problem.cure
    (question,) = table.read(lines).questions
    assert [(each.text, each.right) for each in question.answers if each.right] == [
        ("A firm shoe", True)
    ]


@pytest.mark.parametrize(
    "pasted",
    [
        ("Question, A, B, Right", "Is it wet?, Yes, No, A", "Is it dry?, Yes, No, B"),
        ("Stem; A; B", "Is it wet?; Yes; No", "Is it dry?; Yes; No"),
        ('"Question", "A", "B"', '"Wet, or dry?", "Wet", "Dry"', '"Cold?", "Yes", "No"'),
        ("Drink some of it each day.", "", "Ask,A,B", "Is it wet?,Yes,No"),
    ],
)
def test_a_table_that_was_typed_by_hand_is_told_too(sound: Path, pasted: tuple[str, ...]) -> None:
    lines = "\\n".join(pasted).replace('"', '\\"')
    change(sound, "en/one.yaml", WHY, f'why: "{lines}"')
    (problem,) = [each for each in loader.findings(sound, TODAY) if each.code == "F23"]
    assert "a table of questions in CSV" in problem.what


@pytest.mark.parametrize(
    "lines",
    [
        ("Ask about rain, sea, and ice.",),
        ("Ask, listen, and wait.", "Then, after a week, call us."),
        ("Ask, listen, and wait.", "Sit, rest, and drink.", "Call, ask, and go."),
        ("Ask; wait; then call.", "We are here; you are not alone."),
        ("Question, doubt, and worry: all of them", "are fine, normal, and welcome here, too."),
        ("Ask, if you like, the nurse,", "the doctor, or the front desk,", "at any time."),
        ("Ask, then:", "", "- rain, sea, and ice", "- snow, fog, and hail"),
        ("We like rain, sea, and ice.", "We like snow, fog, and hail.", "We like a, b, and c."),
    ],
)
def test_sentences_with_commas_are_no_table(sound: Path, lines: tuple[str, ...]) -> None:
    told = said_of(sound, "\n      ".join(lines))
    assert "F23" not in {each.code for each in told}
