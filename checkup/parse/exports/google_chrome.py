"""Google Takeout, Chrome: the devices that synchronise, which hold passwords and history too; extensions.

References: RLEAPP, chromeDeviceInfo.py and chromeExtensions.py.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_seconds
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import cut
from checkup.parse.tree import Node


def _device(path: str, item: Node) -> Rows:
    del path
    names = [item.at(name).text for name in ("manufacturer", "model", "client_name")]
    if not any(names):
        yield 1
        return
    moment = of_seconds(item.at("last_updated_timestamp").value)
    maker, model, client = names
    yield SignInRecord(
        service="google",
        kind=SignInKind.DEVICE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        device=cut(" ".join(filter(None, (maker, model))) or client),
        os=cut(item.at("os_type").text.removeprefix("OS_TYPE_").title()),
        app=cut(f"Chrome {item.at('chrome_version').text}"),
        user_agent=cut(item.at("sync_user_agent").text),
    )


def _extension(path: str, item: Node) -> Rows:
    """Tell an extension of the synchronised browser; no time stands beside it."""
    del path
    names = (item.at(name).text for name in ("name", "version", "id"))
    name, version, id_ = (cut(text) for text in names)
    if not (name or id_):
        yield 1
        return
    yield SignInRecord(
        service="google",
        kind=SignInKind.APP_GRANT,
        app=cut(f"Chrome: {name or id_} {version}"),
        active=item.at("enabled").truth,
    )


READER = JsonReader(
    service="google",
    marks=('"Device Info"', '"incognito_enabled"'),
    paths={"Device Info.item": _device, "Extensions.item": _extension},
)
