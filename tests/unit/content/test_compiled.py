"""A course that was read once: the same as from its files, whatever has become of the cache."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from course import language
from course.content import compiled, loader, prose, sealed
from course.content.compiled import Edition, Library
from course.content.model import Course
from course.errors import ContentError, UsageError
from tests.paths import MODULES, ROOT, TEA
from tests.unit.content.course_edits import change, translate, unread


@pytest.fixture
def bilingual(sound: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    translate(sound)
    english = language.load("en")
    spanish = language.Words("es", english.table | {"welcome.start": "Empezar"})
    monkeypatch.setattr(language, "languages", lambda: ("en", "es"))
    monkeypatch.setattr(language, "load", lambda name: spanish if name == "es" else english)
    return sound


@pytest.mark.parametrize("folder", [MODULES, TEA])
def test_the_same_course_with_and_without_a_cache(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = loader.load(folder)
    words = language.load("en").table
    for keep in (None, cache, cache):
        if keep and cache.exists():
            unread(monkeypatch)
        edition = Library(folder, keep).edition()
        assert edition.head == Edition.of(read, edition.words).head
        assert (edition.words.language, edition.words.table) == ("en", words)
        assert edition.course == read


def test_what_the_first_frame_says_of_it(cache: Path) -> None:
    course = loader.load(TEA)
    for _ in range(2):
        head = Library(TEA, cache).edition().head
        assert (head.id, head.title, head.language) == ("tea", "A good cup of tea", "en")
        assert (head.parts, head.optional) == (1, 2)
        assert head.minutes == head.minutes_of(["making"])
        assert (head.emergency_number, head.languages) == (course.emergency_number, ("en",))


def test_nothing_but_the_head_is_loaded_for_the_first_frame(sound: Path, cache: Path) -> None:
    script = f"""if True:
        import sys, time
        now = time.time_ns
        time.time_ns = lambda: now() + 60 * 10**9
        from pathlib import Path
        from course import clinic
        from course.content.compiled import Library
        edition = Library(Path({str(sound)!r}), Path({str(cache)!r})).edition()
        clinic.load(Path({str(sound / "clinic.yaml")!r}))
        assert edition.head.title == "Water"
        assert edition.words("welcome.start")
        print(*sys.modules)
        from course.content import prose
        for page in edition.course.modules[0].pages:
            if page.text:
                prose.parse(page.text)
        print(*sys.modules)
        """
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
        )
    head, whole = (set(line.split()) for line in run.stdout.splitlines())
    never = {"yaml", "markdown_it", "tinydb", "filelock", "textual", "platformdirs"}
    assert not head & {*never, "hashlib", "tempfile", "course.content.model"}
    # Nor do the pages need a parser.
    assert not (whole - {"hashlib"}) & never


def test_texts_are_parsed_when_the_course_is_compiled(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = loader.load(sound).module("one").page("wet").text or ""
    expected = prose.parse(text)
    for _ in range(2):
        monkeypatch.setattr(prose, "parsed", {})
        Library(sound, cache).edition()
    assert Library(sound, cache).edition().course.module("one").page("wet").text == text
    assert prose.parsed[text] == expected


@pytest.mark.usefixtures("_later")
def test_a_fault_is_told_as_ever_although_the_course_is_kept(sound: Path, cache: Path) -> None:
    Library(sound, cache).edition()
    change(sound, "en/one.yaml", "goal: Know", "gaol: Know")
    with pytest.raises(ContentError) as expected:
        loader.load(sound)
    for _ in range(2):
        with pytest.raises(ContentError) as told:
            Library(sound, cache).edition()
        assert str(told.value) == str(expected.value)
    change(sound, "en/one.yaml", "gaol: Know", "goal: See")
    assert Library(sound, cache).edition().course == loader.load(sound)


@pytest.mark.usefixtures("_later")
def test_a_picture_that_changes_is_read_anew_and_one_with_faults_is_told(
    sound: Path, cache: Path
) -> None:
    before = Library(sound, cache).edition().course.svgs["pond"]
    assert (before.width, before.height, before.ids) == (900, 560, ("reeds", "reed", "fish"))
    change(sound, "pictures/pond.svg", 'd="M400 420l', 'd="M300 420l')
    after = Library(sound, cache).edition().course.svgs["pond"]
    assert before.box != after.box
    assert Library(sound, cache).edition().course == loader.load(sound)
    change(sound, "pictures/pond.svg", 'class="fluid"', 'style="fill:red"')
    with pytest.raises(ContentError, match="cannot have style"):
        Library(sound, cache).edition()


def test_a_picture_is_handed_over_as_it_is_in_its_file(sound: Path, cache: Path) -> None:
    file = sound / "pictures" / "pond.svg"
    for _ in range(2):
        edition = Library(sound, cache).edition()
        assert edition.svg("pond") == file.read_bytes()
    aside = file.rename(sound / "aside.svg")
    assert edition.svg("pond") == b"", "it is gone"
    file.symlink_to(aside)
    assert edition.svg("pond") == b"", "nobody follows a link out of the folder"


def test_a_folder_without_a_course(tmp_path: Path, cache: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ContentError) as expected:
            loader.load(folder)
        with pytest.raises(ContentError) as told:
            Library(folder, cache).edition()
        assert str(told.value) == str(expected.value)
    assert not cache.exists()


def test_a_language_that_the_course_is_not_in(sound: Path, cache: Path) -> None:
    for _ in range(2):
        library = Library(sound, cache)
        with pytest.raises(UsageError, match='The course is not in "xx"'):
            library.edition("xx")
        assert library.edition("en") is library.edition()


def test_every_language_of_a_course(
    bilingual: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for keep in (None, cache, cache):
        library = Library(bilingual, keep)
        assert library.languages == ("en", "es")
        assert library.edition() is library.edition("en")
        spanish = library.edition("es")
        assert (spanish.head.title, spanish.head.language) == ("Agua", "es")
        assert spanish.words("welcome.start") == "Empezar"
        assert spanish.course.language == "es"
        if keep:
            unread(monkeypatch)


@pytest.mark.usefixtures("_later")
def test_that_a_language_does_not_open_is_kept_until_a_file_changes(
    bilingual: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(bilingual, "triage.yaml", ", es: Se puede ahogar.", "")
    assert Library(bilingual, cache).languages == ("en",)
    with monkeypatch.context() as patched:
        unread(patched)
        assert Library(bilingual, cache).languages == ("en",)
    with pytest.raises(ContentError, match=r"triage\.yaml"):
        Library(bilingual, cache).edition("es")
    change(bilingual, "triage.yaml", "a minute.", "a minute., es: Se puede ahogar.")
    assert Library(bilingual, cache).languages == ("en", "es")


def test_without_a_cache_the_files_are_read_once(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(sound, None)
    edition = library.edition()
    unread(monkeypatch)
    assert library.edition() is library.edition("en") is edition
    assert library.languages == ("en",)


def test_a_language_without_words_is_not_offered(
    bilingual: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "languages", lambda: ("es",))
    for keep in (None, cache, cache):
        library = Library(bilingual, keep)
        assert library.edition("es").head.languages == ("en", "es")
        assert library.languages == ("es",)


def test_two_courses_in_one_cache(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (sound, TEA):
        Library(folder, cache).edition()
    unread(monkeypatch)
    assert Library(sound, cache).edition().course.id == "water"
    assert Library(TEA, cache).edition().course.id == "tea"


def test_two_courses_whose_paths_have_one_checksum(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "zlib", SimpleNamespace(crc32=lambda _: 0))
    copy = sound.with_name("copy")
    shutil.copytree(sound, copy)
    change(copy, "course.yaml", "{en: Water}", "{en: Rivers}")
    for folder in (sound, copy, sound):
        assert Library(folder, cache).edition().course == loader.load(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights with a file")
def test_nobody_else_may_look_into_the_cache(sound: Path, cache: Path) -> None:
    Library(sound, cache).edition()
    for path in (cache, *cache.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_many_threads_get_one_course(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library(sound, cache).edition()
    edition = Library(sound, cache).edition()
    load = Mock(wraps=sealed.load)
    monkeypatch.setattr(sealed, "load", load)
    start = threading.Barrier(8)
    got: list[Course] = []

    def ask() -> None:
        start.wait()
        got.append(edition.course)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert len({id(course) for course in got}) == 1
    load.assert_called_once()
