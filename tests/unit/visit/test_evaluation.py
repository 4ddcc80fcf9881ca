"""The arms of an evaluation, what is counted of them, and what the counts say."""

import random
from collections import Counter
from pathlib import Path

import pytest

from course.reports.evaluation import LEAST, Difference, arm_figures, difference
from course.visit.evaluation import ARMS, FILE, FIRST, LAST, Evaluation, Plan
from progress import codes
from progress.tally import Tally

PLAN = Plan("Questions: one/a, one/b")
ASKED = 5
EFFECT = 0.12
CODES = [f"{number:09d}" for number in range(10_000)]


def test_an_arm_stays_that_of_its_code_and_halves_the_visits() -> None:
    arms = Counter(PLAN.arm(code) for code in CODES)
    assert arms == Counter(Plan(PLAN.text).arm(code) for code in CODES)
    # Four standard deviations of 10,000 throws of a coin.
    assert abs(arms[FIRST] - 5_000) < 200


def test_another_plan_shares_the_codes_out_anew() -> None:
    other = Plan("Questions: one/a")
    same = sum(PLAN.arm(code) == other.arm(code) for code in CODES)
    assert abs(same - 5_000) < 200


def test_counts_of_several_visits_come_together(tmp_path: Path) -> None:
    in_first = [code for code in CODES if PLAN.arm(code) == FIRST]
    one, other = (Evaluation(tmp_path, PLAN, code) for code in in_first[:2])
    one.reached("allocated")
    other.reached("allocated")
    one.answered("one/a", "right", ["right"], (1, 2))
    one.answered("one/b", "wrong", ["right", "wrong"], (2, 2))
    # Whoever comes back in the middle has one answer that is known.
    other.answered("one/b", "right", ["right"], (2, 2))
    counts = Tally(tmp_path / FILE).read()[PLAN.mark].counts
    assert counts == {
        f"{FIRST}/allocated": 2,
        f"{FIRST}/began": 1,
        f"{FIRST}/finished": 2,
        f"{FIRST}/one/a/right": 1,
        f"{FIRST}/one/b/right": 1,
        f"{FIRST}/one/b/wrong": 1,
        f"{FIRST}/right-1": 1,
    }


def test_nothing_in_the_file_tells_who_answered(tmp_path: Path) -> None:
    code = codes.new_code()
    visit = Evaluation(tmp_path, PLAN, code)
    visit.reached("allocated")
    visit.answered("one/a", "right", ["right"], (1, 1))
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert code.encode() not in written
    assert sorted(path.name for path in tmp_path.iterdir()) == [f".{FILE}.lock", FILE]


def test_the_plan_stays_as_it_was_at_its_first_visit(tmp_path: Path) -> None:
    changed = Plan("Questions: one/a, one/c")
    for plan in (PLAN, changed):
        Evaluation(tmp_path, plan, CODES[0]).reached("allocated")
    kept = Tally(tmp_path / FILE).read()
    assert {mark: each.plan for mark, each in kept.items()} == {
        PLAN.mark: PLAN.text,
        changed.mark: changed.text,
    }


def test_a_damaged_file_is_set_aside_and_counting_goes_on(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"{half")
    Evaluation(tmp_path, PLAN, CODES[0]).reached("allocated")
    assert (tmp_path / f"{FILE}.damaged-1").read_bytes() == b"{half"
    assert sum(Tally(tmp_path / FILE).read()[PLAN.mark].counts.values()) == 1


def test_where_nothing_can_be_written_the_visit_goes_on(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("not a folder", encoding="utf-8")
    Evaluation(tmp_path / "folder", PLAN, CODES[0]).reached("allocated")


def simulated(seed: int, visits: int) -> Difference | None:
    """The difference that is found where the course makes each answer likelier by `EFFECT`."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(visits):
        arm = PLAN.arm(f"{chance.randrange(10**9):09d}")
        likely = 0.5 + (EFFECT if arm == LAST else 0)
        right = sum(chance.random() < likely for _ in range(ASKED))
        counts[f"{arm}/right-{right}"] += 1
    return difference(*(arm_figures(arm, counts, ASKED) for arm in ARMS))


def covers(found: Difference | None) -> bool:
    assert found is not None
    return found.low <= EFFECT <= found.high


def test_a_known_effect_is_found() -> None:
    found = simulated(seed=0, visits=10_000)
    assert found is not None
    assert found.low > 0.08
    assert covers(found)


@pytest.mark.slow
def test_of_a_hundred_intervals_ninety_five_cover_the_effect() -> None:
    covered = sum(covers(simulated(seed, visits=10_000)) for seed in range(100))
    # A run of 100 that each cover with 0.95 has less than 90 once in a hundred times.
    assert 90 <= covered <= 99


def test_too_few_people_give_no_interval() -> None:
    few = {f"{arm}/right-3": LEAST - 1 for arm in ARMS}
    assert difference(*(arm_figures(arm, few, ASKED) for arm in ARMS)) is None


def test_the_figures_of_an_arm_by_hand() -> None:
    counts = {f"{LAST}/allocated": 5, f"{LAST}/right-1": 2, f"{LAST}/right-2": 2}
    found = arm_figures(LAST, counts, 2)
    assert (found.allocated, found.analysed, found.mean) == (5, 4, 0.75)
    assert found.variance == pytest.approx(1 / 12)
