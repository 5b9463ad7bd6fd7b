"""The promises of conftest.py: a test cannot reach the net, nor the home of whoever runs it."""

import logging
import socket
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st


def test_a_connection_is_refused_and_remembered(network):
    with socket.socket() as door, pytest.raises(BaseException, match=r"192\.0\.2\.1"):
        door.connect(("192.0.2.1", 80))

    assert network.attempts == ["192.0.2.1"]
    network.attempts.clear()


def test_a_name_is_not_looked_up(network):
    with pytest.raises(BaseException, match=r"example\.invalid"):
        socket.getaddrinfo("example.invalid", 80)

    network.attempts.clear()


def test_loopback_is_open_to_those_who_ask_and_nothing_else(loopback, network):
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=5):
            pass
        with socket.socket() as door, pytest.raises(BaseException, match=r"192\.0\.2\.1"):
            door.connect(("192.0.2.1", 80))
    network.attempts.clear()


def test_the_home_is_the_tests_own(home, tmp_path_factory):
    assert Path.home() == home
    assert home.is_relative_to(tmp_path_factory.getbasetemp())
    assert Path(tempfile.gettempdir()).is_relative_to(home.parent)
    assert list(home.iterdir()) == []


def test_a_logged_warning_is_seen(log_records):
    logging.getLogger("anything").warning("odd: %s", 1)

    assert log_records.unexpected == ["anything: odd: 1"]
    log_records.unexpected.clear()


@given(st.text())
def test_property_tests_live_with_the_fixtures(text):
    assert text == text[:]
