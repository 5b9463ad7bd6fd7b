"""Observations of programs that run now: what, from where, for whom, listening where."""

from checkup.model.sources import Observation


class RunningProgram(Observation, frozen=True, kw_only=True):
    """A program that runs. `path` is the whole resolved path of its file, empty where that is hidden.

    `package` names the distribution's package that brought the file; "" where none did, None where
    that is not known. `is_deleted` says that the file is no longer where the program started from.
    `preload` is its LD_PRELOAD, `tracer` the number of the program that traces it (0: none). `scope`
    is "snap", "flatpak" or "container" where it runs in one. `since` is RFC 3339 in UTC or empty.
    """

    number: int
    parent: int = 0
    name: str = ""
    path: str = ""
    command: tuple[str, ...] = ()
    who: str = ""
    since: str = ""
    is_deleted: bool = False
    package: str | None = None
    signer: str | None = None
    preload: str = ""
    tracer: int = 0
    scope: str = ""


class ListeningPort(Observation, frozen=True, kw_only=True):
    """A port that waits for connections. `number` and `path` are its program's, 0 and "" if hidden.

    `address` is the one it listens on; "0.0.0.0" and "::" mean all.
    """

    port: int
    address: str = ""
    protocol: str = "tcp"
    number: int = 0
    name: str = ""
    path: str = ""

    @property
    def is_local_only(self) -> bool:
        """Whether only this computer itself can reach it."""
        return self.address.startswith("127.") or self.address in ("::1", "::ffff:127.0.0.1")
