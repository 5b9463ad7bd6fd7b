"""Windows and macOS disks whose every name is hostile, and disks laid out to lead astray (T13, T17, T18)."""

import json
import os
import plistlib
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests import mac_disk, windows_disk
from tests.faults.test_hostile_disk import as_file_name, scan
from tests.mac_disk import btm, item, tcc
from tests.mac_disk import user as mac_user
from tests.windows_disk import CURRENT, SET, accounts, exclusion, service, shortcut, task, uninstall

pytestmark = pytest.mark.real

SECRET = "SECRET-OUTSIDE-THE-DISK"
MOST = 600 * 1024 * 1024  # bytes of memory; the program alone takes a part of it
TCC = "Library/Application Support/com.apple.TCC/TCC.db"
START_UP = "ProgramData/Microsoft/Windows/Start Menu/Programs/Startup"


def as_key(name: str) -> str:
    """Return a name a registry key can have: no backslash, at most 200 letters."""
    return name.replace("\\", "/")[:200] or "x"


def windows_with(names: tuple[str, ...], root: Path) -> Path:
    software, system, person, files = {}, {}, {}, {}
    for number, name in enumerate(names):
        own, line = f"{number}{as_key(name)}", name[:8000]
        software |= uninstall(own, f"C:\\{line}", line) | exclusion("Paths", f"C:\\{line}")
        software.setdefault(rf"{CURRENT}\Run", {})[own] = f'"C:\\Users\\Public\\{line}.exe" {line}'
        person.setdefault(rf"Software\{CURRENT}\Run", {})[own] = f"powershell {line}"
        system[rf"{SET}\Services\{own}"] = service(f"C:\\Temp\\{line}.exe", DisplayName=line)
        system[rf"{SET}\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"] = {
            own: f"v2.31|Action=Allow|Active=TRUE|Dir=In|LPort=5900|App=C:\\Users\\{line}.exe|Name={line}|"
        }
        file = f"{number}{as_file_name(name)}"
        files[f"Windows/System32/Tasks/{file}"] = task(_xml(f"C:\\Users\\Public\\{line}.exe"), _xml(line))
        files[f"{START_UP}/{file}.bat"] = line.encode("utf-8", "replace")
        files[f"{START_UP}/{file}.lnk"] = shortcut("C:\\Users\\Public\\a.exe", "x")
        log = f"Incoming    2026-11-01, 14:00    User    {line}    {line}\n"
        files[f"Users/{file}/AppData/Roaming/AnyDesk/connection_trace.txt"] = log.encode(
            "utf-16", "surrogatepass"
        )
    hosts = "".join(f"1.2.3.4 {name[:500]}.example.org\r\n" for name in names)
    files["Windows/System32/drivers/etc/hosts"] = hosts.encode("utf-8", "replace")
    people = {as_key(name): 1001 + number for number, name in enumerate(names)}
    disk = windows_disk.CLEAN.with_(
        software=software,
        system=system,
        person=person,
        sam=accounts(people, tuple(people.values())),
        files=files,
    )
    return disk.write(root)


def mac_with(names: tuple[str, ...], root: Path) -> Path:
    files: dict[str, object] = {}
    for number, name in enumerate(names):
        line = _plain(name)
        file = f"{number}{as_file_name(name)}"
        files[f"Library/LaunchAgents/{file}.plist"] = item(line or "x", f"/Users/Shared/.{line}", line)
        files[f"Library/LaunchDaemons/{file}.plist"] = item("com.apple." + line, f"/tmp/{line}")
        files[f"Applications/{file}.app/Contents/Info.plist"] = mac_disk.app(line, line)
        files[f"{mac_disk.DS}/users/{file}.plist"] = mac_user(line or "x", 502 + number, realname=[line])
        files[f"Library/Security/SecurityAgentPlugins/{file}.bundle/Contents/Info.plist"] = mac_disk.app(
            line, line
        )
    files[mac_disk.TCC] = tcc(*(("kTCCServiceListenEvent", _plain(name), 2) for name in names))
    files["private/var/db/com.apple.backgroundtaskmanagement/BackgroundItems-v8.btm"] = btm(
        _plain(names[0]), "file:///Users/Shared/\u202ex"
    )
    files[f"{mac_disk.DS}/groups/admin.plist"] = {"users": [_plain(name) for name in names]}
    files["private/etc/hosts"] = "".join(f"1.2.3.4 {name[:500]}.x.org\n" for name in names).encode(
        "utf-8", "replace"
    )
    return mac_disk.CLEAN.with_(files=files).write(root)


def _plain(name: str) -> str:
    """Return a name that a property list and a database can hold."""
    return name.encode("utf-8", "replace").decode().replace("\0", "\ufffd")[:8000]


def _xml(text: str) -> str:
    kept = "".join(one for one in _plain(text) if one >= " " or one in "\t\n\r")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace("\uffff", "").replace("\ufffe", "")


MAKERS = {"windows": windows_with, "macos": mac_with}


@pytest.fixture(params=MAKERS)
def disk(request, tmp_path, hostile_names):
    names = hostile_names
    if request.param == "macos":  # what the list's own writer takes
        names = tuple(name for name in names if all(one >= " " or one in "\t\n\r" for one in name))
    return MAKERS[request.param](names, tmp_path / "disk")


