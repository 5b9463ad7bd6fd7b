"""The unit folders of systemd, read once: which units there are, what adds to them, what is on.

References: systemd.unit(5) "UNIT FILE LOAD PATH", systemctl(1) "enable". Checked with systemd 252.
"""

from dataclasses import dataclass, field

from checkup.collect.looking import Looking
from checkup.parse.unit_file import Setting, settings

# The first folder that has a unit of a name wins.
SYSTEM_FOLDERS = (
    "/etc/systemd/system.control",
    "/etc/systemd/system",
    "/run/systemd/system.control",
    "/run/systemd/transient",
    "/run/systemd/generator.early",
    "/run/systemd/system",
    "/run/systemd/generator",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
    "/lib/systemd/system",
    "/run/systemd/generator.late",
)
USER_FOLDERS = (
    "/etc/systemd/user",
    "/run/systemd/user",
    "/usr/local/share/systemd/user",
    "/usr/share/systemd/user",
    "/usr/local/lib/systemd/user",
    "/usr/lib/systemd/user",
    "/lib/systemd/user",
)
OWN_FOLDERS = (".config/systemd/user.control", ".config/systemd/user", ".local/share/systemd/user")
SWITCHES = (".wants", ".requires", ".upholds")
STARTING_ENDINGS = (".timer", ".path", ".socket")
MASK = "/dev/null"


@dataclass(frozen=True, slots=True)
class UnitTree:
    """The units of one manager: files by name, additions by name, and the names that are switched on."""

    files: dict[str, str] = field(default_factory=dict)
    additions: dict[str, list[str]] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)


def unit_tree(look: Looking, folders: tuple[str, ...]) -> UnitTree:
    """List the unit folders; a folder that is a link to another one is listed once."""
    tree = UnitTree()
    seen: set[str] = set()
    for folder in folders:
        whole = look.place.resolved(folder)
        if whole not in seen:
            seen.add(whole)
            _list(look, tree, whole)
    return tree


def unit_settings(look: Looking, tree: UnitTree, name: str) -> list[tuple[str, Setting]]:
    """Return all settings of a unit with the file each stands in, additions last, as systemd reads them."""
    paths = [tree.files[name]] if name in tree.files else []
    for known in dict.fromkeys((_template(name), name)):
        paths += sorted(tree.additions.get(known, ()), key=lambda path: path.rpartition("/")[2])
    return [(path, setting) for path, text in look.texts(paths) for setting in settings(text)]


def is_masked(look: Looking, path: str) -> bool:
    """Whether a unit is switched off for good: a link to nothing, or an empty file."""
    target = look.link(path)
    if target is not None:
        return look.place.resolved(path) == MASK or target == MASK
    status = look.status(path)
    return status is not None and status.st_size == 0


def wanted_name(tree: UnitTree, name: str) -> str | None:
    """Return under which name a unit is switched on: its own, or an instance of a template; else None."""
    if name in tree.wanted:
        return name
    before, at, ending = name.partition("@.")
    if not at:
        return None
    return next((w for w in sorted(tree.wanted) if w.startswith(f"{before}@") and w.endswith(ending)), None)


def _list(look: Looking, tree: UnitTree, folder: str) -> None:
    for name in look.names(folder):
        path = f"{folder}/{name}"
        if name.endswith(".d"):
            tree.additions.setdefault(name[:-2], []).extend(look.paths(path, ".conf"))
        elif name.endswith(SWITCHES):
            tree.wanted.update(look.names(path))
        elif name.endswith((".service", *STARTING_ENDINGS)):
            tree.files.setdefault(name, path)


def _template(name: str) -> str:
    before, at, after = name.partition("@")
    return f"{before}@.{after.rpartition('.')[2]}" if at else name
