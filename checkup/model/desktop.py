"""Observations about the desktop: which kind of session runs, and whether its screen can be shared."""

from enum import StrEnum

from checkup.model.sources import Observation


class SessionKind(StrEnum):
    """The kind of a session on the screen."""

    X11 = "x11"  # every program in it can read all keys
    WAYLAND = "wayland"
    TEXT = "tty"


class DesktopSession(Observation, frozen=True, kw_only=True):
    """A session somebody has on this computer's own screen."""

    kind: SessionKind
    who: str = ""


class ScreenSharing(Observation, frozen=True, kw_only=True):
    """A service that lets others see or use this screen, and a place that says it is switched on.

    `service` is a short id ("gnome-remote-desktop", "xrdp"), `name` what people call it, `path` its
    program, `line` the exact setting. `allows_control` and `needs_no_answer` are None where unknown:
    whether others can type and click, and whether they get in with nobody saying yes.
    """

    service: str
    name: str
    path: str = ""
    line: str = ""
    allows_control: bool | None = None
    needs_no_answer: bool | None = None
    who: str = ""
    when: str = ""
