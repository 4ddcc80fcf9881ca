"""What the rules find in Spanish, and what they let pass."""

import shutil
from pathlib import Path

import pytest

from course.content import loader
from course.content.checks import runner, words
from course.content.checks.facts import Stating
from tests.languages import speaking
from tests.marked import mark_as_translated
from tests.paths import BILINGUAL
from tests.unit.content.conftest import WORDS
from tests.unit.content.course_edits import TODAY, change

HELP = "Llame al 911 ahora. No\n      conduzca."
PROMISE = "Nadie puede prometerlo."
HINT = "¿Quién sabe por qué la toma?"


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "FOLDER", WORDS)
    speaking(monkeypatch, "en", "es")


@pytest.fixture
def bilingual(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BILINGUAL, folder)
    return mark_as_translated(folder)


def codes(folder: Path) -> set[str]:
    """The rules that the Spanish edition breaks, without those that compare it."""
    found = [each for each in loader.findings(folder, TODAY) if each.file.startswith("es/")]
    return {each.code for each in found} - {"L04", "L05", "L10"}


TABLE = """\
pecho:
  sign: {en: Your chest hurts, es: Dolor en el pecho}
  level: emergency
  why: {en: A lung may have collapsed., es: Puede ser el pulmón.}
  sources: [book]
"""


@pytest.mark.parametrize(
    ("text", "is_less"),
    [
        ("¿Dolor en el pecho? Quédese en casa y no llame a nadie.", True),
        ("¿Dolor en el pecho? Espere un día.", True),
        ("Si tiene dolor en el pecho, llame a la clínica.", True),
        ("¿Dolor en el pecho? Llame al 911.", False),
        ("¿Un poco de dolor? Descanse.", False),
    ],
)
def test_too_little_for_a_sign_of_the_table_is_found(
    bilingual: Path, text: str, is_less: bool
) -> None:
    (bilingual / "triage.yaml").write_text(TABLE, encoding="utf-8")
    change(bilingual, "es/visit.yaml", HINT, f'"{text}"')
    assert ("X08" in codes(bilingual)) is is_less


def with_hint(folder: Path, text: str) -> set[str]:
    change(folder, "es/visit.yaml", HINT, f'"{text} [^book]"')
    return codes(folder)


def test_a_sound_translation_has_no_fault(bilingual: Path) -> None:
    assert loader.findings(bilingual, TODAY) == []
    assert loader.load(bilingual, "es").language == "es"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (HELP, "Quédese en casa y no llame a nadie.", "X02"),
        (PROMISE, "Es un milagro garantizado. [^book]", "X04"),
        (HINT, "Deje su anticoagulante 90 días antes de la inyección.", "X03"),
        (HINT, "Una fuente dice que deje su anticoagulante 90 días antes.", "X01"),
    ],
)
def test_what_harms_is_refused(bilingual: Path, old: str, new: str, code: str) -> None:
    change(bilingual, "es/visit.yaml", old, new)
    assert code in {each.code for each in loader.check(bilingual, TODAY)}


def test_all_that_harms_on_one_page_is_refused_in_each_of_its_ways(bilingual: Path) -> None:
    harm = (
        "Deje su anticoagulante 90 días antes. Si le duele el pecho, descanse en casa y no llame a "
        "nadie. Es un milagro garantizado. [^book]"
    )
    change(bilingual, "es/visit.yaml", HELP, harm)
    assert codes(bilingual) == {"X01", "X02", "X03", "X04"}
    assert not loader.check(BILINGUAL, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tome dos pastillas de ibuprofeno cada cuatro horas.", {"X03"}),
        ("Puede tomar 500 mg de paracetamol cada 6 horas.", {"X03"}),
        ("Tome ibuprofeno tres veces al día.", {"X03"}),
        ("Usted debe suspender la aspirina una semana antes.", {"X01", "X03"}),
        ("¿Tiene pastillas? Déjelas dos días antes.", {"X01", "X03"}),
        ("No tome naproxeno durante 3 días.", {"X01", "X03"}),
        ("Algunos dejan de tomar. Su última dosis de aspirina es 5 días antes.", {"X01"}),
        ("La inyección es indolora.", {"X04"}),
        ("Funciona para todos.", {"X04"}),
        ("Cura el dolor.", {"X04"}),
        ("Se hace sin ningún riesgo para usted.", {"X04"}),
        ("Pesa 2,5 kilos.", {"N03"}),
    ],
)
def test_fires(bilingual: Path, text: str, expected: set[str]) -> None:
    assert with_hint(bilingual, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pregunte antes de dejar una medicina.",
        "Descanse 2 días. No conduzca durante 24 horas.",
        "Evite el calor durante 2 días. Luego pregunte por sus pastillas.",
        "Traiga la lista de sus pastillas un día antes.",
        "Nadie puede garantizarlo.",
        "No es un milagro.",
        "Algunos esperan una cura para siempre.",
        "Lleve una chaqueta.",
        "Tiene fiebre si marca 38,5 grados.",
        "Se abre a las 8.30 h.",
    ],
)
def test_lets_pass(bilingual: Path, text: str) -> None:
    assert with_hint(bilingual, text) == set()


