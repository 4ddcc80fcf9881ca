"""Where a person is in a course, and how they move on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from course.content.kinds.figures import MapFigure
from course.content.kinds.questions import Question
from course.content.model import Course, Module, Page
from course.content.texts import whole_name
from course.visit.for_now import ForNow
from course.visit.record import Record
from course.visit.rounds import Asks, Rounds
from course.visit.route import (
    AFTER,
    BEFORE,
    FINISH,
    MAP,
    Path,
    Place,
    Route,
    path_to,
    question_at,
    round_of,
)
from progress.learner_file import LearnerFile
from progress.records import Answer

NOTHING = Asks()


class Walk:
    """One person's way through one course: the place where they are, and the steps from there."""

    def __init__(
        self,
        course: Course,
        learner: LearnerFile,
        editions: Callable[[], Iterable[Course]] = tuple,
        clock: Callable[[], float] = time.monotonic,
        asks: Asks = NOTHING,
    ) -> None:
        """`editions` gives the course in every language, for answers given in another one."""
        self.record = Record(learner)
        self.for_now = ForNow()
        self._asks = asks
        self._editions = editions
        self._take(course)
        self.showing: Place | None = None
        """The page that teaches a question, shown on request over the place in the course."""
        self.feedback = False
        """True while the question here shows what was said to the last try."""
        self.hinted = False
        """True once the person asked for the hint of the question here."""
        self.given: tuple[str, ...] = ()
        """The steps of the order asked for here that were tapped so far, the first one first."""
        self.spot = ""
        """The spot picked on the map of the page here; nothing is kept of it."""
        self.path: Path | None = None
        """The pages that Next and Back go along in place of those of the module; not kept."""
        self.ended: Path | None = None
        """The pages whose last one was just left for the way; not kept."""
        self.opened: tuple[str, ...] = ()
        """The places that were opened on the page here, and an empty one for each list of them.
        The last one is shown; nothing is kept of it."""
        self.looked_at: set[tuple[str, str]] = set()
        """The questions, with their modules, whose pages were shown again from a result; not
        kept."""
        self.after_is_skipped = False
        """True once the person passed the questions after the course over, in this visit."""
        self.answered = False
        """True once an answer was given here in this visit."""
        self._clock = clock
        # A place that the course no longer has leads to the map.
        was = self.record.place(course)
        self.place = was if _is_there(self, was) else MAP
        self._arrive()

    def _take(self, course: Course) -> None:
        self.course = course
        self.achieved = self.record.achieved(course, self._editions())
        self.rounds = Rounds(course, self.achieved, self.record, self._asks)

    def speak(self, course: Course) -> None:
        """Go on at this place in another language of the course; what was answered stays.

        Where a translation lacks the place, its way is shown.
        """
        if course.language == self.course.language:
            return
        self.record.speak(course.language)
        self._take(course)
        if not _is_there(self, self.place):
            self.go(MAP)
            return
        # The steps that were tapped go by the words that were shown.
        self.given = ()
        if self.showing is not None:
            self.showing = self.showing if _is_there(self, self.showing) else None
        if self.spot not in _spots(self.page):
            self.spot = ""
        told = (self.page and self.page.place) or {}
        self.opened = tuple(each for each in self.opened if not each or each in told)
        self.feedback = _feedback_stands(self)

    # Where the person is

    @property
    def module(self) -> Module:
        """The module the person is in. Raises KeyError on the map and at the finish."""
        return self.rounds.modules.get(self.place.module) or self.course.module(self.place.module)

    @property
    def page(self) -> Page | None:
        """The page to show, or None where the place is no page."""
        shown = self.showing or self.place
        return self.module_shown.page(shown.id) if shown.kind == "page" else None

    @property
    def module_shown(self) -> Module:
        """The module of what is shown: the one the person is in, or that of the page shown over
        the place. Raises KeyError on the map and at the finish."""
        return self.course.module(self.showing.module) if self.showing else self.module

    @property
    def way(self) -> Route | Path:
        """What Next and Back go along here. Raises KeyError on the map and at the finish."""
        if self.path is None:
            return self.achieved.route(self.module)
        return self.achieved.without_empty(self.path)

    @property
    def step(self) -> tuple[int, int]:
        """Which step of the way the place is, counted from 1, and how many there are."""
        return self.way.step_of(self.place)

    @property
    def question(self) -> Question | None:
        """The question that this place asks, on a page of its own or inside the lesson."""
        if self.showing is not None or self.place in (MAP, FINISH):
            return None
        return question_at(self.module, self.place)

    @property
    def seconds(self) -> int:
        """How long the person has looked at what is shown here."""
        return round(self._clock() - self._since)

    # Moving on

    def start(self) -> None:
        """Begin, with the questions before the course where the person is asked any."""
        place, part = self.rounds.at_start()
        self.go(place, read=part)

    def set_out(self) -> None:
        """Go on from the code: whoever goes back from there and begins anew is counted once."""
        self.rounds.count("allocated")

    def follow(self, ask: str = "") -> None:
        """Go along the pages that answer a question of the first screen, or the essential ones.

        Raises IndexError if there are none.
        """
        self.path = path_to(self.course, ask)
        self.go(self.path.places[0])

    def enter(self, module_id: str, *, at_its_end: bool = False) -> None:
        """Open a module where the person left it, or at its start if all of it is done.

        Its end tells what is worth another look.
        """
        self.path = None
        module = self.course.module(module_id)
        last = self.achieved.route(module).steps[-1]
        self.go(last if at_its_end else self.achieved.first_open(module))

    def go_on(self) -> None:
        """Open the first module that is not done, or what comes at the end when all are."""
        if (upcoming := self.achieved.upcoming) is not None:
            self.enter(upcoming.id)
            return
        place, end = self.rounds.at_end()
        self.go(FINISH if self.after_is_skipped else place, read=end)
        if end is not None:
            self.rounds.count("course")

    def next(self) -> None:
        """One step on: from feedback to the next try or part, and from there to the next place.

        A question that is still open keeps its place: without an answer this does nothing. But
        the rounds before and after the course can be skipped: they are not asked again.
        """
        question, path = self.question, self.path
        if self.showing is not None:
            self._arrive(returned=True)
        elif self.rounds.is_told(self.place):
            self.go(self.rounds.after_told(self.place))
        elif name := round_of(self.place):
            self.after_is_skipped = name == AFTER
            self.go(MAP if name == BEFORE else FINISH)
        elif question and not self.achieved.standing(self.module, question).done:
            self.feedback = False
            self.given = ()
            self._since = self._clock()
        elif self.place.kind == "result" and self.achieved.upcoming is None:
            self.go_on()
        elif self.place.kind == "result":
            self.go(MAP)
        elif self.place.kind == "page" or (question and not question.is_graded):
            self.go(self.way.following(self.place), read=self.place)
        elif self.answered and self.path is None:
            self.go(self.achieved.after_answer(self.module, self.place))
        else:
            self.go(self.way.following(self.place))
        self.ended = path if self.place == MAP else None

    def back(self) -> None:
        """One step back, from a spot to its map, and from the first page of all to the way."""
        if self.spot:
            self.spot = ""
        elif self.opened:
            self.opened = self.opened[:-1]
        elif self.showing is not None:
            self._arrive(returned=True)
        elif self.place in (MAP, FINISH):
            self.go(MAP)
        elif round_of(self.place):
            self.go(self.rounds.preceding(self.place) or self.place)
        else:
            self.go(self.way.preceding(self.place))

    def show(self, question: Question) -> None:
        """Open the page that teaches `question`; `next` and `back` return from it."""
        home = self.rounds.home(question) if round_of(self.place) else self.place.module
        self.showing = Place("page", *whole_name(question.page, home))
        if self.place.kind == "result":
            self.looked_at.add((home, question.id))
        self.spot, self.opened = "", ()

    def go(self, place: Place, read: Place | None = None, answer: Answer | None = None) -> None:
        """Turn to a place. It is kept together with the page that was read to get there, or with
        the answer that was given."""
        if read is not None and not self.achieved.add_page(read.module, read.id):
            read = None
        self.ended = None
        if place == MAP:
            self.path = None
        self.place = place
        self._arrive()
        self.record.move(self.rounds.bookmark(place), read, answer)

    # Within

    def _arrive(self, *, returned: bool = False) -> None:
        self.showing = None
        self.hinted = False
        self.given = ()
        self.spot, self.opened = "", ()
        self.answered = returned and self.answered
        self._since = self._clock()
        self.feedback = False
        if round_of(self.place):
            self.feedback = self.rounds.is_told(self.place)
        elif question := self.question:
            standing = self.achieved.standing(self.module, question)
            # Whoever looked at the page that teaches it comes back to try again.
            self.feedback = standing.done if returned else standing.tries > 0


def _is_there(walk: Walk, place: Place) -> bool:
    """Whether the course has such a place in the language of now."""
    modules = (*walk.course.modules, *walk.rounds.modules.values())
    return place in (MAP, FINISH) or any(
        place in walk.achieved.route(module).steps for module in modules
    )


def _spots(page: Page | None) -> list[str]:
    """The ids of what can be picked on the map of a page, if it has one."""
    figure = page.figure if page else None
    return [spot.id for spot in figure.spots] if isinstance(figure, MapFigure) else []


def _feedback_stands(walk: Walk) -> bool:
    """Whether there is feedback to show in the language of now: what was answered in another one
    counts only where the question is the same."""
    question = walk.question
    if question is None or not question.is_graded:
        return walk.feedback
    if round_of(walk.place):
        return walk.rounds.is_told(walk.place)
    tries = walk.achieved.tries(walk.module, question)
    return bool(tries) and (walk.feedback or question.standing(tries).done)
