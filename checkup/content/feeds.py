"""Where public lists of known programs can be had: asked only when the person says so."""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from checkup.content.root import resource
from checkup.model.value import Value

FEEDS = "rules/feeds.toml"
LARGEST = 100_000  # bytes


class BrokenFeeds(Exception):
    """The file is missing or not what it should be."""


class Feed(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list at its own address. `continues` is the id of the built-in list it is the newer form of.

    `key` is the public key in minisign's form that must have signed it; then the signature stands at
    the same address with `.minisig` behind. Without a key the list is taken as its host gives it.
    """

    id: str
    name: str
    address: str
    licence: str = ""
    origin: str = ""
    credit: str = ""
    continues: str = ""
    key: str = ""

    @property
    def host(self) -> str:
        """Who is asked."""
        return urlsplit(self.address).hostname or ""


class _Feeds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    feed: tuple[Feed, ...]


def load_feeds() -> tuple[Feed, ...]:
    """Return the public lists the program knows of; raises BrokenFeeds."""
    return read_feeds(resource(FEEDS))


def read_feeds(path: Path) -> tuple[Feed, ...]:
    """Return the lists named in a file; only https, each id once; raises BrokenFeeds."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
        found = msgspec.convert(tomllib.loads(data.decode("utf-8")), _Feeds).feed
        for feed in found:
            _check(feed)
    except (OSError, ValueError, RecursionError) as error:
        raise BrokenFeeds(path.name) from error
    if len({feed.id for feed in found}) != len(found):
        raise BrokenFeeds(path.name)
    return found


def _check(feed: Feed) -> None:
    parts = urlsplit(feed.address)
    if parts.scheme != "https" or not parts.hostname or parts.username or not feed.id.isascii():
        raise ValueError(feed.id)