@pytest.mark.parametrize(
    "sign",
    [
        "Le cuesta respirar.",
        "Tiene dificultad para respirar.",
        "No puede respirar.",
        "Siente que le falta el aire.",
        "Tiene dolor en el pecho.",
        "Tiene la cara hinchada.",
        "Se le hinchan los labios.",
        "Se le cae un lado de la cara.",
        "Tiene señales de un derrame cerebral.",
        "Tiene convulsiones.",
        "No puede orinar.",
        "No puede mover un brazo.",
        "Tiene la ingle dormida.",
        "Siente adormecimiento entre las piernas.",
        "Un lado del cuerpo está débil.",
        "Pierde el conocimiento.",
        "Tiene una reacción alérgica grave.",
        "Tose sangre.",
    ],
)
def test_a_danger_sign_says_whom_to_call(bilingual: Path, sign: str) -> None:
    text = f"{sign} [^book]"
    change(bilingual, "es/visit.yaml", "De 100 personas", f"{text} De 100 personas")
    assert codes(bilingual) == {"X02"}
    change(bilingual, "es/visit.yaml", text, f"{text} Pida ayuda de inmediato.")
    assert codes(bilingual) == set()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("¿Qué hace antes de su visita?", "¿Qué no debe hacer antes de su visita?", "Q02"),
        ("text: Dejarla", "text: Todas las anteriores", "Q06"),
        ("goal: Saber", "goal: El saber", "W01"),
        ("Alguien que le lleve a casa", "Una lista de analgésicos", "R04"),
        ("Nadie puede prometerlo.", "A seis de cada cien les ayuda a andar.", "S06"),
        ("Nadie puede prometerlo.", "Son 8 de cada 10. [^book]", "N02"),
        (
            "Antes de dejar una, pregunte al\n      médico que se la dio.",
            "Es así.\n\n      Es verdad.",
            "S05",
        ),
    ],
)
def test_rules_about_the_rest(bilingual: Path, old: str, new: str, code: str) -> None:
    change(bilingual, "es/visit.yaml", old, new)
    assert codes(bilingual) == {code}


def test_a_question_may_ask_about_what_someone_cannot_do(bilingual: Path) -> None:
    change(bilingual, "es/visit.yaml", "Toma una medicina cada día.", "Usted no puede dormir.")
    assert codes(bilingual) == set()


@pytest.mark.parametrize(
    "told",
    [
        "Lávese las manos con jabón durante 20 segundos.",
        "Manténgalo a 2 metros de la estufa.",
        "Colóquese la mascarilla.",
        "Enjuáguese la boca. Séquela.",
        "Déjelo reposar 5 minutos.",
        "Límpielos cada 2 días.",
        "Llámenos si le duele.",
        "Pídaselo a su médico.",
        "Señálelo con el dedo.",
        "Dele agua.",
        "Nunca lo deje solo.",
        "No se los quite.",
        "Primero, ciérrela.",
        "Antes de comer, abróchese el cinturón.",
    ],
)
def test_an_instruction_with_its_object_attached_is_no_statement(told: str) -> None:
    stating = runner.vocabulary("es").get(Stating)
    assert stating is not None
    assert not stating.states(told)


@pytest.mark.parametrize(
    "told",
    [
        "El oxígeno ayuda a respirar.",
        "Base de datos de 20 personas.",
        "Clase de yoga: ayuda a 20 personas.",
        "Hágalo. El oxígeno ayuda a respirar.",
        "Tomarlo ayuda.",
        "Lavarse quita los gérmenes.",
        "Se lava.",
        "Usarlas es raro.",
    ],
)
def test_a_statement_is_no_instruction(told: str) -> None:
    stating = runner.vocabulary("es").get(Stating)
    assert stating is not None
    assert stating.states(told)


def test_what_is_told_with_its_object_attached_needs_no_source(bilingual: Path) -> None:
    old = "Antes de dejar una, pregunte al\n      médico que se la dio."
    change(bilingual, "es/visit.yaml", old, "Tráigalas.\n\n      Déjelas 10 minutos en la mesa.")
    assert codes(bilingual) == set()


def test_a_citation_that_got_lost_is_told_at_its_text(bilingual: Path) -> None:
    lines = (bilingual / "es" / "visit.yaml").read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "[^book]" in line)
    lines[at] = lines[at].replace(" [^book]", "", 1)
    (bilingual / "es" / "visit.yaml").write_text("\n".join(lines), encoding="utf-8")
    (found,) = [each for each in loader.findings(bilingual, TODAY) if each.code == "L10"]
    assert found.what == "[^book] of en/visit.yaml got lost here."
    assert found.line <= at + 1
