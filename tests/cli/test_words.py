"""Which words open the window, and how a command line is taken apart."""

import pytest

from checkup.cli.ending import NotUnderstood
from checkup.cli.opening import opens_window
from checkup.cli.words import Reader, language_of, taken_apart
from checkup.content.texts import Language


@pytest.mark.parametrize("words", [[], ["--language", "vi"], ["--language=vi"]])
def test_no_command_opens_the_window(words: list[str]) -> None:
    assert opens_window(words)


@pytest.mark.parametrize(
    "words", [["scan"], ["--language", "vi", "scan"], ["--help"], ["--quiet"], ["nonsense"]]
)
def test_anything_else_is_for_the_command_line(words: list[str]) -> None:
    assert not opens_window(words)


@pytest.mark.parametrize(
    "words",
    [["--language", "vi", "--quiet", "scan", "--json"], ["scan", "--json", "--quiet", "--language=vi"]],
)
def test_common_options_may_stand_before_or_after_the_command(words: list[str]) -> None:
    found = taken_apart(words)
    assert (found.command, found.rest) == ("scan", ("--json",))
    assert found.language is Language.VIETNAMESE
    assert found.quiet
    assert not found.progress


@pytest.mark.parametrize("words", [["--language", "fr"], ["scan", "--language"]])
def test_a_language_the_program_does_not_speak_is_refused(words: list[str]) -> None:
    with pytest.raises(NotUnderstood):
        taken_apart(words)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, Language.VIETNAMESE),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, Language.ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
        ({"LC_ALL": "", "LANG": "vi"}, Language.VIETNAMESE),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) is language


def test_a_reader_talks_through_our_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    reader = Reader()
    reader.add_argument("--words", type=int)
    for words in (["--words", "x"], ["--words"], ["more"], ["--wor", "3"]):
        with pytest.raises(NotUnderstood):
            reader.read(words)
    assert capsys.readouterr() == ("", "")
