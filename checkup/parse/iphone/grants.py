"""Which app may use what: the phone's own record of the answers given (TCC), and that of locations.

References: TCC.db, table `access`: `allowed` (1 for yes) up to iOS 13, `auth_value` (2 for yes, 3 for a
part) since iOS 14; locationd's clients.plist: `Authorization` 2 while used, 4 always.
"""

from collections.abc import Iterator

from checkup.model.iphone import PrivacyGrant, Right
from checkup.parse.moment import unix
from checkup.parse.plist import dict_of, number_of, plist_dict, text_of
from checkup.parse.tables import Tables, UnknownColumns, real_number, text, whole_number

_RIGHTS = {
    "kTCCServiceMicrophone": Right.MICROPHONE,
    "kTCCServiceCamera": Right.CAMERA,
    "kTCCServicePhotos": Right.PHOTOS,
    "kTCCServiceAddressBook": Right.CONTACTS,
    "kTCCServiceContactsFull": Right.CONTACTS,
    "kTCCServiceCalendar": Right.CALENDAR,
    "kTCCServiceBluetoothAlways": Right.BLUETOOTH,
    "kTCCServiceBluetoothPeripheral": Right.BLUETOOTH,
    "kTCCServiceMotion": Right.MOTION,
}
_YES, _YES_IN_PART = 2, 3
_LOCATIONS = {2: Right.LOCATION, 4: Right.LOCATION_ALWAYS}


def grants(tables: Tables, where: str) -> Iterator[PrivacyGrant]:
    """Yield what apps were allowed; raises UnknownColumns, NotDatabase."""
    columns = tables.columns("access")
    verdict = next((one for one in ("auth_value", "allowed") if one in columns), "")
    if not verdict or not {"service", "client"} <= columns:
        raise UnknownColumns
    for service, client, value, when in tables.rows("access", "service", "client", verdict, "last_modified"):
        right = _RIGHTS.get(text(service))
        answer = whole_number(value)
        is_yes = answer == 1 if verdict == "allowed" else answer in (_YES, _YES_IN_PART)
        if right is not None and is_yes and text(client):
            since = unix(real_number(when))
            yield PrivacyGrant(bundle_id=text(client), right=right, since=since, seen_in=where)


def locations(data: bytes, where: str) -> Iterator[PrivacyGrant]:
    """Yield the apps that may use locations; raises NotPlist."""
    for key, held in plist_dict(data).items():
        client = dict_of(held)
        right = _LOCATIONS.get(number_of(client.get("Authorization")))
        bundle = text_of(client.get("BundleId")) or _bundle(key)
        if right is not None and bundle:
            yield PrivacyGrant(bundle_id=bundle, right=right, seen_in=where)


def _bundle(key: str) -> str:
    """Return the bundle id in a key: bare, or as newer systems write it (`icom.example.app:`)."""
    bare = key.rstrip(":")
    return bare[1:] if key.endswith(":") and bare.startswith("i") else bare
