"""markdown-it-py, set up for the Markdown of the course.

What the course does not show is parsed all the same, so that it can be reported; only entities and
reference definitions are turned off, since nothing of them would be left to report. Of a citation
`[^id]` the parser makes a token of its own, `citation`, or `bad_citation` if there is no id in it.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline

_CITATION = re.compile(r"\[\^(?:([a-z0-9]+(?:-[a-z0-9]+)*)\])?")


def _citation(state: StateInline, silent: bool) -> bool:
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("citation" if found[1] else "bad_citation", "", 0)
        token.content = found[1] or ""
    state.pos = found.end()
    return True


def _placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The same rule, whose tokens also say where in the block they begin."""

    def run(state: StateInline, silent: bool) -> bool:
        at, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        for token in state.tokens[before:]:
            token.meta.setdefault("at", at)
        return matched

    return run


@cache
def parser() -> MarkdownIt:
    """A parser whose inline tokens hold `at`, their offset in their block, in `meta`."""
    markdown = MarkdownIt("commonmark").enable("table").disable(["entity", "reference"])
    rules = markdown.inline.ruler
    rules.before("link", "citation", _placed(_citation))
    for name, rule in (
        ("backticks", rules_inline.backtick),
        ("emphasis", rules_inline.emphasis.tokenize),
        ("link", rules_inline.link),
        ("image", rules_inline.image),
        ("autolink", rules_inline.autolink),
        ("html_inline", rules_inline.html_inline),
    ):
        rules.at(name, _placed(rule))
    return markdown
