"""One session as the login service notes it in /run/systemd/sessions: text in, facts out.

References: sd-login(3), sd_session_is_remote(3); the file itself is the service's own notes, so every
field may be missing.
"""

from dataclasses import dataclass

ON_SCREEN = frozenset({"x11", "wayland", "mir"})


@dataclass(frozen=True, slots=True)
class LoginSession:
    """One session; `kind` is "x11", "wayland", "tty" or another word, `since` seconds since 1970 or None."""

    user: str
    number: int
    kind: str
    group: str  # "user", "greeter", "background", "manager"
    seat: str
    terminal: str
    service: str
    remote: str
    is_remote: bool
    is_open: bool
    since: float | None


def login_session(text: str) -> LoginSession | None:
    """Read a session's file; None when it names no account."""
    values = dict(line.partition("=")[::2] for line in text.splitlines() if not line.startswith("#"))
    number = values.get("UID", "")
    if not (number.isascii() and number.isdigit()):
        return None
    since = values.get("REALTIME", "")
    return LoginSession(
        user=values.get("USER", ""),
        number=int(number[:10]),
        kind=values.get("TYPE", ""),
        group=values.get("CLASS", ""),
        seat=values.get("SEAT", ""),
        terminal=values.get("TTY", "") or values.get("DISPLAY", ""),
        service=values.get("SERVICE", ""),
        remote=values.get("REMOTE_HOST", ""),
        is_remote=values.get("REMOTE") == "1",
        is_open=values.get("STATE", "") != "closing",
        since=int(since[:18]) / 1_000_000 if since.isascii() and since.isdigit() else None,
    )
