"""Facebook: what was changed in the account, and which programs may use it.

References: RLEAPP, facebookArchive.py; UDX, test/data/json/facebook; the models of two public viewers
for account_status_changes.json ("Account deactivated", "Account reactivated") and the list of programs.
"""

from collections.abc import Callable

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.facebook_row import record, text
from checkup.parse.exports.reader import Rows
from checkup.parse.exports.shape import cut
from checkup.parse.tree import Node

CHANGED = ("email", "number", "name", "vanity")
"""An address, a number or a name: one the person does not know tells much."""


def _changed(path: str, item: Node) -> Rows:
    """Tell what it was changed to; where something was only taken away, what that was."""
    del path
    session, event = item.at("session"), text(item, "event")
    values = (text(item, "extra_info", f"{age}_{name}") for age in ("new", "old") for name in CHANGED)
    value = next(filter(None, values), "")
    said = cut(f"{event}: {value}" if event and value else event or value)
    when = session.at("created_timestamp").value
    yield from record(session, SignInKind.RECOVERY_CHANGE, when, app=said)


def _contact(path: str, item: Node) -> Rows:
    del path
    when = item.at("verification_time").value
    yield from record(item, SignInKind.RECOVERY_CHANGE, when, app=text(item, "contact"))


def _status(path: str, item: Node) -> Rows:
    """Tell when the account was closed for a while or opened again."""
    del path
    when = item.at("timestamp").value
    yield from record(item, SignInKind.ACCOUNT_CHANGE, when, app=text(item, "status"))


def _program(path: str, item: Node) -> Rows:
    """Tell a program; one that was removed again may use the account no more."""
    del path
    name, when = text(item, "name"), item.at("added_timestamp").value
    if not (name or when):
        yield 1
        return
    active = False if item.at("removed_timestamp").number else None
    yield from record(item, SignInKind.APP_GRANT, when, app=name, active=active)


CHANGES: dict[str, Callable[[str, Node], Rows]] = {
    "admin_records": _changed,
    "contact_verifications": _contact,
    "account_status_changes": _status,
    "installed_apps": _program,
}
