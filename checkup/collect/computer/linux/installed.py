"""What is installed: the distribution's packages, and what lies in the places programs put themselves.

Only names of files and folders are read, nothing inside them.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.installed import InstalledProgram
from checkup.model.sources import Reading

# Where makers put programs past the packages: two levels deep, because the first is often the maker.
DEEP = ("/opt", "/usr/local")
FLAT = ("/usr/bin", "/usr/sbin", "/usr/libexec", "/usr", "/var/opt", "/var/lib")
OWN = (".local/share", ".local/bin", ".config", "bin", "Applications", "AppImages")


def installed_programs(ground: Ground) -> Reading[InstalledProgram]:
    """Return all packages, and all paths where programs may lie."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[InstalledProgram]:
    for package in sorted(ground.owners.packages):
        yield InstalledProgram(seen_in="packages", package=package)
    for path in _paths(look, ground):
        yield InstalledProgram(seen_in=path, path=path)


def _paths(look: Looking, ground: Ground) -> Iterator[str]:
    for folder in FLAT:
        yield from look.paths(folder)
    for folder in DEEP:
        for path in look.paths(folder):
            yield path
            yield from look.paths(path)
    for home in ground.homes_to_read(look):
        yield from (path for path in look.paths(home.path) if path.rpartition("/")[2].startswith("."))
        for own in OWN:
            yield from look.paths(f"{home.path}/{own}")
