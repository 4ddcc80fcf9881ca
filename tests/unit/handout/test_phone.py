"""What a phone takes from the screen, read by another program than the one that made it."""

import shutil
import subprocess
from pathlib import Path

import icalendar
import pytest
from PIL import Image

from course.clinic import Clinic
from course.handout import phone, reminders
from course.handout.phone import Taken
from course.language import load
from tests.desk import context_of
from tests.unit.handout.visits import BARE, FULL, TODAY, VISIT, shipped, shortest, taken

ZBAR = shutil.which("zbarimg")
needs_zbar = pytest.mark.skipif(ZBAR is None, reason="zbarimg (zbar-tools) is not installed")
PIXELS = 4
DARK, LIGHT = (29, 39, 48), (250, 246, 238)
HALVES = {" ": (0, 0), "▄": (0, 1), "▀": (1, 0), "█": (1, 1)}


def card(clinic: Clinic = FULL) -> list[Taken]:
    return phone.card(taken(shortest(), clinic), load("en"))


def every(clinic: Clinic = FULL) -> list[Taken]:
    entries = reminders.entries(shortest(), context_of(shipped(), clinic), VISIT)
    return [*card(clinic), *phone.days(entries, "en", TODAY)]


def photo(rows: list[str], path: Path) -> None:
    """A picture of a code in half-blocks, in the colours of a light screen."""
    image = Image.new("RGB", (len(rows[0]), 2 * len(rows)), LIGHT)
    for y, row in enumerate(rows):
        for x, character in enumerate(row):
            for half, is_dark in enumerate(HALVES[character]):
                if is_dark:
                    image.putpixel((x, 2 * y + half), DARK)
    image.resize((image.width * PIXELS, image.height * PIXELS), Image.Resampling.NEAREST).save(path)


def read(path: Path) -> str:
    assert ZBAR
    ran = subprocess.run(
        [ZBAR, "--quiet", "--raw", "--oneshot", "-Sbinary", str(path)],
        capture_output=True,
        check=True,
    )
    return ran.stdout.decode()


@needs_zbar
@pytest.mark.parametrize("clinic", [BARE, FULL])
def test_a_camera_reads_each_code(clinic: Clinic, tmp_path: Path) -> None:
    for at, each in enumerate(every(clinic)):
        path = tmp_path / f"{at}.png"
        photo(phone.half_blocks(phone.square(each.text)), path)
        assert read(path) == each.text


def test_each_text_of_the_card_can_be_read_by_itself() -> None:
    texts = card()
    assert len(texts) > 1
    for at, each in enumerate(texts, start=1):
        first, does, *_ = each.text.split("\n")
        assert first == each.label == f"When to get help ({at} of {len(texts)})"
        assert does.startswith(("Call 911", "Call us now", "Call us today", "Rest at home"))


def test_the_texts_together_hold_every_sign_once_below_what_to_do() -> None:
    handout = taken(shortest(), FULL)
    found = []
    for each in card():
        for block in each.text.split("\n", 1)[1].split("\n\n"):
            does = block.split("\n")[0]
            found += [(does, line[2:]) for line in block.split("\n") if line.startswith("- ")]
    assert found == [
        (band.text, sign) for band in handout.bands for group in band.groups for sign in group.signs
    ]


def test_no_text_is_longer_than_its_code_may_be() -> None:
    assert max(len(each.text.encode()) for each in card()) <= phone.BYTES[-1]
    assert max(len(phone.square(each.text)) for each in card()) <= 77 + 2 * phone.QUIET


def test_a_code_has_its_quiet_zone() -> None:
    code = phone.square("tea")
    sides = (code[: phone.QUIET], code[-phone.QUIET :])
    assert not any(any(row) for side in sides for row in side)
    assert not any(any(row[: phone.QUIET] + row[-phone.QUIET :]) for row in code)
    assert code[phone.QUIET][phone.QUIET]


def test_each_day_is_a_calendar_of_its_own() -> None:
    entries = reminders.entries(shortest(), context_of(shipped(), FULL), VISIT)
    texts = phone.days(entries, "en", TODAY)
    assert [each.label for each in texts] == [entry.title for entry in entries]
    for each, entry in zip(texts, entries, strict=True):
        (event,) = icalendar.Calendar.from_ical(each.text).walk("VEVENT")
        assert event.decoded("DTSTART") == entry.on


def test_no_code_says_who_somebody_is() -> None:
    visit = shortest()
    texts = phone.card(taken(visit, FULL), load("en"))
    assert not any(visit.record.code[:3] in each.text for each in texts)


@pytest.mark.parametrize("at", range(len(phone.BYTES)))
def test_a_code_holds_what_it_is_said_to_hold_and_no_more(at: int) -> None:
    modules = 21 + 4 * at + 2 * phone.QUIET
    most = phone.holds(modules)
    assert most == phone.BYTES[at]
    assert len(phone.square("é" * (most // 2))) <= modules
    assert len(phone.square("a" * most)) == modules
    assert len(phone.square("a" * (most + 1))) > modules
    assert phone.holds(modules - 1) == (phone.BYTES[at - 1] if at else 0)


def test_without_room_a_code_holds_nothing() -> None:
    assert [phone.holds(modules) for modules in (-5, 0, 28)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("place", "picked", "ends"),
    [
        ("", (), ""),
        ("knee", (), "#place=knee"),
        ("", ("a/b/c",), "#picked=a/b/c"),
        ("knee", ("a/b/c", "a/b/d"), "#place=knee&picked=a/b/c,a/b/d"),
    ],
)
def test_a_link_tells_the_page_what_no_server_hears(
    place: str, picked: tuple[str, ...], ends: str
) -> None:
    address = "https://clinic.example/course.html"
    assert phone.link(address, place, picked) == address + ends
    assert phone.link(f"{address}#top", place, picked) == address + ends
