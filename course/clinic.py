"""The clinic's own settings: its name, its telephone numbers, its days.

Every setting may be missing: a course that runs without a settings file prints no number of its
own and says "ask your clinic" wherever one would stand.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from course.errors import ContentError

Phone = Annotated[
    str, Meta(pattern=r"^[0-9 +()/-]{2,30}$", description="a telephone number, as in 555-0100")
]
Queue = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$",
        max_length=127,
        description="the name of a printer queue, as lpstat -e lists it",
    ),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^https://[^\s#]+$",
        max_length=200,
        description="an address that begins https:// and has no #",
    ),
]


RecordStore = Annotated[
    str,
    Meta(
        pattern=r"^(?:https://|http://(?:localhost|127\.0\.0\.1)(?=[:/]|\Z))[^\s#?@]+\Z",
        max_length=200,
        description="an address that begins https://, as in https://lrs.example.org/xapi",
    ),
]


Setting = Literal["off", "before-after", "randomised"]
"""Whom the course asks what they know: nobody; everybody before and after it; or one half before it
and the other half after it, by chance."""


class Clinic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What `clinic.yaml` may say."""

    name: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    phone: Phone | None = None
    after_hours: Phone | None = None
    emergency_number: Phone | None = None
    anti_inflammatory_days: Annotated[int, Meta(ge=1, le=60)] | None = None
    """Days before the visit; None prints no day at all."""
    heat: Literal["yes", "no"] | None = None
    """Whether a heat pack may follow the shots; None says to ask."""
    sedation: Literal["yes", "no"] | None = None
    """Whether the clinic offers medicine to relax or to sleep; None says to ask."""
    staff_pin_hash: str | None = None
    paper: Literal["letter", "a4"] = "letter"
    """The size of the paper that patients take home."""
    printer: Queue | None = None
    """The queue of CUPS that prints what patients take home; None offers no printing."""
    printer_at: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    """Where its paper comes out, as in "the front desk"; None says to ask."""
    web: Address | None = None
    """Where the clinic has put the course as a web page; None offers no link to it."""
    xapi: RecordStore | None = None
    """The learning record store that is told of answers and modules; None tells nobody."""
    keep_days: Annotated[int, Meta(ge=1, le=3650)] = 30
    """Days after the last visit before a learner's file is removed."""
    evaluation: Setting = "off"
    unsigned_content: bool = False
    """Whether a kiosk takes over a course that nobody has signed, or that has changed since."""
    idle: Annotated[int, Meta(ge=30, le=900)] = 90
    """Seconds without a sign of a person before a kiosk asks whether they are still there."""


def load(path: Path) -> Clinic:
    """Read the clinic's settings; a file that is empty or not there leaves all unset.

    Raises ContentError with every fault of the file.
    """
    # Of a file that may be there, but not be looked at, the reader says so.
    with suppress(PermissionError):
        if not path.exists():
            return Clinic()
    # Most clinics have no such file, and then nothing of YAML is loaded.
    from course.content.source import yaml_reader
    from course.content.source.binding import Written, bind

    document = yaml_reader.read(path.parent, path.name)
    if document.is_empty:
        return Clinic()
    written: Written[Clinic] = Written(path.name, document.root, problems=[*document.problems])
    bind(written, Clinic)
    if written.value is None:
        raise ContentError(written.problems)
    return written.value
