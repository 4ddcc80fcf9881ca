"""The Listen button: there when the machine has a voice, and silent as soon as the page turns."""

from collections.abc import Callable

from course.ui.course_app import CourseApp
from course.ui.screens.course_screen import ListeningChanged
from tests.ui.conftest import Opening, Person


class Voice:
    """In place of a machine's voice."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.speaking = False

    def say(self, text: str, ended: Callable[[], None] | None = None) -> bool:  # noqa: ARG002
        self.said.append(text)
        self.speaking = True
        return True

    def stop(self) -> None:
        self.speaking = False


async def with_voice(person: Person) -> Voice:
    voice = Voice()
    app = person.pilot.app
    assert isinstance(app, CourseApp)
    app.speaker = voice  # type: ignore[assignment]
    person.screen.post_message(ListeningChanged())
    await person.pilot.pause()
    return voice


async def test_without_a_voice_there_is_no_button(opened: Opening) -> None:
    async with opened() as person:
        assert "Listen" not in person.words


async def test_listen_reads_what_is_on_the_screen_and_stops_when_the_page_turns(
    opened: Opening,
) -> None:
    async with opened() as person:
        voice = await with_voice(person)
        await person.press("1", "9", "9")
        await person.tap("Listen")
        assert voice.speaking
        assert "What you need" in voice.said[-1]
        assert "Stop reading" in person.words
        await person.press("9")
        assert not voice.speaking
        assert "Listen" in person.words


async def test_a_second_press_stops_the_voice(opened: Opening) -> None:
    async with opened() as person:
        voice = await with_voice(person)
        await person.tap("Listen")
        await person.tap("Stop reading")
        assert not voice.speaking
        assert len(voice.said) == 1


async def test_enter_goes_on_and_does_not_read_aloud_on_a_new_screen(opened: Opening) -> None:
    async with opened() as person:
        voice = await with_voice(person)
        await person.press("enter")
        assert "This is your code" in person.words
        await person.press("enter")
        assert "This is your code" not in person.words
        await person.press("enter")
        assert "What you need" in person.words
        assert voice.said == []
