"""Each word that patients can see of a course is told to its reviewer, once for each place."""

from pathlib import Path

from course import language
from course.content import loader, prose, wording
from course.content.compiled import Edition
from course.content.kinds.questions import Choice
from course.content.model import Module
from course.review import walk
from course.visit.route import Place
from tests.paths import TEA
from tests.unit.content.course_edits import change


def edition(folder: Path = TEA) -> Edition:
    return Edition.of(loader.load(folder), language.load("en"), folder)


def all_told(told: list[walk.Told]) -> str:
    return "\n".join(line.text for each in told for line in each.lines)


def places(module: Module) -> list[Place]:
    pages = [Place("page", module.id, page.id) for page in module.pages]
    return [*pages, *(Place("question", module.id, each.id) for each in module.questions)]


def test_each_text_of_each_page_and_question_is_told() -> None:
    tea = edition()
    for module in tea.course.modules:
        told = "\n".join(all_told(walk.at_place(tea, module, each)) for each in places(module))
        texts = [page.title for page in module.pages]
        for page in module.pages:
            texts += [line for t in wording.of_page(page) for line in prose.plain(t).split("\n")]
            texts += [figure.alt for figure in wording.figures_of(page)]
            texts += [label for f in wording.figures_of(page) for label in f.labels]
        for question in module.questions:
            texts += [prose.plain(text) for text in wording.of_question(question)]
        assert [text for text in texts if text.rstrip(".") not in told] == []


def test_what_is_said_to_each_answer_stands_under_that_answer() -> None:
    tea = edition()
    module = tea.course.module("making")
    question = module.question("cold-water")
    assert isinstance(question, Choice)
    told = walk.at_place(tea, module, Place("page", "making", "try-it"))
    for option in question.options:
        said = [each for each in told if each.when == option.text]
        assert prose.plain(option.because) in all_told(said)


def test_no_line_is_told_twice_at_a_place() -> None:
    tea = edition()
    for module in tea.course.modules:
        for place in places(module):
            lines = [line for each in walk.at_place(tea, module, place) for line in each.lines]
            assert len(lines) == len(set(lines))


def test_what_a_clinic_has_set_is_told_with_who_sees_it(tea: Path) -> None:
    change(tea, "en/making.yaml", "  - id: hot-water\n", "  - id: hot-water\n    clinic: [heat]\n")
    copy = edition(tea)
    told = walk.at_place(copy, copy.course.module("making"), Place("page", "making", "hot-water"))
    for heat in ("yes", "no"):
        (who,) = {
            each.who for each in told if copy.words(f"clinic.heat_{heat}") in all_told([each])
        }
        assert who


def test_where_all_begins_and_where_it_ends_is_told() -> None:
    tea = edition()
    words = tea.words
    assert words("about.no_review") in all_told(walk.first_screens(tea))
    ways = all_told(walk.ways(tea))
    assert all(module.key_message in ways for module in tea.course.modules)
    assert words("finish.title") in ways
