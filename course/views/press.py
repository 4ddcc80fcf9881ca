"""What a press means. A name that an author gave, a name of the program and a language can never be
equal."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from msgspec import Struct


class Spot(Enum):
    """What the program itself offers to press."""

    BACK = "back"
    NEXT = "next"
    """On, in whatever words the place has for it."""
    MORE = "more"
    """What does not fit the screen; a front end that has none offers it by itself."""
    HELP = "help"
    LISTEN = "listen"
    READ = "read"
    """Choose what is read aloud."""
    SLOWER = "slower"
    """Have everything read aloud, view after view, more slowly than at the usual pace."""
    NORMAL = "normal"
    FASTER = "faster"
    SOURCES = "sources"
    HINT = "hint"
    STOP = "stop"
    """Stop here and keep the place."""
    WAY = "way"
    """All parts of the course."""
    GLOSSARY = "glossary"
    ABOUT = "about"
    LOOK = "look"
    """Other colours."""
    START = "start"
    """All of the course, from its start."""
    ESSENTIALS = "essentials"
    """The pages that nobody should miss, one after the other."""
    CODE = "code"
    """Go on with a code."""
    AGAIN = "again"
    """What is worth another look, at the end of the course."""
    TAKE = "take"
    """What goes home with the person."""
    SHARE = "share"
    """What the staff may see of it."""
    WHOLE = "whole"
    """All of what goes home, on the screen."""
    PRINT = "print"
    PHONE = "phone"
    """What a phone takes from the screen with its camera."""
    IN_CALENDAR = "in-calendar"
    IN_WORDS = "in-words"
    """When to get help, as a text."""
    ON_WEB = "on-web"
    DAY = "day"
    """The day of the visit."""
    TO_ASK = "to-ask"
    """The person wants to ask about this page."""
    QUESTIONS = "questions"
    """All that they want to ask."""
    OWN = "own"
    """A question in their own words."""
    KEYS = "keys"
    """Other keys to type with."""
    SHOW = "show"
    """Show the page that teaches a question."""
    REVEAL = "reveal"
    """Show what a good answer says."""
    PLACES = "places"
    """Other places of the body than those that are shown."""
    MY_CODE = "my-code"
    """Show the code of this visit."""
    KEEP = "keep"
    FORGET = "forget"
    ERASE = "erase"
    CLEAR = "clear"
    OK = "ok"
    HERE = "here"
    """The person is still there."""
    LEAVE = "leave"
    """Somebody else is there."""
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"
    END = "end"


class Go(Struct, frozen=True):
    """A button or card of the program."""

    spot: Spot


class Pick(Struct, frozen=True):
    """One of the things that a place lists: a module, an answer, a spot of a map, a tick, a digit,
    a question that people come with. `id` is the content's own name for it, and only the place that
    lists it reads it."""

    id: str


class Speak(Struct, frozen=True):
    """Go on in another language; it stands beside what a place lists, and is told from it."""

    language: str


Press = Go | Pick | Speak

PACES: dict[Spot, Literal["slower", "normal", "faster"]] = {
    Spot.NORMAL: "normal",
    Spot.SLOWER: "slower",
    Spot.FASTER: "faster",
}
"""What has everything read aloud, and how fast."""
