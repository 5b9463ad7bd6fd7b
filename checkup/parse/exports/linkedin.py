"""LinkedIn, Logins.csv: notes may stand before the header; times are written in two ways.

References: two public tests' fixtures.
"""

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.plain_table import PlainTable

READER = PlainTable(
    service="linkedin",
    kind=SignInKind.LOGIN,
    must=("login date", "ip address"),
    when=("login date",),
    ip=("ip address",),
    user_agent=("user agent",),
    app=("login type",),
    in_utc=True,
).reader()
ADDRESSES = PlainTable(
    service="linkedin",
    kind=SignInKind.RECOVERY_CHANGE,
    must=("email address", "confirmed", "primary", "updated on"),
    when=("updated on",),
    app=("email address",),
    in_utc=True,
).reader()
