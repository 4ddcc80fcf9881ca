"""What the report says is what happened."""

import statistics
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from course.content.kinds.questions import Choice
from course.content.kinds.questions.question import Result
from course.content.model import Course
from course.learners.counts import Counts
from course.reports.figures import Left, QuestionFigures, Report
from course.reports.gather import gather
from course.reports.report import report
from course.reports.statistics import Correlation, Histogram
from progress.records import Answer, Learner
from progress.snapshot import Snapshot
from progress.transfer import put
from tests.unit.reports.population import Expected, Population

NOON = "2026-11-22T12:00:00Z"


def reported(course: Course, folder: Path, small: bool = True) -> Report:
    return report([course], gather(folder, course), Counts(), small)


def compare(found: Report, expected: Expected) -> None:
    """Every figure, against the population's own account."""
    assert len(found.questions) == len(expected.first)
    for one in found.questions:
        first = expected.first[one.module, one.question, one.part]
        results = Counter(result for result, _, _ in first)
        assert one.asked == len(first)
        assert one.right_first == results["right"]
        assert one.wrong_first == results["wrong"]
        assert (one.unsure_first or 0) == results["unsure"]
        assert (one.safe_first or 0) == results["safe"]
        assert (one.right_second or 0) == expected.second[one.module, one.question, one.part]
        wrong = Counter(choice for result, choice, _ in first if result == "wrong")
        taken = [each.people for each in one.wrong_answers]
        assert taken == sorted(wrong.values(), reverse=True)
        assert one.median_seconds == statistics.median(seconds for _, _, seconds in first)
        assert one.discrimination_index == rest_correlation(expected, one)
        assert one.facility == round(results["right"] / len(first), 2)
    for module in found.modules:
        assert module.started == expected.started[module.module]
        assert module.finished == expected.finished[module.module]
        left = {(module.module, place.kind, place.id): place.people for place in module.left_at}
        assert left == {name: n for name, n in expected.left.items() if name[0] == module.module}


def rest_correlation(expected: Expected, one: QuestionFigures) -> float | None:
    name = (one.module, one.question, one.part)
    pairs = [
        (own, statistics.mean(score for other, score in scores.items() if other != name))
        for scores in expected.scores
        if (own := scores.get(name)) is not None and len(scores) > 1
    ]
    try:
        return round(statistics.correlation(*zip(*pairs, strict=True)), 2)
    except statistics.StatisticsError:
        return None


def test_the_figures_are_those_of_the_population(tea: Course, folder: Path) -> None:
    population = Population(tea, seed=7)
    population.write(folder, 300)
    compare(reported(tea, folder), population.expected)


@pytest.mark.slow
def test_the_figures_are_those_of_ten_thousand(tea: Course, folder: Path) -> None:
    population = Population(tea, seed=8)
    population.write(folder, 10_000)
    compare(reported(tea, folder), population.expected)


def test_an_edited_question_starts_a_row_of_its_own(tea: Course, folder: Path) -> None:
    Population(tea, seed=1).write(folder, 30)
    before = next(one for one in reported(tea, folder).questions if one.question == "cold-water")
    edited = with_edited_question(tea)
    Population(edited, seed=2).write(folder, 40)
    old_and_new = [
        one for one in reported(edited, folder).questions if one.question == "cold-water"
    ]
    new, old = old_and_new
    assert (new.wording, old.wording) == ("current", "earlier")
    assert new.hash != old.hash == before.hash
    assert old.asked == before.asked
    assert old.wrong_answers == before.wrong_answers
    assert old.wrong_answers[0].answer == "Boil it again"
    assert new.ask == "What now?"


def with_edited_question(course: Course) -> Course:
    module = course.module("making")
    questions = tuple(
        msgspec.structs.replace(one, ask="What now?")
        if isinstance(one, Choice) and one.id == "cold-water"
        else one
        for one in module.questions
    )
    edited = msgspec.structs.replace(module, questions=questions)
    modules = tuple(edited if one.id == "making" else one for one in course.modules)
    return msgspec.structs.replace(course, modules=modules)


def test_who_finished_before_an_edit_has_finished(tea: Course, folder: Path) -> None:
    population = Population(tea, seed=3)
    population.write(folder, 30)
    modules = reported(with_edited_question(tea), folder).modules
    assert [one.finished for one in modules] == [
        population.expected.finished[one.module] for one in modules
    ]


