"""What modules, pages and questions were called before, for visits that were kept then.

Everything that is kept of a visit names things by their ids. An author who gives something another
id says what it was called (`formerly`), and the visit goes on as if it had always had that name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product

from msgspec import structs

from course.content.kinds.questions import Question
from course.content.kinds.questions.question import fingerprint_as
from course.content.model import Course, Module
from course.content.texts import whole_name
from course.visit.route import ROUNDS, Place
from progress.records import Answer, Bookmark, PageRead, Picked
from progress.snapshot import Snapshot

Name = tuple[str, str]
"""A module, and a page or question of it."""


_known: dict[str, tuple[Course, Names]] = {}
"""Those of the last course in each language."""


class Names:
    """Leads from every former name to the one of today."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._modules = {old: each.id for each in course.modules for old in each.formerly}
        self._pages = {
            (module.id, old): page.id
            for module in course.modules
            for page in module.pages
            for old in page.formerly
        }
        self._questions = {
            (module.id, old): question.id
            for module in course.modules
            for question in module.questions
            for old in question.formerly
        }
        for module, name in course.evaluation:
            for old in course.module(module).question(name).formerly:
                self._questions.update({(each, old): name for each in ROUNDS})
        self.is_needed = bool(self._modules or self._pages or self._questions)
        """Whether anything was ever called otherwise."""

    @classmethod
    def of(cls, course: Course) -> Names:
        """Those of a course, made once for each: every visit asks for them."""
        known = _known.get(course.language)
        if known is None or known[0] is not course:
            known = _known[course.language] = (course, cls(course))
        return known[1]

    def visit(self, visit: Snapshot) -> Snapshot:
        """A visit as it would be, had everything always had its name of today."""
        if not self.is_needed:
            return visit
        mark = visit.learner.place
        place = self.place(Place(mark.kind, mark.module or "", mark.id or ""))
        return Snapshot(
            structs.replace(
                visit.learner, place=Bookmark(place.kind, place.module or None, place.id or None)
            ),
            tuple(map(self.answer, visit.answers)),
            tuple(map(self.page_read, visit.pages)),
            tuple(map(self.picked, visit.picked)),
        )

    def place(self, place: Place) -> Place:
        """Where somebody was."""
        module = self._module(place.module)
        names = self._pages if place.kind == "page" else self._questions
        return Place(place.kind, module, names.get((module, place.id), place.id))

    def answer(self, answer: Answer) -> Answer:
        """An answer, also under the fingerprint that its question would have had."""
        module = self._module(answer.module)
        question = self._questions.get((module, answer.question), answer.question)
        wording = self._wordings.get((module, question), {}).get(answer.hash, answer.hash)
        if (module, question, wording) == (answer.module, answer.question, answer.hash):
            return answer
        return structs.replace(answer, module=module, question=question, hash=wording)

    def page_read(self, read: PageRead) -> PageRead:
        """A page that was read, or a teach-back that somebody went through."""
        module = self._module(read.module)
        name = (module, read.page)
        page = self._pages.get(name) or self._questions.get(name, read.page)
        return structs.replace(read, module=module, page=page)

    def picked(self, picked: Picked) -> Picked:
        """An item that was ticked."""
        module = self._module(picked.module)
        page = self._pages.get((module, picked.page), picked.page)
        return structs.replace(picked, module=module, page=page)

    def _module(self, name: str) -> str:
        return self._modules.get(name, name)

    @cached_property
    def _wordings(self) -> dict[Name, dict[str, str]]:
        """For each question whose id or page had another name, its fingerprints of then."""
        found: dict[Name, dict[str, str]] = {}
        for module in self._course.modules:
            for question in module.questions:
                names = (question.id, *question.formerly)
                pages = (question.page, *self._pages_of(module, question))
                if len(names) > 1 or len(pages) > 1:
                    today = question.fingerprint
                    former = {
                        fingerprint_as(question, name, page): today
                        for name, page in product(names, pages)
                    }
                    found[module.id, question.id] = former
                    if (module.id, question.id) in self._course.evaluation:
                        found.update({(each, question.id): former for each in ROUNDS})
        return found

    def _pages_of(self, module: Module, question: Question) -> Iterable[str]:
        """How the page that teaches a question was written before."""
        other, name = whole_name(question.page, module.id)
        try:
            taught_in = self._course.module(other)
            page = taught_in.page(name)
        except KeyError:
            return ()
        pages = (name, *page.formerly)
        if "/" not in question.page:
            return pages[1:]
        modules = (other, *taught_in.formerly)
        return [f"{one}/{each}" for one, each in product(modules, pages)]
