"""The histories of Safari, Chrome and Firefox, counted by host.

References: History.db of Safari (`history_items`, `history_visits`; seconds since 2001), History of
Chrome (`urls`, `visits`; microseconds since 1601), places.db of Firefox (`moz_places`,
`moz_historyvisits`; microseconds since 1970) and its older browser.db (`history`, `visits`).
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Protocol

from checkup.model.web_trace import VisitedHost
from checkup.parse.iphone.addresses import LONGEST, MOST_HOSTS
from checkup.parse.moment import apple, chrome, unix_micro
from checkup.parse.tables import LeftOut, Row, Tables, UnknownColumns, real_number

_SCHEMES = frozenset(
    {"http:", "https:", "HTTP:", "HTTPS:", "Http:", "Https:"}
)  # browsers write small letters
STEP = 4096
MOST_NEAR = 4 * 1024 * STEP  # 64 MiB: numbers with gaps between them would double it and double it


class ListedPages(Protocol):
    """Single pages that the lists name, of hosts that belong to somebody else."""

    def has_some(self, host: str) -> bool:
        """Whether any page of this host is named."""
        ...

    def holds(self, url: str) -> bool:
        """Whether this very page is named."""
        ...


@dataclass(frozen=True, slots=True)
class Form:
    """How one browser writes: its tables, the columns that join them, and how it counts time."""

    browser: str
    pages: str
    page_id: str
    visits: str
    visited: str
    when: str
    moment: Callable[[float], str]


SAFARI = Form("Safari", "history_items", "id", "history_visits", "history_item", "visit_time", apple)
CHROME = Form("Chrome", "urls", "id", "visits", "url", "visit_time", chrome)
FIREFOX = (
    Form("Firefox", "moz_places", "id", "moz_historyvisits", "place_id", "visit_date", unix_micro),
    Form("Firefox", "history", "id", "visits", "siteID", "date", unix_micro),
)


def history(
    tables: Tables, forms: tuple[Form, ...], where: str, listed: ListedPages
) -> Iterator[VisitedHost]:
    """Yield every host with its visits, and the listed pages.

    Raises UnknownColumns, NotDatabase, LeftOut.
    """
    form = next((one for one in forms if _fits(tables, one)), None)
    if form is None:
        raise UnknownColumns
    pages = _Pages(listed)
    pages.read(tables.rows(form.pages, form.page_id, "url"))
    visits = _Visits(len(pages.kinds))
    visits.read(tables.rows(form.visits, form.visited, form.when), pages.of)
    for place, (host, url) in enumerate(pages.kinds):
        if place:
            yield VisitedHost(
                browser=form.browser,
                host=host,
                url=url,
                count=max(1, visits.counts[place]),
                first=form.moment(visits.first(place)),
                last=form.moment(visits.lasts[place]),
                seen_in=where,
            )
    if pages.left_out:
        raise LeftOut(pages.left_out)


class _Pages:
    """Which host (or listed page) each page of a history belongs to: four bytes a page.

    `kinds` holds the hosts, each with one address, and `of` the place in it by the page's number; the
    place 0 stands for what is no web address.
    """

    def __init__(self, listed: ListedPages) -> None:
        self.kinds: list[tuple[str, str]] = [("", "")]
        self.of = PlaceOf()
        self.left_out = 0
        self._listed = listed
        self._with_pages: set[int] = set()

    def read(self, rows: Iterable[Row]) -> None:
        """Take all rows of number and address."""
        places: dict[str, int] = {}
        near, size, with_pages = self.of.near, len(self.of.near), self._with_pages
        for number, url in rows:
            if not isinstance(url, str) or not isinstance(number, int):
                continue
            parts = url.split("/", 3)
            if parts[0] not in _SCHEMES or len(parts) < 3 or parts[1] or not parts[2]:
                continue
            host = parts[2]
            place = places.get(host) or self._new(places, host, url)
            if place in with_pages and self._listed.holds(url):
                place = places.get(url) or self._new(places, url, url)
            if 0 <= number < size:
                near[number] = place
            else:
                size = self.of.put(number, place)

    def _new(self, places: dict[str, int], host: str, url: str) -> int:
        if len(self.kinds) > MOST_HOSTS:
            self.left_out += 1
            return 0
        place = places[host] = len(self.kinds)
        self.kinds.append((host, url[:LONGEST]))
        if host != url and self._listed.has_some(host):
            self._with_pages.add(place)
        return place


class PlaceOf:
    """A place by a page's number: an array for the usual numbers, a dictionary for far ones."""

    def __init__(self) -> None:
        self.near = array("I", bytes(4 * STEP))
        self.far: dict[int, int] = {}

    def put(self, number: int, place: int) -> int:
        """Remember one, and return how far the array reaches now."""
        if len(self.near) <= number < min(2 * len(self.near), MOST_NEAR):
            self.near.frombytes(bytes(4 * len(self.near)))
        if 0 <= number < len(self.near):
            self.near[number] = place
        else:
            self.far[number] = place
        return len(self.near)


class _Visits:
    """How often, and between which times, each place was visited."""

    def __init__(self, size: int) -> None:
        self.counts = [0] * size
        self.lasts = [0.0] * size
        self._firsts = [inf] * size

    def first(self, place: int) -> float:
        """Return the first time; 0 where none is known."""
        return 0.0 if self._firsts[place] == inf else self._firsts[place]

    def read(self, rows: Iterable[Row], of: PlaceOf) -> None:
        """Take all rows of page and time; a million of them in about half a second."""
        near, far, size = of.near, of.far, len(of.near)
        counts, lasts, firsts = self.counts, self.lasts, self._firsts
        for number, told in rows:
            if not isinstance(number, int):
                continue
            place = near[number] if 0 <= number < size else far.get(number, 0)
            if not place:
                continue
            when = told if isinstance(told, float) else real_number(told)
            counts[place] += 1
            lasts[place] = max(lasts[place], when)
            if 0 < when < firsts[place]:
                firsts[place] = when


def _fits(tables: Tables, form: Form) -> bool:
    pages, visits = tables.columns(form.pages), tables.columns(form.visits)
    return {form.page_id, "url"} <= pages and {form.visited, form.when} <= visits
