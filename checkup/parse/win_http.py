"""The proxy of Windows' own services (WinHTTP): the bytes of its setting in, the proxy out.

References: learn.microsoft.com, "WinHTTP proxy settings" (the value of direct access); descriptions on
GitHub of the rest: flags at 8 (2: a proxy is set), a length at 12 and the text behind it.
"""

import struct

LONGEST = 4096
_PROXY = 2


def win_http_proxy(value: bytes) -> str:
    """Return the proxy that is set ("host:port", or one for each kind), "" for none."""
    if len(value) < 16:
        return ""
    flags, size = struct.unpack_from("<II", value, 8)
    if not flags & _PROXY or not 0 < size <= min(LONGEST, len(value) - 16):
        return ""
    return value[16 : 16 + size].decode("latin-1").strip("\0 ")
