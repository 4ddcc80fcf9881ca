"""What a visit keeps: every answer durably, in one save, or in memory where nothing can be written.

The learner's file holds on to what it could not write and takes it along with the next save;
`is_kept` tells whether there is such a thing, and the course goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from course.content.model import Course
from course.visit.achievement import Achieved
from course.visit.languages import in_the_words_of
from course.visit.names import Names
from course.visit.route import FINISH, MAP, Place
from progress.errors import ProgressError
from progress.learner_file import LearnerFile
from progress.records import Answer, Bookmark, PageRead, Picked, moment
from progress.snapshot import Changes


class Record:
    """One learner's file, in the course's own terms."""

    def __init__(self, learner: LearnerFile) -> None:
        self._learner = learner
        self._place: Place | None = None
        self._read: list[Place] = []
        """Where the person went, and what they read, since the last save."""
        self._untold: list[Answer] = []
        """Answers that are never written, in the order in which they were given."""

    @property
    def code(self) -> str:
        """The nine digits with which this person can go on later."""
        return self._learner.code

    @property
    def is_kept(self) -> bool:
        """Whether all that was to be saved up to now is on the disk.

        The page that is shown may still be waiting for `flush`.
        """
        return self._learner.is_kept

    @property
    def was_ever_kept(self) -> bool:
        """Whether there is a file of this person, though perhaps an old one."""
        return self._learner.was_ever_kept

    @property
    def recovered(self) -> bool:
        """True if the file was damaged and something the person did last may be missing."""
        return self._learner.recovered is not None

    def place(self, course: Course) -> Place:
        """Where the person was last, by the names of today."""
        mark = self._learner.learner.place
        return Names.of(course).place(Place(mark.kind, mark.module or "", mark.id or ""))

    def achieved(self, course: Course, editions: Iterable[Course] = ()) -> Achieved:
        """What the person has done, in whichever of the editions of the course, and under whatever
        names."""
        names = Names.of(course)
        picked = sorted(map(names.picked, self._learner.picked()), key=lambda one: one.when)
        answers = map(names.answer, [*self._learner.answers(), *self._untold])
        return Achieved(
            course,
            in_the_words_of(course, editions, answers),
            ((page.module, page.page) for page in map(names.page_read, self._learner.pages())),
            ((Place("page", p.module, p.page), p.item, p.ticked) for p in picked),
        )

    def move(self, place: Place, read: Place | None = None, answer: Answer | None = None) -> None:
        """Keep where the person is now, and what they read or answered to get there.

        An answer is on the disk when this returns. A bookmark may follow what it shows: it is
        there after `flush`, or with whatever is kept next.
        """
        self._place = place
        if read is not None:
            self._read.append(read)
        if answer is not None:
            self.answer(answer)

    def answer(self, answer: Answer) -> None:
        """Keep one try."""
        with suppress(ProgressError), self._learner.saving() as changes:
            changes.answer(answer)
            self._catch_up(changes)

    def remember(self, answer: Answer) -> None:
        """Know an answer until the visit ends, and keep nothing of it."""
        self._untold.append(answer)

    def tick(self, page: Place, items: Mapping[str, bool]) -> None:
        """Keep of each of some items of a page whether it is ticked, all in one save."""
        now = moment()
        with suppress(ProgressError), self._learner.saving() as changes:
            for item, ticked in items.items():
                one = Picked(module=page.module, page=page.id, item=item, ticked=ticked, when=now)
                changes.pick(one)
            self._catch_up(changes)

    def speak(self, language: str) -> None:
        """Keep the language that the person goes on in."""
        with suppress(ProgressError), self._learner.saving() as changes:
            changes.language(language)
            self._catch_up(changes)

    def flush(self) -> None:
        """Bring everything up to now to the disk."""
        if self._place is not None:
            with suppress(ProgressError), self._learner.saving() as changes:
                self._catch_up(changes)

    def _catch_up(self, changes: Changes) -> None:
        for read in self._read:
            changes.page_read(PageRead(module=read.module, page=read.id, when=moment()))
        if (place := self._place) is not None:
            named = place not in (MAP, FINISH)
            changes.bookmark(
                Bookmark(place.kind, place.module if named else None, place.id or None)
            )
        self._place, self._read = None, []