def test_every_check_comes_to_its_end_and_what_it_found_is_json(disk, hidden):
    ended = scan(disk, "--json")
    said = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert hidden(ended.stdout.decode()) == ""
    assert len(said["findings"]) > 60
    assert [gap["check"] for gap in said["gaps"] if gap["reason"] == "failed"] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_its_text_steers_no_terminal(disk, hidden, language):
    ended = scan(disk, "--language", language)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert hidden(ended.stdout.decode()) == ""


# --- disks laid out to lead astray ----------------------------------------------------------------

PLACES = {
    "linux": ("etc/systemd/system", "etc/cron.d", "home/lan/.config/autostart", "etc/sudoers.d", "etc/pam.d"),
    "windows": ("Windows/System32/Tasks", START_UP, "Windows/Prefetch", "Users/lan/AppData/Roaming"),
    "macos": ("Library/LaunchAgents", "Library/LaunchDaemons", "private/etc/periodic/daily", "Users/lan"),
}
# A file of each system that a link may stand in for.
FILES = {
    "linux": ("etc/hosts", "etc/crontab", "home/lan/.bashrc", "etc/ld.so.preload"),
    "windows": ("Windows/System32/drivers/etc/hosts", "Windows/System32/Tasks/x"),
    "macos": ("private/etc/hosts", "Users/lan/.zshrc", "Library/LaunchAgents/x.plist"),
}


def outside(tmp_path: Path) -> Path:
    """Make files outside the disk that would be told of if anything led there."""
    there = tmp_path / "outside"
    there.mkdir()
    unit = f"[Service]\nExecStart=/tmp/{SECRET}\n[Install]\nWantedBy=multi-user.target\n"
    (there / "x.service").write_text(unit)
    (there / "x.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName={SECRET}\nExec=/tmp/{SECRET}\n"
    )
    (there / "x.plist").write_bytes(plistlib.dumps(item(SECRET, f"/Users/Shared/.{SECRET}")))
    (there / "x.bat").write_text(SECRET)
    (there / "x").write_bytes(task(f"C:\\Users\\Public\\{SECRET}.exe"))
    (there / "lines").write_text(
        f"1.2.3.4 {SECRET}.example.org facebook.com\n* * * * * root /tmp/{SECRET}\nalias sudo=/tmp/{SECRET}\n"
    )
    return there


def astray(system: str, tmp_path: Path) -> Path:
    root = tmp_path / "disk"
    if system == "linux":
        (root / "etc").mkdir(parents=True)
        (root / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\nlan:x:1000:1000::/home/lan:/bin/sh\n")
        (root / "etc/os-release").write_text("PRETTY_NAME=x\n")
    else:
        (windows_disk if system == "windows" else mac_disk).CLEAN.write(root)
    there = outside(tmp_path)
    up = "/".join([".."] * 30) + str(there)
    for folder in PLACES[system]:
        place = root / folder
        place.mkdir(parents=True, exist_ok=True)
        for number, target in enumerate((there, up, "/", "..", ".", "loop0", place)):
            (place / f"folder{number}").symlink_to(target)
        for one in there.iterdir():
            (place / f"a-{one.name}").symlink_to(one)
            (place / f"b-{one.name}").symlink_to(f"{up}/{one.name}")
        (place / "loop0").symlink_to("loop1")
        (place / "loop1").symlink_to("loop0")
        os.mkfifo(place / "x.plist.fifo.service")
        os.mkfifo(place / "y.desktop")
        if os.geteuid() == 0:
            os.mknod(place / "zero.conf", 0o020666, os.makedev(1, 5))  # never ends
            os.mknod(place / "tty.plist", 0o020666, os.makedev(5, 0))
        with (place / "huge.service").open("wb") as sparse:
            sparse.truncate(1 << 36)
    for file in FILES[system]:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(there / "lines")
    return root


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


@pytest.mark.parametrize("system", PLACES)
def test_nothing_leads_out_of_the_disk_and_nothing_holds_it_up(system, tmp_path):
    root = astray(system, tmp_path)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-m", "checkup", "scan", "--root", root, "--json"],
        capture_output=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
        preexec_fn=bounded,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    said = json.loads(ended.stdout)
    assert SECRET not in ended.stdout.decode()
    assert [gap["check"] for gap in said["gaps"] if gap["reason"] == "failed"] == []
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert after == before or after * 1024 < MOST


def test_the_same_files_inside_the_disk_are_told_of(tmp_path):
    """What is asserted above not to be there would be there: the files are ones that are told of."""
    root = tmp_path / "disk"
    there = outside(tmp_path)
    (root / "etc/systemd/system").mkdir(parents=True)
    (root / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\n")
    os.link(there / "x.service", root / "etc/systemd/system/x.service")
    os.link(there / "lines", root / "etc/hosts")
    assert scan(root, "--json").stdout.decode().count(SECRET) >= 2


def test_names_in_other_letters_are_the_same_names_on_windows(tmp_path):
    plain, upper, twins = tmp_path / "disk", tmp_path / "upper", tmp_path / "twins"
    windows_disk.CLEAN.write(plain)
    windows_disk.CLEAN.write(twins)
    for path in plain.rglob("*"):
        if path.is_file():
            whole = upper / str(path.relative_to(plain)).upper()
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(path.read_bytes())
    # Beside "Windows", which is what counts; only a disk that was changed elsewhere has them.
    for twin in ("WINDOWS", "windows", "users"):
        (twins / twin).mkdir()
    said = [json.loads(scan(root, "--json").stdout) for root in (plain, upper, twins)]
    kept = [{(one["check"], one["level"]) for one in each["findings"]} for each in said]
    assert kept[0] == kept[1] == kept[2]
    assert len({len(each["looked"]) for each in said}) == 1
