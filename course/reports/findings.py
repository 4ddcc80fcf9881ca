"""What to look at first: all that may be wrong with a course, the most dangerous first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from course import language
from course.content.kinds.questions import Question
from course.content.minutes import Clock
from course.content.model import Course
from course.content.signs import LEVELS, urgency
from course.content.texts import whole_name
from course.learners.counts import Counts
from course.learners.visits import Item
from course.reports import intervals, on_modules
from course.reports.causes import CAUSES, DANGERS, Danger
from course.reports.gather import Kept
from course.reports.on_questions import RULES, Looked, Suspicion, suspicion
from course.reports.small_cells import LEAST, Cell, rounded
from course.reports.wordings import Wordings
from course.visit.route import ROUNDS

ENOUGH = 50
"""People below whom little can be told of a question but great dangers: see docs/exports.md."""


class Finding(Struct, kw_only=True):
    """One row. Numbers of people are rounded to tens, where small groups are hidden."""

    cause: str
    danger: Danger
    module: str
    kind: str
    """`question`, `page` or `module`."""
    id: str
    """That of the page or question; empty for a module."""
    language: str
    """In which language people read it; empty where that makes no difference."""
    title: str
    """The question, the title of the page or of the module."""
    statement: str
    """The row or left side of a question that has several."""
    page: str
    """The page that teaches it, as module/page; the page itself; empty for a module."""
    page_title: str
    people: Cell
    """Whom it met."""
    seen: str
    likely: str
    to_try: str


class Findings(Struct, kw_only=True):
    """What was found, and of how many questions too few people have told."""

    first: list[Finding]
    questions: int
    too_few: int
    """Of these, how many were answered by fewer than `ENOUGH` people."""


def findings(
    courses: list[Course], wordings: Wordings, kept: Kept, counts: Counts, small: bool
) -> Findings:
    """All that may be wrong, the worst first; what meets fewer than 11 people only if `small`."""
    search = _Search(courses, wordings, kept, counts, small)
    found = sorted(search.all(), key=lambda one: one[0])
    asked = [search.asked(item) for item in wordings.items(courses[0])]
    return Findings(
        first=[finding for _, finding in found],
        questions=len(asked),
        too_few=sum(people < ENOUGH for people in asked),
    )


_Order = tuple[int, int, int, str, str, str]
"""By danger, by how urgent the sign is, by how many it meets; then by name, always the same."""


class _Search:
    """Looks at everything once."""

    def __init__(
        self, courses: list[Course], wordings: Wordings, kept: Kept, counts: Counts, small: bool
    ) -> None:
        self._courses = courses
        self._wordings = wordings
        self._kept = kept
        self._counts = counts
        self._small = small
        self._items = [
            item
            for each in courses
            for item in wordings.items(each)
            if item in counts.items and item.module not in ROUNDS
        ]
        self._steps = [
            step for module in courses[0].modules for step in on_modules.steps_of(module, kept)
        ]
        looks = len(self._items) * len(RULES) + len(self._steps) + 2 * len(courses[0].modules)
        self._z = intervals.strictness(looks)

    def all(self) -> Iterator[tuple[_Order, Finding]]:
        """Each thing with its place in the order."""
        yield from self._questions()
        for step in on_modules.left_at(self._steps, self._z):
            if self._may_tell(step.left, step.came):
                yield self._left(step)
        yield from self._off_pace()

    def asked(self, item: Item) -> int:
        """How many people have answered an item of the course as it is now, in any language."""
        return sum(
            self._counts.items[each].asked
            for each in self._items
            if each[:2] == item[:2] and each.part == item.part
        )

    def _questions(self) -> Iterator[tuple[_Order, Finding]]:
        worst: dict[tuple[str, str, str, str], tuple[_Order, Finding]] = {}
        for item in self._items:
            question = self._wordings.question(item)
            found = self._suspicion(item, question) if question else None
            if question and found and self._may_tell(found.people, found.of):
                row = self._question(item, question, found)
                # The rows of a question that share a cause are one thing to mend.
                name = (item.module, item.question, item.hash, found.cause)
                worst[name] = min(row, worst.get(name, row), key=lambda one: one[0])
        yield from worst.values()

    def _suspicion(self, item: Item, question: Question) -> Suspicion | None:
        looked = Looked(
            question,
            item.part,
            self._counts.items[item],
            self._kept.discrimination.get(item),
            self._kept.others_right.get(item, {}),
            self._z,
        )
        return suspicion(looked)

    def _may_tell(self, people: int, of: int) -> bool:
        return self._small or (people >= LEAST and of >= 2 * LEAST)

    def _question(self, item: Item, question: Question, found: Suspicion) -> tuple[_Order, Finding]:
        wording = self._wordings.of(item)
        module, page = whole_name(question.page, item.module)
        right = question.solution(item.part).texts
        level = next((each for each in LEVELS if question.advised(each) == each), "home")
        return self._row(
            found.cause,
            urgency(level) if "safe" in question.results else 0,
            found.people,
            module=item.module,
            kind="question",
            id=item.question,
            language=wording.language if len(self._courses) > 1 else "",
            title=wording.ask,
            statement=wording.statement,
            page=f"{module}/{page}",
            page_title=self._courses[0].module(module).page(page).title,
            share=share_in_words(found.people, found.of)
            + (" who had missed this point before" if self._wordings.is_spare(item) else ""),
            # A full stop follows them.
            answer=self._wordings.chosen(found.answer).rstrip(".") if found.answer else "",
            right=self._wordings.said(right).rstrip("."),
        )

    def _left(self, step: on_modules.Step) -> tuple[_Order, Finding]:
        module = self._courses[0].module(step.module)
        is_page = step.kind == "page"
        question = None if is_page else module.question(step.id)
        taught = whole_name(question.page, module.id) if question else (module.id, step.id)
        title = self._courses[0].module(taught[0]).page(taught[1]).title
        return self._row(
            f"left-at-{step.kind}",
            0,
            step.left,
            module=step.module,
            kind=step.kind,
            id=step.id,
            title=question.ask if question else title,
            page="/".join(taught),
            page_title=title,
            share=share_in_words(step.left, step.came),
        )

    def _off_pace(self) -> Iterator[tuple[_Order, Finding]]:
        course = self._courses[0]
        clock = Clock(course, language.load(course.language))
        for module in course.modules:
            seconds = self._kept.module_seconds.get(module.id)
            if not seconds:
                continue
            written = clock.module(module).seconds
            pace = on_modules.off_pace(module.id, seconds, written, self._z)
            if pace and self._may_tell(pace.people, pace.people):
                yield self._row(
                    pace.cause,
                    0,
                    pace.people,
                    module=module.id,
                    kind="module",
                    id="",
                    title=module.title,
                    page="",
                    page_title="",
                    took=f"{pace.minutes:.1f}",
                    written=f"{pace.written:.1f}",
                )

    def _row(
        self,
        cause: str,
        urgent: int,
        people: int,
        *,
        module: str,
        kind: str,
        id: str,
        title: str,
        page: str,
        page_title: str,
        language: str = "",
        statement: str = "",
        **said: str,
    ) -> tuple[_Order, Finding]:
        words = CAUSES[cause]
        said["page"] = f'the page "{page_title}" ({page})'
        order = (DANGERS.index(words.danger), -urgent, -people, module, id, statement)
        return order, Finding(
            cause=cause,
            danger=words.danger,
            module=module,
            kind=kind,
            id=id,
            language=language,
            title=title,
            statement=statement,
            page=page,
            page_title=page_title,
            people=people if self._small else rounded(people),
            seen=words.seen.format_map(said),
            likely=words.likely,
            to_try=words.to_try.format_map(said),
        )


def share_in_words(part: int, whole: int) -> str:
    """A share, told so coarsely that no small group can be worked out from it."""
    if part >= 0.95 * whole:
        return "Nearly all people"
    return f"About {max(round(10 * part / whole), 1)} of 10 people"
