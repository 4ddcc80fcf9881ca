"""What it costs to turn a page and to start, against a bare Textual app in the same run.

`python bench/turning.py [ROUNDS]`. Both programs run in a real pseudo-terminal; a page turn is
timed from the key to the last byte of the answer, a start from the process to its first frame. The
two take turns, so that other work on the machine slows both. Read the ratio, not the milliseconds.
"""

import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROUNDS = 5
TURNS = 12
"""Page turns in a round: to and fro between two pages."""
QUIET = 0.15
"""Seconds without a byte after which an answer is complete; not counted."""
APART = 0.3
"""Seconds between two presses, more than the course takes for one press that bounced."""
TO_THE_FIRST_PAGE = "1989"
"""Start, past the code, past the questions before the course, into the first module."""
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("0", id="text")

    def on_key(self, event):
        self.query_one("#text").update(f"{event.character} is what was pressed")

Bare().run()
"""


class Run:
    """One program on a screen of 80 by 24."""

    def __init__(self, *command: str) -> None:
        start = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, *command])
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.started = self._drawn(start, wait=20.0)

    def press(self, key: str) -> float:
        """Milliseconds from the key until the last byte of what it draws."""
        start = time.perf_counter()
        os.write(self._fd, key.encode())
        took = self._drawn(start, wait=2.0)
        time.sleep(APART)
        return took

    def end(self) -> None:
        """End the program without a chance to tidy up."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _drawn(self, start: float, wait: float) -> float:
        last = start
        while select.select([self._fd], [], [], wait)[0]:
            drawn = os.read(self._fd, 65536)
            # Questions that the terminal does not answer are no frame.
            if b"\x1b[" in drawn and len(drawn) > 40:
                last, wait = time.perf_counter(), QUIET
        return (last - start) * 1000


def measure(rounds: int, folder: str) -> dict[str, list[float]]:
    """Starts and turns of both programs, in turns."""
    found: dict[str, list[float]] = {
        name: [] for name in ("bare start", "course start", "bare turn", "course turn")
    }
    for _ in range(rounds):
        bare = Run("-c", BARE)
        course = Run("app.py", "--data-dir", folder)
        found["bare start"].append(bare.started)
        found["course start"].append(course.started)
        for key in TO_THE_FIRST_PAGE:
            course.press(key)
        for number in range(TURNS):
            found["bare turn"].append(bare.press(str(number % 10)))
            found["course turn"].append(course.press("90"[number % 2]))
        bare.end()
        course.end()
    if min(found["course turn"]) == 0:
        sys.exit("A key turned no page: the way to the first page has changed.")
    return found


def main() -> None:
    """Print a row for what was measured."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        found = measure(rounds, folder)
    print("            bare p50 ms  course p50 ms  course worst  ratio")
    for what in ("start", "turn"):
        bare, course = (statistics.median(found[f"{who} {what}"]) for who in ("bare", "course"))
        worst = max(found[f"course {what}"])
        print(f"{what:10}  {bare:11.1f}  {course:13.1f}  {worst:12.1f}  {course / bare:5.2f}")


if __name__ == "__main__":
    main()
