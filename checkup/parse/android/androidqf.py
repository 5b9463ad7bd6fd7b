"""The files of androidqf: packages.json and the lists beside it.

References: mvt-project/androidqf, modules packages, root_binaries, settings (2022 to 2026).
"""

import re
from collections.abc import Iterator

from checkup.model.android import InstalledApp, RootTrace, SignedFile
from checkup.parse.tree import Node

_DIGESTS = ("md5", "sha1", "sha256")
_ID = re.compile(r"[\w.\-]{1,255}")
_SYSTEM_PLACES = ("/system", "/product", "/vendor", "/apex", "/odm")


def apps_gathered(root: Node) -> Iterator[InstalledApp]:
    """Yield the apps of packages.json: their installer and where their files lie."""
    for node in root.nodes():
        name = node.at("name").text
        if not _ID.fullmatch(name):
            continue
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
    for path in root.texts():
        yield RootTrace(seen_in="root_binaries.json", path=path)
