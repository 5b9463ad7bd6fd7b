"""What a phone on the cable is asked, all of it read only, and where the answers go.

The phone keeps no trace but the trust in this program's key, which "Revoke USB debugging authorisations"
on the phone removes. When the cable is pulled, all that is not yet asked ends as "disconnected".
"""

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial

from checkup.collect.android.cable.shell import Answer, PhoneShell
from checkup.collect.android.cable.signing import signers
from checkup.collect.android.drawers import SECTIONS, Drawers
from checkup.model.android import (
    InstalledApp,
    OpenGuard,
    OwnCertificate,
    PhoneDay,
    PhoneProperty,
    PhoneSetting,
    RootTrace,
    SignedFile,
)
from checkup.model.looked import Cause
from checkup.model.sources import Observation
from checkup.parse.android.dump import lines, sections
from checkup.parse.android.guards import selinux_open, system_files_open
from checkup.parse.android.settings import settings_listed
from checkup.parse.android.system import own_certificates, phone_day, properties

SERVICES = tuple(name for name in SECTIONS if name.islower() and name != "settings")
AREAS = ("global", "secure", "system")
CERTIFICATES = "/data/misc/user/0/cacerts-added"
ROOT_FILES = (
    *("/system/bin/su", "/system/xbin/su", "/sbin/su", "/su/bin/su", "/vendor/bin/su"),
    "/data/adb/magisk",
)
MOST_HASHED = 400
HASHED_AT_ONCE = 20
_PATH = re.compile(r"/data/app/[\w.=~/\-]{1,300}")
_HASH = re.compile(r"([0-9a-f]{64})\s+(/\S+)")

Told = Callable[[str], None]


def ask_phone(shell: PhoneShell, drawers: Drawers, told: Told = lambda _: None) -> bool:
    """Ask everything; return False where the phone went away in between. `told` gets what is asked next."""
    steps = asking_phone(shell, drawers)
    while True:
        try:
            told(next(steps))
        except StopIteration as end:
            return bool(end.value)


def asking_phone(shell: PhoneShell, drawers: Drawers) -> Generator[str, None, bool]:
    """Ask everything, and yield what is asked next; return False where the phone went away in between."""
    asking = _Asking(shell, drawers)
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("getprop", asking.properties),
        ("date", asking.day),
        *((area, partial(asking.settings, area)) for area in AREAS),
        *((name, partial(asking.service, name)) for name in SERVICES),
        ("ls", asking.certificates),
        ("ls", asking.root_files),
        ("mount", asking.guards),
        ("sha256sum", asking.hashes),
    )
    for name, step in steps:
        if not asking.is_gone:
            yield name
        step()
    drawers.finish()
    return not asking.is_gone


class _Asking:
    """Asks one thing after the other; once the phone is gone it is not asked any more."""

    def __init__(self, shell: PhoneShell, drawers: Drawers) -> None:
        self._shell = shell
        self._drawers = drawers
        self._why: Cause | None = None
        self._unsigned = False

    @property
    def is_gone(self) -> bool:
        return self._why is not None

    def properties(self) -> None:
        answer = self._ask("getprop", (PhoneProperty,))
        if answer:
            self._drawers.take_all(properties(lines([answer.out])), (PhoneProperty,), "getprop")

    def day(self) -> None:
        command = "date +%Y-%m-%d"
        if answer := self._ask(command, (PhoneDay,)):
            self._drawers.take_all(phone_day(_text(answer), command), (PhoneDay,), command)

    def settings(self, area: str) -> None:
        command = f"settings list {area}"
        if answer := self._ask(command, (PhoneSetting,)):
            found = settings_listed(_text(answer), area, command)
            self._drawers.take_all(found, (PhoneSetting,), command)

    def service(self, name: str) -> None:
        command = f"dumpsys {name}"
        if answer := self._ask(command, SECTIONS[name][1]):
            pieces = [f"DUMP OF SERVICE {name}:\n".encode(), answer.out]
            for section, inside in sections(pieces):
                self._drawers.take_section(section, inside)

    def certificates(self) -> None:
        answer = self._ask(f"ls {CERTIFICATES}", (OwnCertificate,))
        if answer and "ermission denied" in _text(answer):
            self._drawers.note(OwnCertificate, CERTIFICATES, Cause.NOT_PERMITTED)
        elif answer:
            self._drawers.take_all(own_certificates(_text(answer)), (OwnCertificate,), CERTIFICATES)

    def root_files(self) -> None:
        answer = self._ask(f"ls {' '.join(ROOT_FILES)}", (RootTrace,))
        if answer:
            there = [line for line in _text(answer).splitlines() if line in ROOT_FILES]
            traces = (RootTrace(seen_in="ls", path=path) for path in there)
            self._drawers.take_all(traces, (RootTrace,), "ls")

    def guards(self) -> None:
        if answer := self._ask("getenforce", (OpenGuard,)):
            self._drawers.take_all(selinux_open(_text(answer), "getenforce"), (OpenGuard,), "getenforce")
        if answer := self._ask("mount", (OpenGuard,)):
            found = system_files_open(_text(answer).splitlines(), "mount")
            self._drawers.take_all(found, (OpenGuard,), "mount")

    def hashes(self) -> None:
        """Ask for the certificates and the hashes of the files of added apps."""
        apps = {app.path: app.id for app in self._drawers.read(InstalledApp) if _PATH.fullmatch(app.path)}
        if not apps or self.is_gone:
            return
        paths = list(apps)
        if len(paths) > MOST_HASHED:
            self._drawers.note(SignedFile, "/data/app", Cause.TOO_LARGE)
        for some in _in_parts(paths[:MOST_HASHED]):
            self._signers({path: apps[path] for path in some})
            files = " ".join(f"{path}/base.apk" for path in some)
            answer = self._ask(f"sha256sum {files}", (SignedFile,))
            if answer:
                self._drawers.take_all(_hashed(_text(answer), apps), (SignedFile,), "sha256sum")
        if self._unsigned and not self.is_gone:
            self._drawers.note(SignedFile, "base.apk", Cause.UNKNOWN_FORMAT)

    def _signers(self, apps: dict[str, str]) -> None:
        def ask(command: str) -> str | None:
            answer = self._ask(command, (SignedFile,))
            return _text(answer) if answer else None

        found = tuple(signers(ask, apps))
        self._drawers.take_all(found, (SignedFile,), "base.apk")
        self._unsigned = self._unsigned or len(found) < len(apps)

    def _ask(self, command: str, kinds: Iterable[type[Observation]]) -> Answer | None:
        """Return the answer; what is not whole is noted, and still read as far as it came."""
        if self._why is not None:
            self._note(kinds, command, self._why)
            return None
        answer = self._shell.run(command)
        if answer.cause is not None:
            self._note(kinds, command.partition("/data/app")[0].strip(), answer.cause)
        if answer.cause in {Cause.DISCONNECTED, Cause.STOPPED}:
            self._why = answer.cause
            return None
        return answer

    def _note(self, kinds: Iterable[type[Observation]], where: str, cause: Cause) -> None:
        for kind in kinds:
            self._drawers.note(kind, where, cause)


def _hashed(text: str, apps: dict[str, str]) -> Iterator[SignedFile]:
    for digest, path in _HASH.findall(text):
        app = apps.get(path.removesuffix("/base.apk"))
        if app:
            yield SignedFile(seen_in=path, app=app, hashes=(digest,))


def _in_parts(paths: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(paths), HASHED_AT_ONCE):
        yield paths[first : first + HASHED_AT_ONCE]


def _text(answer: Answer) -> str:
    return answer.out.decode("utf-8", "replace")
