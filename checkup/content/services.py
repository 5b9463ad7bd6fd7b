"""The services of resources/services: loaded when asked for, typed, ordered by what they unlock."""

import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec

from checkup.content.root import resource
from checkup.content.texts import Language
from checkup.model.service import Service

VIET_NAM = "VN"


class BrokenService(Exception):
    """A file of resources/services does not hold what a service needs; `file` and `fault` say which."""

    def __init__(self, file: str, fault: str) -> None:
        super().__init__(file, fault)
        self.file = file
        self.fault = fault


class UnknownService(KeyError):
    """No service has this id."""


def _folder() -> Path:
    return resource("services")


class Services:
    """All services, read on the first question; the folder is handed in by tests."""

    def __init__(self, folder: Callable[[], Path] = _folder) -> None:
        self._folder = folder

    def find(self, service: str) -> Service:
        """Return one service by its id."""
        try:
            return self._by_id[service]
        except KeyError:
            raise UnknownService(service) from None

    def knows(self, service: str) -> bool:
        """Whether there is a service of this id; records of other programs may name others."""
        return service in self._by_id

    def ordered(self, language: Language) -> tuple[Service, ...]:
        """Return all services, the widest door first.

        Among those that unlock the same, the ones used in Viet Nam come first in Vietnamese.
        """
        vietnamese = language is Language.VIETNAMESE

        def place(service: Service) -> tuple[int, bool, int, str]:
            away = vietnamese and VIET_NAM not in service.countries
            return (service.unlocks.rank, away, -service.weight, service.id)

        return tuple(sorted(self._by_id.values(), key=place))

    def of_host(self, host: str, cookie: str) -> Service | None:
        """Return the service for which this cookie of this host stands for being signed in."""
        return next((one for one in self._by_id.values() if _stands_for(one, host, cookie)), None)

    @cached_property
    def _by_id(self) -> dict[str, Service]:
        return {service.id: service for service in map(_read, sorted(self._folder().glob("*.toml")))}


def _stands_for(service: Service, host: str, cookie: str) -> bool:
    mark = service.signed_in
    if mark is None or cookie not in mark.names:
        return False
    bare = host.lstrip(".")
    return any(bare == known.lstrip(".") or _below(bare, known) for known in mark.hosts)


def _below(bare: str, known: str) -> bool:
    return known.startswith(".") and bare.endswith(known)


def _read(path: Path) -> Service:
    try:
        service = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Service)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BrokenService(path.name, str(fault)) from fault
    if service.id != path.stem:
        raise BrokenService(path.name, f"its id is {service.id}")
    return service
