"""The sheet on pages: as the bytes of a PDF, or handed to a printer. The text stays selectable."""

import os

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from checkup.content.root import resource
from checkup.report.html import body
from checkup.report.sheet import Sheet

FONTS = ("noto-sans-regular.ttf", "noto-sans-semibold.ttf")
POINTS = 10.5
# What Qt's rich text understands; black and grey, for any printer.
STYLE = """
h1 { font-size: 19pt; margin-bottom: 0px; }
h2 { font-size: 13.5pt; margin-top: 20px; margin-bottom: 0px; }
h3 { font-size: 10.5pt; margin-top: 12px; margin-bottom: 0px; }
p { margin-top: 2px; margin-bottom: 2px; }
ul { margin-top: 2px; margin-bottom: 2px; }
.quiet { color: #444444; }
.notice { color: #444444; font-size: 9pt; font-weight: 600; }
.foot { color: #444444; margin-top: 24px; }
.note { margin-left: 14px; font-style: italic; }
"""


def as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of A4 pages with numbers; needs a QGuiApplication."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(300)
    writer.setTitle(sheet.title)
    writer.setCreator("")
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    writer.setPageLayout(layout)
    document_of(sheet).print_(writer)
    del writer  # the last bytes are written when it goes
    buffer.close()
    return bytes(data.data())


def document_of(sheet: Sheet) -> QTextDocument:
    """Return the sheet as a document to print; it loads nothing from anywhere."""
    document = QTextDocument()
    document.setDefaultFont(paper_font())
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(body(sheet))
    return document


def paper_font() -> QFont:
    """Return our own font, which holds every Vietnamese letter as one sign."""
    families = [
        family
        for name in FONTS
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(resource("theme/fonts") / name))
        )
    ]
    font = QFont(families[:1])
    font.setPointSizeF(POINTS)
    # The font takes some letters apart (i with a dot below) and joins others (ff) to shape them; a reader
    # of the PDF would then find other signs than the sentence has.
    for feature in ("ccmp", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def pdf_without_window(sheet: Sheet) -> bytes:
    """Return the PDF where no window is open, on a machine that may have no display."""
    if QGuiApplication.instance() is not None:
        return as_pdf(sheet)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    try:
        return as_pdf(sheet)
    finally:
        application.shutdown()
