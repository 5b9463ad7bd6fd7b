"""Opens a backup: finds it, tells what is wrong with it in one word, unlocks it, reads its list."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from checkup.collect.iphone.backup import Backup
from checkup.collect.iphone.folder import (
    INFO,
    LOCKING,
    MANIFEST,
    OLD_MANIFEST,
    STATUS,
    backup_folder,
)
from checkup.collect.iphone.index import Index, read_index
from checkup.collect.iphone.keys import ClassKeys, NoKey, WrongPassword, class_keys
from checkup.collect.iphone.stored import Plain, Unlocked
from checkup.collect.iphone.trouble import CannotOpen, Trouble
from checkup.collect.ordinary_file import NoFile, content, opened
from checkup.parse.iphone.device import Device, Locking, device, is_finished, locking
from checkup.parse.iphone.keybag import BadKeybag, keybag
from checkup.parse.iphone.manifest import UnknownManifest
from checkup.parse.plist import NotPlist
from checkup.parse.sqlite import HEADER, NotDatabase, TookTooLong
from checkup.parse.sqlite_files import Held
from checkup.parse.sqlite_tables import tables_of

MOST_INFO = 64 * 1024 * 1024  # the icons of every app are in it
MOST_SMALL = 4 * 1024 * 1024

AskPassword = Callable[[], str | None]
"""Gives the backup's password; None where nobody can be asked. Asked only for an encrypted one."""


def open_backup(chosen: Path, ask_password: AskPassword) -> Backup:
    """Return the backup in this folder; raises CannotOpen. Takes seconds for an encrypted one."""
    folder = backup_folder(chosen)
    try:
        return _opened(folder, ask_password)
    except OSError as error:
        raise CannotOpen(Trouble.CLOSED_FOLDER, str(folder)) from error


def is_encrypted(chosen: Path) -> bool:
    """Whether a password will be asked for; raises CannotOpen."""
    folder = backup_folder(chosen)
    try:
        return _locking(folder).is_encrypted
    except OSError as error:
        raise CannotOpen(Trouble.CLOSED_FOLDER, str(folder)) from error


def _opened(folder: Path, ask_password: AskPassword) -> Backup:
    _ensure_finished(folder)
    held = _locking(folder)
    if not (folder / MANIFEST).is_file():
        old = (folder / OLD_MANIFEST).is_file()
        raise CannotOpen(Trouble.TOO_OLD if old else Trouble.MANIFEST_MISSING, str(folder))
    info = content(folder / INFO, MOST_INFO) or b""
    keys = _keys(folder, held, ask_password) if held.is_encrypted else None
    return Backup(folder=folder, device=_device(info), index=_index(folder, held, keys), keys=keys, info=info)


def _device(info: bytes) -> Device:
    try:
        return device(info)
    except NotPlist:
        return Device()  # the check of installed apps says that it could not be read


def _ensure_finished(folder: Path) -> None:
    status = content(folder / STATUS, MOST_SMALL)
    try:
        finished = status is None or is_finished(status)
    except NotPlist:
        finished = False
    if not finished:
        raise CannotOpen(Trouble.UNFINISHED, str(folder))


def _locking(folder: Path) -> Locking:
    """Return how it is locked. Where Manifest.plist is gone, a list that can be read is a plain one."""
    held = content(folder / LOCKING, MOST_SMALL)
    if held is None:
        start = _start(folder)
        if start and start != HEADER:
            raise CannotOpen(Trouble.KEYS_DAMAGED, str(folder))
        return Locking()
    try:
        return locking(held)
    except NotPlist as error:
        raise CannotOpen(Trouble.KEYS_DAMAGED, str(folder)) from error


def _start(folder: Path) -> bytes:
    try:
        with opened(folder / MANIFEST) as source:
            return source.read(len(HEADER))
    except NoFile:
        return b""


def _keys(folder: Path, held: Locking, ask_password: AskPassword) -> ClassKeys:
    try:
        bag = keybag(held.keybag)
    except BadKeybag as error:
        raise CannotOpen(Trouble.KEYS_DAMAGED, str(folder)) from error
    password = ask_password()
    if password is None:
        raise CannotOpen(Trouble.NEEDS_PASSWORD, str(folder))
    # The phone keeps letters with marks as they were typed there: composed, or as a Mac takes them apart.
    forms = dict.fromkeys((password, *(unicodedata.normalize(form, password) for form in ("NFC", "NFD"))))
    for form in forms:
        try:
            return class_keys(bag, form)
        except WrongPassword:
            continue
    raise CannotOpen(Trouble.WRONG_PASSWORD, str(folder))


def _index(folder: Path, held: Locking, keys: ClassKeys | None) -> Index:
    try:
        with opened(folder / MANIFEST) as file:
            size = file.seek(0, 2)
            stored = (
                Plain(file, size) if keys is None else Unlocked(file, keys.file_key(held.manifest_key), size)
            )
            with tables_of(stored, Held()) as tables:
                return read_index(tables)
    except (NotDatabase, TookTooLong, UnknownManifest, NoKey, NoFile) as error:
        raise CannotOpen(Trouble.MANIFEST_DAMAGED, str(folder)) from error
