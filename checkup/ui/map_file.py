"""The map as a file: a picture, or a PDF with the picture and the list, whose text can be selected."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from checkup.flow.access_picture import Picture
from checkup.report.sheet import Sheet
from checkup.ui.pdf import document_of, paper_font
from checkup.ui.widgets.access_boxes import placed
from checkup.ui.widgets.access_drawing import MapDrawing

DOTS = 96  # an inch
WIDTH, SHARPER = 1000, 2  # of a picture, in points, and how many dots each has
MARGIN = 18.0  # millimetres of a page
INK = {
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.Text: "#000000",
    QPalette.ColorRole.PlaceholderText: "#555555",
    QPalette.ColorRole.Highlight: "#0f5a55",
    QPalette.ColorRole.HighlightedText: "#ffffff",
}


def as_png(picture: Picture, title: str) -> bytes:
    """Return the picture on white, with its title above; it tells nothing of the program or machine."""
    font = paper_font()
    font.setPixelSize(15)
    metrics = QFontMetricsF(font)
    boxes, height = placed(picture.nodes, (), metrics, WIDTH)
    head = metrics.height() * 2
    image = QImage(WIDTH * SHARPER, int(height + head) * SHARPER, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SHARPER, SHARPER)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, WIDTH, head), Qt.AlignmentFlag.AlignCenter, title)
    painter.translate(0, head)
    MapDrawing(picture, boxes, _ink(), font).draw(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stubs want bytes, Qt takes text
    return bytes(data.data())


def as_map_pdf(picture: Picture, sheet: Sheet) -> bytes:
    """Return a PDF: the picture on the first page, fitted to it, then the list."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(sheet.title)
    writer.setCreator("")
    portrait = QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), portrait, margins, QPageLayout.Unit.Millimeter)
    )
    painter = QPainter(writer)
    room = QSizeF(writer.width(), writer.height())
    if picture.nodes:
        _draw_fitted(painter, picture, sheet.title, room)
        writer.newPage()
    _draw_list(painter, writer, document_of(sheet), room)
    painter.end()
    del painter, writer  # the last bytes are written when it goes
    buffer.close()
    return bytes(data.data())


def _draw_fitted(painter: QPainter, picture: Picture, title: str, room: QSizeF) -> None:
    font = paper_font()
    font.setPixelSize(13)
    metrics = QFontMetricsF(font)
    head = metrics.height() * 2
    boxes, height = placed(picture.nodes, (), metrics, int(room.width()))
    painter.save()
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, room.width(), head), Qt.AlignmentFlag.AlignCenter, title)
    scale = min(1.0, (room.height() - head) / height)
    painter.translate(room.width() * (1 - scale) / 2, head)
    painter.scale(scale, scale)
    MapDrawing(picture, boxes, _ink(), font).draw(painter)
    painter.restore()


def _draw_list(painter: QPainter, writer: QPdfWriter, document: QTextDocument, room: QSizeF) -> None:
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setPageSize(room)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        top = page * room.height()
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(QRectF(0, top, room.width(), room.height()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, room.width(), room.height())
        context.palette = _ink()  # else the window's, light on dark
        document.documentLayout().draw(painter, context)
        painter.restore()


def _ink() -> QPalette:
    """Return black and one dark colour on white, for any printer."""
    palette = QPalette()
    for role, colour in INK.items():
        palette.setColor(role, QColor(colour))
    return palette
