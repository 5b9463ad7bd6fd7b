"""A web server of a test's own on this machine, that can be ended whatever its visitors do."""

from collections.abc import Callable
from http.server import ThreadingHTTPServer
from socketserver import BaseRequestHandler

LONGEST = 5  # seconds


class WebServer(ThreadingHTTPServer):
    """Listens on a port of the system's choice.

    A browser may take a connection back between the system's word that one waits and its being taken:
    without a limit the server would then wait for the next one for ever, and never hear of its end.
    """

    def __init__(self, handler: Callable[..., BaseRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.socket.settimeout(LONGEST)
