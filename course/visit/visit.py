"""One person's way through the course. The only writer of progress.

A visit knows where the person is, what comes next and what was answered. An answer or a tick is on
the disk before the visit says what to show for it, where the disk can be written; which page was
turned to and read follows its frame, or goes along with what is kept next.
"""

from __future__ import annotations

from collections.abc import Iterable

from course.visit.route import Place, round_of
from course.visit.walk import Walk
from progress.records import Answer, moment

TO_ASK = "to-ask"
"""Stands among the ticks of a page for: the person wants to ask about it."""


class Visit(Walk):
    """What one person does in one course, from the welcome screen until they leave."""

    def answer(self, answer: str) -> None:
        """Record one try, durably; then its feedback may show. A round goes on without any.

        `answer` is one of the keys that the question takes. Raises KeyError if the question here
        has no such answer, or if no question is asked here.
        """
        question = self.question
        if question is None:
            raise KeyError(answer)
        one = Answer(
            question=question.id,
            module=self.place.module,
            hash=question.fingerprint,
            choice=answer,
            result=question.grade(answer),
            seconds=self.seconds,
            when=moment(),
        )
        self.achieved.add_answer(one)
        if round_of(self.place):
            self.go(self.rounds.after_answer(self.place), answer=self.rounds.kept(one))
            self.rounds.count_answer(one)
        else:
            self.record.answer(one)
            self.feedback = self.answered = True

    def choose(self, answer: str) -> None:
        """Take an answer that the question here offers. Raises KeyError for another one.

        Of an order it takes the next step, or takes it and those after it back; the last one
        completes the answer.
        """
        question = self.question
        if question is None or question.form != "order":
            self.answer(answer)
        elif answer in self.given:
            self.given = self.given[: self.given.index(answer)]
        else:
            self.given = (*self.given, answer)
            if len(self.given) == len(question.offered()):
                self.answer(",".join(self.given))

    def reveal(self) -> None:
        """Show what a good answer to the teach-back here says. Nothing is kept of it."""
        self.feedback = True

    def tick(self, item: str, ticked: bool, instead_of: Iterable[str] = ()) -> None:
        """Record that an item of the page that is shown was ticked, or no longer is, and that
        whatever it is ticked instead of no longer is."""
        page = self.showing or self.place
        others = [each for each in instead_of if self.achieved.ticked(page, each)]
        now = {**dict.fromkeys(others, False), item: ticked}
        for each, is_ticked in now.items():
            self.achieved.add_tick(page, each, is_ticked)
        self.record.tick(page, now)

    def ask_about(self, page: Place, wanted: bool) -> None:
        """Record that the person wants to ask about a page, or no longer does."""
        self.achieved.add_tick(page, TO_ASK, wanted)
        self.record.tick(page, {TO_ASK: wanted})
