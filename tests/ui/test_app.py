"""The start of the window: which language it speaks, its shade, and where it cannot open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from checkup.content.texts import Language
from checkup.ui.app import asked_language, first_shade, has_display, main, quiet_qt, system_language
from checkup.ui.theme import Shade


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


@pytest.mark.parametrize(
    ("ground", "ink", "shade"), [("#202020", "#f0f0f0", Shade.DARK), ("#f0f0f0", "#202020", Shade.LIGHT)]
)
def test_the_program_opens_in_the_shade_of_the_system(qapp, ground, ink, shade):
    before = qapp.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    qapp.setPalette(palette)
    try:
        assert first_shade(qapp, "linux") is shade
    finally:
        qapp.setPalette(before)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_the_system_is_asked_for_it(platform):
    class Hints:
        def colorScheme(self):  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    class Application:
        def styleHints(self):  # noqa: N802 - Qt's name
            return Hints()

    assert first_shade(Application(), platform) is Shade.DARK


@pytest.mark.parametrize(
    ("made", "variables", "address"),
    [
        ((), {}, "disabled:"),
        ((), {"XDG_RUNTIME_DIR": "{run}"}, "disabled:"),
        (("bus",), {"XDG_RUNTIME_DIR": "{run}"}, None),
        ((), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}, "unix:path=/run/bus"),
    ],
    ids=["none", "no bus in the folder", "a bus in the folder", "told where it is"],
)
def test_no_session_bus_is_started_where_there_is_none(tmp_path, made, variables, address):
    for name in made:
        (tmp_path / name).touch()
    environment = {name: value.format(run=tmp_path) for name, value in variables.items()}
    quiet_qt(environment)
    assert environment.get("DBUS_SESSION_BUS_ADDRESS") == address
