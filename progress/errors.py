"""What can go wrong with kept progress, in words that the person at the machine can act on.

No text holds a learner's code: whoever has the code can read the visit.
"""

# ruff: noqa: N818 - NoSuchLearner says what happened; Error at its end would not say more


class ProgressError(Exception):
    """Something that the program can go on after; its text says what to do."""


class NoSuchLearner(ProgressError):
    """Nothing is kept under the code: it was mistyped, or the visit was removed."""

    def __init__(self) -> None:
        super().__init__("Nothing is saved under this code. Check the number, or start afresh.")


class LearnerBusy(ProgressError):
    """Another process has held the learner's lock for longer than a save ever takes."""

    def __init__(self) -> None:
        super().__init__(
            "Another copy of the course has this visit open and does not let go of it. "
            "Close the other copy, or wait a moment and try again."
        )


class Damaged(ProgressError):
    """A file is not what was written; raised to callers when no earlier copy is sound either."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"What was saved of this visit cannot be read ({why}), and no earlier copy can. "
            "The damaged files were set aside; start the course afresh."
        )


class NewerSchema(ProgressError):
    """A file with the right checksum holds what this program does not know; it is left as it is."""

    def __init__(self) -> None:
        super().__init__(
            "This visit was saved by a newer version of the course. "
            "Install that version to go on with it; the file was left as it is."
        )


class NotOurFile(ProgressError):
    """A link, pipe or folder stands where a learner's file belongs."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"A file in {folder} is a link, a pipe or a folder, so it was not opened. "
            "Have someone look at it."
        )


class OtherOwner(ProgressError):
    """A file or its folder belongs to another user."""

    def __init__(self, folder: str, owner: str, own: str) -> None:
        super().__init__(
            f"Visits in {folder} belong to {owner}, and this runs as {own}. "
            f"Run it as {owner}, or give them to {own}: chown -R {own} {folder}"
        )


class CannotRead(ProgressError):
    """The system refused or failed to read."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The saved visits cannot be read ({why}). "
            "Check the disk and who may read the data folder."
        )


class CannotSave(ProgressError):
    """The system refused or failed to write; what was saved before is still there."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The visit cannot be saved ({why}). What was saved before is safe. "
            "Check that the disk is not full and that the data folder can be written to."
        )


class CannotForget(ProgressError):
    """A part of the visit could not be removed."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The visit could not be removed completely ({why}). "
            "Check who may write to the data folder, then remove it again."
        )


def because(error: OSError) -> str:
    """The system's reason, without the path, for the path holds the code."""
    return error.strerror or "the system gave no reason"
