"""The files of androidqf: packages.json and the lists beside it.

Since 2026 an app stands once for each person (`user_id`), and `installed` is false for one of which the
phone only remembers data; before, such an app could not be told from an installed one.

References: mvt-project/androidqf: adb/packages.go, adb/package_users.go, acquisition/acquisition.go, modules
root_binaries, magisk_modules, selinux, mounts (2022 to 2026).
"""

import re
from collections.abc import Iterator

from checkup.model.android import InstalledApp, LeftTrace, RootTrace, SignedFile
from checkup.parse.tree import Node

_DIGESTS = ("md5", "sha1", "sha256")
_ID = re.compile(r"[\w.\-]{1,255}")
_SYSTEM_PLACES = ("/system", "/product", "/vendor", "/apex", "/odm")


def apps_gathered(root: Node) -> Iterator[InstalledApp | LeftTrace]:
    """Yield the apps of packages.json: their installer and where their files lie."""
    for node in root.nodes():
        name = node.at("name").text
        if not _ID.fullmatch(name):
            continue
        if node.at("installed").truth is False:
            yield LeftTrace(seen_in="packages.json", app=name)
            continue
        user = node.at("user_id").number
        installer = node.at("installer").text
        path = next((file.at("path").text for file in node.at("files").nodes()), "")
        yield InstalledApp(
            seen_in="packages.json",
            id=name,
            installer="" if installer in ("null", "") else installer,
            is_installer_known=node.at("installer").is_there,
            path=path,
            is_system=bool(node.at("system").truth) or path.startswith(_SYSTEM_PLACES),
            is_off=bool(node.at("disabled").truth),
            users=() if user is None else (user,),
        )


def files_gathered(root: Node) -> Iterator[SignedFile]:
    """Yield the digests of certificates and files of packages.json."""
    for node in root.nodes():
        files = list(node.at("files").nodes())
        certificates = [
            file.at("certificate").at(name) for file in files for name in ("Md5", "Sha1", "Sha256")
        ]
        hashes = [file.at(name) for file in files for name in _DIGESTS]
        yield SignedFile(
            seen_in="packages.json",
            app=node.at("name").text,
            certificates=tuple(dict.fromkeys(one.text for one in certificates if one.text)),
            hashes=tuple(dict.fromkeys(one.text for one in hashes if one.text)),
        )


def root_traces(root: Node) -> Iterator[RootTrace]:
    """Yield the files that give full rights, of root_binaries.json."""
    for text in root.texts():  # what `which -a` answered: one or several paths
        for path in text.split():
            if path.startswith("/"):
                yield RootTrace(seen_in="root_binaries.json", path=path)


def root_modules(root: Node) -> Iterator[RootTrace]:
    """Yield the add-ons of Magisk, of magisk_modules/manifest.json."""
    for node in root.at("modules").nodes():
        if path := node.at("device_path").text:
            yield RootTrace(seen_in="magisk_modules/manifest.json", path=path)


def people_left_out(root: Node) -> tuple[str, ...]:
    """Return the persons whose apps could not be gathered, of package_users.json."""
    users = (node for node in root.at("users").nodes())
    return tuple(
        f"user {node.at('id').number}" for node in users if node.at("inventory_status").text != "collected"
    )
