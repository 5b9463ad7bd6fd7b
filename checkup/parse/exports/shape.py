"""What a value is by its shape: an address, a user agent; and text that Meta wrote the wrong way round.

Used where an export writes its labels in the account's language, so that no label can be relied on.
"""

import ipaddress
import re

LONGEST = 512
"""Texts of a row are cut here; a user agent is seldom longer than 300."""

_AGENT = re.compile(
    r"Mozilla/|Dalvik/|okhttp|CFNetwork|AppleWebKit"
    r"|\b(?:Instagram|Barcelona|FBAN|FBAV|Telegram|TikTok|Snapchat)\b[^ ]* ?[\d\[(]"
)
_ADDRESS = re.compile(r"[0-9A-Fa-f:.]{3,45}")


def address(text: str) -> str:
    """Return an IP address in its short form, or "" where the text is none; a port is dropped."""
    bare = text.strip()
    if bare.startswith("[") and "]" in bare:
        bare = bare[1 : bare.index("]")]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    if not _ADDRESS.fullmatch(bare):
        return ""
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        return ""


def is_agent(text: str) -> bool:
    """Whether a text looks like a user agent."""
    return bool(_AGENT.search(text[:LONGEST]))


def cut(text: str) -> str:
    """Return outside text without the spaces around it, at most `LONGEST` long."""
    return text[: LONGEST * 2].strip()[:LONGEST]


def mended(text: str) -> str:
    """Return text whose UTF-8 was written as Latin-1, as Meta does; other text stays as it is.

    What was cut in the middle of its last letter, after others that are whole, ends with "…".
    References: RLEAPP, facebookArchive.py, `_fix`.
    """
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason != "unexpected end of data" or whole.isascii():
            return text
        return whole.decode("utf-8") + "…"


def country_code(text: str) -> str:
    """Return a two-letter country code, or "" where the text is something else."""
    bare = text.strip().upper()
    return bare if len(bare) == 2 and bare.isascii() and bare.isalpha() else ""
