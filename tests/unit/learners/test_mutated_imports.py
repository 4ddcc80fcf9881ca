"""Whatever is brought to `learners import`: no traceback, and never half of it."""

import copy
import json
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.content import loader
from course.errors import CourseError
from course.learners.exports import FORMAT, VERSION, plain
from course.learners.imports import import_file
from course.learners.scan import Scan
from progress.learners import LearnerStore
from tests.paths import TEA
from tests.unit.reports.population import Population

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["482719360", "a1b2c3d4", "2026-11-22T12:00:00Z", "en", "right", "map"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@cache
def sound() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        Population(loader.load(TEA), seed=1).write(Path(folder) / "learners", 3)
        scan = Scan(Path(folder) / "learners", "")
        entries = [{"code": code, **plain(visit)} for code, visit in scan.visits()]
    return {"format": FORMAT, "version": VERSION, "learners": entries}


@st.composite
def mutated(draw: st.DrawFn) -> object:
    whole = json.loads(json.dumps(sound()))
    for _ in range(draw(st.integers(1, 3))):
        places = list(every_place(whole))
        if not places:
            break
        parent, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "remove", "double", "add"])):
            case "replace":
                parent[key] = draw(ANYTHING)
            case "remove":
                del parent[key]
            case "double" if isinstance(parent, list):
                parent.append(copy.deepcopy(parent[key]))
            case _:
                if isinstance(parent, dict):
                    parent[draw(st.text(max_size=5))] = draw(ANYTHING)
    return whole


def every_place(found: Any) -> Any:
    if isinstance(found, dict | list):
        for key in found if isinstance(found, dict) else range(len(found)):
            yield found, key
            yield from every_place(found[key])


def bring(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder, path = Path(temporary) / "learners", Path(temporary) / "file.json"
        path.write_bytes(content)
        imported = 0
        with suppress(CourseError):
            imported = import_file(folder, path).new
            assert imported == len(json.loads(content)["learners"])
        store = LearnerStore(folder)
        codes = list(store.codes())
        assert len(codes) == imported
        for code in codes:
            store.open(code)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_a_mutated_export_is_brought_back_whole_or_not_at_all(export: object) -> None:
    bring(json.dumps(export).encode())


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nor_does_one_with_other_bytes(data: st.DataObject) -> None:
    content = bytearray(json.dumps(sound()).encode())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 50))] = data.draw(st.binary(max_size=10))
    bring(bytes(content))
