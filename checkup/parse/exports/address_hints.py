"""Services whose exports hold no sign-ins but show addresses: Amazon devices, Ring, Uber.

A hint only: where the account was used. References: DD, tests of an inventory of addresses.
"""

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.plain_table import PlainTable

AMAZON = PlainTable(
    service="amazon",
    kind=SignInKind.DEVICE,
    must=("device model", "first time registered"),
    when=("last time registered", "first time registered"),
    ip=("ip address",),
    device=("device model",),
).reader()
RING = PlainTable(
    service="ring",
    kind=SignInKind.DEVICE,
    must=("device_name", "ip_address"),
    when=("updated_at", "last_seen", "created_at"),
    ip=("ip_address",),
    device=("device_name",),
).reader()
UBER = PlainTable(
    service="uber",
    kind=SignInKind.USE,
    must=("event time (utc)", "ip address"),
    when=("event time (utc)",),
    ip=("ip address",),
    device=("device model",),
    os=("device os",),
    in_utc=True,
).reader()
