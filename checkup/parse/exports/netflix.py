"""Netflix: addresses of sign-ins and of watching, and the devices of the account; times in UTC.

References: RLEAPP, netflixArchive.py (positions); a public timeline's Netflix provider.
"""

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.plain_table import PlainTable

WATCHING = PlainTable(
    service="netflix",
    kind=SignInKind.USE,
    must=("esn", "localized device description", "ip", "ts"),
    when=("ts",),
    ip=("ip",),
    country=("country",),
    place=("region code display name",),
    device=("device description",),
    in_utc=True,
).reader()
SIGN_INS = PlainTable(
    service="netflix",
    kind=SignInKind.LOGIN,
    must=("esn", "device description", "ip", "ts"),
    when=("ts",),
    ip=("ip",),
    country=("country",),
    place=("region code",),
    device=("device description",),
    in_utc=True,
).reader()
DEVICES = PlainTable(
    service="netflix",
    kind=SignInKind.DEVICE,
    must=("device type", "esn"),
    when=("acct last playback date", "deactivation time", "acct first playback date"),
    device=("device type",),
    in_utc=True,
).reader()
ACCESS = PlainTable(
    service="netflix",
    kind=SignInKind.DEVICE,
    must=("devices", "date", "part of netflix household"),
    when=("date",),
    device=("devices",),
    in_utc=True,
).reader()
PROFILES = PlainTable(
    service="netflix",
    kind=SignInKind.ACCOUNT_CHANGE,
    must=("profile name", "profile creation time"),
    when=("profile creation time",),
    app=("profile name",),
    in_utc=True,
).reader()
