"""A file that is replaced is the old one or the new one, whole, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from course import durable

OLD, NEW = b"old", b"new" * 5000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kept"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_file_is_replaced_as_a_whole(path: Path) -> None:
    durable.write(path, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == {"kept"}


def test_it_is_for_its_owner_alone_and_so_is_a_folder_that_was_missing(tmp_path: Path) -> None:
    path = tmp_path / "data" / "more" / "kept"
    durable.write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(each.stat().st_mode) for each in (*path.parents,)[:2]] == [0o700, 0o700]


def test_the_content_is_on_the_disk_before_its_name_and_where_it_lies_before_the_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def syncing(opened: int) -> None:
        found = os.fstat(opened)
        done.append("folder" if stat.S_ISDIR(found.st_mode) else f"{found.st_size} bytes")
        sync(opened)

    def replacing(one: Path, other: Path) -> None:
        done.append(f"{one.parent} to {other.parent}")
        replace(one, other)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "replace", replacing)
    durable.write(path, NEW)
    content = f"{len(NEW)} bytes"
    assert done == [content, f"{path.parent} to {path.parent}", content, "folder"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_where_a_disk_fails_the_old_file_stays_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space"):
        durable.write(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert names(path.parent) == {"kept"}


def test_whoever_looks_it_over_may_refuse_it(path: Path) -> None:
    def refuse() -> None:
        with durable.replacing(path) as new:
            new.write(NEW)
            new.flush()
            assert Path(new.name).read_bytes() == NEW
            assert path.read_bytes() == OLD
            raise ValueError("not good")

    with pytest.raises(ValueError, match="not good"):
        refuse()
    assert path.read_bytes() == OLD
    assert names(path.parent) == {"kept"}


def test_a_program_that_dies_while_it_writes_leaves_the_old_file(path: Path) -> None:
    dying = (
        "import os, sys; from pathlib import Path; from course import durable\n"
        "with durable.replacing(Path(sys.argv[1])) as new:\n"
        "    new.write(b'half'); new.flush(); os.kill(os.getpid(), 9)\n"
    )
    root = Path(durable.__file__).parent.parent
    run = subprocess.run([sys.executable, "-c", dying, path], cwd=root, check=False)
    assert run.returncode == -9
    assert path.read_bytes() == OLD


def test_a_link_is_replaced_and_not_followed(path: Path) -> None:
    link = path.with_name("link")
    link.symlink_to(path)
    durable.write(link, NEW)
    assert not link.is_symlink()
    assert path.read_bytes() == OLD


def test_reading_stops_at_the_limit(path: Path) -> None:
    assert durable.read(path, 100) == OLD
    assert durable.read(path, 2) == OLD[:2]
    assert durable.read(path.with_name("none"), 100) is None


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_is_no_file_is_not_read(path: Path, kind: str) -> None:
    other = path.with_name("other")
    match kind:
        case "folder":
            other.mkdir()
        case "pipe":
            os.mkfifo(other)
        case "link":
            other.symlink_to(path)
        case _:
            pass
    with pytest.raises(OSError, match="other"):
        durable.read(other, 100)


def test_what_somebody_takes_away_at_once_is_no_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def taking(one: Path, other: Path) -> None:
        replace(one, other)
        other.unlink()

    monkeypatch.setattr(os, "replace", taking)
    durable.write(path, NEW)
    assert names(path.parent) == set()


def test_removing_what_is_gone_already_is_no_fault(path: Path) -> None:
    durable.remove(path)
    durable.remove(path)
    assert not path.exists()
