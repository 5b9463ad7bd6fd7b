"""Extensions of Safari as its own list of web extensions has them: a tree in, extensions out.

Each key is the extension's identifier with its maker's team ("com.example.helper (ABCDE12345)"). What it
may read is what was granted and not taken back. One that was removed stays in the list with its date.
References: Safari's own WBSWebExtensionsController (the keys it keeps), mac_apt plugins/safari.py (where
the lists lie), a blocker's reader of the list with its tests (Enabled, GrantedPermissionOrigins,
RevokedPermissionOrigins, RemovedDate), all read 2026-11-29.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from checkup.parse.tree import Node

MOST_EXTENSIONS = 1000
EVERY_PAGE = frozenset({"*://*/*", "<all_urls>", "http://*/*", "https://*/*", "*://*"})


@dataclass(frozen=True, slots=True)
class SafariExtension:
    """One extension; `id` is its whole key with the maker's team, `name` the identifier alone."""

    id: str
    name: str
    is_on: bool
    reads_every_page: bool


def safari_extensions(root: Node) -> Iterator[SafariExtension]:
    """Yield the extensions of a list that are still there."""
    for key, held in islice(root.items(), MOST_EXTENSIONS):
        if held.at("Enabled").truth is None or held.at("RemovedDate").is_there:
            continue
        granted = {origin for origin, _ in held.at("GrantedPermissionOrigins").items()}
        revoked = {origin for origin, _ in held.at("RevokedPermissionOrigins").items()}
        yield SafariExtension(
            id=key,
            name=key.partition(" (")[0],
            is_on=held.at("Enabled").truth is True,
            reads_every_page=bool((granted - revoked) & EVERY_PAGE),
        )
