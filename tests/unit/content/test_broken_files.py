"""Each file in tests/fixtures/bad has one fault: the course says which, where, and what to do."""

import shutil
import time
from pathlib import Path

import pytest

from course.content import loader
from course.errors import ContentError
from tests.paths import BAD
from tests.unit.content.course_edits import TODAY

EXPECTED = {
    "alias": "en/one.yaml:33:44: A text cannot begin with a star: *wet asks for a copy of another.",
    "anchor": "en/one.yaml:5:7: &aim gives this value a name for copies.",
    "autolink": "en/one.yaml:11:40: A link cannot stand in a text.",
    "backslash": (
        "en/one.yaml:15:10: A backslash in double quotation marks has a meaning of its own."
    ),
    "bad-indentation": "en/one.yaml:15:4: This line does not fit under the lines above it.",
    "bare-address": "en/one.yaml:15:18: An address cannot be followed here.",
    "before-in-words": 'course.yaml:6:20: "before_and_after" cannot be "one hands".',
    "before-not-a-choice": 'course.yaml:6:20: The question "which" is not of the kind choice.',
    "before-twice": 'course.yaml:6:31: There is a question "one/hands" already.',
    "before-without-module": 'course.yaml:6:20: There is no module "won" in the list of modules.',
    "before-without-question": 'course.yaml:6:20: There is no question "hand" in en/one.yaml.',
    "bidirectional": (
        "en/one.yaml:18:50: Here is a character that cannot be seen (U+202E, right-to-left"
    ),
    "bracket-at-start": "en/one.yaml:15:17: The text goes on after a ] that ends a list.",
    "broken-citation": "en/one.yaml:11:35: This is not the mark of a source or a claim.",
    "bullets-of-a-word-processor": (
        'en/one.yaml:13:7: The "•" at the start of this line makes no list.'
    ),
    "byte-order-mark-inside": (
        "en/one.yaml:7:1: Here is a character that cannot be seen (U+FEFF, zero width"
    ),
    "callout-without-source": "en/one.yaml:19:36: This text states something and cites no source.",
    "capitals-in-id": 'en/one.yaml:20:9: "id" cannot be "At Home".',
    "check-and-checklist": (
        "en/one.yaml:27:16: This page asks a question and has a checklist as well."
    ),
    "check-of-no-question": 'en/one.yaml:26:23: There is no question "hand" in this module.',
    "checked-twice": 'en/one.yaml:29:23: The question "hands" is asked on an earlier page already.',
    "citation-in-ask": (
        "en/one.yaml:38:25: This text is shown exactly as it is written, with the [^book]."
    ),
    "citation-in-label": (
        "en/more.yaml:27:32: This text is shown exactly as it is written, with the [^book]."
    ),
    "claim-called-like-source": 'claims.yaml:6:1: "book" is the name of a source as well.',
    "claim-without-source": 'claims.yaml:3:13: There is no source "boook".',
    "code-block": "en/one.yaml:13:7: A block of code cannot stand in a text.",
    "colon-at-end-in-braces": (
        "en/one.yaml:40:28: A text that stands in brackets ends in a colon here."
    ),
    "colon-in-text": "en/one.yaml:15:18: A text has a colon with a space after it here.",
    "comma-in-cell": "en/more.yaml:37:11: This list has 4 items.",
    "comment-after-sentence": "en/one.yaml:15:32: Everything after this # would be dropped.",
    "contraction-in-question": 'en/one.yaml:30:15: A question does not use "doesn\'t"',
    "curly-quotes": (
        "en/one.yaml:15:14: A text has a colon with a space after it here. Curly quotation marks"
    ),
    "dash-without-space": "en/one.yaml:16:3: No space follows the dash here.",
    "date-in-words": 'sources.yaml:8:12: "checked" cannot be "22 November 2026".',
    "days-without-rule": (
        "en/more.yaml:59:36: This names a time for stopping a medicine, and no rule stands with"
    ),
    "directive": "en/one.yaml:1:1: A line that begins with % is not allowed.",
    "duplicate-key": 'en/one.yaml:43:5: The key "hint" was already given in line 42.',
    "duplicate-page": 'en/one.yaml:20:9: There is a page "lake" already.',
    "duplicate-question": 'en/one.yaml:36:9: There is a question "hands" already.',
    "empty": "en/one.yaml:1:1: The file is empty.",
    "empty-value": 'en/one.yaml:42:10: "hint" is empty.',
    "escape-character": (
        "en/one.yaml:19:41: Here is a character that cannot be seen (U+001B, a control character)."
    ),
    "escape-in-quotes": (
        "en/one.yaml:19:36: Here is a character that cannot be seen (U+001B, a control character)."
    ),
    "figure-without-source": (
        "en/more.yaml:41:38: This figure states something, and nothing in it cites a source."
    ),
    "glossary-key": 'glossary/en.yaml:3:3: There is no key "sayz" here.',
    "hard-goal": "en/more.yaml:5:7: The goal with the key message reads at school grade 15.5.",
    "hard-page": 'en/one.yaml:8:5: The page "wet" reads at school grade 6.9.',
    "hard-question": 'en/more.yaml:71:5: The question "pairs" reads at school grade 6.3.',
    "grounds-beside": (
        "pictures/pond.yaml:14:16: This line of grounds is 15 characters long, and line 3 of the dr"
    ),
    "grounds-without-legend": 'pictures/pond.yaml:14:3: The letter "k" is not in the legend.',
    "hash-in-braces": "en/one.yaml:40:49: Everything after this # would be dropped.",
    "hash-in-text": "en/one.yaml:15:25: Everything after this # would be dropped.",
    "heading": "en/one.yaml:11:7: A heading cannot stand in a text.",
    "html": "en/one.yaml:11:23: HTML cannot stand in a text.",
    "id-differs-from-file": 'en/one.yaml:2:5: The id is "two", but the file is called one.yaml.',
    "image": "en/one.yaml:13:7: An image cannot stand in a text.",
    "ink-unknown": 'pictures/pond.yaml:11:31: "marck" cannot stand here.',
    "inks-too-long": (
        "pictures/pond.yaml:9:16: This line of inks is 14 characters long, and line 3 of the dr"
    ),
    "inks-too-many-lines": "pictures/pond.yaml:11:3: The inks have 5 lines, and the drawing has 4.",
    "inks-without-legend": 'pictures/pond.yaml:9:9: The letter "k" is not in the legend.',
    "inline-code": "en/one.yaml:11:24: Code cannot stand in a text.",
    "insecure-address": 'sources.yaml:7:8: "url" cannot be "http://example.org/book".',
    "key-from-a-comma": 'en/one.yaml:33:35: There is no key "always" here.',
    "key-from-a-comma-in-claim": 'claims.yaml:2:39: The key "also in summer." has no value.',
    "key-pushed-in": "en/one.yaml:15:6: This line begins further to the left",
    "language-in-full": 'course.yaml:4:13: "languages" cannot be "english".',
    "language-not-in-course": 'claims.yaml:2:44: The course has no language "nl".',
    "latin-1": "en/one.yaml:34:15: The file is not saved as UTF-8.",
    "legend-of-words": "pictures/pond.yaml:11:37: This has 2 characters.",
    "legend-unused": 'pictures/pond.yaml:11:40: No character of the drawing has the ink "n".',
    "legend-without-ink": 'pictures/pond.yaml:11:37: The key "x" has no value.',
    "line-break-in-title": 'en/one.yaml:17:12: "title" cannot be "At the lake".',
    "link": "en/one.yaml:11:40: A link cannot stand in a text.",
    "list-for-mapping": "en/one.yaml:1:1: Here should be keys with values, and there is a list.",
    "list-for-text": "en/one.yaml:5:7: Here should be one text, and there is a list.",
    "list-in-sentence": (
        "en/one.yaml:17:7: This text is one paragraph, without a list or an empty line."
    ),
    "list-without-source": (
        "en/one.yaml:13:9: Neither this list nor the paragraph before it cites a source."
    ),
    "long-item": "en/one.yaml:23:27: This has 119 characters, and has to fit beside a box to tick.",
    "long-option": "en/one.yaml:33:17: This has 116 characters, and has to fit on a button.",
    "long-sentence": "en/one.yaml:19:36: This sentence has 27 words.",
    "long-sentence-in-claim": "claims.yaml:2:14: This sentence has 27 words.",
    "mark-without-caret": (
        "en/one.yaml:11:43: [swim] is shown as it is written: a sign is missing in it."
    ),
    "match-left-twice": "en/more.yaml:76:16: The same text stands twice in this question.",
    "match-right-twice": "en/more.yaml:76:28: The same text stands twice in this question.",
    "merge-bomb": "en/one.yaml:1:4: &a gives this value a name for copies.",
    "merge-key": "en/one.yaml:19:15: The key << asks for a copy of other keys.",
    "missing-because": 'en/one.yaml:41:9: The key "because" is missing here.',
    "missing-colon": "en/one.yaml:6:1: This line has no colon with a space after it.",
    "missing-key": 'en/one.yaml:36:5: The key "hint" is missing here.',
    "missing-title": 'en/one.yaml:16:5: The key "title" is missing here.',
    "misspelt-claim": 'en/one.yaml:34:31: There is no source or claim "swimm".',
    "misspelt-source": 'en/one.yaml:11:35: There is no source or claim "bok".',
    "misspelt-source-third-line": 'en/one.yaml:14:35: There is no source or claim "boook".',
    "misspelt-yes": 'en/one.yaml:40:30: "ja" cannot stand here.',
    "module-missing": "course.yaml:5:16: There is no file en/two.yaml for this module.",
    "nested-braces": "en/one.yaml:5:48: Lists and keys stand more than 12 deep in each other.",
    "nested-brackets": "en/one.yaml:5:18: Lists and keys stand more than 12 deep in each other.",
    "nested-dashes": "en/one.yaml:6:25: Lists and keys stand more than 12 deep in each other.",
    "nested-list": "en/one.yaml:14:9: A list stands inside another.",
    "never-without-broken": (
        'en/one.yaml:18:36: "deep" is cited here without "swim", and is not safe alone.'
    ),
    "never-without-unknown": 'claims.yaml:4:19: There is no claim "float".',
    "newer-format": 'en/one.yaml:1:9: "2" cannot stand here.',
    "nine-questions": 'en/more.yaml:53:3: "questions" has 9 items.',
    "no-right": "en/one.yaml:28:5: None of the options is right.",
    "no-space-after-colon": "en/one.yaml:4:1: This line has no colon with a space after it.",
    "no-such-day": 'sources.yaml:8:12: "checked" cannot be "2024-02-31".',
    "nul": (
        "en/one.yaml:11:34: Here is a character that cannot be seen (U+0000, a control character)."
    ),
    "null-for-title": 'en/one.yaml:17:12: "title" is empty.',
    "of-fifty-people": 'en/more.yaml:25:11: "50" cannot stand here.',
    "one-option": 'en/one.yaml:32:7: "options" has 1 item.',
    "open-quote": "en/one.yaml:15:10: The quotation mark that opens here is never closed.",
    "optional-not-a-module": 'course.yaml:6:12: There is no module "two" in the list of modules.',
    "order-step-twice": "en/more.yaml:67:16: The same text stands twice in this question.",
    "overdue-review": 'claims.yaml:5:14: "deep" was to be read again by 2026-11-01.',
    "page-of-nothing": 'en/one.yaml:20:5: The page "at-home" has nothing but a title.',
    "paragraph-without-source": (
        "en/one.yaml:11:7: This paragraph states something and cites no source."
    ),
    "picture-blank": "pictures/pond.yaml:1:12: The drawing is blank.",
    "picture-first-line-pushed-in": (
        "pictures/pond.yaml:3:3: This line begins further to the left than the first line of it"
    ),
    "picture-in-quotes": "pictures/pond.yaml:1:11: A drawing keeps its lines only under a |.",
    "picture-missing": "en/more.yaml:41:113: There is no file pictures/pont.yaml for this figure.",
    "picture-pushed-in": (
        "pictures/pond.yaml:1:10: The blanks at the start of the first line of drawing are drop"
    ),
    "picture-too-high": "pictures/pond.yaml:20:3: The drawing has 19 lines.",
    "picture-too-wide": "pictures/pond.yaml:3:73: This line of the drawing is 71 characters long.",
    "picture-unsafe": 'en/more.yaml:41:113: "file" cannot be "../pond".',
    "picture-wide-character": (
        'pictures/pond.yaml:4:11: The character "🐟" is not as wide as one letter.'
    ),
    "python-tag": "en/one.yaml:5:7: A value cannot begin with an exclamation mark.",
    "question-mark-at-start": (
        "en/one.yaml:15:10: A text cannot begin with a question mark and a space."
    ),
    "question-page-not-there": 'en/one.yaml:53:11: There is no page "laek" in this module.',
    "quotation": "en/one.yaml:11:7: A line in a text begins with >.",
    "quote-in-quotes": "en/one.yaml:15:14: The text goes on after the ' that ends it.",
    "range-down": "en/more.yaml:18:36: This range goes down, from 5 to 2.",
    "range-without-source": 'en/more.yaml:18:54: There is no source or claim "swimm".',
    "reflect-key-point": (
        "en/more.yaml:85:16: No answer is kept of this question, so it cannot be a key point."
    ),
    "same-option-twice": "en/one.yaml:33:16: The same text stands twice in this question.",
    "short-row": "en/more.yaml:38:11: This row has 2 cells, and the table has 3 columns.",
    "six-options": 'en/one.yaml:32:7: "options" has 6 items.',
    "space-that-does-not-break": "en/one.yaml:15:20: Here is a space of another kind",
    "spot-beside": (
        'en/more.yaml:51:25: The spot lies outside the drawing "pond", which ends at column 13.'
    ),
    "spot-on-spot": 'en/more.yaml:51:25: The spot "reeds" lies on the same place.',
    "spot-outside": (
        'en/more.yaml:51:31: The spot lies outside the drawing "pond", which ends at line 4.'
    ),
    "spot-twice": 'en/more.yaml:51:16: There is a spot "reeds" already.',
    "stars-left-open": "en/one.yaml:15:16: These stars are shown as they are written",
    "stress-in-option": (
        "en/one.yaml:33:30: This text is shown exactly as it is written, with the *dry*."
    ),
    "stress-without-quotes": "en/one.yaml:5:7: A text cannot begin with a star.",
    "strong-in-glossary": (
        "glossary/en.yaml:3:20: This text is shown exactly as it is written, with the **."
    ),
    "strong-in-title": (
        "en/one.yaml:17:19: This text is shown exactly as it is written, with the **."
    ),
    "tab": "en/one.yaml:17:1: Here is a tab.",
    "table": "en/one.yaml:13:7: A table cannot stand in a text.",
    "tag": "en/one.yaml:4:10: A value cannot begin with an exclamation mark.",
    "term-twice": 'glossary/en.yaml:6:9: There is a term "flows" already.',
    "text-for-list": 'en/one.yaml:39:11: "rows" should be a list.',
    "too-long-text": 'en/one.yaml:10:11: "text" has 4526 characters.',
    "too-long-title": 'en/one.yaml:17:12: "title" has 71 characters.',
    "too-many-minutes": 'en/one.yaml:4:10: "minutes" cannot be "90".',
    "too-many-people": 'en/more.yaml:27:39: "count" cannot be "180".',
    "trick-question": (
        'en/one.yaml:38:18: A question does not use "not": a tired reader passes over it.'
    ),
    "two-documents": "en/one.yaml:27:1: A second document begins here.",
    "two-right": "en/one.yaml:33:42: More than one option of this question is right.",
    "two-steps": 'en/more.yaml:66:7: "steps" has 2 items.',
    "unclosed-brace": "en/one.yaml:23:9: The { that opens here is never closed.",
    "underscores": "en/one.yaml:11:24: Underscores do not make a text stronger here.",
    "unknown-key": 'en/one.yaml:15:5: There is no key "wy" here.',
    "unknown-kind": 'en/one.yaml:29:11: There is no kind "choise".',
    "unquoted-no-for-true": 'en/one.yaml:32:42: "right" cannot be "no".',
    "utf-16": "en/one.yaml:1:1: The file is not saved as UTF-8.",
    "why-without-source": "en/one.yaml:15:10: This text states something and cites no source.",
    "word-for-number": 'en/one.yaml:4:10: "minutes" cannot be "one".',
    "wrong-kind-of-callout": 'en/one.yaml:19:21: "danger" cannot stand here.',
    "zero-width": (
        "en/one.yaml:18:15: Here is a character that cannot be seen (U+200B, zero width space)."
    ),
}
TOLD_TWICE = {"merge-bomb"}
"""Two of its names for copies are told before the first copy ends the reading."""
NO_REASON_TO_STOP = {
    "callout-without-source",
    "days-without-rule",
    "figure-without-source",
    "hard-goal",
    "hard-page",
    "hard-question",
    "list-without-source",
    "long-item",
    "long-option",
    "long-sentence",
    "long-sentence-in-claim",
    "overdue-review",
    "paragraph-without-source",
    "why-without-source",
}


def test_every_broken_file_is_expected() -> None:
    assert set(EXPECTED) <= {path.stem for path in BAD.glob("*.yaml")}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_broken_file_gives_its_message(name: str, sound: Path) -> None:
    expected = EXPECTED[name]
    shutil.copy(BAD / f"{name}.yaml", sound / expected.partition(":")[0])

    started = time.process_time()
    problems = loader.findings(sound, TODAY)
    seconds = time.process_time() - started

    assert str(problems[0]).startswith(expected)
    assert len(problems) == (2 if name in TOLD_TWICE else 1)
    assert all(problem.cure and "\n" not in str(problem) for problem in problems)
    assert seconds < 1
    if name in NO_REASON_TO_STOP:
        assert loader.load(sound)
    else:
        with pytest.raises(ContentError) as caught:
            loader.load(sound)
        assert caught.value.problems == problems
