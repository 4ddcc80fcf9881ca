"""No name that an author gives is taken for a button, on the screen as it is pressed."""

import shutil
from pathlib import Path

import pytest

from course.views.model import signs
from course.views.press import Pick, Speak
from course.visit.route import Place
from tests.languages import in_two_languages
from tests.paths import TEA
from tests.ui.conftest import Opening
from tests.ui.person import Person, middle
from tests.ui.places import Places
from tests.ui.walk import brought_to


def with_a_back(folder: Path) -> Path:
    """Write a copy of the course into `folder`, with a spot called `back`, and tell the place."""
    course = folder / "course"
    shutil.copytree(TEA, course)
    path = course / "en" / "trying.yaml"
    text = path.read_text(encoding="utf-8")
    marked = text.replace(
        "{id: steam, x: 10, y: 1, label: Steam", "{id: back, x: 10, y: 1, label: Back"
    )
    assert marked != text
    path.write_text(marked, encoding="utf-8")
    return course


async def tap(person: Person, pick: Pick | Speak) -> None:
    (region,) = (each.region for each in person.stage.targets() if each.press == pick)
    await person.click(*middle(region))


@pytest.mark.parametrize("size", [(60, 22), (80, 24), (112, 31)], ids=str)
@pytest.mark.parametrize("by", ["tap", "number", "enter"])
async def test_the_back_of_the_body_is_not_the_way_back(
    tmp_path: Path, size: tuple[int, int], by: str
) -> None:
    places = Places.of(with_a_back(tmp_path), tmp_path / "learners")
    async with brought_to(
        places, places.visits.at(Place("page", "trying", "look")), size
    ) as person:
        view, back = person.stage.state.view, Pick("back")
        if by == "tap":
            await tap(person, back)
        elif by == "number":
            await person.press(signs(view)[back])
        else:
            await person.press_while(lambda: person.stage.state.held != back, "tab")
            await person.press("enter")
        assert person.stage.state.view.title == "Back"
        await person.press("0")
        assert person.stage.state.view == view


async def test_a_module_called_about_opens(opened: Opening, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(TEA, course)
    (course / "en" / "keeping.yaml").rename(course / "en" / "about.yaml")
    for name in ("course.yaml", "en/about.yaml"):
        text = (course / name).read_text()
        (course / name).write_text(text.replace("keeping", "about"))
    async with opened(modules=course) as person:
        await person.press("1", "9")
        await tap(person, Pick("about"))
        assert "About this course" not in person.words
        assert person.stage.state.view.section == "Keeping tea"


async def test_a_language_is_chosen_on_the_first_screen_and_in_help(
    opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = in_two_languages(tmp_path, monkeypatch)
    async with opened(modules=course) as person:
        await tap(person, Speak("es"))
        assert person.app.navigator.context.words.language == "es"
        await person.press("1")
        assert "Siguiente" in person.words
        await person.press("9", "9", "?")
        await tap(person, Speak("en"))
        await person.press("escape")
        assert "Next" in person.words
        assert "Siguiente" not in person.words
