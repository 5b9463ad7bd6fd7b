"""Everything that starts programs by itself on Windows, from all its places."""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.run_keys import run_keys
from checkup.collect.computer.windows.services import services
from checkup.collect.computer.windows.startup_folders import startup_folders
from checkup.collect.computer.windows.tasks import tasks
from checkup.collect.looking import Looking
from checkup.model.sources import Reading
from checkup.model.starter import StartsByItself


def starters(ground: Ground) -> Reading[StartsByItself]:
    """Return everything that starts by itself."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    yield from run_keys(look, ground)
    yield from startup_folders(look, ground)
    yield from services(look, ground)
    yield from tasks(look, ground)
