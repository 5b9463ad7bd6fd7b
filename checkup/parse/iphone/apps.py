"""Installed apps out of Info.plist: each with the record its store left, or without one.

References: the keys of iTunesMetadata.plist (`itemName`, `artistName`, `sourceApp`,
`com.apple.iTunesStore.downloadInfo`), which backups hold in `Applications` for every app.
"""

from collections.abc import Iterator

from checkup.model.iphone import AppOrigin, IphoneApp
from checkup.parse.plist import (
    Dict,
    NotPlist,
    bytes_of,
    dict_of,
    list_of,
    number_of,
    plist_dict,
    text_of,
)

_ORIGINS = {
    "com.apple.AppStore": AppOrigin.STORE,
    "com.apple.itunesstored": AppOrigin.STORE,
    "com.apple.appstored": AppOrigin.STORE,
    "com.apple.mobilesafari": AppOrigin.STORE,
    "com.apple.TestFlight": AppOrigin.TEST,
    "com.apple.dmd": AppOrigin.MANAGED,
    "com.apple.managedconfiguration.profiled": AppOrigin.MANAGED,
}
MOST_APPS = 20_000


def apps(info: bytes) -> Iterator[IphoneApp]:
    """Yield the installed apps; raises NotPlist where Info.plist cannot be read."""
    held = plist_dict(info)
    records = dict_of(held.get("Applications"))
    listed = (text_of(one) for one in list_of(held.get("Installed Applications")))
    names = list(dict.fromkeys([*records, *(one for one in listed if one)]))[:MOST_APPS]
    for name in names:
        if records:
            yield _app(name, dict_of(records.get(name)), is_recorded=name in records)
        else:
            yield IphoneApp(bundle_id=name, seen_in="Info.plist")


def _app(bundle_id: str, record: Dict, *, is_recorded: bool) -> IphoneApp:
    found = bytes_of(record.get("iTunesMetadata"))
    try:
        metadata = plist_dict(found) if found else {}
    except NotPlist:
        metadata, is_recorded = {}, False  # it has a record that cannot be read: where from is not known
    bought = dict_of(metadata.get("com.apple.iTunesStore.downloadInfo"))
    return IphoneApp(
        bundle_id=bundle_id,
        name=text_of(metadata.get("itemName")),
        maker=text_of(metadata.get("artistName")),
        origin=_origin(metadata, is_recorded=is_recorded),
        since=text_of(bought.get("purchaseDate")),
        bought_by=text_of(dict_of(bought.get("accountInfo")).get("AppleID")),
        seen_in="Info.plist",
    )


def _origin(metadata: Dict, *, is_recorded: bool) -> AppOrigin:
    if not metadata:
        return AppOrigin.OUTSIDE if is_recorded else AppOrigin.UNKNOWN
    named = _ORIGINS.get(text_of(metadata.get("sourceApp")))
    if named is not None:
        return named
    return AppOrigin.STORE if number_of(metadata.get("itemId")) else AppOrigin.OUTSIDE
