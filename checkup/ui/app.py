"""Builds the program with a window: makes each part once, hands each what it needs, runs.

Nothing is written before the person chose to keep something: no settings, no caches, no recent
files (threat-model P1, P2, section 6).
"""

import gc
import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from checkup.content.texts import Language, Texts
from checkup.flow import start
from checkup.flow.routes import routes
from checkup.flow.walk import Walk
from checkup.model.begun import Begun
from checkup.ui.closing import Closing
from checkup.ui.desk import Desk
from checkup.ui.steps.makers import makers
from checkup.ui.theme import Shade, Theme, ensure_font, wear
from checkup.ui.trouble import Trouble
from checkup.ui.window import Window

TYPE_CHECKING = False  # as `typing` has it, which is not read for this: see __main__.py
if TYPE_CHECKING:
    from datetime import datetime

    from checkup.model.clock import Clock
    from checkup.ui.leaving import LeaveKeys
    from checkup.ui.plain_page import PlainCover
    from checkup.ui.record_care import RecordCare


NAME = "notes"  # what the system's own lists and a screen reader call it: as dull as the title


def main(arguments: list[str]) -> int:
    """Open the window and run until it closes; returns the exit status."""
    if not has_display(os.environ, sys.platform):
        texts = Texts(asked_language(arguments) or system_language(os.environ, sys.platform))
        print(texts.say("window.no_display"), file=sys.stderr)  # noqa: T201 - there is no window
        return 3
    quiet_qt(os.environ)
    application = QApplication.instance() or QApplication([NAME, *arguments])
    language = asked_language(arguments) or system_language(os.environ, sys.platform)
    program = Program(application, language, _now)  # type: ignore[arg-type]
    program.trouble.install()
    program.window.show()
    status = application.exec()
    if not program.desk.work.close_all(500):
        os._exit(status)  # a thread that does not end would be torn down loudly, and leave a crash report
    return status


def _now() -> "datetime":
    from checkup.model.clock import now  # the first page shows no time

    return now()


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened; only Linux can be without a display."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def quiet_qt(environment: MutableMapping[str, str]) -> None:
    """Keep Qt from writing to the person's home folder: no caches, and no session bus started for it.

    Where there is no session bus, libdbus starts one by dbus-launch, which notes it in `~/.dbus`.
    References: dbus-launch(1), "Automatic launching"; the transport `disabled:` of libdbus.
    """
    environment.setdefault("QT_DISABLE_SHADER_DISK_CACHE", "1")
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not (runtime and Path(runtime, "bus").exists()):
        environment.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")


def asked_language(arguments: Sequence[str]) -> Language | None:
    """Return the language the program was started with (`--language vi`), or None without one."""
    words = "=".join(arguments).split("=")
    return Language(words[1]) if words[0] == "--language" else None


