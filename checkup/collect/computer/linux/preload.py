"""The list of libraries that the loader puts into every program.

References: ld.so(8) "/etc/ld.so.preload".
"""

import re
from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.preload import PreloadedLibrary
from checkup.model.sources import Reading

PATH = "/etc/ld.so.preload"


def preloaded_libraries(ground: Ground) -> Reading[PreloadedLibrary]:
    """Return the libraries of the list; on most computers there is no such file."""
    look = ground.looking()
    return look.reading(_libraries(look, ground))


def _libraries(look: Looking, ground: Ground) -> Iterator[PreloadedLibrary]:
    for raw in (look.text(PATH) or "").splitlines():
        line = raw.partition("#")[0].strip()
        for library in re.split(r"[\s:]+", line) if line else ():
            whole = look.place.resolved(library) if library.startswith("/") else library
            yield PreloadedLibrary(
                seen_in=PATH,
                path=whole,
                line=raw.strip(),
                when=look.changed(whole) if whole.startswith("/") else "",
                package=ground.owners.of(whole),
                is_there=look.is_there(whole) if whole.startswith("/") else True,
            )
