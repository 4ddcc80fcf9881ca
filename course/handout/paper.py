"""A page as a PDF that can be read aloud, PDF/UA-1, its fonts within it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from course.errors import UsageError
from course.handout import text
from course.printing import PDF, PLAIN, Page

if TYPE_CHECKING:
    from course.handout.model import Handout

Size = Literal["letter", "a4"]
TEMPLATE = Path(__file__).with_name("page.typ")
TYPST = {"letter": "us-letter", "a4": "a4"}
_WITHOUT = "A PDF needs typst, which is not installed: pip install 'prolotherapy-course[paper]'."
_INSTEAD = "--format html writes the same page for a browser to print, and --format text its words."


def pdf(handout: Handout, size: Size) -> bytes:
    """The page on paper of a size. Raises what `compiled` raises."""
    return compiled(TEMPLATE, inputs(handout, size), _INSTEAD)


def compiled(template: Path, inputs: dict[str, str], instead: str) -> bytes:
    """What a template makes of its inputs; `instead` tells what to do where that cannot be.

    Raises UsageError where what makes it is not installed, or cannot, as where no font has a sign.
    """
    try:
        # Only who prints waits for it.
        import typst
    except ImportError:
        raise UsageError(f"{_WITHOUT} {instead}") from None
    try:
        return typst.compile(
            template.read_bytes(),
            format="pdf",
            pdf_standards="ua-1",
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
    except typst.TypstError as error:
        raise UsageError(f"No PDF can be made of this: {error.message}. {instead}") from None


def inputs(handout: Handout, size: Size) -> dict[str, str]:
    """What the template is given."""
    return {"page": msgspec.json.encode(handout).decode(), "paper": TYPST[size]}


def printed(handout: Handout, size: Size) -> Page:
    """The page for a printer: as a PDF, or where none can be made, in plain lines."""
    try:
        return pdf(handout, size), PDF
    except UsageError:
        lines = "".join(f"{line}\n" for line in text.lines(handout))
        return lines.encode(), PLAIN
