"""Programs that systemd starts: services of the system and of people, with their timers and sockets.

References: systemd.unit(5), systemd.service(5), systemd.timer(5).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux import unit_tree as tree_of
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.programs import Programs
from checkup.collect.computer.linux.unit_tree import UnitTree
from checkup.collect.looking import Looking
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.unit_file import Execution, Setting, executions, last_value, with_specifiers

# Where only packages put units: the answer where no list of packages can be read.
PACKAGES_FOLDERS = ("/usr/lib/systemd/", "/lib/systemd/", "/usr/share/systemd/")
RESTARTS = frozenset({"always", "on-success"})  # back even after somebody ended it calmly

Placed = tuple[str, Setting]


@dataclass(frozen=True, slots=True)
class _Manager:
    """One manager of units: the system's, or one person's."""

    kind: StarterKind
    tree: UnitTree
    home: Home


def units(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield what systemd starts for the computer, for everybody, and for each person."""
    reader = _Reader(look, Programs(look, ground.owners))
    system = tree_of.unit_tree(look, tree_of.SYSTEM_FOLDERS)
    yield from reader.started(_Manager(StarterKind.SYSTEM_UNIT, system, Home("/root", "")))
    everybody = tree_of.unit_tree(look, tree_of.USER_FOLDERS)
    yield from reader.started(_Manager(StarterKind.USER_UNIT, everybody, Home("", "")))
    for home in ground.homes_to_read(look):
        own = tree_of.unit_tree(look, tuple(f"{home.path}/{folder}" for folder in tree_of.OWN_FOLDERS))
        # What a person switched on, or added to, may itself lie in everybody's folders.
        for name in (*own.wanted, *own.additions):
            if name in everybody.files:
                own.files.setdefault(name, everybody.files[name])
        yield from reader.started(_Manager(StarterKind.USER_UNIT, own, home))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads services out of the trees."""

    look: Looking
    programs: Programs

    def started(self, manager: _Manager) -> Iterator[StartsByItself]:
        on = self._switched_on(manager.tree)
        for name in dict.fromkeys((*manager.tree.files, *manager.tree.additions)):
            if name.endswith(".service"):
                yield from self._service(manager, name, on)

    def _switched_on(self, tree: UnitTree) -> frozenset[str]:
        """Return the services that a timer, path or socket starts which is itself on."""
        found: set[str] = set()
        for name, path in tree.files.items():
            if not name.endswith(tree_of.STARTING_ENDINGS) or tree_of.wanted_name(tree, name) is None:
                continue
            if not tree_of.is_masked(self.look, path):
                given = [setting for _, setting in tree_of.unit_settings(self.look, tree, name)]
                stem, _, ending = name.rpartition(".")
                named = (last_value(given, ending.capitalize(), key) for key in ("Unit", "Service"))
                found.add(next(filter(None, named), f"{stem}.service"))
        return frozenset(found)

    def _service(self, manager: _Manager, name: str, on: frozenset[str]) -> Iterator[StartsByItself]:
        path = manager.tree.files.get(name, "")
        if path and tree_of.is_masked(self.look, path):
            return
        wanted = tree_of.wanted_name(manager.tree, name) or (name if name in on else None)
        if wanted is None and self._is_alias(path):
            wanted = name
        if wanted is None and not manager.tree.additions.get(name) and self._is_stock(path):
            return  # brought by a package and not switched on
        placed = tree_of.unit_settings(self.look, manager.tree, name)
        for execution in executions([setting for _, setting in placed]):
            yield self._starter(manager, wanted or name, placed, execution, is_on=wanted is not None)

    def _is_alias(self, path: str) -> bool:
        """Whether the file is a link to a unit of another name, as switching on makes them."""
        return bool(path) and (self.look.link(path) or path).rpartition("/")[2] != path.rpartition("/")[2]

    def _is_stock(self, path: str) -> bool:
        owner = self._owner(path)
        return bool(owner) or (owner is None and path.startswith(PACKAGES_FOLDERS))

    def _owner(self, path: str) -> str | None:
        return self.programs.owners.of(path) or self.programs.owners.of(self.look.place.resolved(path))

    def _starter(
        self, manager: _Manager, name: str, placed: list[Placed], execution: Execution, *, is_on: bool
    ) -> StartsByItself:
        file = next(path for path, setting in reversed(placed) if setting.line == execution.line)
        filled = tuple(
            with_specifiers(word, home=manager.home.path, who=manager.home.who, unit=name)
            for word in execution.words
        )
        program = self.programs.started_by(filled, manager.home.path)
        restarts = last_value([setting for _, setting in placed], "Service", "Restart") in RESTARTS
        return StartsByItself(
            seen_in=file,
            kind=manager.kind,
            name=name,
            line=execution.line,
            path=program.path,
            who=manager.home.who,
            when=self.look.changed(file),
            is_on=is_on,
            is_missing=not program.is_there,
            restarts=restarts,
            at_start=is_on,
            file_package=self._owner(file),
            package=program.package,
        )
