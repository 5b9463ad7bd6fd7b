# ruff: noqa: E501 - a row of the table is read best on a line
"""Every row of the Linux table that can be read: found at its level, and quiet on a usual computer.

Rows that no program can read without more than this one may have are named in `NOT_READ`, with why and
with what the person is told instead.
"""

import base64
import struct

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer.linux import linux_readers
from checkup.collect.gathered import Gathered
from checkup.content.guided_looks import load_looks
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.finding import Level
from checkup.model.guided_look import LookOn
from tests.collect.computer.linux.test_clean_desktop import FILES
from tests.collect.computer.windows.test_rows import authority

WTMP = struct.Struct("<h2xi32s4s32s256shhiii16s20x")
UNIT = "[Service]\nExecStart={}\nRestart=always\n[Install]\nWantedBy=multi-user.target\n"
KEYS = (
    'N: Name="AT keyboard"\nH: Handlers=sysrq kbd leds event3\n'
    "B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n"
)
SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGh2Y3g0b3JhbmRvbWJ5dGVzaGVyZTEyMzQ1Njc4 minh@laptop\n"
DER = base64.encodebytes(authority("Minh Root")).decode()
PEM = f"-----BEGIN CERTIFICATE-----\n{DER}-----END CERTIFICATE-----\n"
WANTED = "etc/systemd/system/multi-user.target.wants"
ASK, SETTING = Level.ASK, Level.SETTING
STARTING = "computer.self_starting"


def process(exe: str, number: int = 77, tracer: int = 0, environ: str = "", **files: str) -> dict[str, str]:
    """Return what /proc has of one program."""
    name = exe.rpartition("/")[2].removesuffix(" (deleted)")[:15]
    folder = f"/proc/{number}"
    more = {f"{folder}/{path}": text for path, text in files.items()}
    return {
        "/proc/stat": "cpu 1\nbtime 1790000000\n",
        f"{folder}/stat": f"{number} ({name}) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 100 0 0",
        f"{folder}/status": f"Name:\t{name}\nUid:\t1000\t1000\t1000\t1000\nTracerPid:\t{tracer}\n",
        f"{folder}/cmdline": f"{exe}\0",
        f"{folder}/cgroup": "0::/user.slice/user-1000.slice/session-2.scope\n",
        f"{folder}/environ": environ,
        f"{folder}/exe": f"-> {exe}",
        **more,
    }


def row(name: str, check: str, level: Level, sign: str, files: dict[str, str]):
    return pytest.param(check, level, sign, files, id=name)


