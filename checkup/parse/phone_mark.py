"""A mark of a phone, worked out of its serial number: the same for the same phone, and not the number."""

import hashlib

LENGTH = 16  # letters; two phones of one person never share them by chance
_FOR = b"checkup phone "


def phone_mark(serial: str) -> str:
    """Return the mark; empty where there is no number, or one that many phones share."""
    bare = serial.strip()
    if len(bare) < 4 or bare.casefold() in ("unknown", "0123456789abcdef") or not bare.strip("0"):
        return ""
    return hashlib.sha256(_FOR + bare.encode("utf-8", "replace")).hexdigest()[:LENGTH]
