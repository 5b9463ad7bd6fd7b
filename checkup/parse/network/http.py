"""The host an unencrypted page is asked from.

References: RFC 9112 (section 3.2).
"""

import re

METHODS = (b"GET ", b"POST ", b"HEAD ", b"PUT ", b"OPTIONS ", b"CONNECT ", b"DELETE ", b"PATCH ")
_HOST = re.compile(rb"\r\n[Hh][Oo][Ss][Tt]:[ \t]*([^\r\n]{1,255})")
_END = b"\r\n\r\n"
MOST = 8192


def host(data: bytes) -> str:
    """Return the host of a request; empty where it names none, or not yet."""
    found = _HOST.search(data[:MOST])
    return found[1].strip().decode("latin-1").lower() if found else ""


def is_whole(data: bytes) -> bool:
    """Whether the request's head is all there, or longer than we read."""
    return _END in data or len(data) >= MOST
