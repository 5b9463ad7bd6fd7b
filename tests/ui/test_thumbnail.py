"""Small views of pictures: within bounds, the bytes untouched, hostile ones shown as nothing."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageWriter

from checkup.model.picture import Picture, PictureKind
from checkup.ui.thumbnail import SIDE, thumbnail


def encoded(kind: str, width: int = 1200, height: int = 600) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def picture(data: bytes, kind: PictureKind = PictureKind.PNG) -> Picture:
    return Picture(sha256="0" * 64, kind=kind, size=len(data), data=data)


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of few bytes that says it is very large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", [PictureKind.PNG, PictureKind.JPEG, PictureKind.WEBP])
def test_a_picture_is_made_small_and_keeps_its_shape(qapp, kind):
    image = thumbnail(picture(encoded(kind.value), kind))

    assert image is not None
    assert (image.width(), image.height()) == (SIDE, SIDE // 2)
    assert image.pixelColor(5, 5).red() > 240


def test_a_small_one_is_not_made_larger(qapp):
    image = thumbnail(picture(encoded("png", 40, 20)))

    assert image is not None
    assert (image.width(), image.height()) == (40, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        bomb(60_000, 60_000),
        bomb(2**31 - 1, 2**31 - 1),
        bomb(9000, 8000),
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"BM" + b"\0" * 60,
    ],
)
def test_a_bomb_or_a_picture_of_another_kind_is_not_shown(qapp, data):
    assert thumbnail(picture(data)) is None


def test_heic_is_kept_and_not_shown(qapp):
    assert thumbnail(picture(b"\0\0\0\x18ftypheic", PictureKind.HEIC)) is None


@pytest.mark.qt_log_ignore("JPEG")
def test_a_jpeg_cut_in_the_middle_ends_without_harm(qapp):
    data = encoded("jpeg")
    views = [thumbnail(picture(data[:length], PictureKind.JPEG)) for length in (3, 20, 200)]
    assert views == [None, None, None]
    half = thumbnail(picture(data[: len(data) // 2], PictureKind.JPEG))
    assert half is None or half.width() <= SIDE
