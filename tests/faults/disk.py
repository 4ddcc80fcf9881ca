"""What a folder may look like after the power was cut.

Only what was brought to the disk is sure to be there. Of the changes of names since the folder was
last brought to the disk any may have got there and any not; of a file that was not, nothing,
a part, blanks or all of it.
"""

import random
from collections.abc import Callable
from pathlib import Path

Names = dict[str, "Content"]


class Content:
    """One file, under however many names."""

    def __init__(self, written: bytes, on_disk: bool) -> None:
        self.written = written
        self.on_disk = on_disk

    def after_power_cut(self, chance: random.Random) -> bytes:
        """What is left of it."""
        if self.on_disk:
            return self.written
        cut = chance.randrange(len(self.written) + 1)
        blank = bytes(len(self.written) - cut)
        return chance.choice([b"", self.written[:cut], self.written[:cut] + blank, self.written])


class Disk:
    """Follows the calls that change one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: Names = {
            path.name: Content(path.read_bytes(), on_disk=True) for path in folder.iterdir()
        }
        self._sure = dict(self._now)
        self._unsure: list[Callable[[Names], object]] = []
        self._open: dict[int, Content] = {}

    def created(self, name: str, opened: int) -> None:
        """A file was made under this name."""
        content = Content(b"", on_disk=False)
        self._open[opened] = content
        self._change(lambda names: names.update({name: content}))

    def opened(self, name: str, opened: int) -> None:
        """A file that is there was opened, to be read or brought to the disk."""
        if name in self._now:
            self._open[opened] = self._now[name]

    def written(self, opened: int, data: bytes) -> None:
        """Something was added to an open file."""
        self._open[opened].written += data
        self._open[opened].on_disk = False

    def synced(self, opened: int) -> None:
        """An open file, or the folder, was brought to the disk."""
        if opened in self._open:
            self._open[opened].on_disk = True
        else:
            self._sure = dict(self._now)
            self._unsure.clear()

    def closed(self, opened: int) -> None:
        """A file was closed; its number may come again."""
        self._open.pop(opened, None)

    def moved(self, name: str, to: str) -> None:
        """One name took the place of another."""
        self.linked(name, to)
        self.removed(name)

    def crossed(self, name: str, to: Path) -> None:
        """A file went to another folder, or came from one."""
        if to.parent == self._folder:
            content = Content(to.read_bytes(), on_disk=True)
            self._change(lambda names: names.update({to.name: content}))
        else:
            self.removed(name)

    def linked(self, name: str, second: str) -> None:
        """A file got a second name."""
        content = self._now[name]
        self._change(lambda names: names.update({second: content}))

    def removed(self, name: str) -> None:
        """A name was taken away."""
        if content := self._now.get(name):  # filelock makes the lock's file past this disk
            self._change(lambda names: _drop(names, name, content))

    def cut_power(self, folder: Path, chance: random.Random) -> None:
        """Leave the folder as it might be found when the power is back."""
        names = dict(self._sure)
        for change in self._unsure:
            if chance.random() < 0.5:
                change(names)
        for path in folder.iterdir():
            path.unlink()
        for name, content in names.items():
            (folder / name).write_bytes(content.after_power_cut(chance))
            (folder / name).chmod(0o600)

    def _change(self, change: Callable[[Names], object]) -> None:
        change(self._now)
        self._unsure.append(change)


def _drop(names: Names, name: str, content: Content) -> None:
    if names.get(name) is content:
        del names[name]
