"""What a backup says of itself: which phone, which system, when, encrypted or not, finished or not."""

from checkup.model.value import Value
from checkup.parse.phone_mark import phone_mark
from checkup.parse.plist import (
    Dict,
    bytes_of,
    dict_of,
    list_of,
    moment_of,
    number_of,
    plist_dict,
    text_of,
)

FINISHED = "finished"
_NUMBERS = ("Unique Identifier", "Target Identifier", "Serial Number")


class Device(Value, frozen=True, kw_only=True):
    """The phone as Info.plist describes it. `when` is the last backup, RFC 3339 in UTC or empty.

    `mark` tells the same phone again; it is not its number.
    """

    mark: str = ""
    name: str = ""
    model: str = ""
    system: str = ""
    when: str = ""
    apps: tuple[str, ...] = ()


class Locking(Value, frozen=True, kw_only=True):
    """What Manifest.plist says: encrypted or not, the keybag, and the wrapped key of Manifest.db."""

    is_encrypted: bool = False
    keybag: bytes = b""
    manifest_key: bytes = b""


def device(data: bytes) -> Device:
    """Return the phone out of Info.plist; raises NotPlist."""
    info = plist_dict(data)
    return device_of(info)


def device_of(info: Dict) -> Device:
    """Return the phone out of the content of Info.plist."""
    version = text_of(info.get("Product Version"))
    apps = (text_of(one) for one in list_of(info.get("Installed Applications")))
    number = next((text_of(info.get(name)) for name in _NUMBERS if info.get(name)), "")
    return Device(
        mark=phone_mark(number),
        name=text_of(info.get("Device Name")) or text_of(info.get("Display Name")),
        model=text_of(info.get("Product Name")) or text_of(info.get("Product Type")),
        system=f"iOS {version}" if version else "",
        when=moment_of(info.get("Last Backup Date")),
        apps=tuple(dict.fromkeys(one for one in apps if one)),
    )


def locking(data: bytes) -> Locking:
    """Return how a backup is locked, out of Manifest.plist; raises NotPlist."""
    held = plist_dict(data)
    return Locking(
        is_encrypted=held.get("IsEncrypted") is True or number_of(held.get("IsEncrypted")) == 1,
        keybag=bytes_of(held.get("BackupKeyBag")),
        manifest_key=bytes_of(held.get("ManifestKey")),
    )


def is_finished(data: bytes) -> bool:
    """Whether Status.plist says that the backup came to its end; raises NotPlist.

    A newer system may leave the word away: only another word says that it did not.
    """
    state = text_of(dict_of(plist_dict(data)).get("SnapshotState"))
    return state in ("", FINISHED)
