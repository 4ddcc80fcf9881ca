"""A cache that is damaged, of another shape, or not to be written: the course opens as ever."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import language
from course.content import loader, sealed
from course.content.compiled import Edition, Library
from tests.paths import BAD, ROOT

SOUND = BAD / "sound"
COURSE = loader.load(SOUND)
WORDS = language.load("en")
HEAD = Edition.of(COURSE, WORDS).head
FILES = ("index.json", "en.json")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The folder of the course in a cache, and the sound files in it by name."""
    cache = tmp_path_factory.mktemp("cache")
    Library(SOUND, cache).edition()
    (place,) = cache.glob("courses/*")
    return place, {name: (place / name).read_bytes() for name in FILES}


def opens(cache: Path) -> None:
    """The course opens, from what is kept or without, and all of it is the right one."""
    library = Library(SOUND, cache)
    edition = library.edition()
    assert edition.course == COURSE
    assert edition.head == HEAD
    assert edition.words.table == WORDS.table
    assert library.languages == ("en",)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), data=st.data())
def test_bytes_of_any_kind(
    kept: tuple[Path, dict[str, bytes]], name: str, data: st.DataObject
) -> None:
    place, files = kept
    for each, content in files.items():
        (place / each).write_bytes(content)
    sound = files[name]
    first = data.draw(st.integers(0, len(sound)), "from")
    last = min(first + data.draw(st.integers(0, 40), "count"), len(sound))
    damage = data.draw(st.one_of(st.binary(max_size=40), st.just(sound[:first])), "damage")
    tail = data.draw(st.sampled_from([sound[last:], b""]), "tail")
    (place / name).write_bytes(sound[:first] + damage + tail)
    opens(place.parent.parent)


@pytest.mark.parametrize("name", FILES)
def test_every_single_bit_of_the_seal_and_of_the_first_bytes(
    kept: tuple[Path, dict[str, bytes]], name: str
) -> None:
    place, files = kept
    for bit in range(8 * 48):
        for each, content in files.items():
            (place / each).write_bytes(content)
        broken = bytearray(files[name])
        broken[bit // 8] ^= 1 << bit % 8
        (place / name).write_bytes(broken)
        assert sealed.load(place / name, dict) is None
    opens(place.parent.parent)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        "text",
        {"head": {}},
        {"course": {"id": "water"}, "prose": {}},
        [[[[]]]] * 100,
    ],
)
def test_json_of_another_shape(
    kept: tuple[Path, dict[str, bytes]], name: str, value: object
) -> None:
    place, files = kept
    for each, content in files.items():
        (place / each).write_bytes(content)
    sealed.save(place / name, value)
    opens(place.parent.parent)
    # Whoever changes the index on purpose to name such a file gets no further.
    index = sealed.load(place / "index.json", dict)
    assert index is not None
    index["editions"]["en"]["seal"] = sealed.save(place / "en.json", value)
    sealed.save(place / "index.json", index)
    opens(place.parent.parent)


def test_json_that_is_too_deep_to_read(kept: tuple[Path, dict[str, bytes]]) -> None:
    place, _ = kept
    deep = b'{"x": ' + b"[" * 1_000_000
    (place / "index.json").write_bytes(sealed._seal(deep).encode() + b"\n" + deep)
    opens(place.parent.parent)


@pytest.mark.parametrize("name", FILES)
def test_what_was_damaged_is_mended(
    kept: tuple[Path, dict[str, bytes]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, _ = kept
    (place / name).write_bytes(b"")
    opens(place.parent.parent)
    monkeypatch.setattr(loader, "load", None)
    opens(place.parent.parent)


def test_a_file_that_is_missing(kept: tuple[Path, dict[str, bytes]]) -> None:
    place, _ = kept
    for name in FILES:
        (place / name).unlink()
        opens(place.parent.parent)


def test_a_body_of_another_day(kept: tuple[Path, dict[str, bytes]]) -> None:
    """As when another process has kept a newer one in the meantime."""
    place, _ = kept
    old = sealed.load(place / "en.json", dict)
    assert old is not None
    old["course"]["title"] = "Rivers"
    edition = Library(SOUND, place.parent.parent).edition()
    sealed.save(place / "en.json", old)
    assert edition.course == COURSE


def test_folders_stand_where_files_should_be(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    Library(SOUND, cache).edition()
    (place,) = cache.glob("courses/*")
    for name in FILES:
        (place / name).unlink()
        (place / name).mkdir()
    opens(cache)
    assert sorted(each.name for each in place.iterdir()) == sorted(FILES)


def test_a_file_stands_where_the_cache_should_be(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("", encoding="utf-8")
    opens(tmp_path / "cache")
    opens(tmp_path / "cache" / "deeper")


@pytest.mark.parametrize(
    "call", ["os.mkdir", "tempfile.NamedTemporaryFile", "os.fsync", "os.replace"]
)
def test_a_disk_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(call, Mock(side_effect=OSError(30, "Read-only file system")))
    opens(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tempfile.NamedTemporaryFile

    def full(**asked: Any) -> Any:
        file: Any = made(**asked)
        file.write = Mock(side_effect=OSError(28, "No space left on device"))
        return file

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    opens(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    Library(SOUND, cache).edition()
    index = next(cache.glob("courses/*/index.json"))
    index.unlink()
    index.parent.chmod(0o500)
    opens(cache)
    index.parent.chmod(0o700)


def test_many_processes_write_at_once(tmp_path: Path) -> None:
    script = f"""if True:
        from pathlib import Path
        from course.content.compiled import Edition, Library
        for _ in range(8):
            edition = Library(Path({str(SOUND)!r}), Path({str(tmp_path)!r})).edition()
            assert edition.head.title == "Water" and edition.course.title == "Water"
            for path in Path({str(tmp_path)!r}).glob("courses/*/*.json"):
                path.unlink(missing_ok=True)
        Library(Path({str(SOUND)!r}), Path({str(tmp_path)!r})).edition()
        """
    writers = [
        subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for writer in writers:
        _, said = writer.communicate()
        assert (writer.returncode, said) == (0, b"")
    opens(tmp_path)
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == set(FILES)