ROWS = [
    row("running: from a temporary folder", "computer.odd_places", ASK, "runs_from_temporary_folder",
        process("/tmp/.x/a")),
    row("running: from memory", "computer.odd_places", ASK, "runs_from_memory", process("/memfd:a (deleted)")),
    row("running: file gone", "computer.odd_places", ASK, "runs_without_its_file",
        process("/opt/a/b (deleted)")),
    row("running: dot folder", "computer.odd_places", ASK, "runs_from_hidden_folder",
        process("/home/lan/.hidden/a")),
    row("running: LD_PRELOAD", "computer.preload", ASK, "preloaded_into_running",
        process("/usr/bin/a", environ="LD_PRELOAD=/tmp/a.so\0")),
    row("system unit", STARTING, ASK, "starts_system_unit", {
        "/etc/systemd/system/a.service": UNIT.format("/home/lan/.a/b"), "/home/lan/.a/b": "x",
        f"/{WANTED}/a.service": "-> ../a.service",
    }),
    row("system unit: comes back", STARTING, ASK, "comes_back_when_ended", {
        "/etc/systemd/system/a.service": UNIT.format("/home/lan/.a/b"), "/home/lan/.a/b": "x",
        f"/{WANTED}/a.service": "-> ../a.service",
    }),
    row("timer", STARTING, ASK, "starts_system_unit", {
        "/etc/systemd/system/a.timer": "[Timer]\nOnBootSec=1\n[Install]\nWantedBy=timers.target\n",
        "/etc/systemd/system/a.service": "[Service]\nExecStart=/tmp/b\n", "/tmp/b": "x",
        "/etc/systemd/system/timers.target.wants/a.timer": "-> ../a.timer",
    }),
    row("user unit", STARTING, ASK, "starts_user_unit", {
        "/home/lan/.config/systemd/user/a.service": UNIT.format("/home/lan/.a/b"), "/home/lan/.a/b": "x",
        "/home/lan/.config/systemd/user/default.target.wants/a.service": "-> ../a.service",
    }),
    row("autostart", STARTING, ASK, "starts_autostart", {
        "/home/lan/.config/autostart/a.desktop":
            "[Desktop Entry]\nType=Application\nName=a\nExec=/home/lan/.a/b\nNoDisplay=true\n",
        "/home/lan/.a/b": "x",
    }),
    row("autostart: not shown in menus", STARTING, ASK, "not_shown_in_menus", {
        "/home/lan/.config/autostart/a.desktop":
            "[Desktop Entry]\nType=Application\nName=a\nExec=/home/lan/.a/b\nNoDisplay=true\n",
        "/home/lan/.a/b": "x",
    }),
    row("autostart scripts", STARTING, ASK, "starts_autostart",
        {"/home/lan/.config/autostart-scripts/a.sh": "#!/bin/sh\n/tmp/a\n"}),
    row("cron: at start", STARTING, ASK, "starts_timetable", {"/etc/crontab": "@reboot root /tmp/a\n", "/tmp/a": "x"}),
    row("cron: of a person", STARTING, ASK, "starts_timetable",
        {"/var/spool/cron/crontabs/lan": "* * * * * /home/lan/.a/b\n", "/home/lan/.a/b": "x"}),
    row("at", STARTING, ASK, "starts_timetable",
        {"/var/spool/cron/atjobs/a0001": "#!/bin/sh\n# atrun uid=1000\ncd / || {\n\t exit 1\n}\n/tmp/a\n", "/tmp/a": "x"}),
    row("shell start file: background", "computer.start_files", ASK, "start_file_background",
        {"/home/lan/.bashrc": "nohup /tmp/a >/dev/null 2>&1 &\n"}),
    row("shell start file: alias of sudo", "computer.start_files", ASK, "start_file_replaces",
        {"/home/lan/.zshrc": "alias sudo=/tmp/a\n"}),
    row("environment", "computer.start_files", ASK, "start_file_preload", {"/etc/environment": "LD_PRELOAD=/tmp/a.so\n"}),
    row("preload", "computer.preload", ASK, "preloaded_everywhere",
        {"/etc/ld.so.preload": "/usr/local/lib/a.so\n", "/usr/local/lib/a.so": "x"}),
    row("keyboard reader", "computer.keyboard_readers", ASK, "reads_keyboard",
        {"/proc/bus/input/devices": KEYS, **process("/home/lan/a", **{"fd/5": "-> /dev/input/event3"})}),
    row("group input", "computer.keyboard_readers", SETTING, "may_read_keyboard", {"/etc/group": "input:x:104:lan\n"}),
    row("X11", "computer.session_type", SETTING, "session_x11", {
        "/run/systemd/sessions/2": "UID=1000\nUSER=lan\nSTATE=active\nREMOTE=0\nTYPE=x11\nCLASS=user\nSEAT=seat0\n"
    }),
    row("PAM: pam_exec", "computer.sign_in_rules", ASK, "sign_in_hands_on_password",
        {"/etc/pam.d/x": "auth optional pam_exec.so expose_authtok /tmp/a\n", "/tmp/a": "x"}),
    row("PAM: keys of terminals", "computer.sign_in_rules", ASK, "sign_in_records_keys",
        {"/etc/pam.d/x": "session required pam_tty_audit.so enable=*\n"}),
    row("sudo", "computer.sudo_rights", ASK, "acts_as_administrator_unasked",
        {"/etc/sudoers.d/x": "minh ALL=(ALL) NOPASSWD: ALL\n"}),
    row("polkit", "computer.sudo_rights", SETTING, "policy_asks_nothing",
        {"/etc/polkit-1/rules.d/1.rules": "return polkit.Result.YES;\n"}),
    row("polkit: older form", "computer.sudo_rights", SETTING, "policy_asks_nothing", {
        "/etc/polkit-1/localauthority/50-local.d/a.pkla": "[a]\nIdentity=unix-user:minh\nAction=*\nResultActive=yes\n",
        "/usr/bin/pkla-check-authorization": "x",
    }),
    row("sandbox: of a person", "computer.sandbox_overrides", SETTING, "sandbox_devices",
        {"/home/lan/.local/share/flatpak/overrides/org.x.Y": "[Context]\ndevices=all;\n"}),
    row("sandbox: of everybody", "computer.sandbox_overrides", SETTING, "sandbox_outside",
        {"/var/lib/flatpak/overrides/global": "[Session Bus Policy]\norg.freedesktop.Flatpak=talk\n"}),
    row("member of docker", "computer.administrators", ASK, "account_nearly_administrator", {
        "/etc/passwd": FILES["/etc/passwd"] + "minh:x:1001:1001::/home/minh:/bin/bash\n", "/etc/group": "docker:x:998:minh\n",
    }),
    row("ssh: a key", "computer.ssh_keys", ASK, "ssh_key", {"/home/lan/.ssh/authorized_keys": SSH_KEY}),
    row("ssh: passwords", "computer.ssh_server", SETTING, "ssh_password_sign_in",
        {"/usr/sbin/sshd": "x", "/etc/ssh/sshd_config": "PasswordAuthentication yes\n"}),
    row("screen sharing", "computer.screen_sharing", ASK, "screen_sharing_needs_no_answer",
        {"/home/lan/.config/krfbrc": "[Security]\nallowUnattendedAccess=true\n"}),
    row("remote desktop by name", "computer.known_programs", ASK, "starts_by_itself", {
        "/etc/systemd/system/anydesk.service": UNIT.format("/usr/bin/anydesk --service"), "/usr/bin/anydesk": "x",
        f"/{WANTED}/anydesk.service": "-> ../anydesk.service",
    }),
    row("kernel module", "computer.kernel_modules", ASK, "core_part_from_outside",
        {"/proc/modules": "klog 1 0 - Live 0x0 (OE)\n"}),
    row("kernel module at start", "computer.kernel_modules", ASK, "core_part_loaded_at_start",
        {"/proc/modules": "klog 1 0 - Live 0x0 (OE)\n", "/etc/modules-load.d/a.conf": "klog\n"}),
    row("udev rule", STARTING, ASK, "starts_device_rule",
        {"/etc/udev/rules.d/9.rules": 'ACTION=="add", RUN+="/home/lan/.a/b"\n', "/home/lan/.a/b": "x"}),
    row("certificate", "computer.root_certificates", ASK, "certificate_added",
        {"/usr/local/share/ca-certificates/a.crt": PEM}),
    row("proxy", "computer.proxy", SETTING, "proxy_set", {"/etc/environment": "https_proxy=http://203.0.113.9:8080\n"}),
    row("name server of a connection", "computer.name_servers", SETTING, "name_server_fixed",
        {"/etc/NetworkManager/system-connections/a.nmconnection": "[ipv4]\ndns=5.9.164.112;\n"}),
    row("hosts", "computer.hosts_file", ASK, "hosts_important_led", {"/etc/hosts": "203.0.113.9 facebook.com\n"}),
    row("a tracer", "computer.tracers", ASK, "traces_another", {
        **process("/usr/bin/firefox", 78, tracer=77), **process("/home/lan/a", 77),
    }),
    row("sign-ins", "computer.remote_sign_ins", ASK, "remote_sign_in", {"/var/log/wtmp": WTMP.pack(
        7, 9, b"pts/0", b"", b"lan", b"203.0.113.9", 0, 0, 0, 1_790_000_000, 0, b"").decode("utf-8", "surrogateescape")}),
    row("remote-access log", "computer.remote_sessions", ASK, "remote_session_unasked",
        {"/home/lan/.anydesk/connection_trace.txt": "Incoming    2026-11-01, 21:14    Passwd    441234567    441234567\n"}),
]  # fmt: skip

