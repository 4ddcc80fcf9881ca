"""The report, as the educator gets it."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.cli import CLOSED
from course.content import loader
from progress.departures import REST
from tests.paths import TEA
from tests.unit.cli.conftest import Run
from tests.unit.reports.population import Population

FORMS = ("table", "json", "csv", "html")
LIVE_ONLY = [
    "median_seconds",
    "discrimination_index",
    "discriminative_efficiency",
    "median_minutes",
]


@pytest.mark.parametrize("form", FORMS)
def test_there_is_a_report_where_nobody_was(form: str, prolo: Run, data: Path) -> None:
    (data / "learners").mkdir(parents=True, mode=0o700)
    ran = prolo("report", "--format", form)
    assert (ran.status, ran.err) == (0, f"Visits in {data / 'learners'}\n")
    assert "cold-water" in ran.out


def test_a_row_says_what_people_answered(prolo: Run, data: Path) -> None:
    population = Population(loader.load(TEA), seed=1)
    population.write(data / "learners", 100)
    first = population.expected.first["making", "cold-water", ""]
    right = sum(result == "right" for result, _, _ in first)
    text = prolo("report").out
    assert f"{len(first)} " in text
    assert re.search(rf"█.* {right} \({round(100 * right / len(first))} %\)", text)
    assert "wrong answers: Boil it again (" in text
    assert all(len(line) < 80 for line in text.splitlines())


def is_of(question: dict[str, object], row: dict[str, str]) -> bool:
    return all(row[name] == question[name] for name in ("module", "question", "hash", "part"))


def test_all_forms_say_the_same(prolo: Run, data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 100)
    as_json = json.loads(prolo("report", "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(prolo("report", "--format", "csv").out)))
    page = prolo("report", "--format", "html").out
    questions = [row for row in rows if row["table"] == "question"]
    assert len(questions) == len(as_json["questions"])
    for one, row in zip(as_json["questions"], questions, strict=True):
        taken = one.pop("wrong_answers")
        for name, value in one.items():
            assert row[name] == ("" if value is None else str(value))
        assert f"{one['module']}/{one['question']}" in page
        of_it = [each for each in rows if each["table"] == "answer" and is_of(one, each)]
        assert [(each["answer"], each["people"]) for each in of_it] == [
            (each["answer"], str(each["people"])) for each in taken
        ]
        assert f"{one['module']}/{one['question']}" in page
    assert as_json["live_only"] == LIVE_ONLY
    told = " ".join(prolo("report").out.split())
    assert "Seconds, minutes, r and efficiency rest on the visits still kept only" in told


def test_small_groups_are_hidden_unless_asked_for(prolo: Run, data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 9)
    for form in FORMS:
        hidden = prolo("report", "--format", form).out
        shown = prolo("report", "--format", form, "--small-cells").out
        assert "<11" in hidden.replace("&lt;", "<")
        assert "<11" not in shown.replace("&lt;", "<")
    assert json.loads(prolo("report", "--format", "json").out)["visits_kept"] == "<11"


def test_the_page_needs_no_network_and_runs_nothing(prolo: Run, data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 30)
    page = prolo("report", "--format", "html").out
    assert "default-src 'none'" in page
    assert not re.search(r"<script|src=|href=|url\(|@import|http:", page)
    # The course of the fixtures holds what would be markup elsewhere.
    assert "[/b]" not in re.sub(r"\[mmol\] \[with food\] \[/b\].*", "", page)


def test_the_removed_are_in_the_report(prolo: Run, data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 40)
    before = json.loads(prolo("report", "--format", "json", "--small-cells").out)
    prolo("learners", "purge", "--older-than", "0")
    for path in (data / "resting").iterdir():
        os.utime(path, (time.time() - REST.total_seconds(),) * 2)
    prolo("learners", "purge", "--older-than", "0")
    after = json.loads(prolo("report", "--format", "json", "--small-cells").out)
    assert (after["visits_kept"], after["visits_removed"]) == (0, 40)
    for old, new in zip(before["questions"], after["questions"], strict=True):
        kept = {name: None for name in LIVE_ONLY if name in new}
        assert {**old, **kept} == new
    for old, new in zip(before["modules"], after["modules"], strict=True):
        assert {**old, "median_minutes": None} == new


def test_damaged_files_do_not_stop_it(prolo: Run, data: Path) -> None:
    codes = Population(loader.load(TEA), seed=1).write(data / "learners", 20)
    (data / "learners" / f"{codes[0]}.json").write_bytes(b"cut")
    (data / "counts.json").write_bytes(b"cut")
    ran = prolo("report")
    assert ran.status == 1
    assert "Visits still kept: 19." in ran.out
    assert "Files that cannot be read, and are left out: 1." in ran.out
    assert "counts.json" in ran.err
    assert (data / "learners" / f"{codes[0]}.json").read_bytes() == b"cut"


@pytest.mark.parametrize("command", ["report", "learners list", "learners export"])
def test_a_reader_who_has_seen_enough_ends_it_quietly(command: str, data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 400)
    program = [sys.executable, "-c", "import sys; from course.cli import main; sys.exit(main())"]
    where = ["--modules", str(TEA), "--data-dir", str(data)]
    nobody_reads, written = os.pipe()
    os.close(nobody_reads)
    with os.fdopen(written, "wb") as pipe:
        ran = subprocess.run(
            [*program, *where, *command.split()], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    named = f"Visits in {data / 'learners'}\n"
    assert (ran.returncode, ran.stderr.decode()) == (CLOSED, named)


def test_a_terminal_without_blocks_gets_question_marks(data: Path) -> None:
    Population(loader.load(TEA), seed=1).write(data / "learners", 50)
    program = [sys.executable, "-c", "import sys; from course.cli import main; sys.exit(main())"]
    where = ["--modules", str(TEA), "--data-dir", str(data)]
    ran = subprocess.run(
        [*program, *where, "report"],
        env={"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert b"??" in ran.stdout
    assert ran.stderr.decode() == f"Visits in {data / 'learners'}\n"


def test_a_period_says_of_which_visits_it_tells(prolo: Run, codes: list[str]) -> None:
    assert len(codes) == 12
    asked = ("report", "--since", "2026-10-26", "--until", "2026-11-01", "--format")
    found = json.loads(prolo(*asked, "json").out)
    assert found["period"] == "from 2026-10-26 to 2026-11-01"
    assert found["visits_kept"] == 10
    said = " ".join(prolo(*asked, "table").out.split())
    assert "Visits that began from 2026-10-26 to 2026-11-01, and are still kept: 10." in said
    later = json.loads(prolo("report", "--since", "2026-11-02", "--format", "json").out)
    assert later["visits_kept"] == 0


def test_a_day_in_the_middle_of_a_week_is_for_those_alone_who_see_all(
    prolo: Run, codes: list[str]
) -> None:
    refused = prolo("report", "--since", "2026-11-11")
    assert refused.status == 2
    assert "--since 2026-11-09 or --since 2026-11-16" in refused.err
    found = prolo("report", "--until", "2026-11-04", "--small-cells", "--format", "json")
    assert json.loads(found.out)["visits_kept"] == len(codes)
