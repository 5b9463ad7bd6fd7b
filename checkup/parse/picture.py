"""What sort of picture some bytes are, by how they begin; nothing of it is decoded here.

References: PNG 5.2 (signature); JPEG, ITU-T T.81 B.1.1.3 (SOI and a marker after it); WebP container
(RIFF header); HEIF, ISO/IEC 23008-12 annex B (brands in the `ftyp` box).
"""

from checkup.model.picture import PictureKind

_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


def picture_kind(data: bytes) -> PictureKind | None:
    """Return the kind of a picture, or None where the bytes are not one that is kept."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return PictureKind.HEIC
    return None
