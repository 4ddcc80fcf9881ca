"""Paper for patients: what becomes of a page, whatever the printer does."""

import time
from pathlib import Path

import pytest

from course import printing
from course.printing import Job, Page, Printer, Reason
from tests.fake_cups import Cups
from tests.processes import PATIENCE

PAGE: Page = (b"a page", printing.PLAIN)


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    return Cups(tmp_path, monkeypatch)


def printed(patience: float = PATIENCE, page: Page = PAGE) -> Job:
    """A page for which somebody waits."""
    job = Printer("Q", patience=patience).send(lambda: page)
    assert job.is_over.wait(PATIENCE)
    return job


def test_a_page_is_printed(cups: Cups) -> None:
    job = printed()
    assert (job.step, job.why) == ("printed", None)
    assert cups.pages == [b"a page"]


@pytest.mark.parametrize(
    ("trouble", "why"), [("gone", "no_queue"), ("stopped", "stopped"), ("aborts", "refused")]
)
def test_a_page_that_is_not_printed_has_its_reason(cups: Cups, trouble: str, why: Reason) -> None:
    cups.be(trouble)
    job = printed()
    assert (job.step, job.why) == ("failed", why)


def test_nothing_goes_to_a_printer_that_is_stopped(cups: Cups) -> None:
    cups.be("stopped")
    printed()
    assert cups.pages == []


def test_a_page_that_does_not_come_is_taken_back(cups: Cups) -> None:
    cups.be("waits")
    job = printed(patience=0.05)
    assert (job.step, job.why) == ("failed", "slow")
    assert cups.canceled == ["Q-1"]


def test_a_printer_that_stops_in_the_middle_gives_nothing_to_the_next_person(cups: Cups) -> None:
    cups.be("waits")
    job = Printer("Q").send(lambda: PAGE)
    end = time.monotonic() + PATIENCE
    while job.step != "coming" and time.monotonic() < end:
        time.sleep(0.01)
    cups.be("waits", "stopped")
    assert job.is_over.wait(PATIENCE)
    assert job.why == "stopped"
    assert cups.canceled == ["Q-1"]


def test_programs_that_never_end_are_not_waited_for(
    cups: Cups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ANSWER", 0.2)
    cups.be("hangs")
    began = time.monotonic()
    job = Printer("Q", patience=0.2).send(lambda: PAGE)
    assert time.monotonic() - began < PATIENCE / 2
    assert job.is_over.wait(PATIENCE)
    assert job.step == "failed"


def test_a_page_that_is_taken_slowly_is_waited_for(
    cups: Cups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ANSWER", 1.5)
    cups.be("slow")
    assert printed().step == "printed"


def test_a_page_is_taken_back_until_it_is(cups: Cups) -> None:
    cups.be("waits", "keeps")
    job = printed(patience=0.05)
    assert (job.step, job.why) == ("failed", "slow")
    assert cups.canceled == []
    cups.be("waits")
    end = time.monotonic() + PATIENCE
    while not cups.canceled and time.monotonic() < end:
        time.sleep(0.01)
    assert cups.canceled == ["Q-1"]


def test_without_cups_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert printed().why == "no_cups"


def test_a_page_that_cannot_be_made_is_told_and_no_more(cups: Cups) -> None:
    def make() -> Page:
        raise ValueError("what somebody typed")

    job = Printer("Q").send(make)
    assert job.is_over.wait(PATIENCE)
    assert (job.step, job.why) == ("failed", "no_page")
    assert cups.pages == []


def test_staff_see_how_many_pages_were_not_printed_until_one_is(tmp_path: Path) -> None:
    path = tmp_path / "unprinted.json"
    assert printing.unprinted(path) is None
    printing.note(path, "stopped")
    printing.note(path, "slow")
    found = printing.unprinted(path)
    assert found is not None
    assert (found.count, found.why) == (2, "slow")
    printing.note(path, None)
    assert printing.unprinted(path) is None
    assert not path.exists()


def test_what_is_kept_of_it_may_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "unprinted.json"
    path.write_bytes(b"{")
    assert printing.unprinted(path) is None
    printing.note(path, "slow")
    found = printing.unprinted(path)
    assert found is not None
    assert found.count == 1
