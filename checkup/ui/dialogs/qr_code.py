"""Shows an address as a QR code, for another device."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkup.flow.web_address import QrCode
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.label import label
from checkup.ui.widgets.qr_picture import QrPicture


class QrDialog(Dialog):
    """The code, what to do with it, and the address itself under it."""

    def __init__(self, parent: QWidget, code: QrCode) -> None:
        super().__init__(parent, code.title)
        self.say(code.how)
        self.picture = QrPicture(code.rows, code.picture)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(label(code.url, "mono", selectable=True))
        self.close_button = self.add_button(code.close, "main")
        self.close_button.clicked.connect(self.reject)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
