"""An extension that a rule of the system forces into the real Chromium: rule and extension are found.

Needs Debian's chromium and openssl, and the administrator's rights for the rule's file. Chromium packs the
extension, fetches it from this machine as the rule says, and writes it into a profile of the test's own.
"""

import contextlib
import hashlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from checkup.model.finding import Level
from tests.collect.computer.linux.real_scan import about, program, running, scan, signs
from tests.collect.web_server import WebServer

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="writes a rule of the system: needs root"),
]

RULES = Path("/etc/chromium/policies/managed")
MANIFEST = {
    "name": "Every page",
    "version": "1.0",
    "manifest_version": 3,
    "content_scripts": [{"matches": ["<all_urls>"], "js": ["c.js"]}],
}
UPDATES = (
    "<?xml version='1.0' encoding='UTF-8'?>"
    "<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'><app appid='{id}'>"
    "<updatecheck codebase='{address}/every.crx' version='1.0'/></app></gupdate>"
)
# Its own cage needs rights that containers and root do not have; the pages are ours.
WORDS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--password-store=basic"),
    "--disable-dev-shm-usage",
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = WebServer(partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def openssl(*words: str) -> bytes:
    return subprocess.run([program("openssl"), *words], check=True, capture_output=True).stdout


def packed(folder: Path) -> str:
    """Let Chromium pack an extension as every.crx; give the id that its key gives it."""
    source, key = folder / "every", f"{folder}/every-key.pem"
    source.mkdir()
    (source / "manifest.json").write_text(json.dumps(MANIFEST))
    (source / "c.js").write_text("")
    openssl("genrsa", "-out", key, "2048")
    words = (f"--user-data-dir={folder}/packing", f"--pack-extension={source}", f"--pack-extension-key={key}")
    subprocess.run(
        [program("chromium"), *WORDS, *words, "--no-message-box"], check=True, capture_output=True, timeout=60
    )
    public = hashlib.sha256(openssl("rsa", "-in", key, "-pubout", "-outform", "DER")).hexdigest()[:32]
    return public.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


@contextlib.contextmanager
def rule(extension: str, updates: str) -> Iterator[Path]:
    """Put the rule in; take it and the folders made for it out again."""
    made = [folder for folder in (RULES, *RULES.parents) if not folder.exists()]
    RULES.mkdir(parents=True, exist_ok=True)
    file = RULES / "checkup-test.json"
    try:
        file.write_text(json.dumps({"ExtensionInstallForcelist": [f"{extension};{updates}"]}))
        yield file
    finally:
        file.unlink()
        for folder in made:
            folder.rmdir()


def extensions(profiles: Path) -> set[str]:
    """Return the ids that the profile's settings name; Chromium writes them some seconds after a change."""
    try:
        settings = json.loads((profiles / "Default/Preferences").read_bytes())
    except FileNotFoundError:
        return set()
    return set(settings.get("extensions", {}).get("settings", {}))


def visit(profiles: Path, wanted: str, *, is_wanted: bool) -> None:
    """Run Chromium until its profile has the extension, or has it no longer."""
    with running(program("chromium"), *WORDS, f"--user-data-dir={profiles}", "about:blank") as started:
        until = time.monotonic() + 60
        while (wanted in extensions(profiles)) is not is_wanted:
            assert started.poll() is None, "Chromium has ended"
            assert time.monotonic() < until, f"{wanted}: {is_wanted} is awaited"
            time.sleep(0.1)


def test_an_extension_forced_into_chromium_is_found_until_rule_and_extension_go(home, tmp_path, loopback):
    extension = packed(tmp_path)
    name, profiles = f"extension:Chromium:{extension}", home / ".config/chromium"
    with serving(tmp_path) as address:
        (tmp_path / "updates.xml").write_text(UPDATES.format(id=extension, address=address))
        with rule(extension, f"{address}/updates.xml") as file:
            visit(profiles, extension, is_wanted=True)
            result = scan(home)
        found = [one for one in result.findings if one.about == name]
        assert found, [one.about for one in result.findings]
        assert {one.level for one in found} == {Level.ASK}
        assert {"browser_forced_extension", "extension_forced"} <= set().union(*map(signs, found))
        assert str(file) in {one.where for each in found for one in each.evidence}
        visit(profiles, extension, is_wanted=False)
    assert name not in about(scan(home))
