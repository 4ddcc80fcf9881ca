"""Where a word of the glossary is explained."""

from course.content.glossary import first_uses
from course.content.kinds.figures import (
    Bar,
    DrawingFigure,
    Group,
    MapFigure,
    PeopleFigure,
    Point,
    RangesFigure,
    Spot,
    Step,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)
from course.content.model import Callout, ChecklistItem, Module, Page, Term

TEA = Term(term="tea", says="A drink.", also=("teas",))
GREEN_TEA = Term(term="Green tea", says="A pale drink.")


def module(*pages: Page) -> Module:
    return Module(format=1, id="m", title="M", goal="G", key_message="K", pages=tuple(pages))


def uses(*pages: Page, glossary: tuple[Term, ...] = (TEA, GREEN_TEA)) -> list[list[str]]:
    found = first_uses(module(*pages), glossary)
    assert list(found) == [page.id for page in pages]
    return [[term.term for term in terms] for terms in found.values()]


def test_first_use_only() -> None:
    pages = [Page(id=name, title="Title", text="Some tea.") for name in "abc"]
    assert uses(*pages) == [["tea"], [], []]


def test_whole_words_in_any_form_and_case() -> None:
    text = "A team of teachers. The steam."
    assert uses(Page(id="a", title="T", text=text)) == [[]]
    assert uses(Page(id="a", title="TEA")) == [["tea"]]
    assert uses(Page(id="a", title="Two teas")) == [["tea"]]


def test_a_longer_term_hides_a_shorter_one() -> None:
    assert uses(Page(id="a", title="T", text="Have a *green\ntea*.")) == [["Green tea"]]
    assert uses(Page(id="a", title="T", text="Green tea is a tea.")) == [["Green tea", "tea"]]


def test_everywhere_on_a_page() -> None:
    steps = StepsFigure(caption="C", alt="tea", steps=(Step(label="L", text="a **tea**"),) * 2)
    point = Point(at="1", label="Tea", text="T")
    timeline = TimelineFigure(caption="C", alt="A", points=(point, point))
    for page in (
        Page(id="a", title="T", why="For tea. [^tea]"),
        Page(id="a", title="T", callout=Callout(kind="key", text="Tea.")),
        Page(id="a", title="T", checklist=(ChecklistItem(id="i", text="Buy tea"),)),
        Page(id="a", title="T", figure=steps),
        Page(id="a", title="T", figure=timeline),
    ):
        assert uses(page) == [["tea"]]


def test_everywhere_in_a_figure() -> None:
    spot = Spot(id="s", x=1, y=1, label="Tea", text="T")
    bar = Bar(label="Tea", start=1, end=2, source="s")
    for figure in (
        RangesFigure(caption="C", alt="A", unit="$", bars=(bar, bar)),
        PeopleFigure(caption="C", alt="A", of=100, groups=(Group(label="tea", count=1),)),
        TableFigure(caption="C", alt="A", columns=("Tea", "B"), rows=(("a", "b"),)),
        TableFigure(caption="C", alt="A", columns=("A", "B"), rows=(("a", "some *tea* [^s]"),)),
        DrawingFigure(caption="Tea", alt="A", file="cup"),
        MapFigure(caption="C", alt="A", file="cup", spots=(spot, spot)),
    ):
        assert uses(Page(id="a", title="T", figure=figure)) == [["tea"]]


def test_marks_and_names_of_sources_are_no_words() -> None:
    assert uses(Page(id="a", title="T", text="Read this. [^tea]")) == [[]]
    marks = Term(term="[/b] (x)", says="A mark.")
    page = Page(id="a", title="T", text="Here is [/b] (x).")
    assert uses(page, glossary=(marks,)) == [["[/b] (x)"]]


def test_no_glossary() -> None:
    assert uses(Page(id="a", title="tea"), glossary=()) == [[]]


def test_one_module_in_two_languages() -> None:
    tea, coffee = (module(Page(id="a", title=title)) for title in ("Tea", "Coffee"))
    bean = Term(term="coffee", says="A bean.")
    for _ in range(2):
        assert first_uses(tea, (TEA, bean)) == {"a": (TEA,)}
        assert first_uses(coffee, (TEA, bean)) == {"a": (bean,)}
        assert first_uses(coffee, (TEA,)) == {"a": ()}