# Row of the table -> why it is not read, and what the person is told or shown instead.
NOT_READ = {
    "X11 recorders": "every program of an X11 session can read all keys: the kind of session is told",
    "Accessibility bus": "who listens there is known to the session's bus alone (u)",
    "yama ptrace_scope": "a setting of the makers; who traces now is told",
    "refused sign-ins (lastb)": "only an administrator may read it, people type passwords into the field of the name, and "
    "wrong passwords of one's own look the same: that it is closed is told, nobody is counted by it",
}


@pytest.fixture
def findings(lans):
    def look(files: dict[str, str]):
        ground = lans({**FILES, **files})
        readers = linux_readers(ground.place, ground.run, ground.stop)
        known, sources = load(resource("rules")).on("linux"), Gathered(readers, ground.stop)
        return [finding for check in COMPUTER_CHECKS for finding in check.look(sources, known)]

    return look


@pytest.mark.parametrize(("check", "level", "sign", "files"), ROWS)
def test_a_row_is_found_at_its_level_and_a_usual_computer_is_quiet(
    findings, tmp_path, check, level, sign, files
):
    found = [
        one
        for one in findings(files)
        if one.check == check and sign in {reason.sign for reason in one.reasons}
    ]
    assert found, "not found"
    assert {one.level for one in found} == {level}


def test_the_usual_computer_has_none_of_these_signs(findings):
    planted = {(param.values[0], param.values[2]) for param in ROWS}
    seen = {(one.check, reason.sign) for one in findings({}) for reason in one.reasons}
    assert seen & planted == set()


def test_what_is_not_read_is_looked_at_on_the_screen_or_told():
    looks = [one for one in load_looks() if one.on is LookOn.LINUX]
    assert {"linux_users", "linux_plug", "linux_remote_desktop"} <= {one.id for one in looks}
    assert all(NOT_READ.values())
