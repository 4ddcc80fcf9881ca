"""The rules of `prolo check` as a page for authors.

`make rules` writes it: `python -m course.content.rules_page > docs/rules.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.checks import runner
from course.content.checks.rule import FAMILIES, Rule

_HEAD = """\
# The rules

Made by `make rules` from the rules themselves, in `course/content/checks/`; do not edit it by hand.

`prolo check` names the rule that is broken by its code. An **error** misleads or harms a reader, or
breaks the course; a **warning** makes it harder to read. Where a rule **stops** the course, the
course does not open until it is mended. All others can be silenced for one item, with a reason: see
[Writing a course](authoring.md#when-a-rule-is-wrong).

Rules that read sentences look for words of a language. They run in each language whose file in
`course/content/checks/words/` has those words; `prolo check` says which rules did not run.

Under each rule stand its reason, where it comes from, what it looks at, an example that breaks it
and one that keeps it. A line such as `# a page` says where a piece belongs: `# a page` and
`# a question` in a module, `# a module` at its top, all others in the file that they name.
"""


def page() -> Iterator[str]:
    """The lines of the page."""
    yield _HEAD
    yield "| Code | Rule | Severity |"
    yield "|---|---|---|"
    for rule in in_order():
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.title} | {_severity(rule)} |"
    family = ""
    for rule in in_order():
        if rule.family != family:
            family = rule.family
            yield f"\n## {FAMILIES[family]}"
        yield from _told(rule)


def in_order() -> list[Rule]:
    """Every rule, by family and number."""
    families = list(FAMILIES)
    every = runner.rules().values()
    return sorted(every, key=lambda rule: (families.index(rule.family), rule.code))


def _told(rule: Rule) -> Iterator[str]:
    yield f"\n### {rule.code}\n"
    yield f"**{rule.title}.** {_severity(rule).capitalize()}.\n"
    yield f"{re.sub(r' +', ' ', rule.why)}\n"
    yield f"Source: {rule.source}.\n"
    if rule.checks:
        yield f"Looks at: {', '.join(dict.fromkeys(check.scope.name for check in rule.checks))}.\n"
    if rule.words:
        yield f"Words: {', '.join(f'`{key}`' for key in rule.words)}.\n"
    yield f"Breaks it:\n\n```yaml\n{rule.bad.rstrip()}\n```\n"
    yield f"Keeps it:\n\n```yaml\n{rule.good.rstrip()}\n```"


def _severity(rule: Rule) -> str:
    return f"{rule.severity}, stops the course" if rule.stops else rule.severity


if __name__ == "__main__":
    print("\n".join(page()))
