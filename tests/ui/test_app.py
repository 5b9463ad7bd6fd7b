"""The start of the window: which language it speaks, and where it cannot open."""

import pytest

from checkup.content.texts import Language
from checkup.ui.app import asked_language, has_display, main, system_language


@pytest.mark.parametrize(
    ("words", "language"),
    [([], None), (["--language", "vi"], Language.VIETNAMESE), (["--language=en"], Language.ENGLISH)],
)
def test_the_language_asked_for_at_the_start_is_spoken(words, language):
    assert asked_language(words) is language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, Language.VIETNAMESE),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, Language.ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, Language.ENGLISH),
        ({"LANGUAGE": "vi:en", "LANG": "en_US.UTF-8"}, Language.VIETNAMESE),
        ({}, Language.ENGLISH),
    ],
)
def test_else_it_is_that_of_the_system(variables, language):
    assert system_language(variables, "linux") is language


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_can_be_without_a_display(platform):
    assert has_display({}, platform)
    assert not has_display({"DISPLAY": ""}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_without_a_display_it_says_so_in_one_sentence(monkeypatch, capsys):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")

    assert main([]) == 3

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "scan" in said.err
