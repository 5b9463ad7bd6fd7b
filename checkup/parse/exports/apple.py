"""Apple, "Data & Privacy": devices, the latest sign-on of each program, changes, and requests for the data.

Times are in UTC. The sign-on table keeps the latest time per program, not a history.
Two more files are left alone on purpose: iCloudUsageData, of whose several tables in one file none is
known to tell who signed in; KnownNetworks.xml, which holds the names and times of wireless networks: where
somebody was, not who signed in.
References: a public timeline's Apple provider; three more parsers of the device table.
"""

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.plain_table import PlainTable

DEVICES = PlainTable(
    service="apple",
    kind=SignInKind.DEVICE,
    must=("device name", "device serial number"),
    when=("device last heartbeat timestamp", "device added date"),
    ip=("device last heartbeat ip",),
    place=("device time zone",),
    device=("device model name", "device name"),
    app=("device name",),
    in_utc=True,
).reader()
SIGN_ONS = PlainTable(
    service="apple",
    kind=SignInKind.LOGIN,
    must=("application", "logged in date"),
    when=("logged in date",),
    ip=("ip address",),
    app=("application",),
    in_utc=True,
).reader()
COMPUTERS = PlainTable(
    service="apple",
    kind=SignInKind.DEVICE,
    must=("associated date", "device name"),
    when=("associated date",),
    device=("device name",),
    in_utc=True,
).reader()
FAMILY = PlainTable(
    service="apple",
    kind=SignInKind.ACCOUNT_CHANGE,
    must=("last modified date", "family sharing enabled"),
    when=("last modified date",),
    app=("app name",),
    in_utc=True,
).reader()
ACCOUNT = PlainTable(
    service="apple",
    kind=SignInKind.ACCOUNT_CHANGE,
    must=("last update date", "official address"),
    when=("last update date",),
    in_utc=True,
).reader()
REQUESTS = PlainTable(
    service="apple",
    kind=SignInKind.EXPORT_REQUEST,
    must=("request time",),
    when=("request time",),
    in_utc=True,
).reader()
