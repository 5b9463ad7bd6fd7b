"""Screen Time and the family role, where a backup holds them: seldom whole, and never all of it.

References: the preferences of ScreenTimeAgent, the older `com.apple.restrictionspassword.plist` (iOS 11
and before), and the table `ZCOREUSER` of RMAdminStore (who is a child, who organises the family;
`ZLOCALUSERDEVICESTATE` or `ZLOCALSETTINGS` mark the person of this phone; not every system has
`ZSCREENTIMEENABLED`).
"""

from collections.abc import Iterator

from checkup.model.iphone import ScreenTime, ScreenTimeKind
from checkup.parse.plist import plist_dict
from checkup.parse.tables import Tables, UnknownColumns, text, whole_number

_ON = ("ScreenTimeEnabled", "STScreenTimeEnabled")
_PASSCODE = ("RestrictionsPasswordKey", "ScreenTimePasscodeEnabled", "HasPasscode")
_CHILD = ("IsChild", "STIsChild")
_HERE = ("ZLOCALSETTINGS", "ZLOCALUSERDEVICESTATE")


def preferences(data: bytes, where: str) -> Iterator[ScreenTime]:
    """Yield what a file of preferences says; raises NotPlist."""
    held = plist_dict(data)
    for names, kind in (
        (_ON, ScreenTimeKind.ON),
        (_PASSCODE, ScreenTimeKind.PASSCODE),
        (_CHILD, ScreenTimeKind.CHILD),
    ):
        if any(held.get(name) for name in names):
            yield ScreenTime(kind=kind, seen_in=where)


def family(tables: Tables, where: str) -> Iterator[ScreenTime]:
    """Yield the roles in the family; raises UnknownColumns, NotDatabase."""
    columns = tables.columns("ZCOREUSER")
    if not {"ZISPARENT", "ZISFAMILYORGANIZER"} & columns:
        raise UnknownColumns
    wanted = ("ZGIVENNAME", "ZISFAMILYORGANIZER", "ZISPARENT", "ZSCREENTIMEENABLED", *_HERE)
    for name, organises, parent, is_on, *here in tables.rows("ZCOREUSER", *wanted):
        is_this_phone = any(one is not None for one in here)
        if is_this_phone and whole_number(is_on):
            yield ScreenTime(kind=ScreenTimeKind.ON, seen_in=where)
        if is_this_phone and parent is not None and not whole_number(parent) and not whole_number(organises):
            yield ScreenTime(kind=ScreenTimeKind.CHILD, seen_in=where)
        if not is_this_phone and whole_number(organises):
            yield ScreenTime(kind=ScreenTimeKind.ORGANISER, who=text(name), seen_in=where)
