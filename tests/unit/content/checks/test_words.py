"""The words of a language: what can be written in their file, and what is said of it if not."""

from functools import cached_property
from pathlib import Path

import pytest

from course.content import loader
from course.content.checks import runner, words
from course.content.checks.danger import Danger
from course.content.checks.words.phrases import compiled, either
from course.errors import ContentError
from tests.languages import speaking
from tests.unit.content.conftest import WORDS
from tests.unit.content.course_edits import change, found

CALLS = """\
emergency_help: [ucingo]
call_signs: [ubovu]
call_help: [fonela]
not_now: [ngaphandle]
"""
"""What the rule about danger signs needs besides these."""


@pytest.mark.parametrize(
    ("phrase", "text", "finds"),
    [
        ("chest pain", "Is it chest pain?", "chest pain"),
        ("chest pain", "Chest Pain", "Chest Pain"),
        ("chest pain", "a chest pains", None),
        ("pain", "painless", None),
        ("pain/pains", "chest pains", "pains"),
        ("not (be) able", "not able", "not able"),
        ("not (be) able", "not be able", "not be able"),
        ("(new/very) weak legs", "very weak legs", "very weak legs"),
        ("(new/very) weak legs", "weak legs", "weak legs"),
        ("weak (and numb) legs", "weak and numb legs", "weak and numb legs"),
        ("don't", "don\u2019t", "don\u2019t"),
        ("100% safe", "(100% safe)", "100% safe"),
        ("tablets", "5tablets", "tablets"),
        ("911", "1911", None),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, finds: str | None) -> None:
    match = compiled(either([phrase])).search(text)
    assert (match and match.group()) == finds


def test_a_slot_stands_for_what_it_is_given() -> None:
    pattern = compiled(either(["every {n} hours"], n=r"\d+"))
    assert pattern.search("Every 12 hours")
    assert not pattern.search("every few hours")


@pytest.mark.parametrize("file", sorted(WORDS.glob("*.yaml")), ids=lambda file: file.stem)
class TestEachFile:
    @pytest.fixture(autouse=True)
    def shipped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(words, "FOLDER", WORDS)

    def test_has_no_fault_and_the_words_of_safety(self, file: Path) -> None:
        known = runner.vocabulary(file.stem)
        assert known.problems == ()
        safety = [rule for rule in runner.rules().values() if rule.family == "X"]
        assert [rule.lacks(known) for rule in safety] == [[]] * len(safety)

    def test_makes_patterns(self, file: Path) -> None:
        known = runner.vocabulary(file.stem)
        kinds = {check.words for rule in runner.rules().values() for check in rule.checks} - {None}
        made = 0
        for kind in kinds:
            some = known.get(kind) if kind else None
            for name, value in vars(kind).items():
                if some is not None and isinstance(value, cached_property):
                    made += bool(getattr(some, name))
        assert made > 20


def test_english_has_all_of_them() -> None:
    known = runner.vocabulary("en")
    assert {code for code, rule in runner.rules().items() if rule.lacks(known)} == set()


class TestALanguageThatIsNew:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "words"
        folder.mkdir()
        monkeypatch.setattr(words, "FOLDER", folder)
        speaking(monkeypatch, "en", "xh")
        return folder

    @pytest.fixture
    def course(self, sound: Path) -> Path:
        change(sound, "course.yaml", "[en]", "[xh]")
        change(sound, "course.yaml", "{en: Water}", "{xh: Amanzi}")
        change(sound, "claims.yaml", "{en: ", "{xh: ")
        change(sound, "triage.yaml", "sign: {en: ", "sign: {xh: ")
        change(sound, "triage.yaml", "why: {en: ", "why: {xh: ")
        (sound / "en").rename(sound / "xh")
        (sound / "glossary" / "en.yaml").rename(sound / "glossary" / "xh.yaml")
        return sound

    @pytest.mark.usefixtures("folder")
    def test_says_what_is_missing_and_opens_no_course(self, course: Path) -> None:
        assert found(course) == [
            "course.yaml:4:13: The rules about safety (X01, X02, X03, X04, X08, X09) have no words "
            'in "xh", so the course cannot be used in it. Bring them along in '
            "language/xh.rules.yaml: advises, call_help, call_signs, care, counts, "
            "danger_signs, directions, doses, emergency_help, medicines, not_now, promises, says, "
            "stopping. Until then take the language out."
        ]
        with pytest.raises(ContentError) as caught:
            loader.load(course)
        assert [str(problem) for problem in caught.value.problems] == found(course)

    def test_some_words_are_not_enough(self, folder: Path, course: Path) -> None:
        text = f"danger_signs: [akaphefumli]\n{CALLS}"
        (folder / "xh.yaml").write_text(text, encoding="utf-8")
        (line,) = found(course)
        assert "(X01, X03, X04, X08, X09)" in line
        assert "danger_signs" not in line

    def test_each_rule_runs_that_has_its_words(self, folder: Path, course: Path) -> None:
        text = f"danger_signs: [wet]\n{CALLS}"
        (folder / "xh.yaml").write_text(text, encoding="utf-8")
        _, line, *_ = found(course)
        assert 'names a danger sign ("wet")' in line
        assert runner.vocabulary("xh").get(Danger) is not None

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                "danger_sings: [x]\n",
                'xh.yaml:1:1: There is no key "danger_sings" here. Did you mean "danger_signs"?',
            ),
            (
                "danger_signs: [hard (to breathe]\n",
                'xh.yaml:1:16: "danger_signs" cannot be "hard (to breathe". Write one or more '
                "words with a blank between them,",
            ),
            ("danger_signs: []\n", 'xh.yaml:1:15: "danger_signs" has 0 items.'),
            ("danger_signs: [(hard)]\n", 'xh.yaml:1:16: "danger_signs" cannot be "(hard)".'),
            ("danger_signs: [every {n}]\n", "xh.yaml:1:22: "),
            ("plain: {hard: }\n", 'xh.yaml:1:9: The key "hard" has no value.'),
            ("grade: by-feeling\n", 'xh.yaml:1:8: "by-feeling" cannot stand here.'),
            ("lengths: {sentence: few, paragraph: 60}\n", 'xh.yaml:1:21: "sentence" cannot be'),
            ("a: [\n", "xh.yaml:"),
            ("", "xh.yaml:1:1: The file is empty."),
        ],
    )
    def test_its_faults_are_told_like_those_of_a_course(
        self, folder: Path, course: Path, text: str, said: str
    ) -> None:
        (folder / "xh.yaml").write_text(text, encoding="utf-8")
        first, *_ = found(course)
        assert first.startswith(f"course/content/checks/words/{said}")
        with pytest.raises(ContentError):
            loader.load(course)
