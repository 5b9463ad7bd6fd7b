"""Why a chosen file cannot be read as an export: empty, half a download, another kind of archive.

References: the signatures of 7z, RAR, gzip, bzip2, xz and tar (POSIX ustar); browsers' names for a download
under way (Chromium `.crdownload`, Firefox `.part`, Opera `.opdownload`); zip's names for parts (APPNOTE 8).
"""

import re

from checkup.model.looked import Cause

_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
_TAR, _TAR_AT = b"ustar", 257
_PART = re.compile(r"\.(?:crdownload|part|opdownload|zip\.\d{3}|7z\.\d{3}|z\d\d)$", re.IGNORECASE)
_BLANK = b" \t\r\n\xef\xbb\xbf[]{}"


def is_packed(head: bytes) -> bool:
    """Whether a file begins as an archive that is not opened here."""
    return head.startswith(_ARCHIVES) or head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def why_unknown(head: bytes, name: str) -> Cause:
    """Return why a file that begins so, and fits no format, cannot be read."""
    if not head.strip(_BLANK):
        return Cause.EMPTY
    if _PART.search(name):
        return Cause.INCOMPLETE
    return Cause.PACKED if is_packed(head) else Cause.UNKNOWN_FORMAT
