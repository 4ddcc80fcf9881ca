"""Nobody is old by a clock that is wrong, and whoever went by mistake is brought back."""

import datetime
import os
from pathlib import Path

import pytest

from course.content.model import Course
from course.errors import CourseError, UsageError
from course.learners import retention
from course.learners.clock import Clock, ClockDoubtedError
from course.learners.housekeeping import look_after
from course.learners.retention import purge, remove_old, removed, restore
from course.reports.gather import gather
from progress.checked_json import decode, encode
from progress.departures import REST
from progress.learners import LearnerStore
from progress.records import moment
from progress.storage import Names
from tests.unit.progress.samples import answer

DAY = datetime.timedelta(days=1)
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def visits(folder: Path, *seen: str, believed: bool = True) -> list[str]:
    """A visit of an answer that was last seen at each of these moments; their codes."""
    store = LearnerStore(folder)
    codes = []
    for last in seen:
        learner = store.create("en")
        with learner.saving() as changes:
            changes.answer(answer())
        names = Names(folder / f"{learner.code}.json")
        tables = decode(names.current.read_bytes())
        clock = "believed" if believed else "doubted"
        tables["learner"]["1"].update(created=last, last_seen=last, clock=clock)
        names.current.write_bytes(encode(tables))
        for path in names.generations[1:]:
            path.unlink(missing_ok=True)
        seconds = min(datetime.datetime.fromisoformat(last).timestamp(), 2.0**33)
        os.utime(names.current, (seconds, seconds))
        codes.append(learner.code)
    return codes


def ago(days: float) -> str:
    return moment(NOW - days * DAY)


def kept(folder: Path) -> set[str]:
    return set(LearnerStore(folder).codes())


def without_network(folder: Path, now: datetime.datetime) -> Clock:
    return Clock(folder, now, lambda: False)


def synchronised(folder: Path, now: datetime.datetime) -> Clock:
    return Clock(folder, now, lambda: True)


def test_40_days_ahead_at_a_start_removes_nobody(tea: Course, folder: Path) -> None:
    codes = visits(folder, ago(1), ago(3))
    assert remove_old(folder, tea, 30, without_network(folder, NOW)).resting == 0
    for remove in (remove_old, purge):
        with pytest.raises(ClockDoubtedError, match=r"long after.*clock --right"):
            remove(folder, tea, 30, without_network(folder, NOW + 40 * DAY))
    assert kept(folder) == set(codes)
    assert remove_old(folder, tea, 30, without_network(folder, NOW)).resting == 0


def test_nor_where_no_time_was_ever_kept(tea: Course, folder: Path) -> None:
    codes = visits(folder, ago(1), ago(29))
    with pytest.raises(ClockDoubtedError):
        remove_old(folder, tea, 30, without_network(folder, NOW + 40 * DAY))
    assert kept(folder) == set(codes)


def test_a_clock_that_was_set_back_removes_nobody(tea: Course, folder: Path) -> None:
    codes = visits(folder, ago(60))
    synchronised(folder, NOW).believe()
    with pytest.raises(ClockDoubtedError, match="which is before"):
        purge(folder, tea, 0, without_network(folder, NOW - 20 * DAY))
    assert kept(folder) == set(codes)


def test_a_machine_without_a_network_that_runs_every_day_lets_the_old_go(
    tea: Course, folder: Path
) -> None:
    visits(folder, ago(0))
    gone = [
        remove_old(folder, tea, 30, without_network(folder, NOW + day * DAY)).resting
        for day in range(35)
    ]
    assert (sum(gone), gone.index(1)) == (1, 31)


def test_somebody_may_say_that_the_clock_is_right(tea: Course, folder: Path) -> None:
    visits(folder, ago(1))
    later = NOW + 40 * DAY
    with pytest.raises(ClockDoubtedError):
        remove_old(folder, tea, 30, without_network(folder, later))
    without_network(folder, later).keep()
    assert remove_old(folder, tea, 30, without_network(folder, later)).resting == 1


