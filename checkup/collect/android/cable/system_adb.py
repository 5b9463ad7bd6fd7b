"""The system's own adb, with a server and a key of its own that are both gone afterwards.

The person's adb, should they use one, is not touched: another port, another home folder. Where this
program is ended by force, the server ends with it (Linux, macOS); the next start removes the key that was
left, and ends a server that still listens (Windows). References: Android's adb, SERVICES.TXT and `adb help`.
"""

import re
import secrets
import time
from pathlib import Path
from threading import Thread

from checkup.collect.android.cable.own_folder import OwnFolder, left_behind, remove
from checkup.collect.android.cable.shell import (
    LONGEST,
    SECONDS,
    Answer,
    Plugged,
    State,
    marked,
    unmarked,
)
from checkup.collect.run import Ended, Ran, RunHere
from checkup.model.looked import Cause
from checkup.model.stop import Stop

ADB = "adb"
HOURS = 3600.0 * 4
START = 10.0
LOOK_EVERY = 0.05
LISTENS_AFTER = 0.2
FIRST_PORT, PORTS = 20000, 30000

_ROW = re.compile(r"(\S{1,200})\s+(device|unauthorized|authorizing|offline|no permissions|recovery|host)\b")
_STATES = {
    "device": State.READY,
    "unauthorized": State.UNAUTHORISED,
    "authorizing": State.UNAUTHORISED,
    "no permissions": State.NO_ACCESS,
}
_CAUSES = {
    Ended.TIMED_OUT: Cause.TIMED_OUT,
    Ended.TOO_MUCH: Cause.TOO_LARGE,
    Ended.STOPPED: Cause.STOPPED,
}


class SystemAdb:
    """A running server of adb. `phones` lists what is plugged in; `shell` talks to one of them."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._folder = OwnFolder()
        self._port = str(FIRST_PORT + secrets.randbelow(PORTS))
        self._folder.note_port(self._port)
        self._server_stop = Stop()
        own = {"HOME": self.home, "USERPROFILE": self.home, "ADB_MDNS_AUTO_CONNECT": "0"}
        self._run = RunHere(stop, own=own)
        serving = RunHere(self._server_stop, own=own, ends_with_us=True)
        self._server = Thread(target=self._serve, args=(serving,), daemon=True)

    @property
    def home(self) -> str:
        """The folder that holds the key for as long as this goes on."""
        return str(self._folder.path)

    @property
    def is_running(self) -> bool:
        """Whether the server is there."""
        return self._server.is_alive()

    @staticmethod
    def is_there(stop: Stop) -> bool:
        """Whether this system has an adb."""
        return RunHere(stop)(ADB, "version").went_well

    def start(self) -> bool:
        """Start the server; return whether it answers. What an earlier one left is taken away first."""
        self._clear_up()
        self._server.start()
        # A client that finds no server starts one itself. The key is made just before the server listens.
        key = Path(self.home) / ".android" / "adbkey"
        deadline = time.monotonic() + START
        while not key.exists() and self.is_running and time.monotonic() < deadline:
            self._stop.wait(LOOK_EVERY)
        self._stop.wait(LISTENS_AFTER)
        return self.is_running and self.ask("devices", seconds=START).went_well

    def phones(self) -> tuple[Plugged, ...]:
        """Return the phones on the cable."""
        out = self.ask("devices", seconds=START).out.decode("utf-8", "replace")
        rows = (_ROW.match(line) for line in out.splitlines()[1:])
        return tuple(Plugged(serial=row[1], state=_STATES.get(row[2], State.OFFLINE)) for row in rows if row)

    def shell(self, serial: str) -> "SystemShell":
        """Return the shell of one phone."""
        return SystemShell(self, serial)

    def ask(self, *words: str, seconds: float = SECONDS, longest: int = LONGEST) -> Ran:
        """Run one command of adb against the own server."""
        return self._run(ADB, "-P", self._port, *words, seconds=seconds, longest=longest)

    def close(self) -> None:
        """End the server and remove its key."""
        self._server_stop.ask()
        if self._server.is_alive():
            self._server.join(START)
        self._folder.close()

    def _clear_up(self) -> None:
        for folder, port in left_behind():
            if port:
                self._run(ADB, "-P", port, "kill-server", seconds=START)
            remove(folder)

    def _serve(self, run: RunHere) -> None:
        run(ADB, "-P", self._port, "nodaemon", "server", seconds=HOURS)


class SystemShell:
    """One phone by way of the system's adb; closing it ends the server."""

    def __init__(self, adb: SystemAdb, serial: str) -> None:
        self._adb = adb
        self._serial = serial

    def run(self, command: str, *, seconds: float = SECONDS, longest: int = LONGEST) -> Answer:
        """Return what the command wrote."""
        words, mark = marked(command)
        ran = self._adb.ask("-s", self._serial, "exec-out", words, seconds=seconds, longest=longest)
        whole = unmarked(ran.out, mark)
        if whole is not None:
            return Answer(out=whole)
        return Answer(out=ran.out, cause=_CAUSES.get(ran.ended, Cause.DISCONNECTED))

    def close(self) -> None:
        """End adb's server."""
        self._adb.close()
