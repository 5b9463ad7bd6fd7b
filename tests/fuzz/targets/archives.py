"""What somebody brings in one file: zips, a backup's members, lists of programs, a centre's own help."""

import io
import json
import tarfile
import zipfile
import zlib
from contextlib import suppress

from checkup.collect.android.backup import read_backup
from checkup.collect.android.bundle import Refused, Zip
from checkup.collect.android.drawers import Drawers
from checkup.collect.exports.archive import (
    BROKEN,
    BROKEN_FILE,
    TooManyMembers,
    member,
    name_of,
    openable,
    why_closed,
    zip_at,
)
from checkup.collect.exports.bounded import Budget
from checkup.content.help_local import _parsed, _Wrong
from checkup.indicators.imports.reading import read_list
from checkup.model.stop import Stop
from checkup.parse.android.backup import NotBackup, WrongPassword
from checkup.parse.exports.limits import TooMuch
from tests.fuzz.target import Form, Target
from tests.odd_zip import far_away
from tests.signins.made_exports import data, zipped

ZIPS = (
    zipped({"a/b.csv": data("apple_sign_ons"), "c.zip": zipped({"d.json": b"{}"})}),
    far_away("Logins.csv", 0),
    far_away("main_entry.txt"),
)


def _tar() -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in (
            ("apps/com.x/_manifest", b"1\ncom.x\n1\n30\n\n1\n1\naa\n"),
            ("apps/com.android.providers.telephony/d_f/000000_sms_backup", zlib.compress(b"[]")),
            ("apps/" + "l" * 150, b"x"),
        ):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(content), {"size": str(len(content)), "mtime": "1.5"}
            archive.addfile(info, io.BytesIO(content))
    return into.getvalue()


def _whole(content: bytes) -> bytes:
    """Return an archive whose heads have the sum they should: otherwise nothing behind it would be read."""
    blocks = bytearray(content)
    for at in range(0, len(blocks) - 511, 512):
        head = blocks[at : at + 512]
        if head[257:262] == b"ustar":
            total = sum(head[:148]) + 8 * 32 + sum(head[156:])
            blocks[at + 148 : at + 156] = b"%06o\0 " % total
    return bytes(blocks)


def _backup(content: bytes) -> None:
    for head in (b"ANDROID BACKUP\n5\n0\nnone\n", b""):
        with suppress(NotBackup, WrongPassword, Refused):
            read_backup(iter([head + _whole(content)]), None, Drawers(Stop()))


def _members(content: bytes) -> None:
    try:
        archive = zip_at(io.BytesIO(content))
    except (TooManyMembers, *BROKEN_FILE):
        return
    for info in openable(archive):
        name_of(info)
        if why_closed(info) is None:
            with suppress(TooMuch, *BROKEN), member(archive, info, Budget(Stop())) as stream:
                stream.read()


def _bundle(content: bytes) -> None:
    with suppress(Refused):
        bundle = Zip(io.BytesIO(content), Stop())
        for name in bundle.names():
            with suppress(Refused, KeyError, zipfile.BadZipFile):
                for _ in bundle.pieces(name):
                    pass


ECHAP = """- name: X
  type: stalkerware
  packages:
  - com.x
  c2:
    ips: ["1.2.3.4"]
  websites: [x.example]
"""
STIX = {
    "type": "bundle",
    "objects": [
        {"type": "malware", "id": "m", "name": "X"},
        {"type": "relationship", "relationship_type": "indicates", "source_ref": "i", "target_ref": "m"},
        {
            "type": "indicator",
            "id": "i",
            "pattern": "[domain-name:value = 'x.example' OR url:value IN ('https://y.example/z')]",
        },
    ],
}
OWN = """id = "a"
name = "A"
as_of = "2026-11-01"
licence = "x"
origin = "x"
credit = "x"
kind = "stalkerware"
[[family]]
id = "x"
name = "X"
platforms = ["android"]
certificate_name = "^X[0-9]{2,4}$"
control_address = "1.2.3.0/24"
control_domain = "x.example"
"""
PLAIN = "# Title: x\n0.0.0.0 x.example\n||y.example^\nhttps://z.example/a\n2001:db8::/32\nđịa.example\n"
HELP = """checked = "2026-11-20"
by = "x"
hide = ["vn-112"]
[[entries]]
country = "VN"
name = "x"
name_vi = "đ"
section = "talk"
phones = ["1900 969 680"]
web = ["https://example.org/"]
from = "8:00"
"""
LISTS = tuple(text.encode() for text in (ECHAP, json.dumps(STIX), OWN, PLAIN))
TARGETS = (
    Target("exports.archive", _members, ZIPS),
    Target("android.bundle", _bundle, ZIPS),
    Target("android.backup_members", _backup, (_tar(),)),
    Target("lists.programs", lambda content: read_list(content, "x"), LISTS, form=Form.LINES),
    Target("help.local", _parsed, (HELP.encode(),), (_Wrong,), Form.LINES),
)
