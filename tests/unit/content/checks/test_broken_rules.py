"""Each rule is broken by some course; that it breaks no other is held by `test_broken_files`."""

from course.content.checks import runner
from tests.unit.content.broken_courses import FAULTS


def test_every_rule_is_broken_once() -> None:
    assert {fault.code for fault in FAULTS} == set(runner.rules())
