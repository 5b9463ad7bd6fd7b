"""The built program stands on its own: it checks itself, scans, and shows its first page."""

import json
import os
import subprocess
import tomllib

import pytest

from checkup.content.root import resource, root
from tests.phones.iphone_backup import Backup, Keys, database

pytestmark = pytest.mark.slow

# Qt parts whose coming along would mean a network door, a second interface or a list of recent files.
UNWANTED = ("Qt6Network", "Qt6Qml", "Qt6Quick", "libqgtk3", "libgtk-3", "WebEngine", "virtualkeyboard")


def test_it_holds_its_resources_and_licence_and_no_part_it_should_not(bundle):
    inside = bundle / "parts"
    names = [path.name for path in bundle.rglob("*")]

    assert 'name = "Checkup"' in (inside / "checkup" / "resources" / "manifest.toml").read_text()
    assert (inside / "LICENSE").is_file()
    assert [name for name in names if any(part in name for part in UNWANTED)] == []


def test_every_resource_came_along_and_the_readmes_pictures_did_not(bundle):
    def files(folder):
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    wanted = {name for name in files(root()) if not name.startswith("screenshots/")}

    assert files(bundle / "parts" / "checkup" / "resources") == wanted


def test_it_finds_itself_whole(run_bundle):
    ended = run_bundle("selftest")

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_it_scans_without_a_display(run_bundle):
    ended = run_bundle("scan", "--json", "--only", "computer.preload")

    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout)
    assert said["command"] == "scan"
    assert {entry["check"] for key in ("findings", "looked", "gaps") for entry in said[key]} == {
        "computer.preload"
    }


def test_it_reads_the_databases_of_an_encrypted_backup(run_bundle, tmp_path):
    data = database("CREATE TABLE message (text)", {"message": [("https://a.example/",)]})
    made = Backup(keys=Keys("x")).add("HomeDomain", "Library/SMS/sms.db", data)
    (tmp_path / "password").write_text("x\n")
    folder = made.write(tmp_path / "backup")

    ended = run_bundle("iphone", "--backup", folder, "--password-file", tmp_path / "password", "--json")

    assert ended.returncode == 0, ended.stderr
    read = [one for one in json.loads(ended.stdout)["gaps"] if "sms.db" in str(one)]
    assert read == []


def test_its_first_page_can_be_seen_and_showing_it_leaves_no_file(bundle, screen, home, tmp_path):
    ground = tomllib.loads(resource("theme/tokens.toml").read_text("utf-8"))["light"]["ground"]
    variables = os.environ | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen([bundle / "checkup"], env=variables, cwd=tmp_path)
    try:
        while (picture := screen.picture()).count(ground) < 100_000 or picture.colours < 30:
            assert program.poll() is None, "it ended before it showed its page"
    finally:
        program.terminate()
        program.wait(60)

    keep(picture, tmp_path / "first-page.png")
    assert list(home.rglob("*")) == []


def keep(picture, path):
    """Write the picture as PNG, to be looked at after a failure."""
    from PySide6.QtGui import QImage

    image = QImage(picture.points, picture.width, picture.height, QImage.Format.Format_RGB32)
    assert image.save(str(path))
