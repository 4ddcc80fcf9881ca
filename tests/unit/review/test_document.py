"""The page for the reviewer holds all that a signature covers, and asks nothing of any network."""

import re
from html import escape
from pathlib import Path

import pytest

from course.content import loader
from course.content.review.items import mark_of
from tests.slow import one_now
from tests.unit.content.course_edits import change
from tests.unit.content.review.conftest import sign
from tests.unit.review.conftest import Written, call_module

READINGS = """\
- {source: leaf-handbook, for: leaf-handbook, where: Page 7, says: Fresh water is best,
   read: 2026-11-20, how: page}
"""


def test_all_that_can_be_signed_stands_in_it_under_its_name(tea: Path, document: Written) -> None:
    (tea / "pronunciations").mkdir()
    (tea / "pronunciations" / "en.yaml").write_text("PRP: P R P\n", encoding="utf-8")
    page = document()
    assert "P R P" in page
    for name, text in loader.under_review(tea).now.items():
        assert f"<code>{escape(name)}</code>" in page
        assert escape(text) in page


@pytest.mark.parametrize("name", one_now(["sources", "glossary", "triage", "to-be-signed"]))
def test_a_module_may_be_called_as_another_part_is(tea: Path, document: Written, name: str) -> None:
    call_module(tea, name)
    page = document()
    parts = re.findall(r'id="(.*?)"', page)
    assert len(parts) == len(set(parts))
    assert re.findall(r'href="#(.*?)"', page) == parts
    for item in loader.under_review(tea).now:
        assert page.count(f"<h3><code>{escape(item)}</code>") <= 1
    of_sources = page.partition("Sources</h2>")[2].partition("<h2")[0]
    assert "<code>sources/leaf-handbook</code>" in of_sources
    assert re.findall(rf"<h3><code>{name}(?:/price)?</code>", of_sources) == []


def test_a_text_is_never_taken_for_a_part_of_the_page(tea: Path, document: Written) -> None:
    change(tea, "en/making.yaml", "title: Making tea", 'title: "<script>alert(1)</script> & tea"')
    page = document()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; tea" in page


def test_it_fetches_nothing(document: Written) -> None:
    page = document()
    assert "default-src 'none'" in page
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []


def test_each_statement_stands_beside_its_source_and_what_was_read(
    tea: Path, document: Written
) -> None:
    (tea / "readings.yaml").write_text(READINGS, encoding="utf-8")
    under = loader.under_review(tea)
    source = under.course.sources["leaf-handbook"]
    stated = "<td>Water that has boiled for long"
    row = next(row for row in document().split("<tr>") if row.lstrip().startswith(stated))
    assert escape(source.title) in row
    assert str(source.checked) in row
    assert "Page 7: Fresh water is best" in row


def test_what_rests_on_nothing_is_named(tea: Path, document: Written) -> None:
    change(tea, "en/making.yaml", "pages:\n", "pages:\n  - {id: bare, title: Bare, text: A cup.}\n")
    text = (tea / "sources.yaml").read_text(encoding="utf-8")
    (tea / "sources.yaml").write_text(
        re.sub(r"checked: .*", "checked: null", text, count=1), encoding="utf-8"
    )
    entry = "- {file: en/making.yaml, item: bare, code: S05, reason: It states nothing.}\n"
    whole = "- {file: en/trying.yaml, code: S05, reason: It is all taste.}\n"
    (tea / "silenced.yaml").write_text(entry + whole, encoding="utf-8")
    bare = document().partition("What rests on nothing</h2>")[2].partition("<h2")[0]
    assert "<code>making/bare</code>" in bare
    unread = next(n for n, s in loader.load(tea).sources.items() if s.checked is None)
    assert f"<code>{unread}</code>" in bare
    assert "<code>S05</code> en/making.yaml bare: It states nothing.</li>" in bare
    assert "<code>S05</code> en/trying.yaml: It is all taste.</li>" in bare


def test_it_begins_with_what_changed_word_for_word(tea: Path, document: Written) -> None:
    sign(tea)
    assert "Nothing has changed." in document()
    change(tea, "en/making.yaml", "twenty minutes", "two hours")
    change(tea, "triage.yaml", "level: emergency", "level: today")
    page = document()
    changed = page.partition("What is not as it was signed or approved</h2>")[2].partition("<h2")[0]
    names = re.findall(r"<h3><code>(.*?)</code>", changed)
    assert names == ["making/hot-water", "triage/child-burn"]
    assert "<del>emergency</del><ins>today</ins>" in changed
    assert "Ada Wells, Physician, signed it on 2026-11-20" in page


def test_it_says_what_a_signature_means_and_has_lines_to_sign_on(
    tea: Path, document: Written
) -> None:
    page = document()
    under = loader.under_review(tea)
    pages = sum(len(module.pages) for module in under.course.modules)
    begin = page.partition("<h2")[0]
    assert f"{pages} pages" in begin
    assert "Any change afterwards changes the mark" in begin
    assert page.count(f"<code>{mark_of(under.now)}</code>") >= 2
    sheet = page.partition("To be signed</h2>")[2]
    assert [each in sheet for each in ("Name:", "Role:", "Date:", "Signed:")] == [True] * 4


def test_the_contents_lead_to_each_part(document: Written) -> None:
    page = document()
    led = re.findall(r'<a href="#(.*?)">', page)
    assert len(led) == len({*led}) > 8
    assert led == re.findall(r'<h2 id="(.*?)">', page)
