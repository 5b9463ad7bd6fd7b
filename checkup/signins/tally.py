"""Rows to groups, one row at a time: a million rows leave some hundred groups and their times by the hour.

Rows of one device are one group across services. Where no device is named, rows of one country are;
a sort of device ("a Windows computer") is parted by country too, as it can be several.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import structs

from checkup.model.looked import Unread
from checkup.model.sign_in import SignInHistory, SignInKind, SignInRecord
from checkup.signins.address import country_of
from checkup.signins.browsers import Browsers
from checkup.signins.counts import GroupCounts, Key, Rest, Same
from checkup.signins.device_name import DeviceName, DeviceNames
from checkup.signins.finished import MOST_SIGHTINGS, history_of

MOST_GROUPS = 2000
MOST_REMEMBERED = 60_000
MOST_UNREAD = 500
EVENTS = frozenset(
    {
        *(SignInKind.RECOVERY_CHANGE, SignInKind.ACCOUNT_CHANGE),
        *(SignInKind.APP_GRANT, SignInKind.EXPORT_REQUEST),
    }
)
OTHER = "other"
# Failed attempts and events count apart from the rest of a device. By id: an enum's own hash is a function
# in Python, which a million rows would call twice each.
_SORTS = {id(kind): 2 if kind is SignInKind.FAILED else int(kind in EVENTS) for kind in SignInKind}

Device = tuple[str, str, str, str, str, int]


class Tally:
    """Takes records and gives the history; `source`, the file they stand in, is set before them."""

    def __init__(self, names: DeviceNames | None = None) -> None:
        self._names = names or DeviceNames()
        self._groups: dict[str, GroupCounts] = {}
        self._rest: dict[Device, Rest] = {}
        self._hours: dict[str, int] = {}
        self._countries: dict[str, str] = {}
        self._unread: list[Unread] = []
        self._left_out = 0
        self._browsers: Browsers[Device] = Browsers()
        self.source = ""

    def missed(self, unread: Unread) -> None:
        """Take a place or rows that could not be read."""
        if len(self._unread) < MOST_UNREAD:
            self._unread.append(unread)
        else:
            last = self._unread[-1]
            self._unread[-1] = structs.replace(last, where="…", count=last.count + unread.count)

    def add(self, rows: Iterable[SignInRecord]) -> None:
        """Take records."""
        self._add(rows)

    def _add(self, rows: Iterable[SignInRecord], known: Rest | None = None) -> None:
        """Count rows; `known` is where rows of a browser count that name no device themselves."""
        places, devices, hours = self._countries, self._rest, self._hours
        for row in rows:
            kind, ip, stated = id(row.kind), row.ip, row.country
            country = stated or places.get(ip) or self._country(ip)
            device = (row.service, row.device, row.os, row.user_agent, country, _SORTS[kind])
            if row.browser and known is None and self._waits(row, device):
                continue
            rest = known or devices.get(device) or self._new_device(device, row)
            key = (kind, row.app, ip, stated, row.place)
            same = rest.known.get(key) or self._new(rest, key, row)
            same.count += 1
            when = row.when
            if not when:
                same.undated += 1
                continue
            hour = hours.get(when[:13]) or self._hour(when[:13])
            bins = same.bins
            bins[hour] = bins.get(hour, 0) + 1
            if when >= same.row.when:
                same.row, same.source = row, self.source
            elif when < same.first or not same.first:
                same.first = when

    def add_by_hand(self, row: SignInRecord) -> None:
        """Take a line that the person saw on a service's own page."""
        self.add((row,))
        self._group(row, row.country or self._country(row.ip)).by_hand = True

    def history(self) -> SignInHistory:
        """Return what there is so far."""
        self._settle()
        return history_of(self._groups, tuple(self._unread), self._left_out)

    def _waits(self, row: SignInRecord, device: Device) -> bool:
        """Whether a row waits until all is read, as only its cookie tells which device it is of."""
        if not (row.device or row.user_agent):
            return self._browsers.waits(row, self.source)
        if not device[5]:
            self._browsers.saw(row, device)
        return False

    def _settle(self) -> None:
        """Count the rows that waited: with the one device of their browser, or with none."""
        for row, source, devices in self._browsers.settled():
            seen = [rest for rest in map(self._rest.get, devices) if rest is not None]
            self.source = source
            if seen and all(rest.group is seen[0].group for rest in seen):
                self._add((row,), seen[0])
            else:
                self._add((structs.replace(row, browser=""),))

    def _new(self, rest: Rest, key: Key, row: SignInRecord) -> Same:
        """Return where a row counts that says something new; one of many more is not kept by itself."""
        if len(rest.group.seen) >= MOST_SIGHTINGS:
            return rest.same
        same = rest.known[key] = Same(rest.same.bins, row, self.source)
        rest.group.seen.append(same)
        return same

    def _new_device(self, device: Device, row: SignInRecord) -> Rest:
        if len(self._rest) >= MOST_REMEMBERED:
            device = (row.service, OTHER, "", "", "", device[5])
            if device in self._rest:
                return self._rest[device]
        country = device[4]
        group = self._group(row, country)
        if country and len(group.countries) < 50:
            group.countries[country] = None
        same = Same(group.bins.setdefault(row.service, {}), row, self.source)
        group.rest.append(same)
        rest = self._rest[device] = Rest(group, same)
        return rest

    def _group(self, row: SignInRecord, country: str) -> GroupCounts:
        name = self._names.of(row.device, row.os, row.user_agent)
        if row.kind in EVENTS and not (name.name or name.sort or row.ip):
            name = DeviceName(sort="events")
        group_id = _id_of(name, country)
        if group_id not in self._groups and len(self._groups) >= MOST_GROUPS:
            self._left_out += 1
            group_id, name = OTHER, DeviceName(sort=OTHER)
        return self._groups.get(group_id) or self._groups.setdefault(group_id, GroupCounts(name))

    def _country(self, ip: str) -> str:
        if ip not in self._countries:
            if len(self._countries) >= MOST_REMEMBERED:
                self._countries.clear()
            self._countries[ip] = country_of(ip)
        return self._countries[ip]

    def _hour(self, when: str) -> int:
        days = date.fromisoformat(when[:10]).toordinal() - date(1970, 1, 1).toordinal()
        if len(self._hours) >= MOST_REMEMBERED:
            self._hours.clear()
        return self._hours.setdefault(when, days * 24 + int(when[11:13]))


def _id_of(name: DeviceName, country: str) -> str:
    if name.name:
        return f"device:{name.name.casefold()}"
    if name.sort == "events":
        return "events"
    return f"sort:{name.sort}:{country}" if name.sort else f"none:{country}"
