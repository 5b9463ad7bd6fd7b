"""What is installed: Windows' own list, the keys programs leave behind, and the folders they lie in.

References: ForensicArtifacts/artifacts (WindowsUninstallKeys, both widths, everybody's and each person's).
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.looking import Looking
from checkup.model.installed import InstalledProgram
from checkup.model.sources import Reading
from checkup.parse.registry import RegistryKey

UNINSTALL = r"Microsoft\Windows\CurrentVersion\Uninstall"
STORE_APPS = "/Program Files/WindowsApps"
FLAT = ("/Program Files", "/Program Files (x86)", "/ProgramData")
DEEP = ("/Program Files", "/Program Files (x86)")  # the first level is often the maker
OWN = ("AppData/Roaming", "AppData/Local", "AppData/Local/Programs", "AppData/LocalLow")


def installed_programs(ground: Ground) -> Reading[InstalledProgram]:
    """Return all programs of the list, and all paths and keys by which known ones can be told."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[InstalledProgram]:
    tops = [r"HKLM\SOFTWARE", r"HKLM\SOFTWARE\Wow6432Node"]
    tops += [rf"HKU\{who}\Software" for who in ground.people(look)]
    for top in tops:
        for name, key in ground.keys(look, f"{top}\\{UNINSTALL}"):
            yield _listed(name, key)
        for name in ground.names(look, top):
            path = f"{top}\\{name}" if top.startswith("HKLM") else f"HKCU\\Software\\{name}"
            yield InstalledProgram(seen_in=f"{top}\\{name}", registry=path)
    for path in _paths(look, ground):
        yield InstalledProgram(seen_in=as_windows(path), path=as_windows(path))


def _listed(name: str, key: RegistryKey) -> InstalledProgram:
    return InstalledProgram(
        seen_in=key.path,
        name=key.text("DisplayName") or name,
        maker=key.text("Publisher"),
        path=key.text("InstallLocation").strip('" ').rstrip("\\"),
    )


def _paths(look: Looking, ground: Ground) -> Iterator[str]:
    for folder in FLAT:
        yield from look.paths(folder)
    for folder in DEEP:
        for path in look.paths(folder):
            if not path.startswith(STORE_APPS):
                yield from look.paths(path)
    for home in ground.homes_to_read(look):
        for own in OWN:
            yield from look.paths(f"{home.path}/{own}")
