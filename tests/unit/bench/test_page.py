"""The page says what was found, and can be read again."""

from collections import Counter

from bench import found, page, tables
from bench.found import Found, Held, Modules, Visits


def some(factor: float = 1.0) -> Found:
    """A run in which everything took `factor` times its yardstick."""
    all_ = Found(saves={10: 1.0, 100: 1.0})
    names = [*found.YARDSTICKS, *map(found.save, all_.saves)]
    for name in names:
        for _ in range(100):
            all_.row(name).add(2.0, 2.0 * factor)
    for name in found.TURNS:
        all_.row(name).frames = Counter({1: 100})
    times = {7: [10.0], 1000: [10.5]}
    all_.modules = Modules(times, times, times, times)
    all_.memory = [Held(0, 40.0, 8), Held(100, 41.0, 8)]
    all_.reports = [Visits(1000, 1.5, 26.0)]
    return all_


def verdicts(all_: Found) -> dict[str, str]:
    lines = [line.split("|") for line in tables.goals(all_, None).splitlines()[2:]]
    return {line[1].strip(): line[3].strip() for line in lines}


def test_its_ratios_can_be_read_again() -> None:
    written = page.page(some(1.5), some(3.0), "A machine.", "")
    ratios = tables.ratios(written)
    assert ratios.keys() == some().rows.keys()
    assert set(ratios.values()) == {1.5}
    assert tables.ratios("") == tables.ratios("# Something else") == {}


def test_notes_stay() -> None:
    first = page.page(some(), some(), "A machine.", "")
    noted = f"{first}\n{page.NOTES}\n\nWhat people wrote.\n"
    again = page.page(some(2.0), some(), "Another machine.", noted)
    assert again.endswith(f"\n{page.NOTES}\n\nWhat people wrote.\n")
    assert page.page(some(), some(), "A machine.", noted) == noted


def test_goals_are_met_or_missed() -> None:
    assert {verdict.split()[1] for verdict in verdicts(some(1.0)).values()} == {"met"}
    assert verdicts(some(1.2))["start to the first frame"] == "1.20 **missed**"
    assert "1.20 met" in tables.goals(some(), some(1.2))


def test_each_goal_can_be_missed() -> None:
    slow = some(40.0)
    slow.late_answers = slow.late_frames = 1
    slow.saves = {10: 1.0, 100: 2.0}
    slow.modules.start = {7: [10.0], 1000: [12.0]}
    slow.memory.append(Held(200, 43.0, 9))
    slow.row(found.PICK).frames[2] += 1
    assert {verdict.split()[1] for verdict in verdicts(slow).values()} == {"**missed**"}


def test_what_was_not_measured_is_neither() -> None:
    assert set(verdicts(Found()).values()) == {tables.NONE}


def test_figures_say_no_more_than_they_know() -> None:
    figures = {None: "-", 1: "1", 0.254: "0.25", 9.996: "10.0", 12.34: "12.3", 1234.5: "1,234"}
    assert {figure: tables.number(figure) for figure in figures} == figures


def test_bars_are_as_long_as_their_figures() -> None:
    bars = {name: line.count("█") for name, line in zip("ab", lines(a=10, b=5), strict=True)}
    assert bars == {"a": tables.WIDTH, "b": tables.WIDTH / 2}


def lines(**figures: float) -> list[str]:
    return tables.chart(figures).splitlines()[1:-1]
