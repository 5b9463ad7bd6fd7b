"""Starts the program as a person does and walks through all of it; run by path, in a process of its own.

`whole_walk.py [broken]` answers with one line of JSON: the places it came to, whether the last page was
reached, every attempt at the network, and whether private text was seen. With `broken`, all work beside
the window fails. It answers each question (by the choice that goes on, where one is
known, else the first), looks at this computer, opens the account pages, and closes without keeping.
"""

import json
import os
import sys
import time

NETWORK = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.sendto",
)
# The choices that lead through the whole walk with nothing kept.
WANTED = ("safe", "nothing", "alone", "bug_report")
MOST_SECONDS = 240.0
MOST_TRIES = 200
PRIVATE = "Bí mật của tôi"


class Walker:
    """Presses what a person would press, one thing at a time."""

    def __init__(self, program: object, attempts: list[str]) -> None:
        from PySide6.QtCore import QTimer

        self.program = program
        self.window = program.window
        self.attempts = attempts
        self.places: list[str] = []
        self.private: list[str] = []
        self._tried: dict[str, int] = {}
        self._until = time.monotonic() + MOST_SECONDS
        self._timer = QTimer(self.window)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self.step)
        self._timer.start()

    def step(self) -> None:
        """Do one thing; waits where work is under way."""
        self._note()
        if time.monotonic() > self._until:
            self.finish(end=False)
        elif not self._answer_dialog() and not self._is_working():
            self._on()

    def finish(self, *, end: bool) -> None:
        self._timer.stop()
        said = {"places": self.places, "ended": end, "network": self.attempts, "private": self.private}
        os.write(1, (json.dumps(said) + "\n").encode())
        self.window.close()
        self._agree()

    def _agree(self) -> None:
        """Say yes to "it will be gone"; the program then ends by itself."""
        from checkup.ui.dialogs.confirm import Confirm

        for question in self.window.findChildren(Confirm):
            question.yes.click()

    def _note(self) -> None:
        here = self.window.walk.here
        place = "/".join(part for part in (here.step, here.page, here.item) if part)
        if not self.places or self.places[-1] != place:
            self.places.append(place)
        self.private += [text for text in self._texts() if PRIVATE in text]

    def _texts(self) -> list[str]:
        from PySide6.QtWidgets import QLabel, QPlainTextEdit

        page = self.window.stack.currentWidget()
        labels = [one.text() for one in page.findChildren(QLabel)]
        return labels + [one.toPlainText() for one in page.findChildren(QPlainTextEdit)]

    def _answer_dialog(self) -> bool:
        dialog = self.program.application.activeModalWidget()
        if dialog is None:
            return False
        dialog.reject()
        return True

    def _is_working(self) -> bool:
        return any(job.running for job in self.window.desk.work._jobs)

    def _on(self) -> None:
        """Answer what is asked here once, then press the main button, else another one of the foot."""
        place = self.places[-1]
        tried = self._tried[place] = self._tried.get(place, 0) + 1
        foot = self.window.foot
        others = [one for one in foot._other_buttons if one.isVisible() and one.isEnabled()]
        if tried == 1:
            self._choose()
        elif tried <= 4 and foot.main_button.isVisible() and foot.main_button.isEnabled():
            if self._is_last():
                self.finish(end=True)
            else:
                foot.main_button.click()
        elif others:
            others[0].click()
        elif tried > MOST_TRIES:  # a button that was just made is seen a moment later
            self.finish(end=False)

    def _is_last(self) -> bool:
        return self.window.walk.next(self.window.desk.visit) is None and len(self.places) > 3

    def _choose(self) -> None:
        """Answer every question of the page that has no answer yet; of many accounts take two."""
        from checkup.ui.widgets.choices import Choices

        page = self.window.stack.currentWidget()
        for choices in page.findChildren(Choices)[:6]:
            buttons = [one for one in choices.buttons() if one.isVisible() and one.isEnabled()]
            if buttons and not any(one.isChecked() for one in buttons):
                wanted = [one for one in buttons if one.property("choice") in WANTED]
                (wanted or buttons)[0].click()


def main() -> int:
    attempts: list[str] = []
    sys.addaudithook(
        lambda event, words: (
            attempts.append(f"{event} {words[1:]}") if event in NETWORK and _is_net(words) else None
        )
    )
    from checkup import __main__ as program

    prepare = program._prepare

    def prepare_and_walk() -> None:
        prepare()
        from checkup.ui import app

        class Walked(app.Program):
            def __init__(self, *parts: object) -> None:
                super().__init__(*parts)
                self.window.arrived.connect(lambda: setattr(self, "walker", Walker(self, attempts)))

        app.Program = Walked
        if "broken" in sys.argv[1:]:
            break_all_work()

    program._prepare = prepare_and_walk
    return program.main([])


def break_all_work() -> None:
    """Let all work beside the window end in an error whose text is private."""
    from checkup.ui import bridge

    def breaks(stop: object):
        raise RuntimeError(PRIVATE)
        yield

    class Broken(bridge.Job):
        def __init__(self, task: object, parent: object) -> None:
            super().__init__(breaks, parent)

    bridge.Job = Broken


def _is_net(words: tuple[object, ...]) -> bool:
    import socket

    family = getattr(words[0], "family", None)
    return family not in (socket.AF_UNIX, socket.AF_NETLINK)


if __name__ == "__main__":
    sys.exit(main())
