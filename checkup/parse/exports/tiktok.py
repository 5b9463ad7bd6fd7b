"""TikTok: the login history of user_data.json and user_data_tiktok.json. Times are in UTC.

References: RLEAPP, tikTokArchiveJson.py. The carrier's name is a good hint to whose phone it is.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, cut
from checkup.parse.tree import Node

BEGINS_WITH = (
    *("Your Activity", "Activity", "Ads and data", "App Settings", "Comment", "Direct Message"),
    *("Direct Messages", "Income Plus Wallet Transactions", "Likes and Favorites", "Location Review"),
    *("Post", "Profile", "Profile And Settings", "Tiktok Live", "TikTok Live", "Tiktok Shopping"),
    *("TikTok Shop", "Video", "Login History"),
)


def _sign_in(path: str, item: Node) -> Rows:
    del path
    moment = of_text(item.at("Date").text, in_utc=True)
    ip, device = address(item.at("IP").text), cut(item.at("DeviceModel").text)
    if not (moment.when or ip or device):
        yield 1
        return
    network = (item.at(name).text for name in ("Carrier", "NetworkType"))
    yield SignInRecord(
        service="tiktok",
        kind=SignInKind.LOGIN,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        place=cut(", ".join(filter(None, network))),
        device=device,
        os=cut(item.at("DeviceSystem").text),
    )


PATHS: dict[str, FromItem] = {
    f"{before}Login History.LoginHistoryList.item": _sign_in for before in ("Your Activity.", "Activity.", "")
}
READER = JsonReader(service="tiktok", marks=tuple(f'"{name}"' for name in BEGINS_WITH), paths=PATHS)
