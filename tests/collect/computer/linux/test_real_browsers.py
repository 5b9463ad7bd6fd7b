"""Profiles that the real Chromium and Firefox made are read: extensions, cookies, names, roots.

Needs Debian's chromium, firefox-esr, libnss3-tools and openssl.
"""

import contextlib
import dataclasses
import hashlib
import json
import sqlite3
import ssl
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from checkup.collect.computer.linux.browser_extensions import browser_extensions
from checkup.collect.computer.linux.certificates import added_certificates
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.signed_in import signed_in
from checkup.collect.place import Place
from checkup.collect.run import RunHere
from checkup.content.services import Services
from checkup.model.account import SignedInKind
from checkup.model.browser import ExtensionOrigin
from checkup.model.certificate import TrustedBy
from checkup.model.stop import Stop
from tests.collect.web_server import WebServer

pytestmark = pytest.mark.real

SECRET = "matkhau-cua-lan"
SERVICE = """
id = "here"
name = "Here"
kind = "social"
unlocks = "everyday"
weight = 1
countries = ["*"]
as_of = "2026-11"
[signed_in]
hosts = ["127.0.0.1"]
names = ["sid"]
"""
MANIFEST = {
    "name": "Every page",
    "version": "1.0",
    "content_scripts": [{"matches": ["<all_urls>"], "js": ["c.js"]}],
}
GECKO = {"browser_specific_settings": {"gecko": {"id": "every@example.org"}}, "permissions": ["<all_urls>"]}
# The distribution's Firefox takes unsigned extensions, and one laid into a profile, only when told so.
FIREFOX_SETTINGS = (
    'user_pref("xpinstall.signatures.required", false);\nuser_pref("extensions.autoDisableScopes", 0);\n'
)


