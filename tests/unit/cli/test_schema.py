"""`prolo schema`: it allows what the check allows, as far as a schema can say it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course.cli import main
from course.content.drafting import schemas
from tests.paths import DOCS


def schema(kind: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["schema", kind]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_module_is_described_key_by_key(capsys: pytest.CaptureFixture[str]) -> None:
    parts = schema("module", capsys)["$defs"]
    assert "reason" in parts["Page"]["properties"]["why"]["description"]
    assert parts["Choice"]["properties"]["page"]["description"].startswith("The page that teaches")
    assert set(parts["Page"]["required"]) == {"id", "title"}
    assert parts["Page"]["additionalProperties"] is False


def test_what_is_looked_up_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert "row" not in schema("module", capsys)["$defs"]["Triage"]["properties"]


def test_all_are_written_into_a_folder(tmp_path: Path) -> None:
    assert main(["schema", "--to", str(tmp_path / "schema")]) == 0
    names = {path.stem for path in (tmp_path / "schema").iterdir()}
    assert names == {*schemas.KINDS, "clinic"}


def test_there_is_no_other_kind(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "modul"])
    assert "modul" in capsys.readouterr().err


def test_the_guide_names_the_hook() -> None:
    hooks = (DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "id: prolo-check" in hooks
    assert "`prolo-check`" in (DOCS / "authoring.md").read_text(encoding="utf-8")
