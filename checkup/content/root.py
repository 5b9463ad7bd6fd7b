"""Where resources/ lies: inside the package in a wheel or bundle, beside it in a checkout."""

from functools import cache
from pathlib import Path, PurePosixPath

PACKAGE = Path(__file__).resolve().parent.parent
MANIFEST = "manifest.toml"
SIGNATURE = b'name = "Checkup"'


class ResourcesMissing(Exception):
    """No folder of this program's resources was found: the copy is not whole."""


class NameOutsideResources(Exception):
    """A name given to resources/ was absolute or climbed out of it."""


def root() -> Path:
    """Return the resources folder; only one whose manifest names this program is taken."""
    return _root(PACKAGE)


@cache
def _root(package: Path) -> Path:
    for place in (package / "resources", package.parent / "resources"):
        if _is_ours(place / MANIFEST):
            return place
    raise ResourcesMissing


def resource(name: str) -> Path:
    """Return the path of one resource, named from resources/ with forward slashes."""
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts or "\\" in name or ":" in name:
        raise NameOutsideResources(name)
    return root().joinpath(*relative.parts)


def _is_ours(manifest: Path) -> bool:
    try:
        return SIGNATURE in manifest.read_bytes()
    except OSError:
        return False
