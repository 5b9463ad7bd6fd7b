"""The one way to the network: what leaves, what is refused, and that no answer is ever made of half a one."""

import re
from time import monotonic

import pytest

from checkup.network import LARGEST, Consent, CouldNotAsk, Door, NetworkTrouble, NotAgreed
from tests.https_server import Server, certificate, serving

HERE = Consent(host="localhost", learns="hash_prefix")
PADDED = {"Add-Padding": "true"}
ask = Door(lambda: False).ask


@pytest.fixture(scope="module")
def pem(tmp_path_factory):
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(pem, loopback, monkeypatch):
    """Serve on this machine with a certificate that the program trusts for this test."""
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(pem))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(pem) as server:
        yield server


def trouble(server: Server, **more: float) -> NetworkTrouble:
    with pytest.raises(CouldNotAsk) as caught:
        ask(server.url, HERE, **more)
    return caught.value.trouble


def test_the_answer_comes_back_as_it_is(server):
    server.says(b"0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n")
    assert ask(server.url, HERE, PADDED) == b"0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n"


def test_what_leaves_is_the_address_and_the_padding_and_nothing_about_the_person(server, home):
    (home / ".netrc").write_text("machine localhost login lan password secret\n")
    (home / ".netrc").chmod(0o600)
    server.says(b"x", "Set-Cookie: seen=1")
    ask(server.url, HERE, PADDED)
    ask(server.url, HERE, PADDED)

    for request in server.asked:
        first, *headers = request.decode().strip().split("\r\n")
        assert first == "GET /range/0A1B2 HTTP/1.1"
        names = {line.partition(":")[0].lower() for line in headers}
        assert names <= {"host", "user-agent", "add-padding", "accept-encoding", "connection"}
        assert "Add-Padding: true" in headers
        assert not re.search(rb"checkup|python|requests|lan|secret|cookie", request, re.IGNORECASE)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.org/range/0A1B2",
        "https://localhost.example.org/range/0A1B2",
        "https://localhost@example.org/range/0A1B2",
        "http://localhost/range/0A1B2",
        "file:///etc/passwd",
        "",
    ],
)
def test_another_host_or_an_open_line_is_not_asked_at_all(url):
    with pytest.raises(NotAgreed):
        ask(url, HERE)  # the network is off: a connection would fail the test


def test_it_is_not_sent_on_to_another_address(server):
    server.says(b"", f"Location: {server.url}", status="302 Found")
    assert trouble(server) is NetworkTrouble.NOT_UNDERSTOOD
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", ["403 Forbidden", "404 Not Found", "429 Too Many", "503 Unavailable"])
def test_a_service_that_refuses_is_told(server, status):
    server.says(b"no", status=status)
    assert trouble(server) is NetworkTrouble.REFUSED


def test_too_long_an_answer_is_left(server):
    server.says(b"0" * (LARGEST + 1))
    assert trouble(server) is NetworkTrouble.NOT_UNDERSTOOD


def test_as_long_an_answer_as_may_be_is_read(server):
    server.says(b"0" * LARGEST)
    assert len(ask(server.url, HERE)) == LARGEST


@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: 80",
        "Transfer-Encoding: chunked",
        "X: y",
        "Content-Length: 40\r\nContent-Encoding: gzip",
    ],
)
def test_an_answer_that_is_cut_or_does_not_say_its_end_is_no_answer(server, head):
    body = b"28\r\n" if "chunked" in head else b""
    line = b"0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n\r\n"
    server.pieces = [f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode() + body + line]
    assert trouble(server) is NetworkTrouble.NOT_UNDERSTOOD


def test_a_whole_answer_in_pieces_is_read(server):
    server.pieces = [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"3\r\nabc\r\n",
        b"2\r\nde\r\n0\r\n\r\n",
    ]
    assert ask(server.url, HERE) == b"abcde"


def test_what_is_no_http_is_no_answer(server):
    server.pieces = [b"SSH-2.0-OpenSSH_9.2\r\n"]
    assert trouble(server) in (NetworkTrouble.NO_CONNECTION, NetworkTrouble.NOT_UNDERSTOOD)


def test_one_that_says_nothing_is_waited_for_so_long_only(server):
    server.pieces, server.pause = [b""], 30
    began = monotonic()
    assert trouble(server, whole=0.3) is NetworkTrouble.NO_CONNECTION
    assert monotonic() - began < 10


def test_one_that_goes_on_drop_by_drop_is_left(server):
    server.pieces = [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", *[b"x"] * 1000]
    server.pause = 0.1
    began = monotonic()
    assert trouble(server, whole=0.5) is NetworkTrouble.NO_CONNECTION
    assert monotonic() - began < 10


def test_a_certificate_nobody_vouches_for_is_not_asked(pem, loopback):
    with serving(pem) as server:
        assert trouble(server) is NetworkTrouble.NO_CONNECTION
        assert server.asked == []


def test_nobody_at_the_other_end_is_no_connection(pem, loopback):
    with serving(pem) as server:
        url = server.url
    with pytest.raises(CouldNotAsk) as caught:
        ask(url, HERE)
    assert caught.value.trouble is NetworkTrouble.NO_CONNECTION


def test_an_error_says_nothing_of_what_was_asked(server):
    server.says(b"no", status="503 Unavailable")
    with pytest.raises(CouldNotAsk) as caught:
        ask(server.url, HERE)
    assert "0A1B2" not in f"{caught.value!r} {caught.value}"


def test_a_shut_door_asks_nobody_and_says_so(network):
    with pytest.raises(CouldNotAsk) as caught:
        Door(lambda: True).ask("https://localhost/range/0A1B2", HERE)

    assert caught.value.trouble is NetworkTrouble.OFFLINE
    assert network.attempts == []


def test_a_door_shut_while_the_answer_comes_takes_no_more_of_it(server):
    server.pieces = [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", *[b"x" * 100] * 10]
    server.pause = 0.05
    is_shut = iter([False, False, True])
    with pytest.raises(CouldNotAsk) as caught:
        Door(lambda: next(is_shut)).ask(server.url, HERE)

    assert caught.value.trouble is NetworkTrouble.OFFLINE


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "socks5h://127.0.0.1:9050", "ftp://127.0.0.1:9"])
def test_a_proxy_of_a_kind_not_spoken_is_told_and_not_gone_around(server, monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert trouble(server) is NetworkTrouble.PROXY_KIND
    assert server.asked == []


def test_a_proxy_that_does_not_answer_is_told_and_not_gone_around(server, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert trouble(server) is NetworkTrouble.PROXY_SILENT
    assert server.asked == []
