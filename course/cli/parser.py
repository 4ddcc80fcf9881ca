"""The arguments of the command line, and what was probably meant where one is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

EVERYWHERE: tuple[tuple[str, type, str, str], ...] = (
    ("--modules", Path, "DIR", "the folder of the course"),
    ("--data-dir", Path, "DIR", "where progress is kept"),
    ("--clinic", Path, "FILE", "the clinic's settings"),
    ("--language", str, "CODE", "two letters, such as en"),
)


class Parser(argparse.ArgumentParser):
    """The parser of the program or of one of its commands; the options above work in each."""

    def __init__(
        self, given: Sequence[str] = (), root: Parser | None = None, **settings: Any
    ) -> None:
        """`given` is all that was typed; `root` is the parser of the program."""
        self._given = given
        self._root = root or self
        self.options: list[argparse.Action] = []
        """Those that are for people; an option without a line of help is not."""
        self.commands: dict[str, Parser] = {}
        # A short form that works today would mean something else beside an option of tomorrow.
        super().__init__(allow_abbrev=False, **settings)
        group = self.add_argument_group("options of every command")
        unset = argparse.SUPPRESS if root else None  # or it would undo what stood before
        for name, kind, metavar, what in EVERYWHERE:
            self.options.append(
                group.add_argument(name, type=kind, metavar=metavar, help=what, default=unset)
            )

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """As in every parser, and remember it if it is an option for people."""
        action = super().add_argument(*names, **settings)
        if action.option_strings and action.help is not argparse.SUPPRESS:
            self.options.append(action)
        return action

    def add_commands(self, dest: str, whats: dict[str, str], required: bool = False) -> None:
        """Let one of these follow, each with what it does; `dest` is then its name."""
        commands = self.add_subparsers(
            title="commands", dest=dest, metavar="COMMAND", required=required
        )
        for name, what in whats.items():
            self.commands[name] = commands.add_parser(
                name,
                help=what,
                description=f"{what[0].upper()}{what[1:]}.",
                given=self._given,
                root=self._root,
            )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with the status 2."""
        self.exit(2, f"{self._root.mistake() or self._told(message)}\n")

    def mistake(self) -> str | None:
        """What is wrong with the first word that is no option or command; None if all are known.

        argparse would take the value of a misspelt option for a command, and blame that.
        """
        parser, words = self, iter(self._given)
        for word in words:
            if word == "--":
                return None
            if word.startswith("-"):
                name = word.partition("=")[0]
                option = parser.option(name)
                if option is None:
                    return parser._no_option(name)
                if option.nargs != 0 and name == word:
                    next(words, None)
            elif word in parser.commands:
                parser = parser.commands[word]
            elif parser.commands:
                return parser._no_command(word)
        return None

    def option(self, name: str) -> argparse.Action | None:
        """The option that has this name here."""
        return next((each for each in self.options if name in each.option_strings), None)

    def _no_option(self, name: str) -> str:
        if other := next((each for each in self._root.every() if each.option(name)), None):
            return self._told(f"{name} is an option of {other.prog}.")
        known = [name for each in self.options for name in each.option_strings]
        return self._told(f"There is no option {name}.{_meant(name, known)}")

    def _no_command(self, word: str) -> str:
        return self._told(f'There is no command "{word}".{_meant(word, self.commands)}')

    def every(self) -> Iterator[Parser]:
        """This parser and those of its commands."""
        yield self
        for command in self.commands.values():
            yield from command.every()

    def _told(self, what: str) -> str:
        return f"{self.prog}: {what}\n{self.prog} --help lists what there is."


def _meant(word: str, known: Iterable[str]) -> str:
    # Loading it takes a while, and only a mistake needs it.
    from course.content.source.spelling import nearest

    near = nearest(word, tuple(known))
    return f" Did you mean {near}?" if near else ""
