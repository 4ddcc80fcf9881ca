"""The small course of the fixtures, with what people come to ask and a short way."""

import re
import shutil
from pathlib import Path

from course.visit.route import Place
from tests.paths import TEA

ASKS = {"hurt": "Can I get burned?", "es": "What does tea cost?"}
"""One of them is called like a language."""
_MARKS = {
    "making/what-you-need": "essential: true",
    "making/hot-water": "essential: true\n    answers: [hurt]",
    "making/try-it": "answers: [hurt]",
    "keeping/label": "answers: [es]",
    "keeping/at-home": "essential: true",
    "trying/price": "answers: [es]",
    "trying/look": "answers: [hurt]",
}
HURT = (
    Place("page", "making", "hot-water"),
    Place("page", "making", "try-it"),
    Place("page", "trying", "look"),
)
COST = (Place("page", "keeping", "label"), Place("page", "trying", "price"))
ESSENTIALS = (
    Place("page", "making", "what-you-need"),
    Place("page", "making", "hot-water"),
    Place("page", "keeping", "at-home"),
)


def with_asks(folder: Path, course: Path = TEA) -> Path:
    """Write a copy of the course into `folder`, and tell the place."""
    copy = folder / "asking"
    shutil.copytree(course, copy)
    languages = sorted(path.name for path in copy.iterdir() if re.fullmatch("[a-z]{2}", path.name))
    asks = [
        f"  {name}: {{ask: {{{', '.join(f'{each}: {ask}' for each in languages)}}}}}"
        for name, ask in ASKS.items()
    ]
    main = copy / "course.yaml"
    main.write_text(
        "\n".join([main.read_text(encoding="utf-8"), "asks:", *asks, ""]), encoding="utf-8"
    )
    for language in languages:
        for place, mark in _MARKS.items():
            module, page = place.split("/")
            path = copy / language / f"{module}.yaml"
            text = path.read_text(encoding="utf-8")
            marked, count = re.subn(
                rf"(  - id: {page}\n    title: .*\n)", rf"\1    {mark}\n", text, count=1
            )
            assert count, place
            path.write_text(marked, encoding="utf-8")
    return copy
