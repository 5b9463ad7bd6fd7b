"""Pictures kept as evidence of what stood on an account's page, before anything is ended."""

import hashlib
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import structs

from checkup.flow.accounts import review_of
from checkup.flow.by_hand import line_words
from checkup.model.clock import written
from checkup.model.picture import Picture
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.parse.exports.shape import cut
from checkup.parse.picture import picture_kind
from checkup.store.disk import Disk

LARGEST = 15 * 2**20
"""Bytes of one picture: more than a photograph of a screen has."""

MOST_BYTES = 40 * 2**20
"""Bytes of all pictures of a visit: a save writes all of them, and must stay short on a slow stick."""

MOST = 40
"""Pictures of a visit."""


class Refusal(StrEnum):
    """Why a picture was not kept. The words are the texts `evidence.refused.<value>`."""

    UNREADABLE = "unreadable"
    NOT_A_PICTURE = "not_a_picture"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    NO_ROOM = "no_room"
    THERE_ALREADY = "there_already"
    NOTHING_TO_PASTE = "nothing_to_paste"


class Brought(Value, frozen=True, kw_only=True):
    """A picture as it was brought: its bytes or why they could not be read, and the file's name, if any."""

    data: bytes = b""
    name: str = ""
    refusal: Refusal | None = None


def brought(path: Path) -> Brought:
    """Read a file, no more of it than may be kept; a link is followed, a pipe or a device is not read."""
    try:
        data = Disk().read(path, LARGEST)
    except (OSError, ValueError):
        return Brought(name=path.name, refusal=Refusal.UNREADABLE)
    return Brought(data=data, name=path.name)


def kept(visit: Visit, service: str, one: Brought, moment: datetime) -> Visit | Refusal:
    """Return the visit with one more picture about a service, or why it is not kept.

    `moment` is aware, in this computer's zone.
    """
    if refusal := one.refusal or _refusal(visit, service, one.data):
        return refusal
    kind = picture_kind(one.data)
    if kind is None:
        return Refusal.NOT_A_PICTURE
    picture = Picture(
        sha256=_name(one.data),
        kind=kind,
        name=cut(one.name),
        size=len(one.data),
        added=written(moment),
        zone=_zone(moment),
        service=service,
        data=one.data,
    )
    return structs.replace(visit, pictures=(*visit.pictures, picture))


def pictures_of(visit: Visit, service: str) -> tuple[Picture, ...]:
    """Return the pictures about a service."""
    return tuple(one for one in visit.pictures if one.service == service)


def without_picture(visit: Visit, service: str, sha256: str) -> Visit:
    """Return the visit without one picture about a service."""
    rest = tuple(one for one in visit.pictures if (one.service, one.sha256) != (service, sha256))
    return structs.replace(visit, pictures=rest)


def belongs_to(visit: Visit, service: str, sha256: str, session: str) -> Visit:
    """Return the visit after the person said which line of the list a picture shows; "" is the whole page."""
    pictures = tuple(
        structs.replace(one, session=session) if (one.service, one.sha256) == (service, sha256) else one
        for one in visit.pictures
    )
    return structs.replace(visit, pictures=pictures)


def sessions_of(visit: Visit, service: str) -> tuple[str, ...]:
    """Return the lines of the list that were written down, as a picture can belong to them."""
    review = review_of(visit, service)
    return tuple(dict.fromkeys(map(line_words, review.lines))) if review else ()


def _refusal(visit: Visit, service: str, data: bytes) -> Refusal | None:
    if not data:
        return Refusal.NOT_A_PICTURE
    if len(data) > LARGEST:
        return Refusal.TOO_LARGE
    if len(visit.pictures) >= MOST:
        return Refusal.TOO_MANY
    sizes = {one.sha256: one.size for one in visit.pictures}
    name = _name(data)
    if any((one.service, one.sha256) == (service, name) for one in visit.pictures):
        return Refusal.THERE_ALREADY
    sizes[name] = len(data)
    return Refusal.NO_ROOM if sum(sizes.values()) > MOST_BYTES else None


def _zone(moment: datetime) -> str:
    """Return how far a clock was from UTC, for example "+07:00"."""
    written_short = f"{moment:%z}"
    return f"{written_short[:3]}:{written_short[3:5]}" if written_short else ""


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
