"""What a visit is in a learning record store: xAPI statements, one an answer and one a module that
was finished. Pure: the same visit gives the same statements, with the same ids."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Iterator
from hashlib import blake2b
from typing import Any

from progress.records import Answer, PageRead
from progress.snapshot import Snapshot

Statement = dict[str, Any]
"""As it is sent."""
_COURSE = "urn:prolotherapy-course"
_VERBS = "http://adlnet.gov/expapi/verbs"
_ACTIVITIES = "http://adlnet.gov/expapi/activities"


class Statements:
    """Makes them with a secret key: without it no id and no actor leads back to a code."""

    def __init__(self, secret: bytes, home: str) -> None:
        """`home` is the address of the store, in whose accounts the actors are."""
        self._secret, self._home = secret, home
        self._namespace = uuid.UUID(bytes=self._keyed("", b"xapi ids", 16))

    def of(self, code: str, visit: Snapshot, finished: Collection[str]) -> dict[str, Statement]:
        """Every statement by its id; `finished` are the modules that have nothing left to do."""
        created = visit.learner.created
        who = f"{code} {created}"
        actor = {
            "objectType": "Agent",
            "account": {
                "homePage": self._home,
                "name": self._keyed(who, b"xapi actor", 16).hex(),
            },
        }
        told = [*self._answered(who, visit), *self._completed(who, visit, finished)]
        return {each["id"]: {"actor": actor, **each} for each in told}

    def _answered(self, who: str, visit: Snapshot) -> Iterator[Statement]:
        seen: Counter[str] = Counter()
        for answer in visit.answers:
            name = " ".join(map(str, (answer.module, answer.question, answer.hash, answer.choice)))
            name = f"{name} {answer.result} {answer.seconds} {answer.when}"
            # Two answers that are alike in everything are two.
            seen[name] += 1
            yield {
                "id": str(uuid.uuid5(self._namespace, f"{who} answer {name} {seen[name]}")),
                "verb": _verb("answered"),
                "object": _activity(f"{answer.module}:{answer.question}", "question"),
                "result": _result(answer),
                "context": {
                    "platform": "prolotherapy-course",
                    "revision": answer.hash,
                    "contextActivities": {"parent": [_activity(answer.module, "module")]},
                },
                "timestamp": answer.when,
            }

    def _completed(
        self, who: str, visit: Snapshot, finished: Collection[str]
    ) -> Iterator[Statement]:
        for module in finished:
            done: list[Answer | PageRead] = [*visit.answers, *visit.pages]
            times = [each.when for each in done if each.module == module]
            yield {
                "id": str(uuid.uuid5(self._namespace, f"{who} module {module}")),
                "verb": _verb("completed"),
                "object": _activity(module, "module"),
                "result": {"completion": True},
                "context": {"platform": "prolotherapy-course"},
                "timestamp": max(times, default=visit.learner.last_seen),
            }

    def _keyed(self, text: str, purpose: bytes, size: int) -> bytes:
        return blake2b(text.encode(), digest_size=size, key=self._secret, person=purpose).digest()


def _verb(name: str) -> Statement:
    return {"id": f"{_VERBS}/{name}", "display": {"en": name}}


def _activity(name: str, kind: str) -> Statement:
    definition = {"type": f"{_ACTIVITIES}/{kind}"}
    return {"objectType": "Activity", "id": f"{_COURSE}:{name}", "definition": definition}


def _result(answer: Answer) -> Statement:
    found: Statement = {
        "response": answer.choice,
        "duration": f"PT{answer.seconds}S",
        "extensions": {f"{_COURSE}:result": answer.result},
    }
    if answer.result != "unsure":
        # Who was more careful than they had to be is told of by the extension alone.
        found["success"] = answer.result == "right"
    return found
