"""Makes an iPhone's backup in a folder, plain or encrypted, in the form Finder and iTunes write.

Used by tests and by the benchmark. The encrypted form is written from Apple's description and read
back, in a test, by another project's reader.
"""

import hashlib
import plistlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

PIECE = 1024 * 1024
CLASSES = (1, 2, 3, 4, 6, 7, 8, 11)
Content = bytes | Path


def made(what: str, size: int) -> bytes:
    """Return bytes that stand for chance and are the same at every run."""
    return hashlib.shake_256(what.encode()).digest(size)


@dataclass
class Keys:
    """The keys of a backup being made; few rounds, so that tests are quick."""

    password: str
    rounds: int = 20
    first_rounds: int = 50
    with_first: bool = True
    salt: bytes = field(default_factory=lambda: made("salt", 20))
    first_salt: bytes = field(default_factory=lambda: made("first salt", 20))
    classes: dict[int, bytes] = field(default_factory=lambda: {n: made(f"class {n}", 32) for n in CLASSES})

    def bag(self) -> bytes:
        secret = self.password.encode()
        if self.with_first:
            secret = hashlib.pbkdf2_hmac("sha256", secret, self.first_salt, self.first_rounds, 32)
        opener = hashlib.pbkdf2_hmac("sha1", secret, self.salt, self.rounds, 32)
        head = [
            (b"VERS", number(5)), (b"TYPE", number(1)), (b"UUID", made("id", 16)),
            (b"HMCK", made("check", 40)), (b"WRAP", number(1)), (b"SALT", self.salt),
            (b"ITER", number(self.rounds)),
        ]  # fmt: skip
        if self.with_first:
            head += [
                (b"DPWT", number(1)), (b"DPIC", number(self.first_rounds)), (b"DPSL", self.first_salt),
            ]  # fmt: skip
        for one, key in self.classes.items():
            head += [
                (b"UUID", made(f"id {one}", 16)), (b"CLAS", number(one)), (b"WRAP", number(2)),
                (b"KTYP", number(0)), (b"WPKY", aes_key_wrap(opener, key)),
            ]  # fmt: skip
        return b"".join(tag + number(len(value)) + value for tag, value in head)

    def wrapped(self, key: bytes, one: int) -> bytes:
        return one.to_bytes(4, "little") + aes_key_wrap(self.classes[one], key)


def number(value: int) -> bytes:
    return value.to_bytes(4, "big")


def encrypted(data: bytes, key: bytes) -> bytes:
    pad = 16 - len(data) % 16
    work = Cipher(AES(key), CBC(bytes(16))).encryptor()
    whole = data + bytes([pad]) * pad
    return b"".join(work.update(whole[at : at + PIECE]) for at in range(0, len(whole), PIECE))


def archived(size: int, path: str, wrapped: bytes = b"", one: int = 3) -> bytes:
    """Return an MBFile as the archiver writes it."""
    record: dict[str, object] = {
        "Size": size, "Mode": 33188, "ProtectionClass": one, "LastModified": 1700000000, "Birth": 1700000000,
        "LastStatusChange": 1700000000, "Flags": 0, "GroupID": 501, "UserID": 501, "InodeNumber": 7,
        "RelativePath": plistlib.UID(2), "$class": plistlib.UID(3),
    }  # fmt: skip
    objects: list[object] = [
        "$null",
        record,
        path,
        {"$classname": "MBFile", "$classes": ["MBFile", "NSObject"]},
    ]
    if wrapped:
        record["EncryptionKey"] = plistlib.UID(4)
        objects += [
            {"NS.data": wrapped, "$class": plistlib.UID(5)},
            {"$classname": "NSMutableData", "$classes": ["NSMutableData", "NSData", "NSObject"]},
        ]
    whole = {
        "$version": 100000, "$archiver": "NSKeyedArchiver", "$top": {"root": plistlib.UID(1)},
        "$objects": objects,
    }  # fmt: skip
    return plistlib.dumps(whole, fmt=plistlib.FMT_BINARY)


@dataclass
class Backup:
    """What is to be in the backup; `write` puts it into a folder."""

    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    info: dict[str, object] = field(default_factory=dict)
    keys: Keys | None = None
    status: Mapping[str, object] | None = field(default_factory=lambda: {"SnapshotState": "finished"})
    more_rows: Iterable[tuple[str, str, str, int, bytes]] = ()

    def add(self, domain: str, path: str, data: bytes) -> "Backup":
        self.files[domain, path] = data
        return self

    def add_plist(self, domain: str, path: str, held: object) -> "Backup":
        return self.add(domain, path, plistlib.dumps(held, fmt=plistlib.FMT_BINARY))

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        rows = list(self._files(folder))
        manifest = database(
            "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT,"
            " flags INTEGER, file BLOB);"
            "CREATE INDEX FilesDomainIdx ON Files(domain);"
            "CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);",
            {"Files": [*rows, *self.more_rows]},
        )
        locking: dict[str, object] = {"IsEncrypted": self.keys is not None, "Version": "10.0"}
        if self.keys is not None:
            key = made("manifest", 32)
            manifest = encrypted(manifest, key)
            locking |= {"BackupKeyBag": self.keys.bag(), "ManifestKey": self.keys.wrapped(key, 4)}
        (folder / "Manifest.db").write_bytes(manifest)
        (folder / "Manifest.plist").write_bytes(plistlib.dumps(locking, fmt=plistlib.FMT_BINARY))
        (folder / "Info.plist").write_bytes(plistlib.dumps({**PHONE, **self.info}))
        if self.status is not None:
            (folder / "Status.plist").write_bytes(plistlib.dumps(dict(self.status)))
        return folder

    def _files(self, folder: Path) -> Iterable[tuple[str, str, str, int, bytes]]:
        for (domain, path), data in self.files.items():
            name = hashlib.sha1(f"{domain}-{path}".encode(), usedforsecurity=False).hexdigest()
            (folder / name[:2]).mkdir(exist_ok=True)
            wrapped = b""
            if self.keys is not None:
                key = made(name, 32)
                wrapped = self.keys.wrapped(key, 3)
                (folder / name[:2] / name).write_bytes(encrypted(data, key))
            else:
                (folder / name[:2] / name).write_bytes(data)
            yield name, domain, path, 1, archived(len(data), path, wrapped)


PHONE: dict[str, object] = {
    "Device Name": "iPhone của Lan", "Display Name": "iPhone của Lan", "Product Type": "iPhone14,5",
    "Product Name": "iPhone 13", "Product Version": "17.6.1", "Build Version": "21G93",
    "Last Backup Date": datetime(2026, 11, 20, 8, 30),
    "Installed Applications": [], "Applications": {},
}  # fmt: skip


def database(script: str, rows: Mapping[str, Iterable[tuple[object, ...]]] = {}) -> bytes:
    """Return the bytes of a SQLite file made by this script and filled with these rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        for table, some in rows.items():
            for row in some:
                connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
        connection.commit()
        return bytes(connection.serialize())


MakeBackup = Callable[..., Path]
