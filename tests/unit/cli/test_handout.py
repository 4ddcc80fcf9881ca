"""What `prolo handout` writes."""

import datetime
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import icalendar
import pypdf
import pytest

from course.cli import main
from course.content import loader
from course.visit.reception import Reception
from tests.desk import reception_for
from tests.paths import TEA

TODAY = datetime.date.today()
SOON = TODAY + datetime.timedelta(days=30)


class Wrote(NamedTuple):
    """What a run of the program wrote."""

    status: int
    out: bytes
    err: str


Handout = Callable[..., Wrote]


@pytest.fixture
def desk(data: Path) -> Reception:
    return reception_for(loader.load(TEA), data / "learners")


@pytest.fixture
def code(desk: Reception) -> str:
    visit = desk.begin("en")
    visit.record.flush()
    return visit.record.code


@pytest.fixture
def handout(data: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Handout:
    def run(*asked: str) -> Wrote:
        status = main(["--modules", str(TEA), "--data-dir", str(data), "handout", *asked])
        out, err = capfdbinary.readouterr()
        return Wrote(status, out, err.decode())

    return run


def test_it_is_text_unless_another_form_is_asked_for(handout: Handout, code: str) -> None:
    wrote = handout(code)
    assert (wrote.status, wrote.err) == (0, "")
    said = wrote.out.decode()
    assert said.startswith("Take this home\n")
    assert "! Call 112" in said


@pytest.mark.parametrize("form", ["text", "html", "pdf"])
def test_the_code_is_on_it_only_if_it_is_asked_for(handout: Handout, code: str, form: str) -> None:
    found = []
    for asked in ((), ("--with-code",)):
        out = handout(code, "--format", form, *asked).out
        if form == "pdf":
            out = pypdf.PdfReader(io.BytesIO(out)).pages[0].extract_text().encode()
        found.append(f"{code[:3]} {code[3:6]} {code[6:]}" in out.decode())
    assert found == [False, True]


def test_a_code_may_be_typed_in_groups(handout: Handout, code: str) -> None:
    assert handout(f"{code[:3]} {code[3:6]}-{code[6:]}") == handout(code)


def test_html(handout: Handout, code: str) -> None:
    said = handout(code, "--format", "html").out.decode()
    assert said.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert said.endswith("</html>\n")


def test_pdf(handout: Handout, code: str) -> None:
    found = pypdf.PdfReader(io.BytesIO(handout(code, "--format", "pdf").out))
    assert "Call 112" in found.pages[0].extract_text()


def test_the_paper_is_of_the_size_that_the_clinic_has(
    handout: Handout, code: str, data: Path
) -> None:
    sizes = []
    for size in ("letter", "a4"):
        (data / "clinic.yaml").write_text(f"paper: {size}\n", encoding="utf-8")
        found = pypdf.PdfReader(io.BytesIO(handout(code, "--format", "pdf").out))
        sizes.append([round(float(side)) for side in found.pages[0].mediabox[2:]])
    assert sizes == [[612, 792], [595, 842]]


def test_a_calendar_has_the_day_of_the_visit(handout: Handout, code: str) -> None:
    wrote = handout(code, "--format", "ics", "--appointment", f"{SOON}")
    (event,) = icalendar.Calendar.from_ical(wrote.out).walk("VEVENT")
    assert event.decoded("DTSTART") == SOON


def test_codes_for_a_phone_with_what_each_is(handout: Handout, code: str) -> None:
    said = handout(code, "--format", "qr", "--appointment", f"{SOON}").out.decode()
    assert "When to get help" in said
    assert "Your visit" in said
    assert "█" in said
    assert "\033" not in said


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--format", "ics"), "Give --appointment, as in"),
        (("--appointment", "2020-02-30"), "give a day, as in 2026-12-11"),
        (("--appointment", "2020-02-29"), "that day is past"),
    ],
)
def test_what_is_missing_or_wrong_is_told_with_its_cure(
    asked: tuple[str, ...],
    told: str,
    handout: Handout,
    code: str,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    try:
        wrote = handout(code, *asked)
    except SystemExit as ended:
        status, out, err = ended.code, b"", capfdbinary.readouterr().err.decode()
    else:
        status, out, err = wrote
    assert (status, out) == (2, b"")
    assert told in err


@pytest.mark.parametrize("typed", ["482719360", "12", "../../etc/passwd", "Jane Doe"])
def test_a_code_that_nobody_has_is_said_to_be_so(typed: str, handout: Handout) -> None:
    wrote = handout(typed)
    assert (wrote.status, wrote.out) == (2, b"")
    assert "nine digits" in wrote.err
    assert typed not in wrote.err


def test_without_typst_the_other_forms_are_named(
    handout: Handout, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    wrote = handout(code, "--format", "pdf")
    assert (wrote.status, wrote.out) == (2, b"")
    assert "[paper]" in wrote.err
    assert "--format html" in wrote.err


def test_nothing_of_it_is_kept(handout: Handout, code: str, data: Path) -> None:
    def kept() -> dict[str, bytes]:
        files = (path for path in (data / "learners").rglob("*") if path.is_file())
        return {path.name: path.read_bytes() for path in files}

    before = kept()
    for form in ("text", "html", "pdf", "ics", "qr"):
        handout(code, "--format", form, "--appointment", f"{SOON}")
    assert kept() == before
    everything = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert f"{SOON}".encode() not in everything
