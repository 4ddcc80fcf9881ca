"""A course in one file: the same bytes each time, and what comes out is what was packed."""

import json
import stat
import zipfile
from pathlib import Path

import pytest

from course.content import loader, packing
from course.errors import ContentError, UsageError


@pytest.fixture
def packed(sound: Path, tmp_path: Path) -> Path:
    """A pack of the sound course."""
    file = tmp_path / "water.prolo"
    packing.pack(sound, file)
    return file


def repacked(file: Path, into: Path, **changed: bytes | None) -> Path:
    """A pack like another one, with some files changed, added or left out."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(into, "w") as new:
        contents = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in contents.items():
            if content is not None:
                new.writestr(name, content)
    return into


def test_the_same_course_makes_the_same_bytes(sound: Path, packed: Path, tmp_path: Path) -> None:
    for path in sound.rglob("*.yaml"):
        path.touch()
    packing.pack(sound, tmp_path / "again.prolo")
    assert (tmp_path / "again.prolo").read_bytes() == packed.read_bytes()


def test_what_comes_out_is_the_course(sound: Path, packed: Path, tmp_path: Path) -> None:
    about = packing.unpack(packed, tmp_path / "new")
    assert loader.load(tmp_path / "new") == loader.load(sound)
    assert (about.course, about.title, about.languages) == ("water", "Water", ("en",))
    assert {*about.files} == {
        path.relative_to(sound).as_posix() for path in sound.rglob("*") if path.is_file()
    }


def test_the_mark_changes_with_a_letter_and_a_name(
    sound: Path, packed: Path, tmp_path: Path
) -> None:
    marks = {packing.unpack(packed, tmp_path / "new").mark}
    page = sound / "en" / "one.yaml"
    page.write_text(page.read_text("utf-8").replace("each day", "every day"), "utf-8")
    marks.add(packing.pack(sound, tmp_path / "b.prolo").mark)
    assert len(marks) == 2


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"en/one.yaml": b"format: 1\n"}, "en/one.yaml is not as it was packed"),
        ({"en/one.yaml": None}, "its files are not those that it names"),
        ({"en/new.yaml": b"a: b\n"}, "its files are not those that it names"),
        ({"../out.yaml": b"a: b\n"}, 'it holds "../out.yaml", which no course does'),
        ({"/etc/out.yaml": b"a: b\n"}, "which no course does"),
        ({"en\\out.yaml": b"a: b\n"}, "which no course does"),
        ({".bashrc": b"a: b\n"}, "which no course does"),
        ({"EN/one.yaml": b"a: b\n"}, "two files of one name"),
        ({"pack.json": None}, "it has no pack.json"),
        ({"pack.json": b"{}"}, "pack.json cannot be read"),
    ],
)
def test_an_altered_pack_is_refused_and_leaves_nothing(
    packed: Path, tmp_path: Path, changed: dict[str, bytes | None], why: str
) -> None:
    before = {*tmp_path.iterdir()} | {tmp_path / "bad.prolo"}
    bad = repacked(packed, tmp_path / "bad.prolo", **changed)
    with pytest.raises(UsageError) as caught:
        packing.unpack(bad, tmp_path / "new")
    assert why in str(caught.value)
    assert {*tmp_path.iterdir()} == before


def test_each_byte_that_is_turned_is_noticed(packed: Path, tmp_path: Path) -> None:
    content = packed.read_bytes()
    packing.unpack(packed, tmp_path / "sound")
    course = loader.load(tmp_path / "sound")
    for at in range(0, len(content), len(content) // 60):
        turned = bytes([*content[:at], content[at] ^ 0x20, *content[at + 1 :]])
        (tmp_path / "bad.prolo").write_bytes(turned)
        new = tmp_path / f"new-{at}"
        try:
            packing.unpack(tmp_path / "bad.prolo", new)
        except UsageError:
            assert not new.exists()
            continue
        # A byte of a stamp says nothing; then it is the very course.
        assert loader.load(new) == course


def test_a_new_list_of_files_does_not_hide_an_altered_mark(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        about = json.loads(archive.read("pack.json"))
    about["mark"] = "0" * 64
    bad = repacked(packed, tmp_path / "bad.prolo", **{"pack.json": json.dumps(about).encode()})
    with pytest.raises(UsageError, match="its mark is not that of its files"):
        packing.unpack(bad, tmp_path / "new")


def test_a_link_is_refused(packed: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.prolo"
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name)
            kind = stat.S_IFLNK if name == "en/one.yaml" else stat.S_IFREG
            entry.external_attr = (kind | 0o644) << 16
            new.writestr(entry, old.read(name))
    with pytest.raises(UsageError, match="which no course does"):
        packing.unpack(bad, tmp_path / "new")


def test_more_than_a_course_can_hold_is_refused_before_it_is_read(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MOST_BYTES", 1000)
    with pytest.raises(UsageError, match="more than a course can"):
        packing.unpack(packed, tmp_path / "new")


def test_no_pack_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.prolo").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(UsageError, match="no pack, or is damaged"):
        packing.unpack(tmp_path / "a.prolo", tmp_path / "new")


def test_nothing_is_overwritten(sound: Path, packed: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is there already"):
        packing.pack(sound, packed)
    (tmp_path / "new").mkdir()
    with pytest.raises(UsageError, match="is there already"):
        packing.unpack(packed, tmp_path / "new")


def test_a_course_that_does_not_open_is_not_packed(sound: Path, tmp_path: Path) -> None:
    (sound / "en" / "one.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ContentError):
        packing.pack(sound, tmp_path / "a.prolo")
    assert not (tmp_path / "a.prolo").exists()


def test_a_link_in_a_course_is_not_packed(sound: Path, tmp_path: Path) -> None:
    (sound / "notes.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(UsageError, match="is a link"):
        packing.pack(sound, tmp_path / "a.prolo")
