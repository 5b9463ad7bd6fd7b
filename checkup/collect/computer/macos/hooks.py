"""Places where something is put into macOS itself: at the sign-in, into programs, and old ways to start.

References: KnockKnock (AuthorizationPlugins, DirectoryServicesPlugins, LoginHook, Periodic scripts,
StartupScripts, DylibInserts).
"""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.computer.macos.launch_items import AGENTS, DAEMONS, items
from checkup.collect.looking import Looking
from checkup.model.hook import HookKind, SystemHook
from checkup.model.sources import Reading

PLUGINS = ("/Library/Security/SecurityAgentPlugins", "/Library/DirectoryServices/PlugIns")
SIGN_IN = (
    "/Library/Preferences/com.apple.loginwindow.plist",
    "/private/var/root/Library/Preferences/com.apple.loginwindow.plist",
)
PERIODIC = ("/private/etc/periodic/daily", "/private/etc/periodic/weekly", "/private/etc/periodic/monthly")
STOCK_PERIODIC = ("110.", "130.", "140.", "199.", "310.", "400.", "420.", "430.", "500.", "999.", "200.")
OLD = ("/private/etc/launchd.conf", "/private/etc/rc.common", "/private/etc/rc.local")
EMOND = "/private/etc/emond.d/rules"
STOCK_EMOND = "SampleRules.plist"
STARTUP = "/Library/StartupItems"


def system_hooks(ground: MacGround) -> Reading[SystemHook]:
    """Return everything in these places that macOS does not put there itself."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: MacGround) -> Iterator[SystemHook]:
    for folder in PLUGINS:
        for path in look.paths(folder, ".bundle", ".dsplug"):
            yield _hook(look, path, HookKind.HEARS_PASSWORDS, path.rpartition("/")[2], path)
    for path in SIGN_IN:
        for name in ("LoginHook", "LogoutHook"):
            if value := property_list(look, path).at(name).text:
                yield _hook(look, path, HookKind.SIGN_IN_PROGRAM, name, value)
    yield from _old(look)
    yield from _inserted(look, ground)


def _old(look: Looking) -> Iterator[SystemHook]:
    for folder, path in _added(look):
        yield _hook(look, path, HookKind.OLD_STARTER, folder, path)
    for path in OLD:
        lines = [line for line in (look.text(path) or "").splitlines() if line.strip()]
        if written := [line for line in lines if not line.lstrip().startswith("#")]:
            yield _hook(look, path, HookKind.OLD_STARTER, path, written[0])


def _added(look: Looking) -> Iterator[tuple[str, str]]:
    """Yield folder and path of each file that macOS did not put there itself."""
    for folder in PERIODIC:
        for path in look.paths(folder):
            if not path.rpartition("/")[2].startswith(STOCK_PERIODIC):
                yield folder, path
    for path in look.paths(EMOND, ".plist"):
        if not path.endswith(f"/{STOCK_EMOND}"):
            yield EMOND, path
    yield from ((STARTUP, path) for path in look.paths(STARTUP))


def _inserted(look: Looking, ground: MacGround) -> Iterator[SystemHook]:
    """Yield libraries that launch items put into what they start."""
    folders = (DAEMONS, AGENTS, *(f"{home.path}{AGENTS}" for home in ground.homes_to_read(look)))
    for folder in folders:
        for path, item in items(look, folder):
            if item.inserts:
                yield _hook(look, path, HookKind.IN_EVERY_PROGRAM, item.label, item.inserts)


def _hook(look: Looking, seen_in: str, kind: HookKind, name: str, value: str) -> SystemHook:
    path = value if value.startswith("/") else ""
    return SystemHook(
        seen_in=seen_in, kind=kind, name=name, value=value, path=path, when=look.changed(seen_in)
    )
