"""The command line as a whole: help, errors, exit statuses, no Qt."""

import subprocess
import sys
from typing import Any

import pytest

from checkup.cli import main as command_line
from checkup.cli.main import COMMANDS, command
from checkup.cli.words import Reader
from checkup.content.texts import Language, Texts


@pytest.mark.parametrize("language", ["en", "vi"])
def test_help_lists_every_command_that_is_there(checkup: Any, language: str) -> None:
    ran = checkup("--help", "--language", language)
    assert ran.status == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)
    assert ran.err == ""


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", Language)
def test_the_help_of_a_command_names_every_option_it_takes(name: str, language: Language) -> None:
    reader = Reader()
    command(name).takes(reader)
    text = Texts(language).say(f"cli.{name}.help")
    assert f"checkup {name}" in text
    options = [option for action in reader._actions for option in action.option_strings]
    assert [option for option in options if option not in text] == []


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["scan", "--nonsense"],
        ["scan", "extra"],
        ["--language", "fr"],
        ["scan", "--system", "beos"],
    ],
)
def test_words_not_understood_end_with_2_and_a_sentence(checkup: Any, words: list[str]) -> None:
    ran = checkup(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert "checkup" in ran.err
    assert "Traceback" not in ran.err


def test_no_command_but_options_ends_with_2_and_the_help(checkup: Any) -> None:
    assert checkup("--quiet").status == 2


def test_the_version_can_be_asked(checkup: Any) -> None:
    ran = checkup("--version")
    assert ran.status == 0
    assert ran.out.startswith("checkup ")


def test_hostile_words_are_shown_visibly(checkup: Any) -> None:
    ran = checkup("\x1b[2J\u202ex")
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert "⟨U+001B⟩" in ran.err


def test_an_error_nobody_foresaw_is_one_sentence_without_its_text(
    checkup: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> int:
        raise ValueError("/home/lan/private")

    monkeypatch.setattr(command_line, "_run", breaks)
    ran = checkup("scan")
    assert ran.status == 3
    assert "private" not in ran.err
    assert "ValueError" not in ran.err
    assert ran.err.strip()


def test_ctrl_c_outside_a_scan_ends_with_130(checkup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "_run", interrupted)
    assert checkup("scan").status == 130


BLOCKED = """
import sys
class NoQt:
    def find_spec(self, name, *rest):
        if name.split(".")[0] == "PySide6":
            raise ImportError("Qt was asked for")
sys.meta_path.insert(0, NoQt())
from checkup.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def program(*words: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, *words], capture_output=True, check=False, timeout=120, **more
    )


@pytest.mark.real
def test_a_command_needs_no_qt_and_writes_utf_8_under_any_code_page() -> None:
    ran = program("--help", "--language", "vi", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert ran.returncode == 0
    assert "mở cửa sổ" in ran.stdout.decode("utf-8")


@pytest.mark.real
def test_a_reader_that_goes_away_is_no_error() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", BLOCKED, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    complaint = started.stderr.read()
    started.stderr.close()
    assert started.wait(60) == 0
    assert complaint == b""
