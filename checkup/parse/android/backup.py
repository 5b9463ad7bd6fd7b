"""An Android backup (`.ab`): its head, its key, and what its members say.

References: AOSP services/backup, FullBackupEngine, PasswordUtils and BackupManagerService (format 1 to 5),
TelephonyBackupAgent (`*_sms_backup`: deflated JSON), AppMetadataBackupWriter (`_manifest`).
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from hmac import compare_digest

from checkup.model.android import InstalledApp, MessageLink, SignedFile
from checkup.model.clock import written
from checkup.model.value import Value
from checkup.parse.tree import NotReadable, tree

MAGIC = b"ANDROID BACKUP\n"
MOST_ROUNDS = 1_000_000
LONGEST_MESSAGES = 32 * 1024 * 1024
MOST_SIGNATURES = 32
LARGEST_SECONDS = 100_000_000_000  # the year 5138
FIRST_WITH_UTF8 = 2

_LINK = re.compile(r"https?://[^\s<>\"'\\^`{|}]{3,2000}", re.IGNORECASE)
_HEX = re.compile(r"[0-9A-Fa-f]{2,65536}")
_ID = re.compile(r"[\w.\-]{1,255}")
_SENT = "2"


class NotBackup(Exception):
    """The bytes are no backup, of a kind nobody knows, or a hostile one."""


class WrongPassword(Exception):
    """The password does not open this backup."""


class Sealed(Value, frozen=True, kw_only=True):
    """What a backup with a password says about its key; all bytes as they stand in its head."""

    salt: bytes
    check_salt: bytes
    rounds: int
    iv: bytes
    blob: bytes


class BackupHead(Value, frozen=True, kw_only=True):
    """The first lines: format, whether deflated, and how it is sealed (None: not at all). `size` in bytes."""

    version: int
    is_deflated: bool
    sealed: Sealed | None = None
    size: int = 0


def backup_head(data: bytes) -> BackupHead:
    """Read the head from the first few kilobytes of a backup; raises NotBackup."""
    if not data.startswith(MAGIC):
        raise NotBackup
    lines = data.split(b"\n", 9)
    try:
        version, deflated, cipher = int(lines[1]), int(lines[2]), lines[3]
        if cipher == b"none":
            return BackupHead(version=version, is_deflated=deflated == 1, size=_length(lines[:4]))
        if cipher != b"AES-256":
            raise NotBackup
        salt, check_salt, rounds, iv, blob = lines[4:9]
        sealed = Sealed(
            salt=_bytes(salt),
            check_salt=_bytes(check_salt),
            rounds=int(rounds),
            iv=_bytes(iv),
            blob=_bytes(blob),
        )
    except (ValueError, IndexError) as fault:
        raise NotBackup from fault
    if not 0 < sealed.rounds <= MOST_ROUNDS or len(sealed.iv) != 16 or len(sealed.blob) % 16:
        raise NotBackup
    return BackupHead(version=version, is_deflated=deflated == 1, sealed=sealed, size=_length(lines[:9]))


def password_key(password: str, sealed: Sealed) -> bytes:
    """Return the key that opens the blob: PBKDF2 with SHA-1, 256 bits."""
    return hashlib.pbkdf2_hmac(
        "sha1", password.encode("utf-8", "surrogatepass"), sealed.salt, sealed.rounds, 32
    )


def master_key(opened: bytes, head: BackupHead, sealed: Sealed) -> tuple[bytes, bytes]:
    """Return the key and the first block of the content from the opened blob; raises WrongPassword."""
    parts = []
    rest = opened
    for _ in range(3):
        length, rest = rest[0] if rest else 0, rest[1:]
        parts.append(rest[:length])
        rest = rest[length:]
    iv, key, checksum = parts
    if len(iv) != 16 or len(key) != 32:
        raise WrongPassword
    # Java takes each byte for a letter, with its sign, and writes these as UTF-8 since format 2.
    letters = "".join(chr(byte if byte < 0x80 else 0xFF00 | byte) for byte in key)
    as_bytes = letters.encode("utf-8") if head.version >= FIRST_WITH_UTF8 else key
    wanted = hashlib.pbkdf2_hmac("sha1", as_bytes, sealed.check_salt, sealed.rounds, 32)
    if not compare_digest(wanted, checksum):
        raise WrongPassword
    return key, iv


def message_links(data: bytes, seen_in: str) -> Iterator[MessageLink]:
    """Yield the web addresses in the messages of one member; raises NotReadable."""
    try:
        opened = zlib.decompressobj().decompress(data, LONGEST_MESSAGES)
    except zlib.error as fault:
        raise NotReadable from fault
    for message in tree(opened).nodes():
        who = message.at("address").text or next(iter(message.at("recipients").texts()), "")
        body = message.at("body").text or message.at("mms_body").text
        for url in dict.fromkeys(_LINK.findall(body)):
            yield MessageLink(
                seen_in=seen_in,
                url=url.rstrip(".,;:!?)]"),
                who=who,
                when=_moment(message.at("date").number),
                is_sent=message.at("type").text == _SENT,
            )


def app_of_manifest(data: bytes) -> tuple[InstalledApp, SignedFile] | None:
    """Return the app a `_manifest` speaks of, with its certificates' digests; None for anything else."""
    lines = data.decode("utf-8", "replace").split("\n", 7 + MOST_SIGNATURES)
    if len(lines) < 7 or not _ID.fullmatch(lines[1]):
        return None
    certificates = [bytes.fromhex(line) for line in lines[7:] if _HEX.fullmatch(line) and len(line) % 2 == 0]
    digests = [
        digest
        for der in certificates
        for digest in (
            hashlib.sha1(der, usedforsecurity=False).hexdigest(),
            hashlib.sha256(der).hexdigest(),
        )
    ]
    installer = lines[4].strip()
    app = InstalledApp(seen_in="_manifest", id=lines[1], installer=installer, is_installer_known=True)
    return app, SignedFile(seen_in="_manifest", app=lines[1], certificates=tuple(digests))


def _moment(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    # Text messages tell milliseconds, picture messages seconds.
    seconds = milliseconds / 1000 if milliseconds > LARGEST_SECONDS else milliseconds
    try:
        return written(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, ValueError, OSError):
        return ""


def _bytes(text: bytes) -> bytes:
    return bytes.fromhex(text.decode("ascii"))


def _length(lines: list[bytes]) -> int:
    return sum(len(line) + 1 for line in lines)
