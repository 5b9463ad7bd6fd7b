"""The text of a bug report or of `dumpsys`, cut into its sections while it streams by.

Only a piece and one line are held at a time. A line longer than `LONGEST_LINE` is cut: nothing Android
writes about an app is that long, and a file without line breaks would otherwise fill the memory.

References: AOSP frameworks/native/cmds/dumpsys and dumpstate (headers, the dashes between services,
the sentences of a service that is missing, refuses or takes too long).
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import chain

from checkup.model.looked import Cause

LONGEST_LINE = 256 * 1024

_HEAD = re.compile(
    r"DUMP OF SERVICE (?:CRITICAL |HIGH |NORMAL )?([\w.]{1,80}):|------ ([^()\n]{1,80}?) ?\(.{0,200}\) ------"
)
_TROUBLE = (
    ("*** SERVICE ", Cause.TIMED_OUT),
    ("Can't find service", Cause.NOT_SUPPORTED),
    ("Permission Denial", Cause.NOT_PERMITTED),
    ("Failure while dumping", Cause.FAILED),
)
# What the first lines of one service's dump look like where no header says whose it is.
_FIRST_WORDS = (
    ("Current AppOps Service state", "appops"),
    ("ACCESSIBILITY MANAGER", "accessibility"),
    ("Current Device Policy Manager state", "device_policy"),
    ("Current Notification Manager state", "notification"),
    ("Activity Resolver Table:", "package"),
    ("Receiver Resolver Table:", "package"),
    ("Database versions:", "package"),
    ("Packages:", "package"),
    ("Verifiers:", "package"),
    ("ADB MANAGER STATE", "adb"),
    ("GLOBAL SETTINGS", "settings"),
    ("ROLE MANAGER STATE", "role"),
    ("Battery History", "batterystats"),
)
_LINES_WITHOUT_HEAD = 40

Lines = Iterator[str]


class NotRecognised(Exception):
    """A section is written in a way its reader does not know, or broke off; `cause` says which."""

    def __init__(self, cause: Cause = Cause.UNKNOWN_FORMAT) -> None:
        super().__init__(cause)
        self.cause = cause


def lines(pieces: Iterable[bytes]) -> Lines:
    """Yield the lines of a stream of bytes, without their ends; what is no UTF-8 becomes a mark."""
    return chain.from_iterable(_batches(pieces))


def _batches(pieces: Iterable[bytes]) -> Iterator[list[str]]:
    decoder = getincrementaldecoder("utf-8")("replace")
    rest = ""
    for piece in pieces:
        batch = (rest + decoder.decode(piece)).replace("\r\n", "\n").split("\n")
        rest = batch.pop()[:LONGEST_LINE]
        yield batch
    yield [rest + decoder.decode(b"", final=True)]


def sections(of: Lines) -> Iterator[tuple[str, Lines]]:
    """Yield each section's name (of the service, or the title in capitals) and its lines.

    What of a section is not taken is skipped. Lines before the first header count as the section
    their first words tell, so that the dump of a single service can be read too.
    """
    splitter = _Splitter(of)
    while (name := splitter.next_name()) is not None:
        yield name, splitter.inner()


def checked(of: Lines) -> Lines:
    """Yield a section's lines; raises NotRecognised where Android says that they are not whole."""
    for line in of:
        if line[:1] in "*CPF":
            for words, cause in _TROUBLE:
                if line.startswith(words):
                    raise NotRecognised(cause)
        yield line


class _Splitter:
    """Walks the lines; knows the header it met while somebody read a section."""

    def __init__(self, of: Lines) -> None:
        self._first: list[str] = []
        self._lines = of
        self._name: str | None = self._headless()

    def next_name(self) -> str | None:
        if self._name is None:
            for _ in self.inner():  # what nobody took, up to the next header
                pass
        name, self._name = self._name, None
        return name

    def inner(self) -> Lines:
        for line in chain(self._first, self._lines):
            if line[:1] in "D-" and (head := _HEAD.match(line)):
                self._name = head[1] or head[2]
                return
            if line.startswith("-----") and self._ends(line):
                continue
            yield line

    def _headless(self) -> str | None:
        for number, line in enumerate(self._lines):
            self._first.append(line)
            if line[:1] in "D-" and _HEAD.match(line):
                break
            for words, name in _FIRST_WORDS:
                if line.startswith(words):
                    self._lines, self._first = chain(self._first, self._lines), []
                    return name
            if number > _LINES_WITHOUT_HEAD:
                break
        self._lines, self._first = chain(self._first, self._lines), []
        return None

    @staticmethod
    def _ends(line: str) -> bool:
        return "was the duration of" in line or not line.strip("-")
