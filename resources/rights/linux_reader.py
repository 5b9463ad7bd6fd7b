"""Reads, as administrator, a fixed list of places of a Linux system, writes them to its output and ends.

It takes no wishes: what it reads stands below and nowhere else. It opens for reading alone, follows no
link, changes no time of reading, starts nothing, and keeps to the limits below. It ends by itself when it
is done, when its time is up, and as soon as its input closes: whoever started it is gone then, or wants no
more. Standard library only, for Python 3.6 and newer; it is handed over as text to the system's own Python.

One piece of the answer: a letter (F file, D folder, L link, "." end), four big-endian numbers (length of the
path, mode, owner, length of the content), the time of the last change, then path and content.
"""

import os
import resource
import select
import signal
import stat
import struct
import sys

SECONDS = 20
MOST_FILE = 1024 * 1024
MOST_ALL = 48 * 1024 * 1024
MOST_NAMES = 4096
PIECE = struct.Struct(">cIIIIq")

# Single files.
FILES = (
    "/etc/sudoers",
    "/etc/crontab",
    "/etc/ssh/sshd_config",
    "/var/lib/gnome-remote-desktop/.local/share/gnome-remote-desktop/grd.conf",
    "/var/log/anydesk/connection_trace.txt",
    "/var/log/teamviewer15/Connections_incoming.txt",
    "/opt/teamviewer/logfiles/Connections_incoming.txt",
    *("/root/.profile", "/root/.bashrc", "/root/.bash_profile", "/root/.bash_login", "/root/.bash_aliases"),
    *("/root/.bash_logout", "/root/.zshrc", "/root/.zprofile", "/root/.zshenv", "/root/.zlogin"),
    *("/root/.xprofile", "/root/.xsessionrc", "/root/.xsession", "/root/.xinitrc", "/root/.pam_environment"),
    *("/root/.ssh/authorized_keys", "/root/.ssh/authorized_keys2", "/root/.config/fish/config.fish"),
)
# Folders whose names alone are read: what is not among them is not there.
LISTED = (
    *(
        "/root",
        "/root/.ssh",
        "/root/.config",
        "/root/.config/dconf",
        "/root/.config/fish",
        "/root/.config/systemd",
    ),
    *("/root/.local", "/root/.local/bin", "/root/.local/share", "/root/.local/share/logs"),
    "/root/.local/share/logs/RustDesk",
    "/var/lib/gnome-remote-desktop",
    "/var/lib/gnome-remote-desktop/.local",
    "/var/lib/gnome-remote-desktop/.local/share",
    "/var/lib/gnome-remote-desktop/.local/share/gnome-remote-desktop",
    *("/var/log/anydesk", "/var/log/teamviewer15", "/opt/teamviewer/logfiles"),
    *("/etc/polkit-1/localauthority", "/var/lib/polkit-1", "/var/lib/polkit-1/localauthority"),
)
# Folders with their files, but not what lies deeper.
FOLDERS = (
    *("/etc/sudoers.d", "/etc/polkit-1/rules.d", "/etc/ssh/sshd_config.d", "/var/lib/AccountsService/users"),
    *("/etc/polkit-1/localauthority/*", "/var/lib/polkit-1/localauthority/*"),
    *("/etc/cron.d", "/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly"),
    *("/var/spool/cron", "/var/spool/cron/crontabs", "/var/spool/cron/tabs"),
    *("/var/spool/cron/atjobs", "/var/spool/at"),
    *(
        "/root/.bashrc.d",
        "/root/.config/autostart",
        "/root/.config/environment.d",
        "/root/.config/fish/conf.d",
    ),
    *("/root/.config/fish/functions", "/root/.config/systemd/user", "/root/.config/systemd/user/*"),
    *("/root/.local/share/systemd/user", "/root/.local/share/systemd/user/*"),
    "/root/.local/share/logs/RustDesk/server",
)
# Folders of connections: they hold passwords of networks, of which nothing is passed on.
CONNECTIONS = ("/etc/NetworkManager/system-connections", "/run/NetworkManager/system-connections")
PASSED_ON = ("dns", "pac-url")
# Of what a program holds open: sockets, and devices of input. Of its environment: which library it was given.
OPEN = ("socket:[", "/dev/input/event")
VARIABLE = b"LD_PRELOAD="

TO_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
FOLDER = TO_READ | os.O_DIRECTORY


class Answer:
    """Writes pieces to the output, up to a limit, as long as somebody is there."""

    def __init__(self):
        self.left = MOST_ALL

    def give(self, kind, path, status=None, content=b""):
        """Write one piece; end where the input closed or too much was written."""
        if select.select([0], [], [], 0)[0] or self.left < len(content):
            sys.exit(1)
        self.left -= len(content)
        name = os.fsencode(path)
        mode, owner, changed = (status.st_mode, status.st_uid, int(status.st_mtime)) if status else (0, 0, 0)
        whole = PIECE.pack(kind, len(name), mode, owner, len(content), changed) + name + content
        while whole:
            whole = whole[os.write(1, whole) :]


