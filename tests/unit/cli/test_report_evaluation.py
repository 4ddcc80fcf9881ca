"""What the course does, as the educator gets it: every figure here was worked out by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from course.content import loader
from course.visit.evaluation import FILE, FIRST, LAST, Plan, plan_of
from progress.tally import Counted
from tests.paths import TEA
from tests.unit.cli.conftest import Ran, Run

NAME = "making/cold-water"


@pytest.fixture
def asking(tmp_path: Path) -> Path:
    """The small course, with a question to ask of all."""
    folder = tmp_path / "asking"
    shutil.copytree(TEA, folder)
    file = folder / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}evaluation: [{NAME}]\n", encoding="utf-8")
    return folder


@pytest.fixture
def plan(asking: Path) -> Plan:
    return plan_of(loader.load(asking))


@pytest.fixture
def report(prolo: Run, asking: Path) -> Run:
    def run(*arguments: str) -> Ran:
        return prolo("report", "--evaluation", "--modules", str(asking), *arguments)

    return run


def written(data: Path, plan: Plan, counts: dict[str, int]) -> None:
    """Put counts into the file, as visits would have."""
    data.mkdir(parents=True, exist_ok=True)
    (data / FILE).write_bytes(msgspec.json.encode({plan.mark: Counted(plan.text, counts)}))


def rows(told: str) -> dict[str, list[str]]:
    """The cells of both arms, by the label of their row."""
    found: dict[str, list[str]] = {}
    for line in told.splitlines():
        label, cells = line[:41].strip(), [line[41:60].strip(), line[60:79].strip()]
        if all(cells):
            found.setdefault(label, cells)
    return found


def arm(name: str, right: int, wrong: int, **stages: int) -> dict[str, int]:
    """The counts of an arm in which so many had the one question right, or wrong."""
    return {
        **{f"{name}/{stage}": people for stage, people in stages.items()},
        f"{name}/{NAME}/right": right,
        f"{name}/{NAME}/wrong": wrong,
        f"{name}/right-1": right,
        f"{name}/right-0": wrong,
    }


BOTH = {
    **arm(FIRST, 40, 60, allocated=120, course=90, began=100, finished=100),
    **arm(LAST, 60, 40, allocated=130, course=115, began=100, finished=100),
}


def test_the_two_arms_and_what_they_differ_by(report: Run, data: Path, plan: Plan) -> None:
    written(data, plan, BOTH)
    ran = report()
    assert (ran.status, ran.err) == (0, "")
    found = rows(ran.out)
    assert found["Allocated"] == ["120", "130"]
    assert found["not at the end of the course (yet)"] == ["-", "15"]
    assert found["did not begin the questions (yet)"] == ["20", "15"]
    assert found["began them, did not finish (yet)"] == ["0", "0"]
    assert found["analysed"] == ["100", "100"]
    assert found["Took the whole course"] == ["90", "115"]
    assert found["Right, of those analysed"] == ["40.0 %", "60.0 %"]
    assert found[""] == ["questions first", "course first"]
    told = " ".join(ran.out.split())
    # 0.2 and 1.972 (t, 198 degrees of freedom) times the root of two times 0.24 / 99.
    assert "20.0 more were right where people had taken the course first" in told
    assert "from 6.3 more to 33.7 more" in told
    assert "may be chance" not in told
    assert "40 of 100 (40 %)" in told
    assert "60 of 100 (60 %)" in told
    assert plan.mark in told
    assert "No day is kept" in told
    assert all(len(line) < 80 for line in ran.out.splitlines())


def test_a_difference_that_may_be_chance_is_said_to_be(report: Run, data: Path, plan: Plan) -> None:
    written(data, plan, {**arm(FIRST, 50, 50), **arm(LAST, 45, 55)})
    told = " ".join(report().out.split())
    assert "5.0 fewer were right" in told
    assert "may be chance" in told


def test_too_few_people_are_said_to_be(report: Run, data: Path, plan: Plan) -> None:
    written(data, plan, {**arm(FIRST, 15, 14), **arm(LAST, 50, 50)})
    told = " ".join(report().out.split())
    assert "too few people" in told
    assert "interval is from" not in told


def test_small_groups_are_hidden_unless_asked_for(report: Run, data: Path, plan: Plan) -> None:
    few = {
        **arm(FIRST, 4, 3, allocated=9, course=5, began=7, finished=7),
        **arm(LAST, 30, 30, allocated=75, course=65, began=62, finished=60),
    }
    written(data, plan, few)
    found = rows(report().out)
    assert found["Allocated"] == ["<11", "75"]
    assert found["analysed"][0] == found["Took the whole course"][0] == "<11"
    assert found["Took the whole course"][1] == "hidden"
    assert found["Right, of those analysed"] == ["<11", "50.0 %"]
    told = report("--small-cells").out
    found = rows(told)
    assert found["Allocated"] == ["9", "75"]
    assert found["not at the end of the course (yet)"] == ["-", "10"]
    assert found["did not begin the questions (yet)"] == ["2", "3"]
    assert found["began them, did not finish (yet)"] == ["0", "2"]
    assert found["Took the whole course"] == ["5", "65"]
    assert "4 of 7 (57 %)" in told


def test_other_plans_stand_apart(report: Run, data: Path) -> None:
    written(data, Plan("An older plan."), BOTH)
    told = report().out
    now, _, old = told.partition("ANOTHER PLAN")
    assert "Nobody is counted under this plan yet." in now
    assert Plan("An older plan.").mark in old
    assert rows(old)["Allocated"] == ["120", "130"]


def test_it_says_that_the_clinic_does_not_ask(report: Run, data: Path) -> None:
    assert report().status == 2
    data.mkdir(parents=True, exist_ok=True)
    assert "do not ask by chance now" in report().out
    (data / "clinic.yaml").write_text("evaluation: randomised\n", encoding="utf-8")
    assert "do not ask by chance now" not in report().out


def test_what_cannot_be_read_is_said_in_a_sentence(report: Run, data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)
    (data / FILE).write_text("[", encoding="utf-8")
    ran = report()
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"The counts in {data / FILE} are damaged")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_there_is_no_other_form(form: str, report: Run) -> None:
    ran = report("--format", form)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_counts_that_were_set_aside_are_named(report: Run, data: Path, plan: Plan) -> None:
    written(data, plan, BOTH)
    (data / f"{FILE}.damaged-1").write_text("[", encoding="utf-8")
    assert f"{FILE}.damaged-1 is damaged" in report().out


def test_a_course_without_questions_has_no_evaluation(prolo: Run) -> None:
    ran = prolo("report", "--evaluation")
    assert (ran.status, ran.out) == (2, "")
    assert "names no questions under evaluation" in ran.err


def test_an_evaluation_knows_no_days(prolo: Run) -> None:
    ran = prolo("report", "--evaluation", "--since", "2026-11-02")
    assert (ran.status, ran.out) == (2, "")
    assert "No day of an evaluation is kept" in ran.err
