"""Reads a file or bytes as a list, whatever its form: the form is seen from the content, not the name."""

import re
from pathlib import Path

from checkup.indicators.imports.outcome import Imported, NotTaken, Refused, Why

LARGEST = 32_000_000  # bytes; the largest public lists of names have about a third
LARGEST_YAML = 8_000_000  # its reader is slow
HEAD = 4_000  # letters looked at to see the form

_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
_ECHAP = re.compile(r"^- +name:|^-\s*\n\s+name:", re.MULTILINE)
_OWN = re.compile(r"^\[\[family\]\]\s*$", re.MULTILINE)
_NO_ID = re.compile(r"[^a-z0-9]+")


def read_file(path: Path) -> Imported | Refused:
    """Return the list of a file, or why it is none. Reads at most LARGEST bytes."""
    data = bytes_of(path)
    return data if isinstance(data, Refused) else read_list(data, list_id_of(path.name))


def bytes_of(path: Path) -> bytes | Refused:
    """Return the bytes of a file that is not too large to be a list."""
    try:
        if not path.is_file():  # neither a folder nor a pipe that never ends
            return Refused(why=Why.CANNOT_READ)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return Refused(why=Why.CANNOT_READ)
    return Refused(why=Why.TOO_LARGE) if len(data) > LARGEST else data


def read_list(data: bytes, list_id: str) -> Imported | Refused:
    """Return the list of these bytes, or why they are none; `list_id` names it in the index."""
    try:
        return _read(data, list_id)
    except NotTaken as error:
        return error.refused


def list_id_of(name: str) -> str:
    """Return the id of a list by its file's name: small letters, digits and dashes."""
    return _NO_ID.sub("-", name.lower()).strip("-")[:60] or "list"


def _read(data: bytes, list_id: str) -> Imported:
    if len(data) > LARGEST:
        raise NotTaken(Why.TOO_LARGE)
    text = _text(data)
    if not text.strip():
        raise NotTaken(Why.EMPTY)
    head = text[:HEAD]
    if _WEB_PAGE.match(head):
        raise NotTaken(Why.WEB_PAGE)
    if head.lstrip().startswith("{"):
        from checkup.indicators.imports.stix import read_stix

        return read_stix(text.encode(), list_id)
    return _read_text(text, head, list_id)


def _read_text(text: str, head: str, list_id: str) -> Imported:
    if _ECHAP.search(head):
        from checkup.indicators.imports.echap import read_echap

        if len(text) > LARGEST_YAML:
            raise NotTaken(Why.TOO_LARGE)
        return read_echap(text, list_id)
    if _OWN.search(head):
        from checkup.indicators.imports.own import read_own

        return read_own(text)
    from checkup.indicators.imports.plain import read_plain

    return read_plain(text, list_id)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTaken(Why.NOT_TEXT) from error
    if "\x00" in text:
        raise NotTaken(Why.NOT_TEXT)
    return text
