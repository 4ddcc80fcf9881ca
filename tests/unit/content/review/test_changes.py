"""Two versions of an item, told word for word."""

from course.content.review.changes import Change, Piece, changes, redline, told


def test_what_is_another_what_is_new_and_what_is_gone() -> None:
    kept = {"a": "x", "b": "y", "c": "z"}
    found = changes(kept, {"d": "new", "a": "x", "b": "other"})
    assert [(each.item, each.kind) for each in found] == [
        ("d", "new"),
        ("b", "changed"),
        ("c", "gone"),
    ]


def test_the_words_that_went_out_and_came_in() -> None:
    change = Change("a", "title: The lake\ntext: Do not swim for 6 weeks.", "text: Do swim.")
    before = [[p.text for p in line if p.state != "in"] for line in redline(change)]
    after = [[p.text for p in line if p.state != "out"] for line in redline(change)]
    assert "\n".join("".join(each) for each in before if each) == change.before
    assert "\n".join("".join(each) for each in after if each) == change.after


def test_a_word_that_changed_is_told_within_its_line() -> None:
    change = Change("a", "text: Call in 6 weeks.", "text: Call in 6 days.")
    (line,) = redline(change)
    assert Piece("weeks", "out") in line
    assert Piece("days", "in") in line
    assert list(told(change)) == ["- text: Call in 6 weeks.", "+ text: Call in 6 days."]


def test_lines_that_are_the_same_are_not_told() -> None:
    change = Change("a", "title: One\ntext: Two", "title: One\ntext: Two\nwhy: Three")
    assert list(told(change)) == ["+ why: Three"]
    gone = Change("a", "title: One", "")
    assert list(told(gone)) == ["- title: One"]
