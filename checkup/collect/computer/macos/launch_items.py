"""Launch items: programs that launchd starts with the computer or with a sign-in.

References: launchd.plist(5); ForensicArtifacts/artifacts (MacOSLaunchAgents, -Daemons); KnockKnock
(LaunchItems). What lies below /System is the system's own, sealed and left out.
"""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.computer.macos.signers import Signers
from checkup.collect.looking import Looking
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.launch_item import LaunchItem, launch_item

AGENTS, DAEMONS = "/Library/LaunchAgents", "/Library/LaunchDaemons"
SWITCHES = "/private/var/db/com.apple.xpc.launchd"


def launch_items(look: Looking, ground: MacGround, signers: Signers) -> Iterator[StartsByItself]:
    """Yield the items of the computer, of everybody and of each person."""
    off = switched(look)
    folders = [(DAEMONS, "", StarterKind.LAUNCH_DAEMON), (AGENTS, "", StarterKind.LAUNCH_AGENT)]
    own = ((f"{home.path}{AGENTS}", home.who) for home in ground.homes_to_read(look))
    folders += [(folder, who, StarterKind.LAUNCH_AGENT) for folder, who in own]
    for folder, who, kind in folders:
        for path, item in items(look, folder):
            is_on = not off.get(item.label, not item.is_on)
            yield StartsByItself(
                seen_in=path,
                kind=kind,
                name=item.label or path.rpartition("/")[2],
                line=" ".join(item.words),
                path=item.path,
                who=who,
                when=look.changed(path),
                is_on=is_on,
                is_missing=item.path.startswith("/") and not look.is_there(item.path),
                restarts=item.restarts,
                at_start=item.at_start and is_on,
                signer=signers.of(item.path),
            )


def items(look: Looking, folder: str) -> Iterator[tuple[str, LaunchItem]]:
    """Yield the items of one folder with their files."""
    for path in look.paths(folder, ".plist"):
        item = launch_item(property_list(look, path))
        if item is not None:
            yield path, item


def switched(look: Looking) -> dict[str, bool]:
    """Return which labels were switched off (true) or on (false) past their files."""
    found: dict[str, bool] = {}
    for path in look.paths(SWITCHES, ".plist"):
        if path.rpartition("/")[2].startswith("disabled"):
            for label, state in property_list(look, path).items():
                if state.truth is not None:
                    found[label] = state.truth
    return found
