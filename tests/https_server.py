"""An HTTPS server on this machine that says the bytes a test gives it, and keeps what it was asked."""

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def certificate(folder: Path) -> Path:
    """Write a key and a certificate for localhost, signed by itself, and return the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begins = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + datetime.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "localhost.pem"
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(*kinds) + made.public_bytes(serialization.Encoding.PEM))
    return path


class Server:
    """Answers each connection with `pieces`, waiting `pause` seconds after each; `asked` holds requests."""

    def __init__(self, pem: Path) -> None:
        self.asked: list[bytes] = []
        self.connections = 0
        self.pieces: list[bytes] = []
        self.pause = 0.0
        self._over = threading.Event()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(pem)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self.url = f"https://localhost:{self._socket.getsockname()[1]}/range/0A1B2"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def says(self, body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> None:
        """Answer with a body and its length from now on."""
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
        self.pieces = ["\r\n".join([*lines, "", ""]).encode() + body]

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            with suppress(TimeoutError, OSError):
                plain, _ = self._socket.accept()
                self.connections += 1
                plain.settimeout(5)
                with plain, self._context.wrap_socket(plain, server_side=True) as connection:
                    self._answer(connection)

    def _answer(self, connection: ssl.SSLSocket) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked and (piece := connection.recv(65_536)):
            asked += piece
        self.asked.append(asked)
        for piece in self.pieces:
            connection.sendall(piece)
            if self.pause and self._over.wait(self.pause):
                return


@contextmanager
def serving(pem: Path) -> Iterator[Server]:
    """Run a server until the block ends."""
    server = Server(pem)
    try:
        yield server
    finally:
        server.close()
