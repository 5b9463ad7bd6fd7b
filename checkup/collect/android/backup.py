"""Reads an Android backup as it streams: opened with its password, inflated, member by member.

Nothing is written anywhere. Only the manifests of apps and the text messages are looked into.
"""

import io
import tarfile
import zlib
from collections.abc import Iterator

from checkup.collect.android.bundle import Refused
from checkup.collect.android.drawers import Drawers
from checkup.model.android import InstalledApp, MessageLink, SignedFile
from checkup.model.looked import Cause
from checkup.parse.android.backup import (
    BackupHead,
    WrongPassword,
    app_of_manifest,
    backup_head,
    master_key,
    message_links,
    password_key,
)
from checkup.parse.tree import NotReadable

HEAD = 16 * 1024
LONGEST_MEMBER = 32 * 1024 * 1024
LONGEST = 64 * 1024**3
LONGEST_NOTE = 1024 * 1024
INFLATE = 1024 * 1024
_MESSAGES = ("_sms_backup", "_mms_backup")
_TELEPHONY = "apps/com.android.providers.telephony/"


def read_backup(pieces: Iterator[bytes], password: str | None, drawers: Drawers) -> None:
    """Take the apps and the messages' links of a backup; raises NotBackup, WrongPassword and Refused.

    A backup with a password and none given is WrongPassword too.
    """
    start = bytearray()
    while len(start) < HEAD and (piece := next(pieces, b"")):
        start += piece
    head = backup_head(bytes(start))
    content = _after_head(bytes(start), head, pieces)
    if head.sealed is not None:
        content = _opened(content, head, password)
    stream = _Stream(_inflated(content) if head.is_deflated else content)
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Member) as tar:
            for member in tar:
                if not 0 <= member.size <= LONGEST:  # the way to the next one would never end
                    raise Refused
                _take(tar, member, drawers)
    except (tarfile.TarError, zlib.error, EOFError, ValueError, OverflowError) as fault:
        raise Refused from fault


def _after_head(start: bytes, head: BackupHead, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield start[head.size :]
    yield from pieces


def _opened(content: Iterator[bytes], head: BackupHead, password: str | None) -> Iterator[bytes]:
    if password is None or head.sealed is None:
        raise WrongPassword
    key, iv = master_key(
        _decrypted(head.sealed.blob, password_key(password, head.sealed), head.sealed.iv), head, head.sealed
    )
    return _decrypting(content, key, iv)


def _decrypted(data: bytes, key: bytes, iv: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(data) + decryptor.finalize()


def _decrypting(content: Iterator[bytes], key: bytes, iv: bytes) -> Iterator[bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    # The padding at the end lies after the end of the deflated stream or of the archive: nobody reads it.
    for piece in content:
        yield decryptor.update(piece)


def _inflated(content: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    total = 0
    for piece in content:
        rest = piece
        while rest and not inflater.eof:
            out = inflater.decompress(rest, INFLATE)
            rest = inflater.unconsumed_tail
            total += len(out)
            if total > LONGEST:
                raise Refused(is_too_large=True)
            yield out


class _Member(tarfile.TarInfo):
    """A member's head; one that says what no backup of Android's says is refused before more is asked for.

    Its long names and its notes (pax) are read whole, so that they may not say they are gigabytes.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Member":
        member = super().frombuf(buf, encoding, errors)
        most = LONGEST if member.type in (*tarfile.REGULAR_TYPES, tarfile.DIRTYPE) else LONGEST_NOTE
        if not 0 <= member.size <= most or member.type == tarfile.GNUTYPE_SPARSE:
            raise Refused
        return member


class _Stream(io.RawIOBase):
    """An iterator of pieces as a file that can only be read on."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        parts = [self._rest]
        have = len(self._rest)
        while (size < 0 or have < size) and (piece := next(self._pieces, None)) is not None:
            parts.append(piece)
            have += len(piece)
        data = b"".join(parts)
        size = have if size < 0 else size
        self._rest = data[size:]
        return data[:size]


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, drawers: Drawers) -> None:
    is_messages = member.name.startswith(_TELEPHONY) and member.name.endswith(_MESSAGES)
    if not member.isfile() or not (is_messages or member.name.endswith("/_manifest")):
        return
    if member.size > LONGEST_MEMBER:
        drawers.note(MessageLink if is_messages else InstalledApp, member.name, Cause.TOO_LARGE)
        return
    file = tar.extractfile(member)
    data = file.read() if file else b""
    if is_messages:
        _take_messages(data, member.name, drawers)
    elif found := app_of_manifest(data):
        drawers.take_all(found, (InstalledApp, SignedFile), member.name)


def _take_messages(data: bytes, name: str, drawers: Drawers) -> None:
    try:
        drawers.take_all(message_links(data, name), (MessageLink,), name)
    except NotReadable:
        drawers.note(MessageLink, name, Cause.UNKNOWN_FORMAT)
