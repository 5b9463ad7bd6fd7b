"""The only way to the network: one question to one host, after the person agreed to exactly that.

A `Door` belongs to whoever may shut it: while it is shut ("work offline") nothing is asked and no name
is looked up. Encrypted only. No cookies, no sign-in, no redirects, no name of this program or its
person. Proxies set in the environment are used, or nobody is asked: going around one that the person
relies on (Tor, a workplace) would show more. An answer that does not say where it ends is refused, for
a cut one would look whole.

References: threat-model, network; requests 2 (Session.trust_env also reads .netrc, so it is off);
urllib3 2 (`read1` returns what has come, `stream` waits for a whole piece and so never for the clock).
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from checkup.model.value import Value

if TYPE_CHECKING:
    from requests import Response, Session

CONNECT, READ, WHOLE = 8.0, 8.0, 25.0  # seconds
LARGEST = 2_000_000  # bytes of an answer
PIECE = 16_384
AGENT = "Mozilla/5.0"
FOUND = 200


class Consent(Value, frozen=True, kw_only=True):
    """That the person agreed: `host` is asked and learns `learns` (an id of what was told to them)."""

    host: str
    learns: str


class NetworkTrouble(StrEnum):
    """Why there is no answer."""

    OFFLINE = "offline"  # the person works offline; nobody was asked
    PROXY_KIND = "proxy_kind"  # a proxy is set of a kind not spoken here (SOCKS, as for Tor)
    PROXY_SILENT = "proxy_silent"  # the proxy that is set does not answer
    NO_CONNECTION = "no_connection"
    REFUSED = "refused"
    NOT_UNDERSTOOD = "not_understood"


class CouldNotAsk(Exception):
    """There is no answer, which says nothing about what was asked."""

    def __init__(self, trouble: NetworkTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class NotAgreed(Exception):
    """The address is not at the host the person agreed to, or not encrypted; nothing was sent."""


class Door:
    """The way to the network, as long as its owner leaves it open; `is_shut` is asked each time."""

    def __init__(self, is_shut: Callable[[], bool]) -> None:
        self._is_shut = is_shut

    def ask(
        self,
        url: str,
        consent: Consent,
        headers: dict[str, str] | None = None,
        *,
        whole: float = WHOLE,
        largest: int = LARGEST,
    ) -> bytes:
        """Return the answer of an address, of at most `largest` bytes; raises NotAgreed, CouldNotAsk.

        Waits at most about `whole` seconds.
        """
        address = urlsplit(url)
        if (address.scheme, address.hostname) != ("https", consent.host):
            raise NotAgreed(consent.host)
        self._check_open()
        import requests
        from urllib3.exceptions import HTTPError, ProtocolError

        until = monotonic() + whole
        with requests.Session() as session, _clock(session, whole):
            session.trust_env = False
            session.headers.clear()
            try:
                answer = session.get(
                    url,
                    headers={"User-Agent": AGENT, **(headers or {})},
                    timeout=(min(CONNECT, whole), min(READ, whole)),
                    proxies=requests.utils.get_environ_proxies(url),
                    allow_redirects=False,
                    stream=True,
                )
                with answer:
                    return self._read(answer, until, largest)
            except ProtocolError as error:  # cut, or in pieces that do not fit; or ended by our clock
                late = monotonic() >= until
                trouble = NetworkTrouble.NO_CONNECTION if late else NetworkTrouble.NOT_UNDERSTOOD
                raise CouldNotAsk(trouble) from error
            except (requests.exceptions.RequestException, HTTPError) as error:
                raise CouldNotAsk(_trouble_of(error)) from error

    def _check_open(self) -> None:
        if self._is_shut():
            raise CouldNotAsk(NetworkTrouble.OFFLINE)

    def _read(self, answer: "Response", until: float, largest: int) -> bytes:
        """Return a body that is whole and not too large; raises CouldNotAsk."""
        if monotonic() > until:
            raise CouldNotAsk(NetworkTrouble.NO_CONNECTION)
        if answer.status_code != FOUND:
            refused = answer.status_code >= 400  # HTTP's errors begin there
            raise CouldNotAsk(NetworkTrouble.REFUSED if refused else NetworkTrouble.NOT_UNDERSTOOD)
        if not _says_its_end(answer):
            raise CouldNotAsk(NetworkTrouble.NOT_UNDERSTOOD)
        body = bytearray()
        while piece := answer.raw.read1(PIECE, decode_content=False):
            self._check_open()
            body += piece
            if len(body) > largest:
                raise CouldNotAsk(NetworkTrouble.NOT_UNDERSTOOD)
            if monotonic() > until:
                raise CouldNotAsk(NetworkTrouble.NO_CONNECTION)
        return bytes(body)


@contextmanager
def _clock(session: "Session", seconds: float) -> Iterator[None]:
    """Cut every connection of a session after so many seconds, whatever it is waiting for.

    A time limit of a socket counts from the last byte: a host that sends its head letter by letter would
    keep it waiting for days.
    """
    from requests.adapters import HTTPAdapter
    from urllib3 import HTTPSConnectionPool
    from urllib3.connection import HTTPSConnection

    opened: list[socket.socket] = []

    class Connection(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            if self.sock is not None:
                opened.append(self.sock)

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Connection

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"https": Pool}

        def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
            manager = super().proxy_manager_for(*args, **kwargs)
            manager.pool_classes_by_scheme = {**manager.pool_classes_by_scheme, "https": Pool}
            return manager

    def cut() -> None:
        for one in opened:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    session.mount("https://", Adapter())
    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _trouble_of(error: Exception) -> NetworkTrouble:
    """Return why nobody was reached; the address was looked at before, so a wrong one is the proxy's."""
    from requests.exceptions import InvalidSchema, InvalidURL, ProxyError

    if isinstance(error, InvalidSchema | InvalidURL):
        return NetworkTrouble.PROXY_KIND
    return NetworkTrouble.PROXY_SILENT if isinstance(error, ProxyError) else NetworkTrouble.NO_CONNECTION


def _says_its_end(answer: "Response") -> bool:
    """Whether a missing end would be noticed; packed bodies, which were not asked for, are not read."""
    headers = answer.headers
    if headers.get("Content-Encoding", "identity") != "identity":
        return False
    return "Content-Length" in headers or headers.get("Transfer-Encoding", "").lower() == "chunked"
