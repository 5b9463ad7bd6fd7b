"""Reads the kind of session on the screen, and the services that share it when they are switched on.

References: the GSettings schemas org.gnome.desktop.remote-desktop and org.gnome.desktop.remote-access;
KDE's krfbrc and krdpserverrc; systemd.unit(5) (an enabled unit is a link in a `.wants` folder);
grdctl(1) (the system-wide settings of GNOME's remote login).
"""

from collections.abc import Iterator

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.desktop_settings import desktop_settings
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.computer.linux.past_sign_ins import SESSIONS, open_sessions
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking
from checkup.model.desktop import DesktopSession, ScreenSharing, SessionKind
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.ini import IniLine, ini_lines, is_yes

# The ids are those of the known programs, so that several signs of one service become one story.
_SERVICES = {
    "gnome-remote-desktop": ("GNOME Remote Desktop", "/usr/libexec/gnome-remote-desktop-daemon"),
    "vino": ("GNOME Desktop Sharing (vino)", "/usr/lib/vino/vino-server"),
    "krfb": ("KDE Desktop Sharing (krfb)", "/usr/bin/krfb"),
    "krdp": ("KDE Remote Desktop (krdp)", "/usr/bin/krdpserver"),
    "xrdp": ("xrdp", "/usr/sbin/xrdp"),
    "wayvnc": ("wayvnc", "/usr/bin/wayvnc"),
    "x11vnc": ("x11vnc", "/usr/bin/x11vnc"),
    "tigervnc": ("TigerVNC", "/usr/bin/Xtigervnc"),
}
# An enabled unit says that the service starts by itself; the name before the dot or the @. The units of
# GNOME's own services are not here: Debian enables them for everybody, and only the settings switch them on.
_UNITS = {
    "gnome-remote-desktop-headless": "gnome-remote-desktop",
    "xrdp": "xrdp",
    "wayvnc": "wayvnc",
    "x11vnc": "x11vnc",
    "tigervncserver": "tigervnc",
    "vncserver": "tigervnc",
    "app-org.kde.krdpserver": "krdp",
    "plasma-krdp_server": "krdp",
}
_SYSTEM_UNITS = "/etc/systemd/system"
_USER_UNITS = ("/etc/systemd/user", ".config/systemd/user")
_GRD = "/org/gnome/desktop/remote-desktop"
_GRD_SYSTEM = "/var/lib/gnome-remote-desktop/.local/share/gnome-remote-desktop/grd.conf"
_VINO = "/org/gnome/desktop/remote-access"


def desktop_sessions(ground: Ground) -> Reading[DesktopSession]:
    """Return the sessions on the screen; where the system notes none, this program's own."""
    if not ground.place.live:
        return not_live(DesktopSession)
    look = ground.looking()
    kinds = {kind.value: kind for kind in SessionKind}
    found = [
        DesktopSession(seen_in=path, kind=kinds[session.kind], who=session.user)
        for path, session in open_sessions(look)
        if session.kind in kinds and session.seat
    ]
    return look.reading(found or _own_session(look, kinds))


def screen_sharing(ground: Ground) -> Reading[ScreenSharing]:
    """Return every place that says a sharing service is switched on."""
    look = ground.looking()
    return look.reading(
        (*_gnome(ground, look), *_gnome_system(look), *_kde(ground, look), *_enabled(ground, look))
    )


def _own_session(look: Looking, kinds: dict[str, SessionKind]) -> Iterator[DesktopSession]:
    path = "/proc/self/environ"
    values = dict(entry.partition("=")[::2] for entry in (look.text(path) or "").split("\0"))
    kind = values.get("XDG_SESSION_TYPE", "") or ("wayland" if values.get("WAYLAND_DISPLAY") else "")
    kind = kind or ("x11" if values.get("DISPLAY") else "")
    if kind in kinds:
        yield DesktopSession(seen_in=path, kind=kinds[kind])
    else:
        look.note(SESSIONS, Cause.NOT_SUPPORTED)


def _gnome(ground: Ground, look: Looking) -> Iterator[ScreenSharing]:
    for settings in desktop_settings(ground, look):
        for kind in ("rdp", "vnc"):
            name = f"{_GRD}/{kind}/enable"
            if settings.is_on(name):
                yield _of(
                    look,
                    "gnome-remote-desktop",
                    settings.path,
                    f"{name} = true",
                    who=settings.who,
                    allows_control=settings.is_on(f"{_GRD}/{kind}/view-only") is False,
                    needs_no_answer=kind == "rdp" or settings.text(f"{_GRD}/vnc/auth-method") == "password",
                )
        if settings.is_on(f"{_VINO}/enabled"):
            yield _of(
                look,
                "vino",
                settings.path,
                f"{_VINO}/enabled = true",
                who=settings.who,
                allows_control=settings.is_on(f"{_VINO}/view-only") is not True,
                needs_no_answer=settings.is_on(f"{_VINO}/prompt-enabled") is False,
            )


def _gnome_system(look: Looking) -> Iterator[ScreenSharing]:
    for line in ini_lines(look.text(_GRD_SYSTEM) or ""):
        if line.section in ("RDP", "VNC") and line.name == "enabled" and is_yes(line.value):
            yield _of(look, "gnome-remote-desktop", _GRD_SYSTEM, line.text, needs_no_answer=True)


def _kde(ground: Ground, look: Looking) -> Iterator[ScreenSharing]:
    for home in own_homes(ground, look):
        yield from _krfb(look, home)
        path = f"{home.path.rstrip('/')}/.config/krdpserverrc"
        for line in _lines(look, path, "Autostart"):
            yield _of(look, "krdp", path, line.text, who=home.who, allows_control=True, needs_no_answer=True)


def _krfb(look: Looking, home: Home) -> Iterator[ScreenSharing]:
    path = f"{home.path.rstrip('/')}/.config/krfbrc"
    control = bool(_lines(look, path, "allowDesktopControl"))
    for line in _lines(look, path, "allowUnattendedAccess"):
        yield _of(look, "krfb", path, line.text, who=home.who, allows_control=control, needs_no_answer=True)


def _lines(look: Looking, path: str, name: str) -> list[IniLine]:
    lines = ini_lines(look.text(path) or "")
    return [line for line in lines if line.name == name and is_yes(line.value)]


def _enabled(ground: Ground, look: Looking) -> Iterator[ScreenSharing]:
    everyone, own = _USER_UNITS
    yield from _wanted(look, _SYSTEM_UNITS, "")
    yield from _wanted(look, everyone, "")
    for home in own_homes(ground, look):
        yield from _wanted(look, f"{home.path.rstrip('/')}/{own}", home.who)


def _wanted(look: Looking, folder: str, who: str) -> Iterator[ScreenSharing]:
    for wants in look.paths(folder, ".wants", ".requires"):
        for path in look.paths(wants, ".service", ".socket"):
            name = path.rpartition("/")[2].rpartition(".")[0].partition("@")[0]
            if service := _UNITS.get(name):
                yield _of(look, service, path, path.rpartition("/")[2], who=who)


def _of(  # noqa: PLR0913 - what was found, and where it was found
    look: Looking,
    service: str,
    seen_in: str,
    line: str,
    *,
    who: str = "",
    allows_control: bool | None = None,
    needs_no_answer: bool | None = None,
) -> ScreenSharing:
    name, path = _SERVICES[service]
    return ScreenSharing(
        seen_in=seen_in,
        service=service,
        name=name,
        path=path,
        line=line,
        allows_control=allows_control,
        needs_no_answer=needs_no_answer,
        who=who,
        when=look.changed(seen_in),
    )
