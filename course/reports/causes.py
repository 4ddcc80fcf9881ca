"""What may be wrong, in words: what was seen, the likely cause, and what to try.

In braces stand `share` ("About 3 of 10 people"), `answer` and `right` in the words of the course,
`page` that teaches it, and the minutes that people `took` and that there is to read (`written`).
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Danger = Literal["harm", "wrong", "lost", "dull"]
DANGERS: tuple[Danger, ...] = get_args(Danger)
"""The worst first."""

HEADS: dict[Danger, str] = {
    "harm": "Somebody could come to harm",
    "wrong": "People may learn something wrong",
    "lost": "People are lost here",
    "dull": "Less pressing",
}


class Cause(Struct, frozen=True):
    """One thing that may be wrong."""

    danger: Danger
    seen: str
    likely: str
    to_try: str


CAUSES: dict[str, Cause] = {
    "missed-sign": Cause(
        "harm",
        "{share} first chose too little care, most often: {answer}.",
        "The page does not show this sign clearly enough, or the story sounds harmless.",
        "Read {page} and then the story, as if for the first time. Say the sign in the words that "
        "patients use, and say it early. Show the clinician who signs the course this row.",
    ),
    "harmful-answer": Cause(
        "harm",
        "{share} first gave an answer that could do harm: {answer}.",
        "Many people believe this when they come, and the page does not say plainly that it is "
        "wrong.",
        "Say on {page}, in one sentence of its own, what not to do and why. Then look here again.",
    ),
    "wrong-key": Cause(
        "wrong",
        "{share} first answered: {answer}. They know more of the rest of the course than those who "
        "gave the answer that counts as right: {right}.",
        "The wrong answer may be marked as right, or both may be right.",
        "Check first which answer is marked as right. If the mark is as it should be, make the two "
        "answers easier to tell apart, and compare them with {page}.",
    ),
    "all-take-it": Cause(
        "wrong",
        "{share} first answered: {answer}. The right answer is: {right}.",
        "Many people believe this, and the page leaves it standing; or the question can be read in "
        "two ways.",
        "Check that the right answer is marked as right. Then name the mistake on {page}, and say "
        "why it is wrong. Read the question aloud to a colleague, and ask what it asks for.",
    ),
    "few-know": Cause(
        "wrong",
        "{share} were not right at first, and no one wrong answer explains it.",
        "The page does not teach it, teaches it much earlier, or the question is hard to read.",
        "Check that {page} says it in so many words, near to the question. Shorten the question.",
    ),
    "nobody-is-sure": Cause(
        "lost",
        "{share} said that they are not sure.",
        "The page does not tell it, or not in words that people know.",
        "Check that {page} gives the answer. If it does, say it in plainer words.",
    ),
    "left-at-page": Cause(
        "lost",
        "{share} who came to this page went no further.",
        "The page is long, hard or frightening, or people think that the part ends here.",
        "Read it on the screen where it stands. Make two pages of it, begin with what people most "
        "want to know, or take out what they do not need.",
    ),
    "left-at-question": Cause(
        "lost",
        "{share} who came to this question went no further.",
        "The question is hard to understand or feels like a test, or it cannot be got right.",
        "Answer it yourself on the screen where it stands, wrongly at first. Make it shorter, or "
        "ask it later.",
    ),
    "doubtful": Cause(
        "dull",
        "Those who know the rest of the course do no better here than those who do not.",
        "People guess, or the question can be read in two ways.",
        "Read the question aloud to a colleague, and ask what it asks for. Compare each answer "
        "with {page}.",
    ),
    "useless-answer": Cause(
        "dull",
        "Almost nobody takes the answer: {answer}.",
        "Everybody can see that it is wrong, so it only makes the page longer.",
        "Put in its place what patients really believe or do, or leave it out.",
    ),
    "too-easy": Cause(
        "dull",
        "{share} were right at first.",
        "The right answer gives itself away, as by its length, or all knew it when they came.",
        "If people knew it from {page}, leave it as it is. Else ask for something that they do not "
        "know yet.",
    ),
    "too-long": Cause(
        "dull",
        "Half of those who finish this part take longer than {took} minutes. To read it takes "
        "about {written}.",
        "Something holds people up: hard words, a long text, a question that takes several tries.",
        "Watch two people go through it. Look above for a question of this part, and make pages "
        "shorter.",
    ),
    "too-short": Cause(
        "dull",
        "Half of those who finish this part need less than {took} minutes. To read it takes "
        "about {written}.",
        "People page through without reading: it may be too long, or they know it already.",
        "Put what matters most on the first pages, and make the rest shorter.",
    ),
}
