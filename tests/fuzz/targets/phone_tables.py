"""Readers of an iPhone's tables, given cells of every kind: numbers, texts, bytes, nothing."""

from collections.abc import Iterator

from checkup.parse.iphone.accounts import accounts
from checkup.parse.iphone.calendars import open_to_others, subscribed
from checkup.parse.iphone.grants import grants
from checkup.parse.iphone.history import CHROME, FIREFOX, SAFARI, history
from checkup.parse.iphone.jailbreak import tool_of, tool_of_app
from checkup.parse.iphone.manifest import UnknownManifest, entries
from checkup.parse.iphone.messages import message_links, note_links
from checkup.parse.iphone.screen_time import family
from checkup.parse.iphone.shortcuts import shortcuts
from checkup.parse.iphone.traffic import traffic
from checkup.parse.iphone.viber import viber_links
from checkup.parse.iphone.whatsapp import whatsapp_links
from checkup.parse.tables import LeftOut, Row, UnknownColumns
from checkup.parse.tree import Node
from tests.fuzz.target import Target, of_tree, walked

COLUMNS = frozenset(
    (
        *(
            "ZUSERNAME",
            "ZACCOUNTTYPE",
            "ZPROCNAME",
            "ZDATA",
            "text",
            "ZTEXT",
            "attributedBody",
            "date",
            "title",
            "auth_value",
        ),
        *(
            "fileID",
            "domain",
            "relativePath",
            "flags",
            "file",
            "service",
            "client",
            "allowed",
            "last_modified",
        ),
        *(
            "id",
            "url",
            "history_item",
            "visit_time",
            "place_id",
            "visit_date",
            "siteID",
            "ZISFAMILYORGANIZER",
        ),
        *(
            "ZISPARENT",
            "ZGIVENNAME",
            "self_identity_email",
            "subcal_url",
            "external_id",
            "ZALTDSID",
            "ZAPPLEID",
        ),
    )
)
ROWS = [
    [1, "lan@example.org", "com.apple.account.IMAP", 780_000_000, "bytes:1f8b0800"],
    ["see https://a.example/b", "bytes:04 68 74 74 70", 780_000_000_000_000_000, 3, None],
    ["kTCCServiceCamera", "com.x.y", 2, 1_760_000_000.5, ""],
    ["d" * 40, "AppDomain-com.x", "Library/a", 1, "bytes:62706c6973743030"],
]


class Cells:
    """Tables that all have every column, with the same rows."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        self._rows = rows

    def columns(self, table: str) -> frozenset[str]:
        return COLUMNS

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        for row in self._rows:
            yield (row * len(columns))[: len(columns)] if row else (None,) * len(columns)


class NoList:
    """A list of known pages on which some stand."""

    def has_some(self, host: str) -> bool:
        return bool(host)

    def holds(self, url: str) -> bool:
        return len(url) % 2 == 0


def _cell(node: Node) -> object:
    value = node.value
    if isinstance(value, str) and value.startswith("bytes:"):
        return value.removeprefix("bytes:").encode("utf-8", "surrogatepass")
    return value if isinstance(value, str | int | float) and abs(_size(value)) < 2**63 else None


def _size(value: str | float) -> float:
    return 0 if isinstance(value, str) else value


def _all(root: Node) -> None:
    value = root.value if isinstance(root.value, list) else []
    rows = [tuple(_cell(Node(cell)) for cell in row) for row in value if isinstance(row, list)]
    tables = Cells(rows)
    for form in ((SAFARI,), (CHROME,), FIREFOX):
        _one(lambda form=form: history(tables, form, "x", NoList()))
    for reader in (
        accounts,
        subscribed,
        open_to_others,
        message_links,
        note_links,
        whatsapp_links,
        viber_links,
        shortcuts,
        family,
        traffic,
        grants,
    ):
        _one(lambda reader=reader: reader(tables, "x"))
    _one(lambda: entries(tables, lambda domain, path: True))
    for row in rows:
        for cell in row:
            tool_of_app(str(cell))
            tool_of(str(cell), str(cell))


def _one(read) -> None:
    try:
        walked(read())
    except (UnknownColumns, LeftOut, UnknownManifest):
        return


TARGETS: tuple[Target, ...] = (of_tree("iphone.tables", (_all,), ROWS),)
