"""The lists as one index: is this id, certificate, host, address known, and whose is it?

Exact look-ups in dictionaries; a host is looked up with every name above it, longest first, and its
answer is kept. Reading changes nothing but that memory, so threads may share an index.

References: reference/peers, 2c and 3: a loader that dropped a kind of rows silently, and a reader
that compared only the full host; here a value that cannot be indexed is an error, not an omission.
"""

import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping

from checkup.indicators import written
from checkup.indicators.listed import Listed, ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList

Claim = tuple[ListedFamily, Role, ListSource]
Claims = tuple[Claim, ...]
Answer = tuple[Listed | None, Mapping[str, Claims] | None]  # of a host, and its listed pages
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

HOSTS_KEPT = 100_000  # answers kept; a history has some thousand different hosts
LONGEST_NAME = 200  # of a certificate's owner; what is longer is cut before a pattern sees it

_HOST_ROLES = frozenset({Role.CONTROL_DOMAIN, Role.SHOP_DOMAIN, Role.DOMAIN})
_ADDRESS_ROLES = frozenset({Role.CONTROL_ADDRESS, Role.SHOP_ADDRESS})
_URL_ROLES = frozenset({Role.SHOP_URL, Role.URL})


class Index:
    """All values of all lists. The look-ups take what was seen as it was written."""

    def __init__(self, lists: Iterable[ProgramList] = ()) -> None:
        self.lists = tuple(lists)
        self._families: dict[str, ListedFamily] = {}
        self._values: dict[Role, dict[str, Claims]] = {role: {} for role in Role}
        self._hosts: dict[str, Claims] = {}
        self._pages: dict[str, dict[str, Claims]] = {}
        self._addresses: dict[str, Claims] = {}
        self._networks: dict[Network, Claims] = {}
        self._patterns: list[tuple[re.Pattern[str], str, Claims]] = []
        self._cache: dict[str, Answer] = {}
        for one in self.lists:
            for family in one.families:
                # What an earlier list says of a program stands, for the values of later ones too.
                known = self._families.setdefault(family.id, family)
                self._add(known, family.values, one.source)

    @property
    def count(self) -> int:
        """How many values the lists hold."""
        return sum(one.count for one in self.lists)

    def family(self, family_id: str) -> ListedFamily | None:
        """Return the program of this id, or None."""
        return self._families.get(family_id)

    def app(self, application_id: str) -> Listed | None:
        """Return whose Android application id this is."""
        return self._exact(Role.APPLICATION_ID, written.application_id(application_id))

    def bundle(self, bundle_id: str) -> Listed | None:
        """Return whose iPhone or Mac bundle id this is."""
        return self._exact(Role.BUNDLE_ID, written.application_id(bundle_id))

    def certificate(self, fingerprint: str) -> Listed | None:
        """Return whose signing certificate this is: MD5, SHA-1 or SHA-256 in hex, colons or not."""
        return self._exact(Role.CERTIFICATE, written.hex_digits(fingerprint))

    def certificate_owner(self, organisation: str = "", common_name: str = "") -> Listed | None:
        """Return whose signing certificate names this owner; either part may be unknown."""
        if found := self._exact(Role.CERTIFICATE_OWNER, organisation.strip().casefold()):
            return found
        name = common_name.strip()[:LONGEST_NAME]
        matching = (one for one in self._patterns if name and one[0].search(name))
        return next((_best(claims, value) for _, value, claims in matching), None)

    def hash(self, digest: str) -> Listed | None:
        """Return whose file this is, by MD5, SHA-1 or SHA-256 in hex."""
        return self._exact(Role.HASH, written.hex_digits(digest))

    def process(self, name: str) -> Listed | None:
        """Return which program's process has this name. A name alone is never proof."""
        return self._exact(Role.PROCESS, name.strip())

    def email(self, address: str) -> Listed | None:
        """Return to whom of the lists this address of a sender or account belongs."""
        return self._exact(Role.EMAIL, address.strip().casefold())

    def host(self, host: str) -> Listed | None:
        """Return whose host this is: the name itself or one below a listed name; addresses too."""
        return (self._cache.get(host) or self._remember(host))[0]

    def url(self, url: str) -> Listed | None:
        """Return whose web address this is: by its page where pages of the host are listed, else its host."""
        parts = url.split("/", 3)
        # What stands between the second and the third slash is nearly always the host as it was met before.
        asked = parts[2] if len(parts) > 2 and not parts[1] else url
        found, pages = self._cache.get(asked) or self._remember(asked)
        return (_page(pages, url) or found) if pages else found

    def address(self, address: str) -> Listed | None:
        """Return whose server has this internet address."""
        return self._address(address)

    def _exact(self, role: Role, value: str) -> Listed | None:
        claims = self._values[role].get(value)
        return _best(claims, value) if claims else None

    def _host(self, name: str) -> Listed | None:
        for asked in _names_above(name):
            if claims := self._hosts.get(asked):
                return _best(claims, asked)
        return None

    def _remember(self, host: str) -> Answer:
        name = written.host(host)
        found = (self._host(name) or self._address(name)) if name else None
        answer = found, self._pages.get(name)
        if len(self._cache) >= HOSTS_KEPT:
            self._cache.clear()
        self._cache[host] = answer
        return answer

    def _address(self, text: str) -> Listed | None:
        asked = written.address(text)
        if asked is None:
            return None
        if claims := self._addresses.get(str(asked)):
            return _best(claims, str(asked))
        within = (one for one in self._networks.items() if asked in one[0])
        return next((_best(claims, str(network)) for network, claims in within), None)

    def _add(self, family: ListedFamily, table: Mapping[Role, tuple[str, ...]], source: ListSource) -> None:
        for role, values in table.items():
            claim: Claims = ((family, role, source),)  # one for all values: most stand in one list only
            if role in _HOST_ROLES:
                _put_all(self._hosts, values, claim)
            elif role in _URL_ROLES:
                for value in values:
                    pages = self._pages.setdefault(written.host(value), {})
                    _put_all(pages, (written.path(value),), claim)
            elif role is Role.CERTIFICATE_NAME:
                self._patterns.extend((re.compile(value), value, claim) for value in values)
            elif role in _ADDRESS_ROLES:
                self._add_addresses(values, claim)
            else:
                _put_all(self._values[role], values, claim)

    def _add_addresses(self, values: Iterable[str], claim: Claims) -> None:
        for value in values:
            if "/" in value:
                network = ipaddress.ip_network(value, strict=False)
                self._networks[network] = self._networks.get(network, ()) + claim
            else:
                _put_all(self._addresses, (value,), claim)


def _put_all(table: dict[str, Claims], values: Iterable[str], claim: Claims) -> None:
    for value in values:
        earlier = table.get(value)
        table[value] = claim if earlier is None else earlier + claim


def _page(pages: Mapping[str, Claims], url: str) -> Listed | None:
    parts = written.path(url).split("/")
    for length in range(len(parts), 0, -1):
        path = "/".join(parts[:length])
        if claims := pages.get(path):
            return _best(claims, f"{written.host(url)}/{path}")
    return None


def _names_above(name: str) -> Iterator[str]:
    yield name
    while "." in name:
        name = name.partition(".")[2]
        yield name


def _best(claims: Claims, value: str) -> Listed:
    """Return the claim that says most; all lists that know the value for this program are named."""
    family, role, _ = min(claims, key=_weight)
    sources = (source for one, _, source in claims if one.id == family.id)
    return Listed(
        family=family.id,
        name=family.name,
        kind=family.kind,
        role=role,
        value=value,
        sources=tuple(dict.fromkeys(sources)),
    )


def _weight(claim: Claim) -> tuple[bool, int]:
    family, role, _ = claim
    return family.kind.is_dual_use, role.rank
