"""The text of a bug report or of `dumpsys`, cut into its sections while it streams by.

Only a piece and one line are held at a time. A line longer than `LONGEST_LINE` is cut: nothing Android
writes about an app is that long, and a file without line breaks would otherwise fill the memory.

References: AOSP frameworks/native/cmds/dumpsys and dumpstate (headers, the dashes between services,
the sentences of a service that is missing, refuses or takes too long).
"""

import contextlib
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import chain

from checkup.model.looked import Cause

LONGEST_LINE = 256 * 1024

_HEAD = re.compile(
    r"DUMP OF SERVICE (?:CRITICAL |HIGH |NORMAL )?([\w.]{1,80}):|------ ([^()\n]{1,80}?) ?\(.{0,200}\) ------"
)
# How lines begin that are no part of a section's text. Looked for in a whole piece: that costs far less
# than asking each line, or a pattern at each letter.
_MARKS = (
    *("DUMP OF SERVICE ", "-----", "*** SERVICE "),
    *("Can't find service", "Permission Denial", "Failure while "),
)
_TROUBLE = (
    ("*** SERVICE ", Cause.TIMED_OUT),
    ("Can't find service", Cause.NOT_SUPPORTED),
    ("Permission Denial", Cause.NOT_PERMITTED),
    ("Failure while ", Cause.FAILED),
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
    ("== dumpstate:", "DUMPSTATE"),
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
    return chain.from_iterable(text.split("\n") for text in _texts(pieces))


def _texts(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the stream as texts of whole lines, the last line end of each left away."""
    decoder = getincrementaldecoder("utf-8")("replace")
    rest = ""
    for piece in pieces:
        text = (rest + decoder.decode(piece)).replace("\r\n", "\n")
        whole, mark, rest = text.rpartition("\n")
        rest = rest[:LONGEST_LINE]
        if mark:
            yield whole
    yield rest + decoder.decode(b"", final=True)


def sections(pieces: Iterable[bytes]) -> Iterator[tuple[str, Lines]]:
    """Yield each section's name (of the service, or the title in capitals) and its lines.

    What of a section is not taken is skipped. Lines before the first header count as the section
    their first words tell, so that the dump of a single service can be read too. Taking lines raises
    NotRecognised where Android says that the section is not whole.
    """
    splitter = _Splitter(_texts(pieces))
    while (name := splitter.next_name()) is not None:
        yield name, splitter.inner()


class _Splitter:
    """Walks the texts; knows the header it met while somebody read a section."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._text: str | None = _beginning(texts)
        self._at = 0
        self._marks = _marks(self._text or "")
        self._name = _headless(self._text or "")

    def next_name(self) -> str | None:
        while self._name is None and self._text is not None:
            with contextlib.suppress(NotRecognised):
                for _ in self._parts():  # what nobody took, up to the next header
                    pass
        name, self._name = self._name, None
        return name

    def inner(self) -> Lines:
        for part in self._parts():
            yield from part.split("\n")

    def _parts(self) -> Iterator[str]:
        """Yield the text up to the next header, piece by piece, and remember what the header says."""
        while self._text is not None:
            text, at = self._text, self._at
            if not self._marks:
                self._text, self._at = next(self._texts, None), 0
                self._marks = _marks(self._text or "")
                if at < len(text):
                    yield text[at:]
                continue
            start = self._marks.pop()
            end = text.find("\n", start)
            self._at = len(text) if end < 0 else end + 1
            if start > at:
                yield text[at : start - 1]
            if self._is_next(text[start : self._at].rstrip("\n")):
                return

    def _is_next(self, line: str) -> bool:
        if head := _HEAD.match(line):
            self._name = head[1] or head[2]
            return True
        for words, cause in _TROUBLE:
            if line.startswith(words):
                raise NotRecognised(cause)
        return False  # dashes between services, or how long one took


def _marks(text: str) -> list[int]:
    """Return where lines begin that are no part of a section's text, the first one last."""
    found = [0] if text.startswith(_MARKS) else []
    for words in _MARKS:
        at = text.find(f"\n{words}")
        while at >= 0:
            found.append(at + 1)
            at = text.find(f"\n{words}", at + 1)
    return sorted(found, reverse=True)


def _beginning(texts: Iterator[str]) -> str | None:
    """Return the first texts as one: enough lines to tell what it is, however small the pieces."""
    text = next(texts, None)
    while text is not None and text.count("\n") < _LINES_WITHOUT_HEAD and len(text) < LONGEST_LINE:
        more = next(texts, None)
        if more is None:
            break
        text = f"{text}\n{more}"
    return text


def _headless(text: str) -> str | None:
    for line in text[:LONGEST_LINE].split("\n", _LINES_WITHOUT_HEAD)[:_LINES_WITHOUT_HEAD]:
        if _HEAD.match(line):
            return None
        for words, name in _FIRST_WORDS:
            if line.startswith(words):
                return name
    return None