class SignInPage(BaseHTTPRequestHandler):
    """A page that signs everybody in for a day."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Set-Cookie", f"sid={SECRET}; Max-Age=86400; Path=/")
        self.send_header("Set-Cookie", "other=1; Max-Age=86400; Path=/")
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>here</p>")

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve the page on this machine while the block runs; gives the port."""
    server = WebServer(SignInPage)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(loopback: None) -> Iterator[str]:
    """Serve the page on this machine."""
    with serving() as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def ground(home: Path) -> Ground:
    """Give the running system with the test's own home, and nobody else's."""
    stop = Stop()
    ground = Ground(Place(Path("/"), live=True), RunHere(stop), stop, home=str(home))
    own = ground.homes[:1]
    ground.__dict__["homes"] = own  # what the readers would else find out from the list of accounts
    return ground


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Give one service: the page of the test."""
    folder = tmp_path / "services"
    folder.mkdir()
    (folder / "here.toml").write_text(SERVICE, "utf-8")
    return Services(lambda: folder)


def run(*words: str) -> str:
    ended = subprocess.run(words, check=False, capture_output=True, timeout=120)
    assert ended.returncode == 0, ended.stderr.decode("utf-8", "replace")[-2000:]
    return ended.stdout.decode("utf-8", "replace")


def authority(folder: Path) -> Path:
    """Make a root certificate and, beside it, leaf.pem for localhost with leaf-key.pem."""
    root, key = folder / "root.pem", folder / "root-key.pem"
    new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30")
    run(
        *("openssl", "req", "-x509", *new, "-keyout", str(key), "-out", str(root), "-subj", "/CN=Ngoc Root"),
        *("-addext", "basicConstraints=critical,CA:TRUE"),
    )
    run(
        *("openssl", "req", "-x509", *new, "-CA", str(root), "-CAkey", str(key), "-subj", "/CN=localhost"),
        *("-keyout", f"{folder}/leaf-key.pem", "-out", f"{folder}/leaf.pem"),
        *("-addext", "subjectAltName=DNS:localhost", "-addext", "extendedKeyUsage=serverAuth"),
        *("-addext", "basicConstraints=critical,CA:FALSE"),
    )
    return root


def chromium(home: Path, page: str, *words: str) -> str:
    # Its own cage needs rights that containers and root do not have; the page is ours.
    return run(
        *("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--password-store=basic", "--disable-dev-shm-usage", "--disable-background-networking"),
        *(f"--user-data-dir={home}/.config/chromium", *words, "--dump-dom", page),
    )


def firefox(profile: Path, page: str) -> None:
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text(FIREFOX_SETTINGS)
    run(
        *("firefox-esr", "--headless", "--no-remote", "--profile", str(profile)),
        *("--screenshot", f"{profile.parent}/page.png", page),
    )


def test_chromiums_own_profile_gives_the_extension_and_the_cookie(home, page, ground, services, tmp_path):
    extension = tmp_path / "every"
    extension.mkdir()
    (extension / "manifest.json").write_text(json.dumps({**MANIFEST, "manifest_version": 3}))
    (extension / "c.js").write_text("")
    feature = "DisableLoadExtensionCommandLineSwitch"
    chromium(home, page, f"--disable-features={feature}", f"--load-extension={extension}")

    [found] = browser_extensions(ground).items
    assert (found.browser, found.profile, found.name) == ("Chromium", "Default", "Every page")
    assert (found.origin, found.reads_every_page) == (ExtensionOrigin.UNPACKED, True)
    assert found.path == str(extension)

    seen = signed_in(ground, services)
    [site] = [one for one in seen[0] if one.kind is SignedInKind.BROWSER_SITE]
    assert (site.service, site.host, site.browser) == ("here", "127.0.0.1", "Chromium")
    assert site.profile
    assert SECRET not in repr(seen)


def test_a_new_profile_of_chromium_holds_nothing_to_mention(home, page, ground):
    chromium(home, page)
    reading = browser_extensions(ground)
    assert (reading.items, reading.unread) == ((), ())
    assert [one for one in added_certificates(ground) if one.trusted_by is not TrustedBy.SYSTEM] == []


def test_firefoxs_own_profile_gives_the_extension_and_the_cookie(home, page, ground, services):
    profile = home / ".mozilla/firefox/lan.default"
    (profile / "extensions").mkdir(parents=True)
    with zipfile.ZipFile(profile / "extensions/every@example.org.xpi", "w") as file:
        file.writestr("manifest.json", json.dumps({**MANIFEST, **GECKO, "manifest_version": 2}))
        file.writestr("c.js", "")
    firefox(profile, page)

    [found] = browser_extensions(ground).items
    assert (found.browser, found.profile, found.name) == ("Firefox", "lan.default", "Every page")
    assert (found.origin, found.reads_every_page) == (ExtensionOrigin.OUTSIDE, True)

    seen = signed_in(ground, services)
    [site] = [one for one in seen[0] if one.kind is SignedInKind.BROWSER_SITE]
    assert (site.service, site.host, site.browser) == ("here", "127.0.0.1", "Firefox")
    assert SECRET not in repr(seen)


def test_a_root_added_to_firefox_and_to_the_chromium_list_is_found(home, page, ground, tmp_path):
    root = authority(tmp_path)
    profile, shared = home / ".mozilla/firefox/lan.default", home / ".pki/nssdb"
    firefox(profile, page)
    before = [one for one in added_certificates(ground) if one.trusted_by is not TrustedBy.SYSTEM]
    shared.mkdir(parents=True)
    for folder in (profile, shared):
        database = f"sql:{folder}"
        if folder == shared:
            run("certutil", "-N", "-d", database, "--empty-password")
        run("certutil", "-A", "-d", database, "-n", "ngoc", "-t", "C,,", "-i", str(root))

    again = dataclasses.replace(ground)
    again.__dict__["homes"] = ground.homes
    found = [one for one in added_certificates(again) if one.trusted_by is not TrustedBy.SYSTEM]
    assert before == []
    assert {one.trusted_by for one in found} == {TrustedBy.BROWSER, TrustedBy.PERSON}
    assert {one.name for one in found} == {"Ngoc Root"}
    assert all(one.is_authority for one in found)


@pytest.mark.parametrize(("kind", "is_trusted"), [(1, False), (2, False), (3, True)])
def test_chromium_itself_trusts_those_roots_we_say_it_trusts(
    home, loopback, ground, tmp_path, kind, is_trusted
):
    root, leaf = authority(tmp_path), f"{tmp_path}/leaf.pem"
    folder = home / ".config/chromium/Default"
    folder.mkdir(parents=True)
    body = ssl.PEM_cert_to_DER_cert(root.read_text())
    with contextlib.closing(sqlite3.connect(folder / "ServerCertificate")) as database, database:
        database.execute("CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR)")
        database.execute("INSERT INTO meta VALUES ('version', '1'), ('last_compatible_version', '1')")
        database.execute(
            "CREATE TABLE certificates(sha256hash_hex TEXT PRIMARY KEY, der_cert BLOB NOT NULL,"
            " trust_settings BLOB NOT NULL)"
        )
        row = (hashlib.sha256(body).hexdigest(), body, bytes((0x0A, 2, 8, kind)))
        database.execute("INSERT INTO certificates VALUES (?, ?, ?)", row)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(leaf, f"{tmp_path}/leaf-key.pem")
    with serving(context) as port:
        shown = chromium(home, f"https://localhost:{port}/")
    assert ("<p>here</p>" in shown) is is_trusted
    found = [one.name for one in added_certificates(ground) if one.trusted_by is TrustedBy.BROWSER]
    assert found == (["Ngoc Root"] if is_trusted else [])
