"""Single pages that the lists name, asked once a host: most hosts have none."""

from checkup.indicators import written
from checkup.indicators.known import Known
from checkup.indicators.listed import Role
from checkup.parse.iphone.addresses import bare_host

_ROLES = (Role.SHOP_URL, Role.URL)


class Pages:
    """The pages of all lists, behind the two questions a history asks."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._hosts = {
            bare_host(written.host(value))
            for one in known.listed.lists
            for family in one.families
            for role in _ROLES
            for value in family.values.get(role, ())
        }

    def has_some(self, host: str) -> bool:
        """Whether any page of this host is named."""
        return bare_host(host) in self._hosts

    def holds(self, url: str) -> bool:
        """Whether this very page is named."""
        found = self._known.listed.url(url)
        return found is not None and found.role in _ROLES
