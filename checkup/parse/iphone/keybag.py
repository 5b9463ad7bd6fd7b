"""The keybag of an encrypted backup: which keys it holds, wrapped, and how the password opens them.

It is a row of four-letter tags, each with a length and a value. First those of the whole bag, then one
group a protection class, each begun by its own UUID.
References: Apple Platform Security, "Keybags for Data Protection"; Bédrune and Sigwald, "iPhone data
protection in depth" (2011), for the tags; the double derivation (DPIC, DPSL) exists since iOS 10.2.
"""

from collections.abc import Iterator

from checkup.model.value import Value

MOST_TAGS = 4096
MOST_ROUNDS = 50_000_000  # Apple's own is 10 million: five times that is the most we compute
WRAPPED_BY_PASSWORD = 2
_TAG = 8


class BadKeybag(Exception):
    """The bytes are no keybag, or one that asks for a hostile amount of work."""


class ClassKey(Value, frozen=True, kw_only=True):
    """One protection class: its number, how its key is wrapped, and the wrapped key."""

    number: int
    wrap: int
    wrapped: bytes

    @property
    def needs_only_password(self) -> bool:
        """Whether the backup's password alone opens it."""
        return bool(self.wrap & WRAPPED_BY_PASSWORD)


class Keybag(Value, frozen=True, kw_only=True):
    """All that is needed to open the classes with a password.

    `first_rounds` and `first_salt` are of the first derivation (SHA-256), 0 and empty before iOS
    10.2; `rounds` and `salt` of the second one (SHA-1).
    """

    rounds: int
    salt: bytes
    first_rounds: int = 0
    first_salt: bytes = b""
    classes: tuple[ClassKey, ...] = ()


def keybag(data: bytes) -> Keybag:
    """Return the keybag in these bytes; raises BadKeybag."""
    whole: dict[bytes, bytes] = {}
    group: dict[bytes, bytes] = {}
    classes: list[ClassKey] = []
    for tag, value in _tags(data):
        if tag == b"UUID" and (b"UUID" in whole):
            classes.extend(_class(group))
            group = {tag: value}
        elif group:
            group[tag] = value
        else:
            whole[tag] = value
    classes.extend(_class(group))
    bag = Keybag(
        rounds=_number(whole.get(b"ITER", b"")),
        salt=whole.get(b"SALT", b""),
        first_rounds=_number(whole.get(b"DPIC", b"")),
        first_salt=whole.get(b"DPSL", b""),
        classes=tuple(classes),
    )
    if not (0 < bag.rounds <= MOST_ROUNDS and bag.first_rounds <= MOST_ROUNDS and bag.salt and classes):
        raise BadKeybag
    return bag


def _tags(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = count = 0
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + _TAG], "big")
        if at + _TAG + length > len(data) or count == MOST_TAGS:
            raise BadKeybag
        yield data[at : at + 4], data[at + _TAG : at + _TAG + length]
        at += _TAG + length
        count += 1


def _class(group: dict[bytes, bytes]) -> Iterator[ClassKey]:
    if b"CLAS" in group and b"WPKY" in group:
        yield ClassKey(
            number=_number(group[b"CLAS"]), wrap=_number(group.get(b"WRAP", b"")), wrapped=group[b"WPKY"]
        )


def _number(value: bytes) -> int:
    return int.from_bytes(value[:8], "big")
