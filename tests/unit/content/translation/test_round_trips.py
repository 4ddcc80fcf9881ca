"""What is translated comes through every form of it as it was, and through the tools of others."""

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.filters import pofilter
from translate.storage import po as toolkit

from course.content import loader, translators
from course.content.translation import po, sheet
from course.content.translation.units import Item, Unit
from tests.marked import mark_as_translated
from tests.spanish import bring, partly_spanish, said_in, the_original
from tests.unit.content.course_edits import TODAY

_TEXTS = (
    st.text(st.sampled_from("abcñé¿ :#-*[]{}'\"|>%@&!,\\0189😀\n"), min_size=1, max_size=60)
    .map(lambda text: "\n".join(line.strip() for line in text.strip().split("\n")))
    .filter(bool)
)
_PO: Any = toolkit.pofile
_FORMS = pytest.mark.parametrize("form", [sheet, po])


@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
@_FORMS
def test_a_file_for_translators_brings_back_what_it_holds(
    form: Any, tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    units = tuple(Unit(f"page.{at}", one, two, "") for at, (one, two) in enumerate(texts))
    path = tmp_path_factory.mktemp("sheet") / f"es.{'po' if form is po else 'yaml'}"
    path.write_text(form.written([Item("a/b", units, "done")], "es", "Tea"), encoding="utf-8")
    language, said = form.read(path)
    assert language == "es"
    assert [(each.item, each.at) for each in said] == [("a/b", unit.at) for unit in units]
    assert [(each.original, each.said) for each in said] == texts


def translated(folder: Path) -> dict[tuple[str, str], str]:
    """Every text of the Spanish edition."""
    under = translators.under_translation(folder, "es")
    return {(item.name, unit.at): unit.said for item in under.items for unit in item.units}


@pytest.mark.parametrize("ending", ["yaml", "po"])
def test_a_course_that_was_exported_and_brought_in_is_the_same(tmp_path: Path, ending: str) -> None:
    spanish = partly_spanish(tmp_path / "spanish")
    empty = the_original(tmp_path / "empty")
    form = po if ending == "po" else sheet
    path = tmp_path / f"es.{ending}"
    items = translators.under_translation(spanish, "es").items
    path.write_text(form.written(items, "es", "Prolotherapy"), encoding="utf-8")
    bring(empty, *form.read(path)[1])
    assert translated(empty) == translated(spanish)
    for name in ("what-it-is", "preparation"):
        module = f"es/{name}.yaml"
        assert (empty / module).read_text("utf-8") == (spanish / module).read_text("utf-8")
    assert loader.load(empty, "es") == loader.load(spanish, "es")


def test_the_tools_of_translators_read_it_fill_it_and_find_nothing_wrong(tmp_path: Path) -> None:
    folder = the_original(tmp_path / "course")
    path = tmp_path / "es.po"
    items = translators.under_translation(folder, "es").items
    path.write_text(po.written(items, "es", "Prolotherapy"), encoding="utf-8")
    store = _PO.parsefile(str(path))
    answers = {(each.item, each.at): each.said for each in said_in(folder, "")}
    for unit in store.units:
        name = tuple(unit.getcontext().split(" "))
        if name in answers:
            unit.target = answers[name]
    store.savefile(str(path))
    bring(folder, *po.read(path)[1])
    found = translated(folder)
    assert {name: " ".join(found[name].split()) for name in answers} == {
        name: " ".join(text.split()) for name, text in answers.items()
    }
    again = po.written(translators.under_translation(folder, "es").items, "es", "Prolotherapy")
    before = _PO.parsestring(again.encode())
    out = BytesIO()
    before.serialize(out)
    path.write_bytes(out.getvalue())
    known = {(each.item, each.at): each.said for each in po.read(path)[1]}
    assert known == {name: text for name, text in found.items() if text}


def test_pofilter_finds_no_lost_number_or_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = partly_spanish(tmp_path / "course")
    items = [
        each
        for each in translators.under_translation(folder, "es").items
        if each.name.startswith(("what-it-is", "preparation"))
    ]
    source = tmp_path / "es.po"
    source.write_text(po.written(items, "es", "Prolotherapy"), encoding="utf-8")
    out = tmp_path / "found.po"
    tests = [f"--test={name}" for name in ("numbers", "blank", "doublespacing")]
    monkeypatch.setattr(sys, "argv", ["pofilter", "--progress=none", *tests, str(source), str(out)])
    pofilter.main()
    found = _PO.parsefile(str(out)).units[1:] if out.exists() else []
    assert [unit.getcontext() for unit in found] == []


def test_what_changed_in_the_original_is_fuzzy_with_what_it_was(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    module = folder / "en" / "what-it-is.yaml"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("What matters most?", "What matters least?"), "utf-8")
    items = translators.under_translation(folder, "es").items
    store = _PO.parsestring(po.written(items, "es", "Prolotherapy").encode())
    (fuzzy,) = [unit for unit in store.units if unit.isfuzzy()]
    assert fuzzy.prev_source == "What matters most?"
    assert [each.code for each in loader.findings(folder, TODAY) if each.code == "L05"] == ["L05"]
    mark_as_translated(folder)
    assert not [each for each in loader.findings(folder, TODAY) if each.code == "L05"]
