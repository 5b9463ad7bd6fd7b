"""Snapchat: account.json (sign-ins, devices) and account_history.json (changes, requests for the data).

Every field may be missing. References: two public viewers' fixtures; RLEAPP, snapchatAccounthist.py.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import Moment, of_text
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, country_code, cut
from checkup.parse.tree import Node

CHANGES = {
    "Display Name Change": SignInKind.RECOVERY_CHANGE,
    "Email Change": SignInKind.RECOVERY_CHANGE,
    "Mobile Number Change": SignInKind.RECOVERY_CHANGE,
    "Password Change": SignInKind.RECOVERY_CHANGE,
    "Two-Factor Authentication": SignInKind.RECOVERY_CHANGE,
    "Tow-Factor Authentication": SignInKind.RECOVERY_CHANGE,  # as a public viewer's type spells it
    "Account deactivated / reactivated": SignInKind.ACCOUNT_CHANGE,
    "Snapchat Linked to Bitmoji": SignInKind.APP_GRANT,
}
CHANGED_TO = ("Display Name", "Email Address", "Mobile Number", "Status", "Action")
FIRST = ("Basic Information", "Device History", "Display Name Change", "Password Change")
GOOD = frozenset({"success", "successful", "ok", ""})


def _record(kind: SignInKind, moment: Moment, **more: str) -> Rows:
    if not moment.when and not any(more.values()):
        yield 1
        return
    yield SignInRecord(
        service="snapchat",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        **more,  # type: ignore[arg-type]
    )


def _sign_in(path: str, item: Node) -> Rows:
    del path
    is_good = item.at("Status").text.strip().casefold() in GOOD
    yield from _record(
        SignInKind.LOGIN if is_good else SignInKind.FAILED,
        of_text(item.at("Created").text),
        ip=address(item.at("IP").text),
        country=country_code(item.at("Country").text),
        device=cut(item.at("Device").text),
    )


def _device(path: str, item: Node) -> Rows:
    del path
    make, model = item.at("Make").text, item.at("Model").text
    named = model if model.casefold().startswith(make.casefold()) else f"{make} {model}"
    yield from _record(SignInKind.DEVICE, of_text(item.at("Start Time").text), device=cut(named))


def _change(path: str, item: Node) -> Rows:
    """Tell a change and to what, where that is said."""
    name = path.removesuffix(".item")
    value = next((text for key in CHANGED_TO if (text := item.at(key).text.strip())), "")
    moment = of_text(item.at("Date").text)
    if not (moment.raw.strip() or value):
        yield 1
        return
    yield from _record(CHANGES[name], moment, app=cut(f"{name}: {value}" if value else name))


def _sign_up(path: str, item: Node) -> Rows:
    """Tell from where the account was made, and when it was last used."""
    del path
    country = country_code(item.at("Country").text)
    if ip := address(item.at("Registration IP").text):
        made = of_text(item.at("Creation Date").text)
        yield from _record(SignInKind.USE, made, ip=ip, country=country)
    if (last := of_text(item.at("Last Active").text)).when:
        yield from _record(SignInKind.USE, last)


def _request(path: str, item: Node) -> Rows:
    del path
    yield from _record(
        SignInKind.EXPORT_REQUEST, of_text(item.at("Date").text), app=cut(item.at("Email Address").text)
    )


PATHS: dict[str, FromItem] = {
    "Login History.item": _sign_in,
    "Device History.item": _device,
    "Download My Data Reports.item": _request,
    "Basic Information": _sign_up,
    **{f"{name}.item": _change for name in CHANGES},
}
READER = JsonReader(
    service="snapchat",
    marks=tuple(f'"{name}"' for name in FIRST),
    paths=PATHS,
)
