"""A centre's own file of help entries, `help-local.toml`, merged on top of the program's.

It lies beside the program or in a folder that is given. A file that is not right is left out as a
whole and named in one sentence: half a directory would look like a whole one.
"""

import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from checkup.content.root import PACKAGE
from checkup.model.help import (
    Ages,
    Cost,
    HelpEntry,
    HelpEvidence,
    HelpKind,
    HelpSection,
    HelpSource,
    Hours,
    LocalFault,
    LocalTrouble,
    Phone,
    first_day,
)
from checkup.model.value import Value

NAME = "help-local.toml"
LARGEST = 256 * 1024  # bytes
MOST = 500  # entries

_NUMBER = re.compile(r"\+?[0-9(][0-9 ().-]{1,30}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}|GLOBAL")
_LINE = re.compile(r"at line (\d+)")
_PLACE = re.compile(r"\$\.entries\[(\d+)\](?:\.(\w+))?")
_FIELD = re.compile(r"`(\w+)`|\$\.(\w+)")


class LocalEntry(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry as a centre writes it; `replaces` is the id of an entry it stands for."""

    country: str
    name: str
    section: HelpSection
    replaces: str = ""
    name_vi: str = ""
    region: str = ""
    kinds: tuple[HelpKind, ...] = ()
    ages: Ages = Ages.ANY
    phones: tuple[str, ...] = ()
    web: tuple[str, ...] = ()
    email: str = ""
    hours: Hours = Hours.UNKNOWN
    opens: str = msgspec.field(default="", name="from")
    closes: str = msgspec.field(default="", name="to")
    cost: Cost = Cost.UNKNOWN
    languages: tuple[str, ...] = ()
    note: str = ""
    note_vi: str = ""
    checked: str = ""


class LocalFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file: the day everything in it was checked, by whom, and ids that are not shown here."""

    checked: str
    by: str = ""
    hide: tuple[str, ...] = ()
    entries: tuple[LocalEntry, ...] = ()


class LocalHelp(Value, frozen=True, kw_only=True):
    """What a centre adds and leaves out; all zero where there is no file."""

    entries: tuple[HelpEntry, ...] = ()
    without: frozenset[str] = frozenset()
    trouble: LocalTrouble | None = None


class _Wrong(Exception):
    """The file is not right; carries what to say."""

    def __init__(self, fault: LocalFault, *, line: int = 0, entry: int = 0, field: str = "") -> None:
        super().__init__(fault)
        self.trouble = LocalTrouble(file=NAME, fault=fault, line=line, entry=entry, field=field)


def beside_the_program() -> Path:
    """Return the folder in which a centre puts its file: where the program was started from."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else PACKAGE.parent


def local_help(folder: Path | None = None) -> LocalHelp:
    """Read a centre's own file; without one there is nothing to add, and nothing to say."""
    path = (folder or beside_the_program()) / NAME
    try:
        return _merged(_parsed(_bytes(path)))
    except FileNotFoundError:
        return LocalHelp()
    except OSError:
        return LocalHelp(trouble=LocalTrouble(file=NAME, fault=LocalFault.UNREADABLE))
    except _Wrong as wrong:
        return LocalHelp(trouble=wrong.trouble)


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise _Wrong(LocalFault.UNREADABLE)
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _Wrong(LocalFault.TOO_LARGE)
    return content


def _parsed(content: bytes) -> LocalFile:
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Wrong(LocalFault.NOT_TOML) from None
    except (ValueError, RecursionError) as fault:  # no TOML, or a number of thousands of digits
        line = _LINE.search(str(fault))
        raise _Wrong(LocalFault.NOT_TOML, line=int(line[1]) if line else 0) from None
    try:
        return msgspec.convert(table, LocalFile)
    except msgspec.ValidationError as fault:
        raise _wrong_field(str(fault)) from None


def _wrong_field(message: str) -> _Wrong:
    place = _PLACE.search(message)
    named = _FIELD.search(message)
    field = (place[2] if place else None) or (next(filter(None, named.groups()), "") if named else "")
    return _Wrong(LocalFault.WRONG_FIELD, entry=int(place[1]) + 1 if place else 0, field=field)


def _merged(file: LocalFile) -> LocalHelp:
    _check_date(file.checked, entry=0)
    if len(file.entries) > MOST:
        raise _Wrong(LocalFault.TOO_LARGE)
    entries = tuple(_entry(one, number, file) for number, one in enumerate(file.entries, 1))
    replaced = frozenset(one.replaces for one in file.entries if one.replaces)
    return LocalHelp(entries=entries, without=replaced | frozenset(file.hide))


def _entry(one: LocalEntry, number: int, file: LocalFile) -> HelpEntry:
    checked = one.checked or file.checked
    _check_date(checked, entry=number)
    _check_ways(one, number)
    return HelpEntry(
        id=f"local-{number}",
        country=one.country,
        name=one.name,
        name_vi=one.name_vi,
        section=one.section,
        kinds=one.kinds,
        region=one.region,
        ages=one.ages,
        phones=tuple(Phone(number=phone) for phone in one.phones),
        web=one.web,
        email=one.email,
        hours=one.hours,
        opens=one.opens,
        closes=one.closes,
        cost=one.cost,
        languages=one.languages,
        note=one.note,
        note_vi=one.note_vi,
        evidence=HelpEvidence.LOCAL,
        verified=True,
        checked=checked,
        sources=(HelpSource(what=file.by, date=checked),) if file.by else (),
    )


def _check_date(written: str, *, entry: int) -> None:
    if len(written) != len("2026-11-24") or first_day(written) is None:
        raise _Wrong(LocalFault.BAD_DATE, entry=entry, field="checked")


def _check_ways(one: LocalEntry, number: int) -> None:
    if not _COUNTRY.fullmatch(one.country):
        raise _Wrong(LocalFault.WRONG_FIELD, entry=number, field="country")
    if not one.name.strip():
        raise _Wrong(LocalFault.WRONG_FIELD, entry=number, field="name")
    if not all(_NUMBER.fullmatch(phone) for phone in one.phones):
        raise _Wrong(LocalFault.BAD_NUMBER, entry=number, field="phones")
    if not all(_is_web(address) for address in one.web):
        raise _Wrong(LocalFault.BAD_ADDRESS, entry=number, field="web")


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and address.isprintable()
