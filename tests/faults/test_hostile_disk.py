"""A disk whose every name and line is hostile is looked at to the end, and steers nothing (T18, T27)."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.real

PASSWD = "root:x:0:0:root:/root:/bin/bash\n"


def as_file_name(name: str) -> str:
    """Return a name a file system takes: no slash, no NUL, at most 200 bytes; surrogates as bytes."""
    data = name.replace("/", "_").replace("\0", "_").encode("utf-8", "replace")[:200]
    return data.decode("utf-8", "ignore").strip(".") or "x"


@pytest.fixture
def disk(tmp_path, hostile_names):
    """Make a disk with each name as a file's name and as what stands in the file."""
    root = tmp_path / "disk"
    files = {
        "etc/os-release": 'PRETTY_NAME="\x1b[2J<b>Debian"\n',
        "etc/passwd": PASSWD,
        "etc/group": "sudo:x:27:lan\n",
        "etc/hosts": "",
        "etc/crontab": "",
        "home/lan/.bashrc": "",
        "home/lan/.ssh/authorized_keys": "",
        "etc/sudoers": "",
        "etc/ld.so.preload": "",
    }
    for number, name in enumerate(hostile_names):
        line = name.replace("\0", "\ufffd")
        unit = (
            f"[Unit]\nDescription={line}\n[Service]\nExecStart=/opt/{line} {line}\n[Install]\nAlias={line}\n"
        )
        entry = f"[Desktop Entry]\nType=Application\nName={line}\nExec=/opt/{line}\n"
        own = f"{number}{as_file_name(name)}"
        files[f"etc/systemd/system/{own}.service"] = unit
        files[f"home/lan/.config/systemd/user/{own}.service"] = unit
        files[f"home/lan/.config/autostart/{own}.desktop"] = entry
        files[f"etc/xdg/autostart/{own}.desktop"] = entry
        files[f"etc/cron.d/{own}"] = f"* * * * * root /opt/{line}\n"
        files[f"etc/pam.d/{own}"] = f"auth required {line}.so\n"
        files[f"etc/sudoers.d/{number}"] = f"{line} ALL=(ALL) NOPASSWD: ALL\n"
        files["etc/passwd"] += f"{line}:x:{1000 + number}:1000:{line}:/home/{line}:/bin/sh\n"
        files["etc/group"] += f"{line}:x:{2000 + number}:{line}\n"
        files["etc/hosts"] += f"1.2.3.4 {line}.example.org\n"
        files["etc/crontab"] += f"@reboot root {line}\n"
        files["home/lan/.bashrc"] += f"alias sudo={line}\nexport LD_PRELOAD={line}\n"
        files["home/lan/.ssh/authorized_keys"] += f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== {line}\n"
        files["etc/ld.so.preload"] += f"/opt/{line}\n"
    for place, content in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", "surrogatepass")
    return root


def scan(disk, *words):
    return subprocess.run(
        [sys.executable, "-I", "-B", "-m", "checkup", "scan", "--root", disk, *words],
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_every_check_comes_to_its_end_and_what_it_found_is_json(disk, hidden):
    ended = scan(disk, "--json")

    said = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert hidden(ended.stdout.decode()) == ""
    assert said["findings"]
    assert [gap["check"] for gap in said["gaps"] if gap["reason"] == "failed"] == []
    assert [place for place in said["unread"] if place["reason"] == "failed"] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_its_text_steers_no_terminal(disk, hidden, language):
    ended = scan(disk, "--language", language)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert hidden(ended.stdout.decode()) == ""
