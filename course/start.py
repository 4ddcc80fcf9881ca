"""Where the program begins, before anything of it is loaded."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; the exit status is what `course.cli.main` gives."""
    if is_kiosk(sys.argv[1:]):
        import signal

        # Loading takes a while, and whoever stands before the screen has a keyboard by then.
        for name in ("SIGINT", "SIGQUIT", "SIGTSTP"):
            # Windows has but one of them.
            if number := getattr(signal, name, None):
                signal.signal(number, signal.SIG_IGN)
    from course.cli import main as run

    return run()


def is_kiosk(words: list[str]) -> bool:
    """Whether the command is `kiosk` by itself, and not one of those that look after it."""
    for at, word in enumerate(words):
        is_value = at > 0 and words[at - 1].startswith("--") and "=" not in words[at - 1]
        if word == "kiosk" and not is_value:
            return all(each.startswith("-") for each in words[at + 1 : at + 2])
    return False
