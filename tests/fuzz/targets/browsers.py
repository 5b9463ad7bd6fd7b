"""Parsers of browsers' files, certificates and SQLite of every kind."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from checkup.parse.browser_policy import chromium_rules, firefox_rules
from checkup.parse.chromium import (
    account_mails,
    chromium_extensions,
    chromium_profiles,
    manifest_reads_every_page,
)
from checkup.parse.chromium_roots import STATEMENT as ROOTS
from checkup.parse.chromium_roots import trusted_in_profile
from checkup.parse.cookies import CHROMIUM_COOKIES, FIREFOX_COOKIES, chromium_cookies, firefox_cookies
from checkup.parse.firefox import firefox_extensions, sync_name
from checkup.parse.nss import STATEMENT as NSS
from checkup.parse.nss import trusted_certificates
from checkup.parse.site_permission import chromium_sites, firefox_sites
from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.sqlite_files import Held
from checkup.parse.sqlite_tables import rows, tables_of
from checkup.parse.tcc import grants
from checkup.parse.x509 import certificates
from tests.fuzz.target import Target, of_text, of_tree, walked

PREFERENCES = {
    "extensions": {
        "settings": {
            "a" * 32: {
                "location": 8,
                "path": "/tmp/x",
                "state": 1,
                "from_webstore": False,
                "first_install_time": "13400000000000000",
                "granted_permissions": {"api": ["tabs"], "explicit_host": ["<all_urls>"]},
                "manifest": {
                    "name": "__MSG_x__",
                    "permissions": ["<all_urls>"],
                    "host_permissions": ["*://*/*"],
                },
            }
        }
    },
    "account_info": [{"email": "lan@example.org"}],
    "profile": {
        "name": "x",
        "info_cache": {"Default": {"name": "x", "user_name": "lan@example.org"}},
        "content_settings": {
            "exceptions": {
                "notifications": {
                    "https://a.example:443,*": {"setting": 1, "last_modified": "13400000000000000"}
                }
            }
        },
    },
}
POLICIES = {
    "ExtensionInstallForcelist": ["a" * 32 + ";https://x"],
    "ExtensionSettings": {"*": {"installation_mode": "force_installed", "update_url": "https://x"}},
    "ProxySettings": {"ProxyMode": "fixed_servers", "ProxyServer": "x:1"},
    "policies": {
        "ExtensionSettings": {"a@b": {"installation_mode": "force_installed"}},
        "Certificates": {"Install": ["x"]},
    },
}
ADDONS = {
    "addons": [
        {
            "id": "a@b",
            "type": "extension",
            "location": "app-profile",
            "active": True,
            "signedState": 2,
            "installDate": 1790000000000,
            "defaultLocale": {"name": "x"},
            "userPermissions": {"permissions": ["tabs"], "origins": ["<all_urls>"]},
        }
    ]
}


def _made(statements: str, table: str, row: tuple[object, ...], count: int = 60) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(statements)
        marks = ", ".join("?" * len(row))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [row] * count)  # noqa: S608 - ours
        connection.commit()
        return connection.serialize()


COOKIES = _made(
    "CREATE TABLE cookies(host_key, name, expires_utc, last_access_utc, creation_utc, path, is_secure);"
    "CREATE TABLE moz_cookies(host, name, expiry, lastAccessed);",
    "cookies",
    (".facebook.com", "c_user", 13400000000000000, 13400000000000000, 1, "/", 1),
)
GRANTS = _made(
    "CREATE TABLE access(service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, "
    "last_modified INTEGER);",
    "access",
    ("kTCCServiceScreenCapture", "us.zoom.xos", 0, 2, 1760000000),
)
LONG = _made(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c BLOB);",
    "t",
    (None, "é" * 900, 0.5, bytes(3000)),
)
STATEMENTS = (
    (CHROMIUM_COOKIES, chromium_cookies),
    (FIREFOX_COOKIES, firefox_cookies),
    (ROOTS, trusted_in_profile),
    (NSS, trusted_certificates),
    ("SELECT service, client, auth_value, last_modified FROM access", grants),
    ("SELECT 1, 2, 3, 4", firefox_sites),
)


def _certificates() -> tuple[bytes, ...]:
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))  # the same at every run
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tên")])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), 7, day, day + timedelta(days=9))
    one = built.sign(key, None)
    pem = one.public_bytes(Encoding.PEM)
    return one.public_bytes(Encoding.DER), pem, pem * 3


def _database(data: bytes) -> None:
    for statement, reader in STATEMENTS:
        try:
            found = rows(data, statement, seconds=2)
        except (NotDatabase, TookTooLong):
            continue
        walked(reader(found))
    with tables_of(Held(data), Held(), seconds=2) as tables:
        for name in ("t", "access", "cookies"):
            walked(tables.rows(name, "id", "a", "c", "service", "name"))


TARGETS = (
    of_tree(
        "browsers.chromium",
        (chromium_extensions, chromium_profiles, account_mails, chromium_sites, manifest_reads_every_page),
        PREFERENCES,
        PREFERENCES["extensions"],
    ),
    of_tree("browsers.policies", (chromium_rules, firefox_rules), POLICIES),
    of_tree("browsers.firefox", (firefox_extensions,), ADDONS),
    of_text(
        "browsers.preferences",
        (sync_name,),
        'user_pref("services.sync.username", "lan@example.org");\n',
        'CREATE TABLE "a b" ("x y" TEXT, [z] INTEGER PRIMARY KEY, n DECIMAL(5,2), UNIQUE (n)) WITHOUT ROWID',
    ),
    Target("browsers.databases", _database, (COOKIES, GRANTS, LONG), (NotDatabase, TookTooLong)),
    Target("browsers.certificates", certificates, _certificates()),
)
