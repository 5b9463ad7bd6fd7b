"""What the program says about a group of sign-ins: its name, its services, when, how it stands."""

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.account_choice import short_name
from checkup.flow.written_date import written_date
from checkup.model.shown import shown
from checkup.model.sign_in import AddressKind, SignInGroup, SignInKind, SignInRecord, Verdict
from checkup.signins.address import address_kind, connection_of, registered_in

TELLING = (AddressKind.SHARED, AddressKind.PRIVATE, AddressKind.LOCAL, AddressKind.EXAMPLE)
"""Sorts of address that are said of a group; an ordinary one goes without saying."""


class SignInWords:
    """Says groups in one language."""

    def __init__(self, texts: Texts, services: Services) -> None:
        self._texts = texts
        self._services = services

    def name(self, group: SignInGroup) -> str:
        """Return what to call a group: the device, or the sort of device with its country."""
        if group.device:
            return shown(group.device)
        sort = self._texts.say(f"signins.sorts.{group.sort or 'none'}")
        if group.sort in ("events", "other"):
            return sort
        if not group.countries:
            return sort
        return self._texts.say("signins.in_country", sort=sort, country=", ".join(group.countries))

    def service(self, service: str) -> str:
        """Return the short name of a service."""
        if not self._services.knows(service):
            return shown(service)
        return short_name(self._services.find(service), self._texts.language)

    def services(self, group: SignInGroup) -> str:
        """Return the services a group is in."""
        return ", ".join(map(self.service, group.services))

    def headline(self, group: SignInGroup, stands: Verdict, *, answered: bool) -> str:
        """Return a group in one sentence: how it stands beside the listed ones, where it is, since when."""
        names = [self.service(one) for one in group.services]
        services = names[-1] if names else ""
        if len(names) > 1:
            services = self._texts.say("signins.and", others=", ".join(names[:-1]), last=services)
        since = written_date(self._texts, group.first[:7])
        which = "answered" if answered or group.sort in ("events", "other") else stands.value
        key = f"signins.headline.{which}" if since else f"signins.headline_undated.{which}"
        return self._texts.say(key, services=services, since=since)

    def span(self, group: SignInGroup) -> str:
        """Return from when to when, by day; says so where no time is known."""
        first, last = (written_date(self._texts, when[:10]) for when in (group.first, group.last))
        if not first:
            return self._texts.say("signins.no_time")
        if first == last:
            return first
        return self._texts.say("signins.span", first=first, last=last)

    def count(self, group: SignInGroup) -> str:
        """Return how many rows, and from how many connections where that is known."""
        rows = self._texts.count("signins.rows", group.count)
        if not group.connections:
            return rows
        return f"{rows} · {self._texts.count('signins.connections', group.connections)}"

    def kind(self, kind: SignInKind) -> str:
        """Return what a row tells."""
        return self._texts.say(f"signins.kinds.{kind.value}")

    def verdict(self, verdict: Verdict) -> str:
        """Return how a group stands."""
        return self._texts.say(f"signins.verdicts.{verdict.value}")

    def addresses(self, group: SignInGroup) -> tuple[str, ...]:
        """Return what its addresses tell: registered where, shared with others."""
        say, lines = self._texts.say, []
        if group.countries and group.device:
            lines.append(say("signins.countries", countries=", ".join(map(shown, group.countries))))
        lines += [say(f"signins.addresses_about.{kind}") for kind in group.addresses if kind in TELLING]
        return tuple(lines)

    def address(self, row: SignInRecord) -> str:
        """Return what sort of address a row has."""
        if not row.ip:
            return ""
        kind = address_kind(row.ip, row.place)
        if kind is not AddressKind.PUBLIC:
            return self._texts.say(f"signins.addresses.{kind}")
        country, connection = registered_in(row.ip), connection_of(row.ip)
        key = "public" if connection == row.ip else "connection"
        if not country:
            key += "_nowhere"
        return self._texts.say(f"signins.addresses.{key}", country=country, connection=connection)
