"""Sources and claims that are used, read again in time, and told from two sides."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft, Placed
from course.content.checks.examples import paper
from course.content.checks.points import all_is_read, rests
from course.content.checks.rule import CDC, PROJECT, rule
from course.content.checks.scope import CLAIM, COURSE, SOURCE
from course.content.checks.sources import cites_of
from course.content.model import Claim, Source
from course.content.signs import DangerSign
from course.errors import Problem

OLD = 730
"""The days after which a source is to be read again."""


@rule(
    "S07",
    "Each source and each claim is used",
    why="What nothing cites is out of date one day, and nobody notices.",
    source=PROJECT,
    scope=COURSE,
    severity="warning",
    bad="""\
# claims.yaml
deep:
  says: {en: The lake is deep.}
  sources: [book]
""",
    good="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  says: {en: The lake is deep.}
  sources: [book]
""",
)
def check_used(draft: Draft) -> Iterator[Problem]:
    """A problem at each source that no page, question or claim names, and each claim likewise."""
    sources, claims = draft.sources, draft.claims
    if not all_is_read(draft):
        return
    modules = [module for edition in draft.editions for module in edition.modules.values()]
    used = {name for module in modules for cites in cites_of(module).values() for name in cites}
    for _, claim in claims.each(Claim):
        used |= {*claim.sources, *claim.never_without, *(side.source for side in claim.disagree)}
    used |= {name for _, sign in draft.triage.each(DangerSign) for name in sign.sources}
    for entries, file, kind in (
        (sources.entries(), sources, "source"),
        (claims.entries(), claims, "claim"),
    ):
        for name, entry in entries.items():
            if name not in used:
                what = f'Nothing cites the {kind} "{name}".'
                cure = f"Cite it where it is told, or delete the {kind}."
                yield file.problem_at(entry.key.line, entry.key.column, what, cure)


_CITING = "# a page\ntext: The lake is deep. [^paper]\n"


@rule(
    "S08",
    "Each source was read, by someone, within two years",
    why=(
        "A page on the web changes or goes away. A day that has not come yet, or from before the "
        "source was published, shows that nobody has read it."
    ),
    source=f"{CDC}; findings of this project",
    scope=SOURCE,
    severity="warning",
    bad=paper(checked="2017-05-01") + _CITING,
    good=paper() + _CITING,
)
def check_read(source: Placed[Source]) -> Iterator[Problem]:
    """A problem at a day under `checked` that cannot be, is not there, or lies long back."""
    day, today, year = source.it.checked, source.draft.today, source.it.year
    if day is None:
        rest = (each for each in rests(source.draft) if each.source == source.path[0])
        if any(each.is_safety for each in rest):
            return  # That is worse, and told where the fact stands.
        what = "Nobody has read this source."
        cure = "Read it, and write that day; or cite another one in its place."
    elif day > today:
        what = f"This day has not come yet: {day}."
        cure = "Write the day on which someone last read the source."
    elif year and day.year < year:
        what = f"The source was read in {day.year}, and came out in {year}."
        cure = "Read it, and write that day."
    elif (today - day).days > OLD:
        what = f"Nobody has read this source since {day}."
        cure = "Read it again, mend what has changed, and write the new day."
    else:
        return
    yield source.problem(what, cure, "checked")


@rule(
    "S10",
    "A claim that sources dispute has sides from two sources",
    why="One side is no dispute: the reader is told of a disagreement and sees only one view.",
    source=PROJECT,
    scope=CLAIM,
    bad="""\
# a page
text: The lake is deep. [^how-deep]
# claims.yaml
how-deep:
  sources: [book]
  disagree:
    - {source: book, says: {en: It is deep.}}
""",
    good="""\
# a page
text: The lake is deep. [^how-deep]
# claims.yaml
how-deep:
  sources: [book]
""",
)
def check_disputes(claim: Placed[Claim]) -> Iterator[Problem]:
    """A problem at a dispute with a single side."""
    sides = claim.it.disagree
    if sides and len({side.source for side in sides}) < 2:
        what = "Only one source stands in this dispute."
        cure = 'Add what another source says, or delete "disagree".'
        yield claim.problem(what, cure, "disagree")