@pytest.mark.parametrize("off", [-400, -40, 40])
def test_a_visit_made_before_the_clock_was_set_counts_from_when_it_was(
    off: int, tea: Course, folder: Path
) -> None:
    (code,) = visits(folder, ago(-off), believed=False)
    assert remove_old(folder, tea, 30, synchronised(folder, NOW)).resting == 0
    found = LearnerStore(folder).open(code)
    assert (found.learner.last_seen, found.learner.clock) == (moment(NOW), "believed")
    assert found.answers() == (answer(),)
    assert remove_old(folder, tea, 30, synchronised(folder, NOW + 29 * DAY)).resting == 0
    os.utime(folder / f"{code}.json", (NOW.timestamp(),) * 2)
    assert remove_old(folder, tea, 30, synchronised(folder, NOW + 31 * DAY)).resting == 1


def test_a_visit_of_the_year_9999_goes_like_any_other(tea: Course, folder: Path) -> None:
    (code,) = visits(folder, "9999-12-31T23:59:59Z")
    assert remove_old(folder, tea, 30, synchronised(folder, NOW)).resting == 0
    assert LearnerStore(folder).open(code).learner.last_seen == moment(NOW)
    assert purge(folder, tea, 30, synchronised(folder, NOW + 31 * DAY)).resting == 1


def test_whoever_rests_is_counted_after_two_days_and_not_before(tea: Course, folder: Path) -> None:
    (code,) = visits(folder, ago(40))
    assert remove_old(folder, tea, 30, synchronised(folder, NOW)) == (1, 0)
    early = NOW + REST - datetime.timedelta(minutes=1)
    assert remove_old(folder, tea, 30, synchronised(folder, early)) == (0, 0)
    assert kept(folder) == set()
    assert removed(folder).visits == 0
    assert gather(folder, tea).counts.visits == 1
    assert remove_old(folder, tea, 30, synchronised(folder, NOW + REST)) == (0, 1)
    assert removed(folder).visits == 1
    assert gather(folder, tea).counts.visits == 0
    with pytest.raises(UsageError):
        restore(folder, code, NOW)


@pytest.mark.parametrize("named", [False, True])
def test_whoever_rests_is_brought_back_whole(named: bool, tea: Course, folder: Path) -> None:
    codes = visits(folder, ago(40), ago(50))
    remove_old(folder, tea, 30, synchronised(folder, NOW))
    assert kept(folder) == set()
    back = codes[:1] if named else codes
    assert restore(folder, codes[0] if named else None, NOW) == len(back)
    assert kept(folder) == set(back)
    for code in back:
        assert LearnerStore(folder).open(code).answers() == (answer(),)
    assert remove_old(folder, tea, 30, synchronised(folder, NOW)).resting == 0


def test_who_wants_to_be_forgotten_while_at_rest_is_gone_at_once(tea: Course, folder: Path) -> None:
    stays, goes = visits(folder, ago(40), ago(40))
    remove_old(folder, tea, 30, synchronised(folder, NOW))
    retention.forget(folder, goes)
    assert [path.name for path in (folder.parent / "resting").iterdir()] == [f"{stays}.json"]
    with pytest.raises(UsageError):
        restore(folder, goes, NOW)
    assert restore(folder, None, NOW) == 1


def test_a_code_that_was_given_out_again_is_not_overwritten(tea: Course, folder: Path) -> None:
    (code,) = visits(folder, ago(40))
    path = folder / f"{code}.json"
    content = path.read_bytes()
    remove_old(folder, tea, 30, synchronised(folder, NOW))
    path.write_bytes(content)
    with pytest.raises(CourseError, match="Somebody else has this code"):
        restore(folder, code, NOW)


def test_one_that_is_newer_waits_at_rest_for_the_program_that_knows_it(
    tea: Course, folder: Path
) -> None:
    (code,) = visits(folder, ago(40))
    remove_old(folder, tea, 30, synchronised(folder, NOW))
    resting = folder.parent / "resting" / f"{code}.json"
    newer = encode({"learner": {"1": {"schema": 99}}})
    resting.write_bytes(newer)
    os.utime(resting, (0, 0))
    assert remove_old(folder, tea, 30, synchronised(folder, NOW + REST)) == (0, 0)
    assert resting.read_bytes() == newer


def test_a_round_at_the_start_says_what_came_of_it(tea: Course, folder: Path) -> None:
    visits(folder, ago(40))
    found = look_after(folder, tea, 30, without_network(folder, NOW))
    assert found.is_refused
    assert "Nothing was removed" in found.why
    found = look_after(folder, tea, 30, synchronised(folder, NOW))
    assert not found.is_refused
    assert (found.resting, found.done) == (1, moment(NOW))
