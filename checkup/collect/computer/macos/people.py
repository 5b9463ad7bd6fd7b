"""Accounts of a Mac and who of them is an administrator.

On a disk out of the folder of accounts; on the running system, where that is closed, asked of `dscl`.
References: ForensicArtifacts/artifacts (MacOSUsers, dslocal); dscl(1).
"""

import re
from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.login import Account
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.tree import Node

FOLDER = "/private/var/db/dslocal/nodes/Default"
NO_SHELLS = ("/usr/bin/false", "/sbin/nologin")
_NUMBER = re.compile(r"-?[0-9]{1,10}")  # 32 bits with a sign


def accounts(ground: MacGround) -> Reading[Account]:
    """Return every account; those that cannot sign in are marked."""
    look = ground.looking()
    return look.reading(_live(look, ground) if ground.place.live else _on_disk(look))


def _on_disk(look: Looking) -> Iterator[Account]:
    group = property_list(look, f"{FOLDER}/groups/admin.plist")
    administrators = frozenset(group.at("users").texts())
    for path in look.paths(f"{FOLDER}/users", ".plist"):
        user = property_list(look, path)
        name = _first(user, "name")
        number = _first(user, "uid")
        if name and _NUMBER.fullmatch(number):
            yield Account(
                seen_in=path,
                name=name,
                number=int(number),
                groups=("admin",) if name in administrators else (),
                home=_first(user, "home"),
                shell=_first(user, "shell"),
                may_sign_in=_first(user, "shell") not in NO_SHELLS and not name.startswith("_"),
                is_left_out=_first(user, "IsHidden").upper() in ("1", "YES", "TRUE"),
            )


def _first(user: Node, name: str) -> str:
    return next(iter(user.at(name).texts()), "")


def _live(look: Looking, ground: MacGround) -> Iterator[Account]:
    listed = ground.run("dscl", ".", "-list", "/Users", "UniqueID")
    group = ground.run("dscl", ".", "-read", "/Groups/admin", "GroupMembership")
    if not listed.went_well or not group.went_well:
        look.note("dscl", Cause.FAILED)
        return
    administrators = frozenset(group.out.decode("utf-8", "replace").partition(":")[2].split())
    for line in listed.out.decode("utf-8", "replace").splitlines():
        name, _, number = line.rpartition(" ")
        if not _NUMBER.fullmatch(number):
            continue
        name = name.strip()
        yield Account(
            seen_in="dscl",
            name=name,
            number=int(number),
            groups=("admin",) if name in administrators else (),
            home=f"/Users/{name}" if int(number) >= 500 else "",
            may_sign_in=int(number) >= 500 or name == "root",
            is_own=f"/Users/{name}" == ground.home,
        )
