"""The JSON of `signins`, written row by row; the stable names stand in the documents of the command line."""

import json
from itertools import islice
from typing import Any

import msgspec

from checkup.cli.console import Console
from checkup.cli.json_output import VERSION, escaped, rows
from checkup.model.sign_in import SignInGroup, SignInHistory, SignInRecord
from checkup.signins.address import address_kind, connection_of, registered_in

MOST_ADDRESSES = 50


class SignInsJson:
    """Writes one object: records first, one a line, then groups and what could not be read."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._began = False

    def records(self, rows: list[SignInRecord], source: str) -> None:
        """Write records, one a line."""
        if rows:
            written = "\n,".join(_written(_record(row, source)) for row in rows)
            self._console.line(self._before() + escaped(written))

    def end(self, history: SignInHistory) -> None:
        """Write the rest and close the object."""
        head = "" if self._began else self._before()
        rest = {"groups": list(map(_group, history.groups)), "unread": rows(history.unread)}
        text = escaped(json.dumps(rest, ensure_ascii=False, indent=2))
        self._console.line(f"{head}]," + text[1:])

    def _before(self) -> str:
        if self._began:
            return ","
        self._began = True
        return f'{{"version":{VERSION},"command":"signins","records":[\n'


def _written(parts: dict[str, Any]) -> str:
    try:
        return msgspec.json.encode(parts).decode()
    except UnicodeEncodeError:  # half a sign, as some exports hold it
        return json.dumps(parts, ensure_ascii=False)


def _record(row: SignInRecord, source: str) -> dict[str, Any]:
    return {
        "service": row.service,
        "kind": row.kind,
        "when": row.when or None,
        "when_raw": row.when_raw,
        "zone_known": row.zone_known,
        "ip": row.ip,
        "country": row.country,
        "place": row.place,
        "device": row.device,
        "os": row.os,
        "app": row.app,
        "user_agent": row.user_agent,
        "active": row.active,
        "source": row.source or source,
    }


def _group(group: SignInGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "device": group.device or group.sort,
        "kind": group.kind.value,
        "services": group.services,
        "countries": group.countries,
        "first": group.first or None,
        "last": group.last or None,
        "count": group.count,
        "failed": group.failed,
        "addresses": _addresses(group),
    }


def _addresses(group: SignInGroup) -> list[dict[str, Any]]:
    """Return what is known of a group's addresses by themselves; `connection` is alike for one connection."""
    rows = {one.row.ip: one.row for one in group.rows if one.row.ip}
    return [
        {
            "ip": ip,
            "kind": address_kind(ip, row.place).value,
            "connection": connection_of(ip),
            "registered_in": registered_in(ip),
        }
        for ip, row in islice(rows.items(), MOST_ADDRESSES)
    ]
