"""The histories of Safari, Chrome and Firefox, counted by host.

References: History.db of Safari (`history_items`, `history_visits`; seconds since 2001), History of
Chrome (`urls`, `visits`; microseconds since 1601), places.db of Firefox (`moz_places`,
`moz_historyvisits`; microseconds since 1970) and its older browser.db (`history`, `visits`).
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkup.model.web_trace import VisitedHost
from checkup.parse.iphone.addresses import Hosts, Met
from checkup.parse.moment import apple, chrome, unix_micro
from checkup.parse.tables import Tables, UnknownColumns, real_number

IsListedPage = Callable[[str], bool]
"""Whether the lists name this very page of a host that belongs to somebody else."""


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
    tables: Tables, forms: tuple[Form, ...], where: str, is_listed_page: IsListedPage
) -> Iterator[VisitedHost]:
    """Yield every host with its visits, then the listed pages; raises UnknownColumns, NotDatabase."""
    form = next((one for one in forms if _fits(tables, one)), None)
    if form is None:
        raise UnknownColumns
    counted = _Counted(is_listed_page)
    for page, url in tables.rows(form.pages, form.page_id, "url"):
        if isinstance(page, int) and isinstance(url, str):
            counted.add_page(page, url)
    for page, when in tables.rows(form.visits, form.visited, form.when):
        if isinstance(page, int):
            counted.add_visit(page, when if isinstance(when, float) else real_number(when))
    for host, met in (*counted.hosts.met.items(), *counted.pages.items()):
        yield VisitedHost(
            browser=form.browser,
            host=host,
            url=met.url,
            count=max(1, met.count),
            first=form.moment(met.first),
            last=form.moment(met.last),
            seen_in=where,
        )


class _Counted:
    """Pages by number, each a place in a short list of hosts: four bytes a page."""

    def __init__(self, is_listed_page: IsListedPage) -> None:
        self.hosts = Hosts()
        self.pages: dict[str, Met] = {}
        self._is_listed_page = is_listed_page
        self._mets: list[Met] = []
        self._places: dict[int, int] = {}
        self._by_number = array("I")
        self._far: dict[int, int] = {}
        self._own: dict[int, Met] = {}

    def add_page(self, number: int, url: str) -> None:
        met = self.hosts.of(url)
        if met is None:
            return
        if self._is_listed_page(url):
            self._own[number] = self.pages.setdefault(url, Met(url=url))
        place = self._places.get(id(met))
        if place is None:
            self._mets.append(met)
            place = self._places[id(met)] = len(self._mets)
        if 0 <= number < 2 * len(self._by_number) + 4096:
            if number >= len(self._by_number):
                self._by_number.extend([0] * (number + 1 - len(self._by_number)))
            self._by_number[number] = place
        else:
            self._far[number] = place

    def add_visit(self, number: int, when: float) -> None:
        try:
            place = self._by_number[number] if number >= 0 else 0
        except IndexError:
            place = self._far.get(number, 0)
        if place:
            met = self._mets[place - 1]
            met.count += 1
            met.last = max(met.last, when)
            if when < met.first or not met.first:
                met.first = when
            if self._own and (own := self._own.get(number)) is not None:
                own.add(when)


def _fits(tables: Tables, form: Form) -> bool:
    pages, visits = tables.columns(form.pages), tables.columns(form.visits)
    return {form.page_id, "url"} <= pages and {form.visited, form.when} <= visits
