"""Facebook's newer form, "label_values": labels are in the export's language, so shapes count.

Many files have this form and hold no device (visits of profiles, places): a file is taken only where a
user agent, an address or a label that names a device stands in its beginning, and so is each row of it.
Most are lists; one alone tells of the sign-up (registration_information.json), and is Facebook's by its
"fbid": WhatsApp writes such objects too. What the files about recoveries hold is not confirmed: they are
read where they have this form.
References: RLEAPP, facebookArchive.py (your_devices.json, registration_information.json, and the nested
`dict` and `vec`).
"""

import re
from collections.abc import Iterator

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.facebook_row import record, text
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import address, is_agent
from checkup.parse.tree import Node

DEVICE = frozenset(
    {
        *("device", "device name", "device model", "device type", "model", "thiết bị", "tên thiết bị"),
        *("kiểu thiết bị", "mẫu thiết bị", "loại thiết bị", "kiểu máy"),
    }
)
DEEPEST = 6
_TEXT = re.compile(rb'"(?:[^"\\]|\\.){3,600}"')


def _fits(head: bytes) -> bool:
    import json

    if head.startswith(b"{") and b'"fbid"' not in head:
        return False
    for found in _TEXT.finditer(head):
        try:
            said = text(Node({"": json.loads(found[0])}), "")
        except ValueError:
            continue
        if said.casefold() in DEVICE or is_agent(said) or address(said):
            return True
    return False


def _parts(item: Node, depth: int = 0) -> Iterator[tuple[str, Node]]:
    """Yield labels with what stands beside them, those inside of others too."""
    if depth > DEEPEST:
        return
    for name in ("label_values", "dict", "vec"):
        for part in item.at(name).nodes():
            yield text(part, "label").casefold(), part
            yield from _parts(part, depth + 1)


def _row(path: str, item: Node) -> Rows:
    parts = list(_parts(item))
    values = [text(part, "value") for _, part in parts]
    agent = next(filter(is_agent, values), "")
    ip = next(filter(None, map(address, values)), "")
    named = (text(part, "value") for label, part in parts if label in DEVICE)
    device = next((value for value in named if value and not is_agent(value)), "")
    if not (agent or ip or device):
        yield 1
        return
    inside = (part.at("timestamp_value").number for _, part in parts)
    when = item.at("timestamp").number or next(filter(None, inside), None)
    kind = SignInKind.DEVICE if path or not ip else SignInKind.USE
    yield from record(item, kind, when, ip=ip, user_agent=agent, device=device)


LABELLED = JsonReader(
    service="facebook", marks=('"label_values"',), paths={"item": _row, "": _row}, fits=_fits
)
