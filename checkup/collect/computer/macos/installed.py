"""What is installed on a Mac: programs with what they call themselves, and where others put themselves."""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.installed import InstalledProgram
from checkup.model.sources import Reading

FOLDERS = ("/Applications", "/Applications/Utilities")
FLAT = (
    *("/Library/Application Support", "/Library/PrivilegedHelperTools", "/usr/local/bin", "/usr/local"),
    *("/Library", "/Library/Extensions", "/Library/Frameworks", "/opt", "/private/var"),
)
OWN = ("Library/Application Support", "Library", "Applications")


def installed_programs(ground: MacGround) -> Reading[InstalledProgram]:
    """Return all programs, and all paths by which known ones can be told."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: MacGround) -> Iterator[InstalledProgram]:
    homes = ground.homes_to_read(look)
    for folder in (*FOLDERS, *(f"{home.path}/Applications" for home in homes)):
        for path in look.paths(folder, ".app"):
            info = property_list(look, f"{path}/Contents/Info.plist")
            yield InstalledProgram(
                seen_in=path,
                path=path,
                name=info.at("CFBundleName").text,
                bundle_id=info.at("CFBundleIdentifier").text,
            )
    for folder in (*FLAT, *(f"{home.path}/{own}" for home in homes for own in OWN)):
        for path in look.paths(folder):
            yield InstalledProgram(seen_in=path, path=path)
    for home in homes:
        for path in look.paths(home.path):
            if path.rpartition("/")[2].startswith("."):
                yield InstalledProgram(seen_in=path, path=path)
