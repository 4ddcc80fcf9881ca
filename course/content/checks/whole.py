"""A module has a goal, a message and something to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content import prose, wording
from course.content.checks.answers import SmallWords
from course.content.checks.draft import ModuleFile
from course.content.checks.rule import CDC, PEMAT, rule
from course.content.checks.scope import MODULE
from course.content.checks.words import Words
from course.content.checks.words.phrases import (
    Group,
    Phrases,
    PlainWords,
    compiled,
    either,
    ends_in,
)
from course.content.model import Callout, ChecklistItem, Page
from course.errors import Problem


class NoAim(Group, frozen=True):
    words: Phrases
    endings: PlainWords


class Aims(Words, frozen=True):
    """What begins a goal that names nothing to do."""

    no_aim: NoAim

    @cached_property
    def none(self) -> re.Pattern[str]:
        """The first word of such a goal."""
        return compiled(rf"(?:{either(self.no_aim.words)}|{ends_in(self.no_aim.endings)})\b")


class StepGroup(Group, frozen=True):
    verbs: Phrases
    lead_ins: Phrases


class Steps(Words, frozen=True):
    """How a reader is asked to do something."""

    steps: StepGroup

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Where a text asks for it."""
        start = rf"(?:^|[.!?:,]\s+|{either(self.steps.lead_ins)}\s+)"
        return re.compile(f"{start}{either(self.steps.verbs)}", re.IGNORECASE | re.MULTILINE)


@rule(
    "W01",
    "The goal of a module says what the reader can do after it",
    why="A goal such as Know whom to call tells the author what to leave out.",
    source=f"{PEMAT}; {CDC}",
    severity="warning",
    scope=MODULE,
    words=Aims,
    bad="# a module\ngoal: The water of lakes.\n",
    good="# a module\ngoal: Know what water does.\n",
)
def check_goal(module: ModuleFile, words: Aims) -> Iterator[Problem]:
    """A problem at a goal that begins with no word for doing."""
    goal = module.text("goal") or ""
    if found := words.none.match(goal):
        what = f'The goal begins with "{found.group()}", and names nothing that a reader can do.'
        cure = "Begin with what the reader can do: Know, Tell, Say, Choose, Ask, Find."
        yield module.problem(("goal",), what, cure)


@rule(
    "W02",
    "The key message of a module is told on its pages",
    why="The key message is the summary at the end. What no page has told is no summary.",
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    scope=MODULE,
    words=SmallWords,
    bad="# a module\nkey_message: Boats sail far away.\n",
    good="# a module\nkey_message: Water is wet.\n",
)
def check_summary(module: ModuleFile, words: SmallWords) -> Iterator[Problem]:
    """A problem at a key message that shares no word with any page."""
    message = words.others_of(module.text("key_message") or "")
    told = " ".join(
        " ".join([page.title, *map(prose.plain, wording.of_page(page))])
        for _, page in module.each(Page)
    )
    if module.value is not None and message and not message & words.others_of(told):
        what = "No page of this module tells its key message."
        yield module.problem(("key_message",), what, "Say on a page what is to be remembered.")


_TOLD = """\
# en/water.yaml
format: 1
id: water
title: Water
goal: Know what water does.
key_message: Water is wet.
pages:
  - id: wet
    title: Water is wet
    text: Water makes your hands wet. [^book]
"""


@rule(
    "W03",
    "Each module gives the reader something to do",
    why="Knowing changes little. Material with a clear step to take is used.",
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    scope=MODULE,
    words=Steps,
    bad=_TOLD,
    good=_TOLD + "    callout: {kind: ask, text: How deep is the lake?}\n",
)
def check_action(module: ModuleFile, words: Steps) -> Iterator[Problem]:
    """A problem at a module without a checklist, a question to ask, or an instruction."""
    if module.value is None or any(True for _ in module.each(ChecklistItem)):
        return
    asks = any(callout.kind == "ask" for _, callout in module.each(Callout))
    texts = (prose.plain(t) for _, page in module.each(Page) for t in wording.of_page(page))
    if not asks and not any(map(words.pattern.search, texts)):
        what = "This module gives the reader nothing to do."
        cure = "Add a checklist, a callout of the kind ask, or a sentence such as Tell the staff."
        yield module.problem(("pages",), what, cure)
