"""Programs that read the keyboard's device, and accounts whose programs may.

Programs that read keys through the X server, an input method or the accessibility bus leave no open
device: this check cannot see them and its words say so. On macOS it is those the system tells of keys.

References: Documentation/input/input.rst of Linux 6; osquery `event_taps`; MITRE ATT&CK T1056.001.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.spot import is_chosen
from checkup.checks.subject import about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.keyboard import KeyboardWay, MayReadKeyboard, ReadsKeyboard
from checkup.model.sources import Sources

ID = "computer.keyboard_readers"

# Display servers, session managers, power keys, remappers and input methods: they read keys by design.
USUAL = frozenset(
    {"Xorg", "X", "Xwayland", "systemd-logind", "elogind-daemon", "seatd", "systemd", "init", "gpm", "acpid"}
    | {
        "gnome-shell",
        "kwin_wayland",
        "sway",
        "Hyprland",
        "weston",
        "mutter",
        "labwc",
        "wayfire",
        "river",
        "niri",
    }
    | {
        "cosmic-comp",
        "phoc",
        "cage",
        "kmscon",
        "fbterm",
        "plymouthd",
        "upowerd",
        "thermald",
        "triggerhappy",
        "thd",
    }
    | {
        "input-remapper-service",
        "input-remapper-daemon",
        "input-remapper",
        "keyd",
        "kmonad",
        "kanata",
        "xremap",
    }
    | {
        "interception",
        "udevmon",
        "ydotoold",
        "touchegg",
        "libinput-gestures",
        "fusuma",
        "ratbagd",
        "openrazer-daemon",
    }
    | {
        "ibus-daemon",
        "ibus-engine-bamboo",
        "ibus-engine-unikey",
        "fcitx",
        "fcitx5",
        "fcitx5-bamboo",
        "unikey",
    }
    | {
        "bluetoothd",
        "steam",
        "evremap",
        "swayosd-server",
        "brltty",
        "systemd-udevd",
        "inputattach",
        "spice-vdagentd",
    }
)

# On macOS: tools for keys and windows, and input methods for Vietnamese. Nothing says who brought them.
USUAL_TAPS = frozenset(
    {"Karabiner-Core-Service", "karabiner_grabber", "BetterTouchTool", "Alfred", "Raycast", "Hammerspoon"}
    | {"Rectangle", "Magnet", "AltTab", "LogiMgrDaemon", "logioptionsplus_agent", "1Password", "Contexts"}
    | {"OpenKey", "EVKey", "GoTiengViet", "UniKey", "Keyboard Maestro Engine", "TextExpander", "Espanso"}
    | {"Hyperkey", "Swish", "Mos", "LinearMouse", "SteerMouse", "CleanShot X", "zoom.us", "iTerm2"}
)
_OF_MACOS = ("/System/", "/usr/libexec/", "/usr/sbin/", "/usr/bin/", "/Library/Apple/")


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for reader in sources.read(ReadsKeyboard):
        if not _is_usual(reader):
            yield _reader(known, reader)
    for account in sources.read(MayReadKeyboard):
        yield Finding(
            check=ID,
            level=Level.SETTING,
            about=f"{account.seen_in}:{account.who}",
            name=account.who,
            reasons=(Reason(sign="may_read_keyboard", who=account.who, what=account.group),),
            evidence=(Evidence(where=account.seen_in, saw=account.line),),
        )


def _reader(known: Known, reader: ReadsKeyboard) -> Finding:
    about = about_program(known, reader.path, package=reader.package, otherwise=reader.name)
    is_tap = reader.way is KeyboardWay.EVENT_TAP
    sign = "is_told_of_keys" if is_tap else "reads_keyboard"
    reasons = [Reason(sign=sign, what=reader.name, where=reader.device, who=reader.who, when=reader.since)]
    if reader.package == "":
        reasons.append(Reason(sign="came_from_no_package", what=reader.path))
    return Finding(
        check=ID,
        level=Level.LEAD if is_tap and _is_chosen_tap(reader) else Level.ASK,
        about=about.id,
        name=about.name,
        reasons=tuple(reasons),
        evidence=(Evidence(where=reader.seen_in, saw=f"{reader.name} → {reader.device}", when=reader.since),),
    )


def _is_usual(reader: ReadsKeyboard) -> bool:
    """Whether it is a known reader; a known name proves nothing when no package brought the program."""
    if reader.way is KeyboardWay.EVENT_TAP:
        return reader.path.startswith(_OF_MACOS)
    name = reader.path.rpartition("/")[2] or reader.name
    return name in USUAL and reader.package != ""


def _is_chosen_tap(reader: ReadsKeyboard) -> bool:
    """Whether it carries a usual name and lies where an administrator puts programs."""
    return reader.path.rpartition("/")[2] in USUAL_TAPS and is_chosen(reader.path)


CHECK = Check(id=ID, needs=(ReadsKeyboard, MayReadKeyboard), look=look)