def system_language(environment: Mapping[str, str], platform: str) -> Language:
    """Return the language of the system where the program speaks it, English otherwise."""
    if platform.startswith("linux"):  # as in setlocale(3); asking Qt would load its tables of all countries
        names = (environment.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        name = next(filter(None, names), "")
    else:
        from PySide6.QtCore import QLocale

        name = QLocale.system().name()
    return Language.VIETNAMESE if name.startswith("vi") else Language.ENGLISH


def first_shade(application: QApplication, platform: str) -> Shade:
    """Return the shade of the system before the program wears one of its own."""
    if not platform.startswith("linux"):
        return system_shade(application)
    palette = application.palette()  # which follows the scheme here; asking for that would load all of `Qt`
    is_dark = palette.window().color().lightness() < palette.windowText().color().lightness()
    return Shade.DARK if is_dark else Shade.LIGHT


def system_shade(application: QApplication) -> Shade:
    """Return the shade the system asks for."""
    is_dark = application.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    return Shade.DARK if is_dark else Shade.LIGHT


class Program:
    """The parts of the running program, put together."""

    def __init__(self, application: QApplication, language: Language, clock: "Clock") -> None:
        self.application = application
        self._telling = False
        begun = Begun(id=os.urandom(8).hex(), language=language.value)
        self.desk = Desk(begun, clock, Texts)
        self.theme = Theme(shade=first_shade(application, sys.platform))
        wear(application, self.theme)
        self.window = Window(self.desk, Walk(routes(), start.at(start.WELCOME)), makers(), self.theme)
        self.keys: LeaveKeys | None = None
        self.plain: PlainCover | None = None
        self.trouble = Trouble(application)
        self.closing = Closing(self.window, self.desk)
        self.care: RecordCare | None = None
        self._qt_texts: QTranslator | None = None
        self._connect()
        self._speak()
        self.window.open()

    def change_theme(self, theme: Theme) -> None:
        """Wear another theme; every page is kept."""
        if theme != self.theme:
            self.theme = theme
            wear(self.application, theme)
            self.window.wear(theme)

    def leave(self) -> None:
        """Leave quickly: everything out of sight in this event, the rest after it."""
        from checkup.ui.leaving import end_soon, hide_everything

        hide_everything(self.application)
        end_soon()
        self.desk.leaving.emit()
        self.window.end()
        QTimer.singleShot(0, self._finish_leaving)

    def _finish_leaving(self) -> None:
        """Save where the person keeps a record, then end."""
        self.desk.put_away()
        self.desk.work.close_all(500)
        self.application.exit(0)

    def _settle(self) -> None:
        """Do what the first page need not wait for; nothing was typed or told before it was there."""
        gc.enable()
        from checkup.ui.guard import guard_memory, guard_screen
        from checkup.ui.leaving import LeaveKeys
        from checkup.ui.plain_page import PlainCover

        guard_memory()
        guard_screen(self.window.winId())
        self.plain = PlainCover(self.window)
        self.keys = LeaveKeys(self.application)
        self.keys.asked.connect(self.leave)
        self.keys.pressed.connect(self.window.top.show_presses)
        ensure_font(self.application)
        QTimer.singleShot(0, self.desk.begin)  # a press that waits is answered first

    def _connect(self) -> None:
        self.window.arrived.connect(self._settle)
        self.trouble.happened.connect(self._tell_trouble)
        self.desk.trouble.connect(self._tell_trouble)
        self.desk.help_asked.connect(self._help)
        self.desk.open_changed.connect(self._care)
        self.window.leave_asked.connect(self.leave)
        self.window.top.network_asked.connect(self._network)
        self.window.theme_asked.connect(self.change_theme)
        self.desk.language_changed.connect(self._speak)
        self.application.styleHints().colorSchemeChanged.connect(self._shade_changed)

    def _speak(self) -> None:
        """Let Qt's own buttons and dialogs speak the language of the rest."""
        if self._qt_texts is not None:
            self.application.removeTranslator(self._qt_texts)
            self._qt_texts = None
        if self.desk.texts.language is not Language.ENGLISH:
            from checkup.ui.qt_texts import QtTexts

            self._qt_texts = QtTexts(self.application, self.desk.texts)
            self.application.installTranslator(self._qt_texts)

    def _tell_trouble(self) -> None:
        """Say that something did not work; one such dialog at a time."""
        if self._telling:
            return
        from checkup.ui.dialogs.dialog import Dialog

        self._telling = True
        say = self.desk.texts.say
        dialog = Dialog(self.window, say("window.trouble_title"), self.theme.percent)
        dialog.say(say("window.trouble"))
        dialog.add_button(say("window.close"), "main").clicked.connect(dialog.accept)
        dialog.finished.connect(self._told_trouble)
        dialog.open()

    def _help(self) -> None:
        """Open the help directory over whatever is shown."""
        from checkup.ui.help import open_help

        open_help(self.window, self.desk, self.theme.percent)

    def _network(self) -> None:
        """Say whether the person works offline, and let them change it."""
        from checkup.ui.offline import ask_offline

        ask_offline(self.window, self.desk).open()

    def _care(self) -> None:
        """Take care of the record from the moment the first one is open."""
        if self.care is None and self.desk.open is not None:
            from checkup.ui.record_care import care_for

            self.care = care_for(self.window, self.desk, self.application)

    def _told_trouble(self) -> None:
        self._telling = False

    def _shade_changed(self) -> None:
        self.change_theme(Theme(shade=system_shade(self.application), percent=self.theme.percent))
