"""Where a program of Windows lies: in a folder of programs, in a known program's own, or elsewhere.

Programs for chat, cloud and keyboards often install themselves below a person's own folder: those
many people have are told by their folders. References: MITRE ATT&CK T1036.005 (names of the system in
other places); LOLRMM (folders of ProgramData named by an id); the programs' own documentation.
"""

import re

from checkup.checks.spots import Spot

_DRIVE = re.compile(r"^(?:\\\\[?.]\\)?[A-Za-z]:\\|^\\\\")
_TEMPORARY = (
    *("\\windows\\temp\\", "\\windows\\tasks\\", "\\windows\\debug\\", "\\appdata\\local\\temp\\"),
    *("\\$recycle.bin\\", "\\recycler\\", "\\perflogs\\", "\\windows\\tracing\\"),
)
_TEMPORARY_ROOTS = ("\\temp\\", "\\tmp\\")
_STARTUP = "\\start menu\\programs\\startup\\"
_SHARED = "\\users\\public\\"
_NAMELESS = re.compile(
    r"^\\programdata\\\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?\\"
)
SYSTEM = (
    *("\\windows\\", "\\program files\\", "\\program files (x86)\\", "\\programdata\\microsoft\\"),
    "\\programdata\\package cache\\",
)
# Below a person's own folder; parts of a path.
_KNOWN = (
    *("\\appdata\\local\\programs\\", "\\appdata\\local\\microsoft\\", "\\appdata\\roaming\\microsoft\\"),
    *("\\appdata\\local\\google\\", "\\appdata\\local\\coccoc\\", "\\appdata\\local\\bravesoftware\\"),
    *("\\appdata\\local\\zalo\\", "\\appdata\\local\\viber\\", "\\appdata\\roaming\\telegram desktop\\"),
    *("\\appdata\\local\\discord\\", "\\appdata\\local\\slack\\", "\\appdata\\roaming\\zoom\\"),
    *("\\appdata\\roaming\\spotify\\", "\\appdata\\local\\whatsapp\\", "\\appdata\\local\\dropbox\\"),
    *("\\appdata\\local\\grammarly\\", "\\appdata\\local\\opera\\", "\\appdata\\local\\vivaldi\\"),
    *(
        "\\appdata\\local\\mozilla firefox\\",
        "\\appdata\\local\\githubdesktop\\",
        "\\appdata\\local\\figma\\",
    ),
    *("\\appdata\\local\\steam\\", "\\appdata\\local\\jetbrains\\", "\\appdata\\roaming\\npm\\"),
    *("\\appdata\\local\\messenger\\", "\\appdata\\local\\postman\\", "\\appdata\\local\\notion\\"),
)
# Makers whose programs keep their own updaters there.
_KNOWN_DATA = (
    *("\\programdata\\dell\\", "\\programdata\\hp\\", "\\programdata\\lenovo\\", "\\programdata\\asus\\"),
    *("\\programdata\\acer\\", "\\programdata\\intel\\", "\\programdata\\nvidia corporation\\"),
    *("\\programdata\\adobe\\", "\\programdata\\chocolatey\\", "\\programdata\\google\\"),
)


def is_windows_path(path: str) -> bool:
    """Whether a whole path is one of Windows."""
    return _DRIVE.match(path) is not None


def folded(path: str) -> str:
    """Return a path as it is compared: without drive, in small letters."""
    return "\\" + _DRIVE.sub("", path).replace("/", "\\").lower()


def windows_spot(path: str) -> Spot:
    """Tell where a whole path of Windows lies."""
    low = folded(path)
    if any(part in low for part in _TEMPORARY) or low.startswith(_TEMPORARY_ROOTS):
        return Spot.TEMPORARY
    if low.startswith(_SHARED):
        return Spot.SHARED_FOLDER
    if _NAMELESS.match(low):
        return Spot.NAMELESS_FOLDER
    if is_known(path) or is_windows_systems(path):
        return Spot.USUAL
    if low.startswith("\\programdata\\"):
        return Spot.DATA_FOLDER
    return Spot.HOME if low.startswith("\\users\\") else Spot.USUAL


def is_known(path: str) -> bool:
    """Whether a path lies in a folder of a well-known program."""
    low = folded(path)
    if _STARTUP in low:
        return False  # what lies there itself is somebody's own
    return any(part in low for part in _KNOWN) or low.startswith(_KNOWN_DATA)


def is_windows_systems(path: str) -> bool:
    """Whether a path lies where only the administrator can put programs."""
    low = folded(path)
    if _STARTUP in low:
        return False
    return low.startswith(SYSTEM) and not any(part in low for part in _TEMPORARY)
