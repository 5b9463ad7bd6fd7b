"""A server on this machine that speaks https, with a CA of its own, and says what a test wants."""

import datetime
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.collect.web_server import WebServer

Say = Callable[[BaseHTTPRequestHandler], None]
BEGIN = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def _certificate(name: str, key: ec.EllipticCurvePrivateKey, issuer: str, signer: ec.EllipticCurvePrivateKey):
    is_ca = name == issuer
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(BEGIN + datetime.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .sign(signer, hashes.SHA256())
    )


def certificates(folder: Path) -> tuple[Path, Path]:
    """Write a CA and a server's key with its certificate; returns both files."""
    ca, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    pem = serialization.Encoding.PEM
    ca_file, server_file = folder / "ca.pem", folder / "server.pem"
    ca_file.write_bytes(_certificate("Test CA", ca, "Test CA", ca).public_bytes(pem))
    secret = server.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    server_file.write_bytes(secret + _certificate("localhost", server, "Test CA", ca).public_bytes(pem))
    return ca_file, server_file


def good(body: bytes) -> Say:
    """Say a whole answer."""
    return answer(200, body)


def answer(status: int, body: bytes, length: int | None = None, **headers: str) -> Say:
    """Say an answer; `length` where it lies about its size."""

    def say(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        to.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            to.send_header(name, value)
        to.end_headers()
        to.wfile.write(body)

    return say


def endless(to: BaseHTTPRequestHandler) -> None:
    """Say two gigabytes in pieces, or as much of them as somebody listens to."""
    to.send_response(200)
    to.send_header("Transfer-Encoding", "chunked")
    to.end_headers()
    piece = b"0.0.0.0 a.example\n" * 10_000
    for _ in range((2 << 30) // len(piece)):
        to.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


def drop_by_drop(head: bool) -> Say:
    """Say an answer letter by letter, for as long as somebody listens; `head`: from its first letter on."""

    def say(to: BaseHTTPRequestHandler) -> None:
        whole = b"HTTP/1.1 200 OK\r\nX-Long: " if head else b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"
        to.wfile.write(whole)
        gone = threading.Event()
        while True:
            to.wfile.write(b"a")  # raises OSError once nobody listens
            gone.wait(0.02)

    return say


class Server:
    """What it says, by path; `asked` are the paths somebody asked for."""

    def __init__(self) -> None:
        self.says: dict[str, Say] = {}
        self.asked: list[str] = []
        self.port = 0

    def address(self, path: str) -> str:
        return f"https://localhost:{self.port}{path}"


@contextmanager
def serving(server_file: Path) -> Iterator[Server]:
    """Run a server until the block ends."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.asked.append(self.path)
            try:
                server.says.get(self.path, answer(404, b"404: Not Found"))(self)
            except OSError:  # nobody listens any more
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server_file)
    with WebServer(Handler) as http:
        http.socket = context.wrap_socket(http.socket, server_side=True)
        server.port = http.server_address[1]
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()
