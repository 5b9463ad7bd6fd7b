"""The text of a bug report, in its zip or by itself.

References: AOSP frameworks/native/cmds/dumpstate (main_entry.txt names the text; what the text is called).
"""

import io
from collections.abc import Iterator

from checkup.collect.android.bundle import Zip, whole
from checkup.collect.android.drawers import Drawers
from checkup.model.stop import Stop
from checkup.parse.android.dump import sections

MAIN_ENTRY = "main_entry.txt"


def read_report(bundle: Zip, drawers: Drawers, stop: Stop, deep: int = 1) -> bool:
    """Read the zip of a bug report, or one in it; return whether it held one that a reader knows."""
    names = bundle.names()
    if name := _main_member(bundle, names):
        return read_sections(bundle.pieces(name), drawers)
    inner = next((one for one in names if one.endswith(".zip")), None)
    if inner is None or not deep:
        return False
    return read_report(Zip(io.BytesIO(whole(bundle, inner)), stop), drawers, stop, deep - 1)


def _main_member(bundle: Zip, names: tuple[str, ...]) -> str | None:
    """Return the member with the text: the one main_entry.txt names, else by how such reports are named."""
    if MAIN_ENTRY in names:
        named = whole(bundle, MAIN_ENTRY, 4096).decode("utf-8", "replace").strip()
        if named in names:
            return named
    top = [name for name in names if "/" not in name and name.endswith(".txt")]
    return next((name for name in top if name.startswith(("bugreport", "dumpstate", "dumpState"))), None)


def read_sections(pieces: Iterator[bytes], drawers: Drawers) -> bool:
    """Read all sections of a text; return whether there was one that a reader knows."""
    found = False
    for name, inside in sections(pieces):
        found |= drawers.take_section(name, inside)
    return found
