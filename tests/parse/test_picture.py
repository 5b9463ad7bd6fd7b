"""The kind of a picture is told by its first bytes alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.model.picture import PictureKind
from checkup.parse.picture import picture_kind


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", PictureKind.PNG),
        (b"\xff\xd8\xff\xe1\0\x10Exif", PictureKind.JPEG),
        (b"RIFF\x10\0\0\0WEBPVP8 ", PictureKind.WEBP),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", PictureKind.HEIC),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", PictureKind.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\0\0", None),  # a film
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_the_first_bytes_tell(begins, kind):
    assert picture_kind(begins) is kind


@given(st.binary(max_size=64))
def test_any_bytes_have_an_answer(data):
    assert picture_kind(data) is None or len(data) > 2
