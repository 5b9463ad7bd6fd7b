"""Protections of the system that stand open: SELinux that only notes, system files that can be written.

References: AOSP toybox `getenforce` (`Enforcing`, `Permissive`, `Disabled`) and `mount`
(`/dev/block/dm-12 on /system type ext4 (rw,seclabel)`); androidqf's selinux.txt and mounts.json (a list of
such lines); mvt's mounts. Memory file systems over a system folder (`tmpfs`, `overlay` of updates) are not
counted: makers use them.
"""

import re
from collections.abc import Iterable, Iterator

from checkup.model.android import Guard, OpenGuard

_MOUNT = re.compile(
    r"(\S{1,300}) on (\S{1,300}) type (\w{1,40}) \((\S{1,2000})\)|(\S+) (\S+) (\w+) (\S+) \d \d"
)
_SYSTEM = re.compile(r"/(?:system|system_ext|vendor|product)?")
_ON_DISK = frozenset({"ext4", "erofs", "f2fs", "squashfs"})


def selinux_open(text: str, seen_in: str) -> Iterator[OpenGuard]:
    """Yield that the rules for programs are not kept, where that is what `getenforce` answered."""
    word = text.strip()
    if word.casefold() in ("permissive", "disabled"):
        yield OpenGuard(seen_in=seen_in, guard=Guard.SELINUX, place=word)


def system_files_open(lines: Iterable[str], seen_in: str) -> Iterator[OpenGuard]:
    """Yield the parts of the system that are mounted to be written."""
    for line in lines:
        found = _MOUNT.match(line.strip())
        if found is None:
            continue
        _, place, kind, options = found.groups()[:4] if found[1] else found.groups()[4:]
        if _SYSTEM.fullmatch(place) and kind in _ON_DISK and "rw" in options.split(","):
            yield OpenGuard(seen_in=seen_in, guard=Guard.SYSTEM_FILES, place=place)
