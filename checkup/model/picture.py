"""Pictures kept as evidence: of a page on which somebody is signed in, before anything is ended."""

from enum import StrEnum

from .value import Value


class PictureKind(StrEnum):
    """What sort of file a picture is; known by its first bytes, never by its name."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    HEIC = "heic"


class Picture(Value, frozen=True, kw_only=True):
    """One picture, byte for byte as it was chosen, dropped or pasted.

    `sha256` is in hexadecimal and names it. `name` is the file's, from outside and hostile; empty where
    it was pasted. `added` is RFC 3339 in UTC, `zone` how far this computer's clock was from UTC then
    ("+07:00"). `service` is the account it is about, `session` the line of its list as shown, or empty
    for the page as a whole. `data` is empty where a damaged record lost it; the rest still tells of it.
    """

    sha256: str
    kind: PictureKind
    name: str = ""
    size: int = 0
    added: str = ""
    zone: str = ""
    service: str = ""
    session: str = ""
    data: bytes = b""
