"""Added lists of known programs: from a file, from their own address after a yes, and all that are kept.

References: threat-model, network and T21: signed lists must be whole, by a known key and not older;
others must be whole, and what lost many of its values is held back.
"""

from datetime import date
from pathlib import Path

import msgspec

from checkup.content.feeds import BrokenFeeds, Feed, read_feeds
from checkup.content.root import resource
from checkup.indicators.imports.outcome import Imported, Refused, Why
from checkup.indicators.imports.reading import LARGEST, bytes_of, list_id_of, read_list
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import Change, Compared, KeptList, compared
from checkup.indicators.known import Known
from checkup.indicators.listed import ListSource
from checkup.indicators.lists import load
from checkup.indicators.phone import phone_lists
from checkup.indicators.signature import (
    PublicKey,
    Signed,
    UnknownKey,
    WrongSignature,
    public_key,
    verified,
)
from checkup.model.value import Value
from checkup.network import Consent, CouldNotAsk, Door, NetworkTrouble

SIGNATURE = ".minisig"
OWN_FEEDS = (
    "feeds.toml"  # beside the added lists: those of a centre, in the form of resources/rules/feeds.toml
)
WHOLE = 60.0  # seconds for one file
LEARNS = "lists"  # the text that says what is learnt: `network.learns.lists`


class Settled(Value, frozen=True, kw_only=True):
    """What came of a list: how it compares, and whether it is in its place now."""

    compared: Compared
    taken: bool


_WHYS = {
    NetworkTrouble.OFFLINE: Why.OFFLINE,
    NetworkTrouble.PROXY_KIND: Why.PROXY_KIND,
    NetworkTrouble.PROXY_SILENT: Why.PROXY_SILENT,
    NetworkTrouble.NO_CONNECTION: Why.NO_CONNECTION,
    NetworkTrouble.REFUSED: Why.HOST_REFUSED,
    NetworkTrouble.NOT_UNDERSTOOD: Why.NOT_THE_LIST,
}


def known_programs(kept: Kept) -> Known:
    """Return the index over the built-in lists and the added ones; raises ListDamaged for a built-in one."""
    return load(resource("rules"), (one.list for one in kept.lists()))


def own_feeds(kept: Kept) -> tuple[Feed, ...]:
    """Return the lists a centre named beside the kept ones; none where the file is missing or broken.

    Only signed ones: a name in a file is no reason to trust a host.
    """
    try:
        return tuple(feed for feed in read_feeds(kept.folder / OWN_FEEDS) if feed.key)
    except BrokenFeeds:
        return ()


def from_file(path: Path, kept: Kept, today: date) -> KeptList | PublicKey | Refused:
    """Return the list of a file, or the public key if it is one.

    Where a signature lies beside it, it must be a good one by a key that is trusted here.
    """
    data = bytes_of(path)
    if isinstance(data, Refused):
        return data
    if key := key_of(data):
        return key
    signed = _signed_beside(path, data, kept)
    if isinstance(signed, Refused):
        return signed
    found = read_list(data, list_id_of(path.name))
    if isinstance(found, Refused):
        return found
    return _kept(found, today, signed=signed)


def signature_of(path: Path, kept: Kept) -> Signed | Refused | None:
    """Return whose signature lies beside a file; None where there is none."""
    data = bytes_of(path)
    return data if isinstance(data, Refused) else _signed_beside(path, data, kept)


def _signed_beside(path: Path, data: bytes, kept: Kept) -> Signed | Refused | None:
    beside = path.with_name(path.name + SIGNATURE)
    if not beside.exists():
        return None
    signature = bytes_of(beside)
    return signature if isinstance(signature, Refused) else _checked(data, signature, kept.keys())


def key_of(data: bytes) -> PublicKey | None:
    """Return the public key these bytes are; None if they are none."""
    return public_key(data.decode("utf-8", "replace")) if len(data) < 1_000 else None


def consent_for(feed: Feed) -> Consent:
    """Return what the person agrees to when this list is asked for."""
    return Consent(host=feed.host, learns=LEARNS)


def from_feed(feed: Feed, consent: Consent, today: date, door: Door) -> KeptList | Refused:
    """Ask for a list at its own address; raises NotAgreed. Takes at most about twice WHOLE seconds."""
    data = _asked(door, feed.address, consent, LARGEST)
    if isinstance(data, Refused):
        return data
    signed: Signed | None = None
    if feed.key:
        checked = _asked_signature(door, feed, consent, data)
        if isinstance(checked, Refused):
            return checked
        signed = checked
    found = read_list(data, feed.id)
    if isinstance(found, Refused):
        return found
    source = ListSource(
        id=feed.id,
        name=feed.name,
        as_of=found.list.source.as_of,
        licence=feed.licence or found.list.source.licence,
        origin=feed.origin or found.list.source.origin,
        credit=feed.credit or found.list.source.credit,
    )
    named = msgspec.structs.replace(found, list=msgspec.structs.replace(found.list, source=source))
    return _kept(named, today, signed=signed, address=feed.address)


def against_kept(new: KeptList, kept: Kept, feed: Feed | None = None) -> Compared:
    """Compare a list with the kept one of its id, else with the built-in one that its feed continues."""
    before = kept.get(new.id)
    baseline = None
    if before is None and feed is not None and feed.continues:
        built_in = phone_lists(resource("rules"))
        baseline = next((one for one in built_in if one.source.id == feed.continues), None)
    return compared(new, before, baseline)


def settle(new: KeptList, kept: Kept, feed: Feed | None = None, *, knowingly: bool = False) -> Settled:
    """Compare a list and take it where nothing speaks against it; raises CannotKeep.

    `knowingly` takes one that lacks many entries too. What is older or signed by another is never taken.
    """
    found = against_kept(new, kept, feed)
    unwanted = found.change is Change.SAME or found.change.is_refused
    taken = not unwanted and (knowingly or found.change is not Change.SHRUNK)
    if taken:
        kept.take(new)
    return Settled(compared=found, taken=taken)


def _asked(door: Door, address: str, consent: Consent, largest: int) -> bytes | Refused:
    try:
        return door.ask(address, consent, whole=WHOLE, largest=largest)
    except CouldNotAsk as error:
        return Refused(why=_WHYS[error.trouble])


def _asked_signature(door: Door, feed: Feed, consent: Consent, data: bytes) -> Signed | Refused:
    key = public_key(feed.key)
    if key is None:
        return Refused(why=Why.UNKNOWN_KEY)
    signature = _asked(door, feed.address + SIGNATURE, consent, 10_000)
    return signature if isinstance(signature, Refused) else _checked(data, signature, (key,))


def _checked(data: bytes, signature: bytes, keys: tuple[PublicKey, ...]) -> Signed | Refused:
    try:
        return verified(data, signature, keys)
    except UnknownKey:
        return Refused(why=Why.UNKNOWN_KEY)
    except WrongSignature:
        return Refused(why=Why.WRONG_SIGNATURE)


def _kept(found: Imported, today: date, *, signed: Signed | None, address: str = "") -> KeptList:
    return KeptList(
        list=found.list,
        taken=today.isoformat(),
        skipped=found.skipped,
        address=address,
        signed_by=signed.key_id if signed else "",
        stamp=signed.stamp if signed else 0,
    )
