"""Whose browsers and desktop settings are read: this person's, or everybody's on a disk.

On the running system other people's closed homes are theirs, and a check of one's own browsers
is whole without them; what an administrator may read anyway is read.
"""

from collections.abc import Iterator

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead


def own_homes(ground: Ground, look: Looking) -> Iterator[Home]:
    """Yield this person's home and the others that are open to them; on a disk all of them."""
    if not ground.place.live:
        yield from ground.homes_to_read(look)
        return
    for number, home in enumerate(ground.homes):
        if number == 0 or _is_open(ground, home):
            yield home


def this_persons_homes(ground: Ground, look: Looking) -> tuple[Home, ...]:
    """Return this person's home alone, whatever an administrator may read; on a disk all of them."""
    if not ground.place.live:
        return ground.homes_to_read(look)
    return ground.homes[:1] if ground.home.startswith("/") else ()


def _is_open(ground: Ground, home: Home) -> bool:
    try:
        ground.place.names(home.path)
    except CouldNotRead:
        return False
    return True