def opened(path, flags):
    """Open a path from the root on, part by part, so that no link on the way leads elsewhere."""
    handle = os.open("/", FOLDER)
    parts = path.strip("/").split("/")
    for number, part in enumerate(parts, start=1):
        before = handle
        try:
            handle = os.open(part, flags if number == len(parts) else FOLDER, dir_fd=before)
        finally:
            os.close(before)
    return handle


def whole_of(handle):
    """Return the content of an opened file, one byte more than allowed where it is too long."""
    pieces, left = [], MOST_FILE + 1
    while left > 0:
        piece = os.read(handle, min(left, 65536))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def file_to(answer, path, keep=None):
    """Give one ordinary file; what cannot be opened, is none or is too long stays unsaid."""
    try:
        try:
            handle = opened(path, TO_READ | getattr(os, "O_NOATIME", 0))
        except PermissionError:  # a file system that knows no such wish
            handle = opened(path, TO_READ)
    except OSError:
        return
    try:
        status = os.fstat(handle)
        content = whole_of(handle) if stat.S_ISREG(status.st_mode) else None
    except OSError:
        content = None
    finally:
        os.close(handle)
    if content is not None and len(content) <= MOST_FILE:
        answer.give(b"F", path, status, keep(content) if keep else content)


def folder_to(answer, path, keep=None, *, files=True):
    """Give the names in a folder, then its links as they stand and its files."""
    try:
        handle = opened(path, FOLDER)
    except OSError:
        return
    try:
        status, names = os.fstat(handle), sorted(os.listdir(handle))
        kinds = [os.stat(name, dir_fd=handle, follow_symlinks=False).st_mode for name in names[:MOST_NAMES]]
        links = {
            name: os.readlink(name, dir_fd=handle) for name, mode in zip(names, kinds) if stat.S_ISLNK(mode)
        }
    except OSError:
        return
    finally:
        os.close(handle)
    if len(names) > MOST_NAMES:
        return
    answer.give(b"D", path, status, b"\0".join(os.fsencode(name) for name in names))
    for name, mode in zip(names, kinds) if files else ():
        if name in links:
            answer.give(b"L", path + "/" + name, None, os.fsencode(links[name]))
        elif stat.S_ISREG(mode):  # never opened otherwise: a device may do something when it is
            file_to(answer, path + "/" + name, keep)


def settings_only(content):
    """Return the sections of a connection with the few settings that are passed on."""
    lines = content.decode("utf-8", "surrogateescape").splitlines()
    kept = [one for one in lines if one.startswith("[") or one.partition("=")[0].strip() in PASSED_ON]
    return "\n".join(kept).encode("utf-8", "surrogateescape")


def variable_only(content):
    """Return the one variable of an environment that is passed on."""
    return b"\0".join(one for one in content.split(b"\0") if one.startswith(VARIABLE))


def link_of(path):
    """Return what a link says, nothing for one that is gone meanwhile."""
    try:
        return os.readlink(path)
    except FileNotFoundError:
        return ""


def process_to(answer, folder):
    """Give a program's file, the library it was given, and what of interest it holds open.

    A thread of the kernel, and one that has ended, have none of them; that is said too.
    """
    held, target = [], ""
    try:
        target = os.readlink(folder + "/exe")
        names = os.listdir(folder + "/fd")[:MOST_NAMES]
        held = [(name, link_of(folder + "/fd/" + name)) for name in names]
    except FileNotFoundError:
        pass
    except OSError:
        return
    answer.give(b"L", folder + "/exe", None, os.fsencode(target))
    if target:
        file_to(answer, folder + "/environ", variable_only)
    else:
        answer.give(b"F", folder + "/environ")
    held = [(name, target) for name, target in held if target.startswith(OPEN)]
    answer.give(b"D", folder + "/fd", None, b"\0".join(name.encode() for name, _ in held))
    for name, target in held:
        answer.give(b"L", folder + "/fd/" + name, None, os.fsencode(target))


def matching(pattern):
    """Return the folders of a pattern, whose last part alone may stand for any name."""
    above, _, last = pattern.rpartition("/")
    if last != "*":
        return [pattern]
    try:
        handle = opened(above, FOLDER)
    except OSError:
        return []
    try:
        names = sorted(os.listdir(handle))[:MOST_NAMES]
    finally:
        os.close(handle)
    return [above + "/" + name for name in names]


def main():
    """Read everything once."""
    signal.alarm(SECONDS)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no file grows by a byte
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer = Answer()
    for path in FILES:
        file_to(answer, path)
    for path in LISTED:
        folder_to(answer, path, files=False)
    for pattern in FOLDERS:
        for path in matching(pattern):
            folder_to(answer, path)
    for path in CONNECTIONS:
        folder_to(answer, path, settings_only)
    for name in os.listdir("/proc"):
        if name.isdigit():
            process_to(answer, "/proc/" + name)
    answer.give(b".", "/")


if __name__ == "__main__":
    main()
