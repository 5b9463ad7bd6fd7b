"""A small view of a picture that came from outside, decoded within bounds; the picture itself is not touched.

Only the decoder of the kind that the first bytes name is used, and never one of Qt's others.
"""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from checkup.model.picture import Picture, PictureKind

SIDE = 320  # pixels: sharp on a screen of double density
MOST_MEMORY = 192  # MiB for one picture while it is decoded
MOST_PIXELS = {PictureKind.JPEG: 52_000_000, PictureKind.PNG: 40_000_000, PictureKind.WEBP: 40_000_000}
"""JPEG is made smaller while it is read, but one that comes in passes is held whole meanwhile."""


def thumbnail(picture: Picture) -> QImage | None:
    """Return a small view, or None where the bytes cannot be decoded within bounds. Works in any thread."""
    most = MOST_PIXELS.get(picture.kind)
    if most is None or not picture.data:
        return None
    QImageReader.setAllocationLimit(MOST_MEMORY)
    held = QByteArray(picture.data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(picture.kind.value.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most:
        return None
    reader.setScaledSize(_fitting(size))
    image = reader.read()
    return None if image.isNull() else image


def _fitting(size: QSize) -> QSize:
    if size.width() <= SIDE and size.height() <= SIDE:
        return size
    small = size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    return QSize(max(small.width(), 1), max(small.height(), 1))
