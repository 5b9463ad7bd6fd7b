"""Passwords: empty, with a passphrase, with something typed, the question before asking, and waiting."""

from collections.abc import Iterator

from msgspec import structs
from PySide6.QtWidgets import QApplication, QDialog

from checkup.flow.place import Place, StepId
from checkup.model.situation import DeviceSafety
from checkup.ui.app import Program
from checkup.ui.pages.passwords import PasswordsPage

HERE = Place(step=StepId.PASSWORDS, page="passwords")


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    visit = structs.replace(desk.visit, device=DeviceSafety.SAFE)
    desk.replace(visit)
    window.go(HERE)
    conductor = window.conductor(StepId.PASSWORDS)
    page = conductor.page(HERE)
    assert isinstance(page, PasswordsPage)
    yield "empty"
    page.new.click()
    page.copy.click()
    yield "passphrase"
    page.field.setText("anhyeuem1990")
    page.field.textEdited.emit(page.field.text())
    page.ensureWidgetVisible(page.ask)
    yield "judged"
    page.ask.click()
    yield "consent"
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    desk.replace(structs.replace(visit, device=DeviceSafety.NOT_SAFE))
    conductor.show(HERE)
    yield "waits"