def test_the_correlation_is_the_one_worked_out_by_hand(tea: Course, folder: Path) -> None:
    """Four people, three questions; right is 1.

    first  second  third   the rest of the first: (second + third) / 2
      1      1       1       1
      1      1       0       1/2
      0      1       0       1/2
      0      0       0       0
    Sums of x, y, xx, yy, xy: 2, 2, 2, 3/2, 3/2. So r = (4 * 3/2 - 2 * 2) / sqrt((4 * 2 - 4) *
    (4 * 3/2 - 4)) = 2 / sqrt(8) = 0.71.
    """
    making = tea.module("making")
    scored = [("111", "482719360"), ("110", ""), ("010", ""), ("000", "")]
    for number, (scores, _) in enumerate(scored):
        answers = tuple(
            Answer(
                module="making",
                question=question.id,
                hash=question.fingerprint,
                choice="a1b2c3d4",
                result="right" if score == "1" else "wrong",
                seconds=3,
                when=NOON,
            )
            for question, score in zip(making.questions, scores, strict=False)
        )
        learner = Learner(language="en", created=NOON, last_seen=NOON)
        assert put(folder, code(number), Snapshot(learner, answers, (), ()))
    questions = {one.question: one for one in reported(tea, folder).questions}
    first = questions[making.questions[0].id]
    assert first.discrimination_index == 0.71
    # Nobody who was wrong knows more of the rest than anybody who was right.
    assert first.discriminative_efficiency == 1


def code(number: int) -> str:
    from progress.codes import new_code

    return new_code(lambda _: number)


def test_the_rounds_around_the_course_have_rows_of_their_own(tea: Course, folder: Path) -> None:
    course = msgspec.structs.replace(tea, evaluation=(("making", "cold-water"),))
    question = course.module("making").question("cold-water")
    learner = Learner(language="en", created=NOON, last_seen=NOON)
    results: list[tuple[str, Result]] = [
        ("before", "wrong"),
        ("making", "right"),
        ("after", "right"),
    ]
    answers = tuple(
        Answer(
            module=module,
            question="cold-water",
            hash=question.fingerprint,
            choice="a1b2c3d4",
            result=result,
            seconds=3,
            when=NOON,
        )
        for module, result in results
    )
    put(folder, code(1), Snapshot(learner, answers, (), ()))
    rows = [one for one in reported(course, folder).questions if one.question == "cold-water"]
    assert [row.module for row in rows] == ["before", "making", "after"]
    assert [row.right_first for row in rows] == [0, 1, 1]
    assert {row.ask for row in rows} == {question.ask}
    assert {row.wording for row in rows} == {"current"}


def test_a_translation_is_a_wording_of_its_own(tea: Course, folder: Path) -> None:
    other = msgspec.structs.replace(with_edited_question(tea), language="es")
    for course in (tea, other):
        Population(course, seed=ord(course.language[0])).write(folder, 5)
    found = report([tea, other], gather(folder, tea), Counts(), small=True)
    rows = [one for one in found.questions if one.question == "cold-water"]
    assert {(row.language, row.wording) for row in rows} == {("en", "current"), ("es", "current")}


def test_a_correlation_needs_something_that_varies() -> None:
    same, varied = Correlation(), Correlation()
    for number in range(1000):
        same.add(1, 0.1 * 3)
        varied.add(number % 2, number % 2)
    assert same.value() is None
    assert Correlation().value() is None
    assert varied.value() == pytest.approx(1)


def test_a_median_needs_a_value() -> None:
    histogram = Histogram(most=100)
    assert histogram.median() is None
    for value in (5, 1, 4, 1_000_000):
        histogram.add(value)
    assert histogram.median() == 4.5


def test_small_groups_are_hidden(tea: Course, folder: Path) -> None:
    Population(tea, seed=4).write(folder, 10)
    found = reported(tea, folder, small=False)
    assert found.visits_kept == "<11"
    for one in found.questions:
        assert one.asked == one.right_first == one.wrong_first == "<11"
        assert one.wrong_answers == []
        assert one.median_seconds == "<11"
        assert not isinstance(one.discrimination_index, float)
        assert not isinstance(one.discriminative_efficiency, float)
    for module in found.modules:
        assert module.started == module.finished == "<11"
        assert module.left_at == [Left("any", "", "<11")]
        assert module.median_minutes in ("<11", None)


def test_no_figure_below_eleven_is_shown(tea: Course, folder: Path) -> None:
    Population(tea, seed=5).write(folder, 60)
    text = msgspec.json.encode(reported(tea, folder, small=False))
    shown = msgspec.json.decode(text)
    figures = [
        value
        for row in [*shown["questions"], *shown["modules"], *shown["modules"][0]["left_at"]]
        for value in row.values()
        if isinstance(value, int)
    ]
    assert figures
    assert not [value for value in figures if 0 < value < 11]
    assert b'"<11"' in text


def test_a_time_that_is_none_stops_nothing(tea: Course, folder: Path) -> None:
    Population(tea, seed=6).write(folder, 1)
    learner = Learner(language="en", created=NOON, last_seen=NOON)
    making = tea.module("making")
    answer = Answer(
        module="making",
        question=making.questions[0].id,
        hash=making.questions[0].fingerprint,
        choice="a1b2c3d4",
        result="wrong",
        seconds=10**9,
        when="2026-02-31T99:99:99Z",
    )
    put(folder, code(3), Snapshot(learner, (answer,), (), ()))
    assert reported(tea, folder).visits_kept == 2
