"""Asking a phone for the signers of its apps: a few kilobytes of each file, read in place.

Only tools that every Android since 6 has are used (toybox): tail, dd, od. Paths come from the phone's
own list and were held against a narrow pattern before.
"""

import re
from collections.abc import Callable, Iterator

from checkup.model.android import SignedFile
from checkup.parse.android.apk_signing import (
    TAIL,
    NotSigned,
    block_size,
    certificate_digests,
    directory_at,
)

PAGE = 4096
USUAL = 4 * PAGE  # most blocks are that small
_ROW = re.compile(r"([0-9a-f\s]*)<(/[\w.=~/\-]+)>")

Ask = Callable[[str], str | None]
"""Runs a command on the phone; None when the phone has gone or the answer is not whole."""


def signers(ask: Ask, apps: dict[str, str]) -> Iterator[SignedFile]:
    """Yield the certificates of these apps (id by folder) as far as the phone tells them."""
    ends = _asked(ask, dict.fromkeys(apps, f"tail -c {TAIL}"))
    places: dict[str, int] = {}
    for path, tail in ends.items():
        try:
            places[path] = directory_at(tail)
        except NotSigned:
            continue
    pieces = _pieces(ask, dict.fromkeys(places, USUAL), places)
    larger = {path: size for path, piece in pieces.items() if (size := _size(piece)) > len(piece)}
    pieces |= _pieces(ask, larger, places)
    for path, piece in pieces.items():
        try:
            digests = certificate_digests(piece)
        except NotSigned:
            continue
        yield SignedFile(seen_in=f"{path}/base.apk", app=apps[path], certificates=digests)


def _size(piece: bytes) -> int:
    try:
        return block_size(piece)
    except NotSigned:
        return 0


def _pieces(ask: Ask, wanted: dict[str, int], places: dict[str, int]) -> dict[str, bytes]:
    """Return at least so many bytes of each file that end at its directory."""
    begins = {path: max(places[path] - size, 0) // PAGE for path, size in wanted.items()}
    commands = {
        path: f"dd bs={PAGE} skip={begin} count={-(-places[path] // PAGE) - begin} 2>/dev/null if="
        for path, begin in begins.items()
    }
    read = _asked(ask, commands)
    return {path: data[: places[path] - begins[path] * PAGE] for path, data in read.items()}


def _asked(ask: Ask, commands: dict[str, str]) -> dict[str, bytes]:
    """Run a command on each file at once; the answers come as hex with the file's name behind."""
    if not commands:
        return {}
    line = "; ".join(
        f"{command}{'' if command.endswith('=') else ' '}{path}/base.apk | od -An -v -tx1; echo '<{path}>'"
        for path, command in commands.items()
    )
    answer = ask(line) or ""
    return {path: bytes.fromhex(text) for text, path in _ROW.findall(answer) if path in commands}
