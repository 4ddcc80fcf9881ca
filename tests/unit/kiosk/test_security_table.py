"""Every row of docs/security.md names a test that there is and that always runs."""

from __future__ import annotations

import re

from tests.paths import ROOT

SLOW = re.compile(r"@pytest\.mark\.slow\n(?:@.*\n)*(?:async )?def (test_\w+)\(")
ROW = re.compile(r"^\|.*\| `(test_\w+)` \|$", re.MULTILINE)


def test_every_test_of_the_table_exists() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = ROW.findall(text)
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    missing = {name for name in named if not re.search(rf"def {name}\(", tests)}
    assert not missing
    assert not set(named) & set(SLOW.findall(tests)), "make test leaves all of these out"
    assert f"There are {len(named)} rows." in text
    assert len(named) >= 150


def test_every_row_says_what_was_tried_and_what_holds() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    heads = set(re.findall(r"^\|.*\| Test \|$", text, re.MULTILINE))
    assert heads == {"| Tried | What holds | Test |"}
