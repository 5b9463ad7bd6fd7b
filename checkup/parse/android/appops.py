"""`dumpsys appops`: what each app may do, and when it last did it out of sight.

Three forms:

- Android 6 to 8: `CAMERA: mode=0; time=+3h2m ago; duration=+2s`. It does not tell in sight from out of
  sight, so it yields the last use of all, none out of sight, and no `UnseenTimes` either.
- Android 9: `          Access: top   = 2018-…` and under it `                  bg    = 2018-… (-3h…)`: one
  line a state, only the first of a list says which list it is.
- Android 10 and later: `Access: [bg-s] 2022-… (-3h…)`, each line whole; inside `null=[` … `]` since 11.

A uid's own lines (`      CAMERA: mode=foreground`) come before its packages and are not an app's. Uses by
an app that was in the foreground or that showed a notification do not count as out of sight.

References: AOSP AppOpsService.dump of 6.0, 8.1, 9 (dumpTimesLocked), 12 and 16 (dumpStatesLocked).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.model.android import AppUse, UnseenTimes
from checkup.parse.android.dump import Lines, NotRecognised
from checkup.parse.android.permissions import OPERATIONS

SEEN_IN = "dumpsys appops"

_OPERATION = re.compile(r" {6,8}([A-Z_]{3,60})(?: \(([a-z]+)|: mode=(\w+))")
_LAST = re.compile(r"; time=\+([\ddhms]{1,40}) ago")
_TIME = re.compile(
    r" {8,40}(?:(Access|Reject): )?(?:\[(\w{1,8}?)(?:-\w{1,8})?\]|(\w{2,8}) {0,4}=) ?"
    r"([\d-]{10} [\d:]{8})?\S{0,8} ?\((-[^)]{1,40})\)"
)
_PARTS = re.compile(r"(\d{1,9})(ms|d|h|m|s)")
_SECONDS = {"d": 86400, "h": 3600, "m": 60, "s": 1, "ms": 0}
_OUT_OF_SIGHT = frozenset({"bg", "cch"})
_ALLOWED = frozenset({"allow", "foreground", "0", "4"})


@dataclass(slots=True)
class _Use:
    app: str
    operation: str
    is_allowed: bool
    seconds_ago: int | None = None
    when: str = ""
    last_seconds_ago: int | None = None
    in_access: bool = False

    def take(self, seconds: int, when: str) -> None:
        if self.seconds_ago is None or seconds < self.seconds_ago:
            self.seconds_ago, self.when = seconds, when

    @property
    def says_something(self) -> bool:
        return self.is_allowed or (self.seconds_ago, self.last_seconds_ago) != (None, None)

    def observed(self) -> AppUse:
        return AppUse(
            seen_in=SEEN_IN,
            app=self.app,
            operation=self.operation,
            is_allowed=self.is_allowed,
            seconds_ago=self.seconds_ago,
            when=self.when,
            last_seconds_ago=self.last_seconds_ago,
        )


def app_uses(lines: Lines) -> Iterator[AppUse | UnseenTimes]:
    """Yield what apps may do or did out of sight; raises NotRecognised where there is no such list."""
    is_known = tells_sight = False
    app = ""
    use: _Use | None = None
    for line in lines:
        if line.startswith(("    Package ", "  Uid ")):
            yield from _worth_telling(use)
            app, use, is_known = _app(line), None, True
        elif app and (found := _OPERATION.match(line)):
            yield from _worth_telling(use)
            use = _begun(app, found)
            tells_sight |= found[3] is None
        elif use and " (-" in line:
            _take(use, line)
    yield from _worth_telling(use)
    if not is_known:
        raise NotRecognised
    if tells_sight:
        yield UnseenTimes(seen_in=SEEN_IN)


def _app(line: str) -> str:
    return line[12:].rstrip().rstrip(":") if line.startswith("    Package ") else ""


def _worth_telling(use: _Use | None) -> Iterator[AppUse]:
    if use and use.says_something:
        yield use.observed()


def _begun(app: str, found: re.Match[str]) -> _Use | None:
    operation, mode, old_mode = found.groups()
    if operation not in OPERATIONS:
        return None
    # The oldest form does not tell in sight from out of sight, so its times never count as the latter.
    last = _LAST.search(found.string, found.end()) if old_mode else None
    ago = seconds_in(last[1]) if last else None
    return _Use(app, operation, (mode or old_mode) in _ALLOWED, last_seconds_ago=ago)


def _take(use: _Use, line: str) -> None:
    found = _TIME.match(line)
    if found is None:
        return
    if found[1]:  # the lines under it, of Android 9, belong to the same list
        use.in_access = found[1] == "Access"
    if use.in_access and (found[2] or found[3]) in _OUT_OF_SIGHT:
        use.take(seconds_in(found[5]), found[4] or "")


def seconds_in(text: str) -> int:
    """Return the seconds of a time span as Android writes it: `-314d1h25m2s33ms`."""
    return sum(int(number) * _SECONDS[unit] for number, unit in _PARTS.findall(text))
