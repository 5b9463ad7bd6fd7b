"""Programs that macOS tells of every key: asked of the window server, on the running system alone.

Any account may ask. References: osquery `event_taps`; Apple, CGGetEventTapList.
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from checkup.collect.computer.macos.ground import MacGround
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking, moment
from checkup.model.keyboard import KeyboardWay, ReadsKeyboard
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.event_taps import SIZE, key_taps

if TYPE_CHECKING:
    import psutil

PLACE = "event taps"
LIBRARY = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
MOST_TAPS = 1000


def listed_taps() -> bytes:
    """Return the list as the window server gives it; raises OSError where it does not."""
    library = ctypes.CDLL(LIBRARY)
    taps, count = ctypes.create_string_buffer(SIZE * MOST_TAPS), ctypes.c_uint32()
    ask = library.CGGetEventTapList
    ask.argtypes = [ctypes.c_uint32, ctypes.c_void_p, ctypes.POINTER(ctypes.c_uint32)]
    ask.restype = ctypes.c_int32
    if fault := ask(MOST_TAPS, taps, ctypes.byref(count)):
        raise OSError(fault, LIBRARY)
    return taps.raw[: SIZE * min(count.value, MOST_TAPS)]


def event_taps(ground: MacGround, ask: Callable[[], bytes] = listed_taps) -> Reading[ReadsKeyboard]:
    """Return each program that is told of other programs' keys, once."""
    if not ground.place.live:
        return not_live(ReadsKeyboard)
    look = ground.looking()
    try:
        taps = ask()
    except (OSError, AttributeError):  # no such library, or none of this name in it
        look.note(PLACE, Cause.FAILED)
        return look.reading(())
    return look.reading(_readers(look, dict.fromkeys(tap.process for tap in key_taps(taps))))


def _readers(look: Looking, numbers: dict[int, None]) -> Iterator[ReadsKeyboard]:
    import psutil

    for number in numbers:
        try:
            yield _reader(number, psutil.Process(number))
        except psutil.NoSuchProcess:
            continue  # it ended meanwhile
        except psutil.Error:
            look.note(PLACE, Cause.NOT_PERMITTED)


def _reader(number: int, process: "psutil.Process") -> ReadsKeyboard:
    with process.oneshot():
        return ReadsKeyboard(
            seen_in=PLACE,
            number=number,
            name=process.name(),
            device=PLACE,
            way=KeyboardWay.EVENT_TAP,
            path=process.exe(),
            who=process.username(),
            since=moment(process.create_time()),
        )
